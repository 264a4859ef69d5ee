import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.neptune.instance r5.large 0.348
  aws.neptune.instance t3.medium 0.098
  aws.neptune.instance-io-optimized r5.large 0.469
  aws.neptune.serverless 0.1608
  aws.neptune.cpu-credits t3 0.15
  aws.neptune.storage 0.1
  aws.neptune.storage-io-optimized 0.225
  aws.neptune.requests 0.0000002
  aws.neptune.backup-storage 0.021
  aws.neptune.replicated-writes 0.0000002
`;

it('aws_neptune_cluster and its snapshots are billed by what usage tells', () => {
  const configuration = `
    resource "aws_neptune_cluster" "day" {}
    resource "aws_neptune_cluster" "week" {
      backup_retention_period = 7
      storage_type            = "iopt1"
    }
    resource "aws_neptune_cluster_snapshot" "day" {
      db_cluster_identifier          = aws_neptune_cluster.day.id
      db_cluster_snapshot_identifier = "a"
    }
    resource "aws_neptune_cluster_snapshot" "week" {
      db_cluster_identifier          = aws_neptune_cluster.week.id
      db_cluster_snapshot_identifier = "b"
    }
  `;
  const usage = `resource_type_default_usage:
    aws_neptune_cluster: { storage_gb: 100, monthly_io_requests: 10000000, backup_storage_gb: 1000 }
    aws_neptune_cluster_snapshot: { backup_storage_gb: 1000 }`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_neptune_cluster.day
      Storage                  100 GB         0.1    10
      I/O requests             10 1M request  0.2    2
      assumed: backup_retention_period = 1
    aws_neptune_cluster.week
      Storage (I/O-optimized)  100 GB         0.225  22.5
      Backup storage           1000 GB        0.021  21
    aws_neptune_cluster_snapshot.day (free)
      assumed: aws_neptune_cluster.day.backup_retention_period = 1
    aws_neptune_cluster_snapshot.week
      Backup storage           1000 GB        0.021  21
    total                                            76.5
    "
  `);
});

it('aws_neptune_cluster_instance is billed by its class and the storage of its cluster', () => {
  const configuration = `
    variable "class" {}
    resource "aws_neptune_cluster" "io" { storage_type = "iopt1" }
    resource "aws_neptune_cluster_instance" "plain" {
      cluster_identifier = "elsewhere"
      instance_class     = "db.r5.large"
    }
    resource "aws_neptune_cluster_instance" "io" {
      cluster_identifier = aws_neptune_cluster.io.id
      instance_class     = "db.r5.large"
    }
    resource "aws_neptune_cluster_instance" "burstable" {
      cluster_identifier = "elsewhere"
      instance_class     = "db.t3.medium"
    }
    resource "aws_neptune_cluster_instance" "serverless" {
      cluster_identifier = "elsewhere"
      instance_class     = "db.serverless"
    }
    resource "aws_neptune_cluster_instance" "unknown" {
      cluster_identifier = "elsewhere"
      instance_class     = var.class
    }
  `;
  const usage = `resource_usage:
    aws_neptune_cluster_instance.burstable: { monthly_cpu_credit_hrs: 10 }
    aws_neptune_cluster_instance.serverless: { capacity_units_per_hr: 2.5 }`;
  const table = estimateTable(configuration, { prices, usage });
  expect(table.slice(table.indexOf('aws_neptune_cluster_instance'))).toMatchInlineSnapshot(`
    "aws_neptune_cluster_instance.plain
      Database instance (on-demand, db.r5.large)   730 hours       0.348   254.04
    aws_neptune_cluster_instance.io
      Database instance (on-demand, db.r5.large)   730 hours       0.469   342.37
    aws_neptune_cluster_instance.burstable
      Database instance (on-demand, db.t3.medium)  730 hours       0.098   71.54
      CPU credits                                  10 vCPU-hours   0.15    1.5
    aws_neptune_cluster_instance.serverless
      Serverless capacity                          1825 NCU-hours  0.1608  293.46
    aws_neptune_cluster_instance.unknown (unpriced)
      Database instance                                            unpriced: \`instance_class\`: variable class has no value
    total                                                                  962.91
    "
  `);
});

it('aws_neptune_global_cluster is billed by the writes that it copies', () => {
  const configuration = 'resource "aws_neptune_global_cluster" "main" { global_cluster_identifier = "main" }';
  const usage = 'resource_usage: { aws_neptune_global_cluster.main: { monthly_replicated_write_requests: 5000000 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_neptune_global_cluster.main
      Replicated write I/Os  5 1M requests  0.2  1
    total                                        1
    "
  `);
});
