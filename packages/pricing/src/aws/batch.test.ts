import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.ec2.instance m5.xlarge 0.192
  aws.ec2.instance-spot m5.xlarge 0.06
  aws.ecs.fargate-vcpu 0.04
  aws.ecs.fargate-memory 0.004
  aws.ebs.volume-gp2 0.1
  aws.ebs.volume-gp3 0.08
`;

describe('aws_batch_compute_environment', () => {
  it('is billed for instances that are kept, or for the hours of usage', () => {
    const configuration = `
      resource "aws_batch_compute_environment" "kept" {
        type = "MANAGED"
        compute_resources {
          type          = "EC2"
          instance_type = ["m5.xlarge"]
          min_vcpus     = 6
          max_vcpus     = 64
        }
      }
      resource "aws_launch_template" "batch" {
        block_device_mappings {
          device_name = "/dev/xvda"
          ebs {
            volume_size = 100
            volume_type = "gp3"
          }
        }
      }
      resource "aws_batch_compute_environment" "used" {
        type = "MANAGED"
        compute_resources {
          type          = "SPOT"
          instance_type = ["m5.xlarge"]
          max_vcpus     = 64
          launch_template { launch_template_id = aws_launch_template.batch.id }
        }
      }
      resource "aws_batch_compute_environment" "jobs" {
        type = "MANAGED"
        compute_resources {
          type          = "EC2"
          instance_type = ["m5.xlarge"]
          max_vcpus     = 64
        }
      }
      resource "aws_batch_compute_environment" "unmanaged" { type = "UNMANAGED" }
    `;
    const usage = 'resource_usage: { aws_batch_compute_environment.used: { monthly_instance_hrs: 73 } }';
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_batch_compute_environment.kept
        Instance usage (Linux/UNIX, on-demand, m5.xlarge)  1460 hours  0.192  280.32
        root_block_device
          Storage (general purpose SSD, gp2)               60 GB       0.1    6
        assumed: root_block_device.volume_size = 30
      aws_launch_template.batch (free)
      aws_batch_compute_environment.used
        Instance usage (Linux/UNIX, spot, m5.xlarge)       73 hours    0.06   4.38
        root_block_device
          Storage (general purpose SSD, gp3)               10 GB       0.08   0.8
      aws_batch_compute_environment.jobs
        Instance usage for jobs                            ? hours     0.192  usage needed
        assumed: root_block_device.volume_size = 30
      aws_batch_compute_environment.unmanaged (free)
      total                                                                   291.5
      "
    `);
  });

  it('is billed for jobs on Fargate by usage, and is unpriced as far as it is not known', () => {
    const configuration = `
      variable "type" {}
      resource "aws_batch_compute_environment" "fargate" {
        type = "MANAGED"
        compute_resources {
          type      = "FARGATE"
          max_vcpus = 16
        }
      }
      resource "aws_batch_compute_environment" "optimal" {
        type = "MANAGED"
        compute_resources {
          type          = "EC2"
          instance_type = ["optimal"]
          min_vcpus     = 4
          max_vcpus     = 64
        }
      }
      resource "aws_batch_compute_environment" "unknown" {
        type = "MANAGED"
        compute_resources {
          type      = var.type
          max_vcpus = 64
        }
      }
    `;
    const usage = `
resource_usage:
  aws_batch_compute_environment.fargate: { monthly_vcpu_hrs: 100, monthly_memory_gb_hrs: 200 }
`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_batch_compute_environment.fargate
        Per GB per hour          200 GB-hours    0.004  0.8
        Per vCPU per hour        100 vCPU-hours  0.04   4
      aws_batch_compute_environment.optimal (unpriced)
        Instance usage for jobs                  unpriced: Batch picks the instance types itself, of "optimal"
        root_block_device
          Storage                                unpriced: Batch picks the instance types itself, of "optimal"
        assumed: root_block_device.volume_size = 30
      aws_batch_compute_environment.unknown (unpriced)
        All costs                                unpriced: \`compute_resources[0].type\`: variable type has no value
      total                                             4.8
      "
    `);
  });
});
