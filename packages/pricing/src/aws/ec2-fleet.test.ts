import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.ec2.instance m5.large 0.096
  aws.ec2.instance-spot m5.large 0.03
  aws.ec2.instance-spot m5.xlarge 0.06
  aws.ebs.volume-gp2 0.1
`;

const template = `
  resource "aws_launch_template" "web" {
    name          = "web"
    instance_type = "m5.large"
  }
`;

describe('fleets', () => {
  it('are billed for the instances that fill their capacity', () => {
    const configuration = `${template}
      resource "aws_ec2_fleet" "mixed" {
        target_capacity_specification {
          default_target_capacity_type = "spot"
          total_target_capacity        = 10
          on_demand_target_capacity    = 4
        }
        launch_template_config {
          launch_template_specification {
            launch_template_id = aws_launch_template.web.id
            version            = "1"
          }
        }
      }
      resource "aws_ec2_fleet" "weighted" {
        target_capacity_specification {
          default_target_capacity_type = "spot"
          total_target_capacity        = 7
        }
        launch_template_config {
          launch_template_specification {
            launch_template_name = "web"
            version              = "1"
          }
          override {
            instance_type     = "m5.xlarge"
            weighted_capacity = 2
          }
        }
      }
      resource "aws_spot_fleet_request" "spot" {
        target_capacity = 2
        launch_template_config {
          launch_template_specification {
            id      = aws_launch_template.web.id
            version = "1"
          }
        }
      }
      resource "aws_spot_fleet_request" "specified" {
        target_capacity = 2
        launch_specification {
          ami           = "ami-1"
          instance_type = "m5.large"
        }
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_launch_template.web (free)
      aws_ec2_fleet.mixed
        aws_launch_template.web
          Instance usage (Linux/UNIX, on-demand, m5.large)  2920 hours  0.096  280.32
          Instance usage (Linux/UNIX, spot, m5.large)       4380 hours  0.03   131.4
          root_block_device
            Storage (general purpose SSD, gp2)              80 GB       0.1    8
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      aws_ec2_fleet.weighted
        aws_launch_template.web
          Instance usage (Linux/UNIX, spot, m5.xlarge)      2920 hours  0.06   175.2
          root_block_device
            Storage (general purpose SSD, gp2)              32 GB       0.1    3.2
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      aws_spot_fleet_request.spot
        aws_launch_template.web
          Instance usage (Linux/UNIX, spot, m5.large)       1460 hours  0.03   43.8
          root_block_device
            Storage (general purpose SSD, gp2)              16 GB       0.1    1.6
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      aws_spot_fleet_request.specified (unpriced)
        All costs                                                       unpriced: a spot fleet is billed by its launch templates, and this one has launch specifications
      total                                                                    643.52
      "
    `);
  });
});

describe('aws_ec2_capacity_reservation', () => {
  it('is billed for what does not run in it', () => {
    const configuration = `
      variable "size" {}
      resource "aws_ec2_capacity_reservation" "idle" {
        instance_type     = "m5.large"
        instance_platform = "Linux/UNIX"
        instance_count    = 3
      }
      resource "aws_ec2_capacity_reservation" "used" {
        instance_type     = "m5.large"
        instance_platform = "Linux/UNIX"
        instance_count    = 3
      }
      resource "aws_ec2_capacity_reservation" "windows" {
        instance_type     = "m5.large"
        instance_platform = "Windows"
        instance_count    = 1
      }
      resource "aws_ec2_capacity_reservation" "unknown" {
        instance_type     = "m5.large"
        instance_platform = "Linux/UNIX"
        instance_count    = var.size
      }
    `;
    const usage = 'resource_usage: { aws_ec2_capacity_reservation.used: { unused_instances: 0 } }';
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_ec2_capacity_reservation.idle
        Unused reservation (Linux/UNIX, m5.large)  2190 hours  0.096  210.24
        assumed: unused_instances = 3
      aws_ec2_capacity_reservation.used (free)
      aws_ec2_capacity_reservation.windows (unpriced)
        Unused reservation                                     unpriced: reservations of Windows have no price in the book
      aws_ec2_capacity_reservation.unknown (unpriced)
        Unused reservation                                     unpriced: \`instance_count\`: variable size has no value
      total                                                           210.24
      "
    `);
  });
});
