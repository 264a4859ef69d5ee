import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.ec2.instance t2.medium 0.0464
  aws.ec2.instance t3.medium 0.0416
  aws.ec2.instance t2.large 0.0928
  aws.ec2.instance-spot t2.large 0.03
  aws.ec2.instance-reserved standard,1_year,no_upfront,t2.medium 0.03
  aws.ec2.cpu-credits t3 0.05
  aws.cloudwatch.metric 0.3;10000:0.1
  aws.ebs.volume-gp2 0.1
  aws.ebs.volume-gp3 0.08
  aws.vpc.public-ipv4-in-use 0.005
`;

const template = `
  resource "aws_launch_template" "web" {
    name          = "web"
    instance_type = "t2.medium"
  }
`;

describe('aws_autoscaling_group', () => {
  it('is billed for the instances and volumes of its launch configuration, which monitors in detail', () => {
    const configuration = `
      resource "aws_launch_configuration" "web" {
        image_id                    = "ami-1"
        instance_type               = "t2.medium"
        associate_public_ip_address = true
        root_block_device { volume_size = 10 }
        ebs_block_device {
          device_name = "xvdf"
          volume_size = 20
          volume_type = "gp3"
        }
      }
      resource "aws_autoscaling_group" "web" {
        launch_configuration = aws_launch_configuration.web.name
        desired_capacity     = 2
        min_size             = 1
        max_size             = 3
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_launch_configuration.web (free)
      aws_autoscaling_group.web
        aws_launch_configuration.web
          Instance usage (Linux/UNIX, on-demand, t2.medium)  1460 hours  0.0464  67.744
          EC2 detailed monitoring                            14 metrics  0.3     4.2
          Public IPv4 address                                1460 hours  0.005   7.3
          root_block_device
            Storage (general purpose SSD, gp2)               20 GB       0.1     2
          ebs_block_device[0]
            Storage (general purpose SSD, gp3)               40 GB       0.08    3.2
        assumed: aws_launch_configuration.web.root_block_device[0].volume_type = gp2
      total                                                                      84.444
      "
    `);
  });

  it('is billed by its launch template, whose root volume is that of the image unless a mapping sets it', () => {
    const configuration = `
      resource "aws_launch_template" "web" {
        name          = "web"
        instance_type = "t3.medium"
        monitoring { enabled = true }
        network_interfaces { associate_public_ip_address = true }
        block_device_mappings {
          device_name = "/dev/sdf"
          ebs { volume_size = 50 }
        }
      }
      resource "aws_launch_template" "root" {
        instance_type = "t2.medium"
        block_device_mappings {
          device_name = "/dev/xvda"
          ebs {
            volume_size = 30
            volume_type = "gp3"
          }
        }
      }
      resource "aws_autoscaling_group" "by_name" {
        min_size = 2
        max_size = 3
        launch_template { name = "web" }
      }
      resource "aws_autoscaling_group" "root" {
        min_size = 0
        max_size = 3
        launch_template { id = aws_launch_template.root.id }
      }
    `;
    const usage = `
resource_usage:
  aws_autoscaling_group.by_name: { monthly_cpu_credit_hrs: 10 }
  aws_autoscaling_group.root: { instances: 4, reserved_instance_type: standard }
`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_launch_template.web (free)
      aws_launch_template.root (free)
      aws_autoscaling_group.by_name
        aws_launch_template.web
          Instance usage (Linux/UNIX, on-demand, t3.medium)  1460 hours     0.0416  60.736
          EC2 detailed monitoring                            14 metrics     0.3     4.2
          CPU credits                                        40 vCPU-hours  0.05    2
          Public IPv4 address                                1460 hours     0.005   7.3
          root_block_device
            Storage (general purpose SSD, gp2)               16 GB          0.1     1.6
          block_device_mapping[0]
            Storage (general purpose SSD, gp2)               100 GB         0.1     10
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8, aws_launch_template.web.block_device_mappings[0].ebs[0].volume_type = gp2
      aws_autoscaling_group.root
        aws_launch_template.root
          Instance usage (Linux/UNIX, reserved, t2.medium)   2920 hours     0.03    87.6
          root_block_device
            Storage (general purpose SSD, gp3)               120 GB         0.08    9.6
      total                                                                         183.036
      "
    `);
  });

  it.each([
    ['the desired capacity', 'desired_capacity = 2\n min_size = 1', '', '1460 hours'],
    ['the smallest size', 'min_size = 3', '', '2190 hours'],
    ['usage', 'desired_capacity = 2\n min_size = 1', '{ instances: 6 }', '4380 hours'],
  ])('has as many instances as %s says', (_, size, usage, hours) => {
    const configuration = `${template}
      resource "aws_autoscaling_group" "web" {
        ${size}
        max_size = 10
        launch_template { id = aws_launch_template.web.id }
      }
    `;
    const table = estimateTable(configuration, {
      prices,
      usage: usage === '' ? '' : `resource_usage: { aws_autoscaling_group.web: ${usage} }`,
    });
    expect(table).toContain(`Instance usage (Linux/UNIX, on-demand, t2.medium)  ${hours}`);
  });

  it('costs nothing when nothing runs', () => {
    const configuration = `${template}
      resource "aws_autoscaling_group" "off" {
        min_size = 0
        max_size = 10
        launch_template { id = aws_launch_template.web.id }
      }
    `;
    expect(estimateTable(configuration, { prices })).toContain('aws_autoscaling_group.off (free)');
  });

  it('divides mixed instances into on-demand and spot, in units of the weight of the first type', () => {
    const configuration = `${template}
      resource "aws_autoscaling_group" "mixed" {
        desired_capacity = 12
        min_size         = 1
        max_size         = 20
        mixed_instances_policy {
          instances_distribution {
            on_demand_base_capacity                  = 2
            on_demand_percentage_above_base_capacity = 25
          }
          launch_template {
            launch_template_specification { launch_template_name = "web" }
            override {
              instance_type     = "t2.large"
              weighted_capacity = "2"
            }
            override {
              instance_type     = "t2.medium"
              weighted_capacity = "1"
            }
          }
        }
      }
    `;
    // 2 + a quarter of 10, rounded up, are 5 units on demand and 7 of spot: 3 and 4 instances of weight 2.
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_launch_template.web (free)
      aws_autoscaling_group.mixed
        aws_launch_template.web
          Instance usage (Linux/UNIX, on-demand, t2.large)  2190 hours  0.0928  203.232
          Instance usage (Linux/UNIX, spot, t2.large)       2920 hours  0.03    87.6
          root_block_device
            Storage (general purpose SSD, gp2)              56 GB       0.1     5.6
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      total                                                                     296.432
      "
    `);
  });

  it('is unpriced as far as it is not known', () => {
    const configuration = `
      variable "size" {}
      ${template}
      resource "aws_launch_template" "spot" {
        instance_type = "t2.medium"
        instance_market_options { market_type = "spot" }
      }
      resource "aws_launch_template" "any" {
        instance_requirements {
          vcpu_count { min = 2 }
        }
      }
      resource "aws_autoscaling_group" "unknown" {
        desired_capacity = var.size
        min_size         = 1
        max_size         = 10
        launch_template { id = aws_launch_template.web.id }
      }
      resource "aws_autoscaling_group" "spot" {
        min_size = 1
        max_size = 10
        launch_template { id = aws_launch_template.spot.id }
      }
      resource "aws_autoscaling_group" "any" {
        min_size = 1
        max_size = 10
        launch_template { id = aws_launch_template.any.id }
      }
      resource "aws_autoscaling_group" "elsewhere" {
        min_size = 1
        max_size = 10
        launch_template { id = "lt-123" }
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_launch_template.web (free)
      aws_launch_template.spot (free)
      aws_launch_template.any (free)
      aws_autoscaling_group.unknown (unpriced)
        aws_launch_template.web
          Instance usage                                           unpriced: \`desired_capacity\`: variable size has no value
          root_block_device
            Storage                                                unpriced: \`desired_capacity\`: variable size has no value
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      aws_autoscaling_group.spot (unpriced)
        aws_launch_template.spot
          Instance usage (Linux/UNIX, spot, t2.medium)  730 hours  unpriced: no price for aws.ec2.instance-spot t2.medium
          root_block_device
            Storage (general purpose SSD, gp2)          8 GB       0.1  0.8
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      aws_autoscaling_group.any (unpriced)
        aws_launch_template.any
          Instance usage                                           unpriced: the instance types are picked by \`instance_requirements\`
          root_block_device
            Storage (general purpose SSD, gp2)          8 GB       0.1  0.8
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      aws_autoscaling_group.elsewhere (unpriced)
        All costs                                                  unpriced: the launch template is not in this configuration
      total                                                             1.6
      "
    `);
  });
});
