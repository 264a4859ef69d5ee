import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.ec2.instance t3.medium 0.0416
  aws.ec2.instance m5.large 0.096
  aws.ec2.instance-spot m5.large 0.03
  aws.ec2.license Windows,m5.large 0.092
  aws.ec2.cpu-credits t3 0.05
  aws.ebs.volume-gp2 0.1
  aws.ebs.volume-gp3 0.08
  aws.vpc.public-ipv4-in-use 0.005
`;

describe('aws_eks_node_group', () => {
  it('is billed for the desired nodes of the first type, with their disks', () => {
    const configuration = `
      resource "aws_eks_node_group" "default" {
        scaling_config {
          desired_size = 2
          min_size     = 1
          max_size     = 3
        }
      }
      resource "aws_eks_node_group" "spot" {
        instance_types = ["m5.large", "m5a.large"]
        capacity_type  = "SPOT"
        disk_size      = 30
        scaling_config {
          desired_size = 3
          min_size     = 1
          max_size     = 3
        }
      }
      resource "aws_eks_node_group" "windows" {
        instance_types = ["m5.large"]
        ami_type       = "WINDOWS_CORE_2022_x86_64"
        scaling_config {
          desired_size = 1
          min_size     = 1
          max_size     = 3
        }
      }
    `;
    const usage = 'resource_usage: { aws_eks_node_group.default: { instances: 4, monthly_cpu_credit_hrs: 10 } }';
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_eks_node_group.default
        Instance usage (Linux/UNIX, on-demand, t3.medium)  2920 hours     0.0416  121.472
        CPU credits                                        80 vCPU-hours  0.05    4
        Storage (general purpose SSD, gp2)                 80 GB          0.1     8
        assumed: instance_types = t3.medium, volume_type = gp2, disk_size = 20
      aws_eks_node_group.spot
        Instance usage (Linux/UNIX, spot, m5.large)        2190 hours     0.03    65.7
        Storage (general purpose SSD, gp2)                 90 GB          0.1     9
        assumed: volume_type = gp2
      aws_eks_node_group.windows
        Instance usage (Windows, on-demand, m5.large)      730 hours      0.188   137.24
        Storage (general purpose SSD, gp2)                 50 GB          0.1     5
        assumed: volume_type = gp2, disk_size = 50
      total                                                                       350.412
      "
    `);
  });

  it('takes the volumes and the addresses of its launch template, and keeps its own types', () => {
    const configuration = `
      resource "aws_launch_template" "nodes" {
        name          = "nodes"
        instance_type = "t3.medium"
        ebs_optimized = true
        network_interfaces { associate_public_ip_address = true }
        block_device_mappings {
          device_name = "/dev/xvda"
          ebs {
            volume_size = 100
            volume_type = "gp3"
          }
        }
      }
      resource "aws_launch_template" "bare" { name = "bare" }
      resource "aws_eks_node_group" "own_type" {
        instance_types = ["m5.large"]
        launch_template {
          name    = aws_launch_template.nodes.name
          version = "1"
        }
        scaling_config {
          desired_size = 3
          min_size     = 1
          max_size     = 3
        }
      }
      resource "aws_eks_node_group" "default_type" {
        launch_template {
          id      = aws_launch_template.bare.id
          version = "1"
        }
        scaling_config {
          desired_size = 1
          min_size     = 1
          max_size     = 3
        }
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_launch_template.nodes (free)
      aws_launch_template.bare (free)
      aws_eks_node_group.own_type
        aws_launch_template.nodes
          Instance usage (Linux/UNIX, on-demand, m5.large)   2190 hours    0.096   210.24
          Public IPv4 address                                2190 hours    0.005   10.95
          root_block_device
            Storage (general purpose SSD, gp3)               300 GB        0.08    24
      aws_eks_node_group.default_type
        aws_launch_template.bare
          Instance usage (Linux/UNIX, on-demand, t3.medium)  730 hours     0.0416  30.368
          CPU credits                                        ? vCPU-hours  0.05    usage needed
          root_block_device
            Storage (general purpose SSD, gp2)               20 GB         0.1     2
        assumed: instance_types = t3.medium, root_block_device.volume_type = gp2, root_block_device.volume_size = 20
      total                                                                        277.558
      "
    `);
  });

  it('is unpriced as far as it is not known', () => {
    const configuration = `
      variable "types" { type = list(string) }
      variable "size" {}
      resource "aws_eks_node_group" "type" {
        instance_types = var.types
        scaling_config {
          desired_size = 1
          min_size     = 1
          max_size     = 3
        }
      }
      resource "aws_eks_node_group" "size" {
        instance_types = ["m5.large"]
        scaling_config {
          desired_size = var.size
          min_size     = 1
          max_size     = 3
        }
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_eks_node_group.type (unpriced)
        Instance usage                             unpriced: \`instance_types\`: variable types has no value
        Storage (general purpose SSD, gp2)  20 GB  0.1  2
        assumed: volume_type = gp2, disk_size = 20
      aws_eks_node_group.size (unpriced)
        Instance usage                             unpriced: \`scaling_config[0].desired_size\`: variable size has no value
        assumed: volume_type = gp2, disk_size = 20
      total                                             2
      "
    `);
  });
});
