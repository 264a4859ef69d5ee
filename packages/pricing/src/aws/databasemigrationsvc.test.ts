import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('aws_dms_replication_instance is billed by class and by storage beyond what it includes', () => {
  const configuration = `
    variable "class" {}
    resource "aws_dms_replication_instance" "least" {
      replication_instance_id    = "least"
      replication_instance_class = "dms.t2.micro"
    }
    resource "aws_dms_replication_instance" "standby" {
      replication_instance_id    = "standby"
      replication_instance_class = "dms.r5.large"
      allocated_storage          = 120
      multi_az                   = true
    }
    resource "aws_dms_replication_instance" "burstable" {
      replication_instance_id    = "burstable"
      replication_instance_class = "dms.t3.medium"
      allocated_storage          = 40
    }
    resource "aws_dms_replication_instance" "unknown" {
      replication_instance_id    = "unknown"
      replication_instance_class = var.class
    }
    resource "aws_dms_replication_config" "serverless" { replication_config_identifier = "serverless" }
  `;
  const prices = `
    aws.databasemigrationsvc.instance Single,t2,micro 0.018
    aws.databasemigrationsvc.instance Single,t3,medium 0.0745
    aws.databasemigrationsvc.instance Multiple,r5,large 0.353
    aws.databasemigrationsvc.storage Single 0.115
    aws.databasemigrationsvc.storage Multiple 0.23
    aws.databasemigrationsvc.cpu-credits 0.075
    aws.databasemigrationsvc.serverless 0.09
  `;
  const usage = `resource_usage:
    aws_dms_replication_instance.burstable: { monthly_cpu_credit_hrs: 10 }
    aws_dms_replication_config.serverless: { monthly_dcu_hrs: 200 }`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_dms_replication_instance.least
      Instance (t2.micro)                 730 hours      0.018   13.14
    aws_dms_replication_instance.standby
      Instance (r5.large)                 730 hours      0.353   257.69
      Storage (general purpose SSD, gp2)  20 GB          0.23    4.6
    aws_dms_replication_instance.burstable
      Instance (t3.medium)                730 hours      0.0745  54.385
      CPU credits                         10 vCPU-hours  0.075   0.75
    aws_dms_replication_instance.unknown (unpriced)
      Instance                                           unpriced: \`replication_instance_class\`: variable class has no value
    aws_dms_replication_config.serverless
      Serverless capacity                 200 DCU-hours  0.09    18
    total                                                        348.565
    "
  `);
});
