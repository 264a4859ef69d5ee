import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.ec2.instance t2.medium 0.0464
  aws.ec2.instance t3.medium 0.0416
  aws.ec2.instance m3.medium 0.067
  aws.ec2.instance r3.xlarge 0.333
  aws.ec2.instance-dedicated m3.medium 0.073
  aws.ec2.instance-spot m3.medium 0.02
  aws.ec2.instance-reserved standard,1_year,no_upfront,t3.medium 0.026
  aws.ec2.reserved-upfront 0
  aws.ec2.license Windows,t3.medium 0.0184
  aws.ec2.cpu-credits t2 0.05
  aws.ec2.cpu-credits t3 0.05
  aws.ec2.ebs-optimized r3.xlarge 0.02
  aws.cloudwatch.metric 0.3;10000:0.1
  aws.ebs.volume-gp2 0.1
  aws.ebs.volume-gp3 0.08
  aws.vpc.public-ipv4-in-use 0.005
`;

describe('aws_instance', () => {
  it('is billed by type, tenancy and operating system', () => {
    const configuration = `
      resource "aws_instance" "plain" { instance_type = "m3.medium" }
      resource "aws_instance" "dedicated" {
        instance_type = "m3.medium"
        tenancy       = "dedicated"
      }
      resource "aws_instance" "on_host" {
        instance_type = "m3.medium"
        tenancy       = "host"
      }
      resource "aws_instance" "windows" { instance_type = "t3.medium" }
      resource "aws_instance" "reserved" { instance_type = "t3.medium" }
      resource "aws_instance" "paid" { instance_type = "t3.medium" }
    `;
    const usage = `
resource_usage:
  aws_instance.windows: { operating_system: windows, monthly_cpu_credit_hrs: 10, monthly_hrs: 100 }
  aws_instance.reserved: { reserved_instance_type: standard }
  aws_instance.paid: { reserved_instance_type: standard, reserved_instance_payment_option: all_upfront, operating_system: windows }
`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_instance.plain
        Instance usage (Linux/UNIX, on-demand, m3.medium)  730 hours      0.067  48.91
        root_block_device
          Storage (general purpose SSD, gp2)               8 GB           0.1    0.8
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      aws_instance.dedicated
        Instance usage (Linux/UNIX, on-demand, m3.medium)  730 hours      0.073  53.29
        root_block_device
          Storage (general purpose SSD, gp2)               8 GB           0.1    0.8
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      aws_instance.on_host
        root_block_device
          Storage (general purpose SSD, gp2)               8 GB           0.1    0.8
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      aws_instance.windows
        Instance usage (Windows, on-demand, t3.medium)     100 hours      0.06   6
        CPU credits                                        20 vCPU-hours  0.05   1
        root_block_device
          Storage (general purpose SSD, gp2)               8 GB           0.1    0.8
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      aws_instance.reserved
        Instance usage (Linux/UNIX, reserved, t3.medium)   730 hours      0.026  18.98
        CPU credits                                        ? vCPU-hours   0.05   usage needed
        root_block_device
          Storage (general purpose SSD, gp2)               8 GB           0.1    0.8
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      aws_instance.paid
        Instance usage (Windows, reserved, t3.medium)      730 hours      0      0
        CPU credits                                        ? vCPU-hours   0.05   usage needed
        root_block_device
          Storage (general purpose SSD, gp2)               8 GB           0.1    0.8
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      total                                                                      132.98
      "
    `);
  });

  it('is billed for monitoring, EBS optimisation of old types, credits and a public address', () => {
    const configuration = `
      resource "aws_instance" "old" {
        instance_type = "r3.xlarge"
        ebs_optimized = true
        monitoring    = true
      }
      resource "aws_instance" "unlimited" {
        instance_type               = "t2.medium"
        associate_public_ip_address = true
        credit_specification { cpu_credits = "unlimited" }
      }
      resource "aws_instance" "standard" {
        instance_type = "t3.medium"
        credit_specification { cpu_credits = "standard" }
      }
    `;
    const usage = 'resource_usage: { aws_instance.unlimited: { monthly_cpu_credit_hrs: 350, vcpu_count: 2 } }';
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_instance.old
        Instance usage (Linux/UNIX, on-demand, r3.xlarge)  730 hours       0.333   243.09
        EBS-optimized usage                                730 hours       0.02    14.6
        EC2 detailed monitoring                            7 metrics       0.3     2.1
        root_block_device
          Storage (general purpose SSD, gp2)               8 GB            0.1     0.8
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      aws_instance.unlimited
        Instance usage (Linux/UNIX, on-demand, t2.medium)  730 hours       0.0464  33.872
        CPU credits                                        700 vCPU-hours  0.05    35
        Public IPv4 address                                730 hours       0.005   3.65
        root_block_device
          Storage (general purpose SSD, gp2)               8 GB            0.1     0.8
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      aws_instance.standard
        Instance usage (Linux/UNIX, on-demand, t3.medium)  730 hours       0.0416  30.368
        root_block_device
          Storage (general purpose SSD, gp2)               8 GB            0.1     0.8
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      total                                                                        365.08
      "
    `);
  });

  it('takes over from its launch template what it does not set', () => {
    const configuration = `
      variable "monitored" { type = bool }
      resource "aws_launch_template" "web" {
        instance_type = "t3.medium"
        credit_specification { cpu_credits = "standard" }
        monitoring { enabled = var.monitored }
        block_device_mappings {
          device_name = "/dev/sdb"
          ebs { volume_size = 50 }
        }
        block_device_mappings {
          device_name = "/dev/sdc"
          ebs {
            volume_size = 100
            volume_type = "gp3"
          }
        }
      }
      resource "aws_instance" "web" {
        launch_template { id = aws_launch_template.web.id }
        ebs_block_device {
          device_name = "/dev/sdb"
          volume_size = 20
          volume_type = "gp2"
        }
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_launch_template.web (free)
      aws_instance.web
        Instance usage (Linux/UNIX, on-demand, t3.medium)  730 hours  0.0416  30.368
        EC2 detailed monitoring                            7 metrics  0.3     2.1
        root_block_device
          Storage (general purpose SSD, gp2)               8 GB       0.1     0.8
        ebs_block_device[0]
          Storage (general purpose SSD, gp2)               20 GB      0.1     2
        ebs_block_device[1]
          Storage (general purpose SSD, gp3)               100 GB     0.08    8
        between 41.168 and 43.268
        unknown: \`aws_launch_template.web.monitoring[0].enabled\`: variable monitored has no value
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      total (from 41.168)                                                     43.268
      "
    `);
  });

  it('is not billed on a host, and for an address of its own or of its subnet unless an Elastic IP takes its place', () => {
    const configuration = `
      resource "aws_instance" "placed" {
        instance_type = "m3.medium"
        host_id       = "h-0123"
      }
      resource "aws_instance" "addressed" {
        instance_type               = "m3.medium"
        associate_public_ip_address = true
      }
      resource "aws_eip" "addressed" { instance = aws_instance.addressed.id }
      resource "aws_subnet" "public" { map_public_ip_on_launch = true }
      resource "aws_instance" "in_subnet" {
        instance_type = "m3.medium"
        subnet_id     = aws_subnet.public.id
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_instance.placed
        root_block_device
          Storage (general purpose SSD, gp2)               8 GB       0.1    0.8
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      aws_instance.addressed
        Instance usage (Linux/UNIX, on-demand, m3.medium)  730 hours  0.067  48.91
        root_block_device
          Storage (general purpose SSD, gp2)               8 GB       0.1    0.8
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      aws_eip.addressed
        Public IPv4 address (in use)                       730 hours  0.005  3.65
      aws_subnet.public (free)
      aws_instance.in_subnet
        Instance usage (Linux/UNIX, on-demand, m3.medium)  730 hours  0.067  48.91
        Public IPv4 address                                730 hours  0.005  3.65
        root_block_device
          Storage (general purpose SSD, gp2)               8 GB       0.1    0.8
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      total                                                                  107.52
      "
    `);
  });

  it('is billed as spot when its market, or that of its template, is spot', () => {
    const configuration = `
      resource "aws_launch_template" "spot" {
        instance_type = "m3.medium"
        instance_market_options { market_type = "spot" }
        network_interfaces { associate_public_ip_address = true }
        block_device_mappings {
          device_name = "/dev/sda1"
          ebs { volume_size = 30 }
        }
      }
      resource "aws_instance" "template" {
        launch_template { id = aws_launch_template.spot.id }
      }
      resource "aws_instance" "own" {
        instance_type = "t2.medium"
        instance_market_options { market_type = "spot" }
      }
      resource "aws_spot_instance_request" "request" {
        instance_type = "m3.medium"
        spot_price    = "0.05"
      }
    `;
    const usage = 'resource_usage: { aws_spot_instance_request.request: { monthly_hrs: 100 } }';
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_launch_template.spot (free)
      aws_instance.template
        Instance usage (Linux/UNIX, spot, m3.medium)  730 hours  0.02   14.6
        Public IPv4 address                           730 hours  0.005  3.65
        root_block_device
          Storage (general purpose SSD, gp2)          30 GB      0.1    3
        assumed: aws_launch_template.spot.block_device_mappings[0].ebs[0].volume_type = gp2
      aws_instance.own (unpriced)
        Instance usage (Linux/UNIX, spot, t2.medium)  730 hours  unpriced: no price for aws.ec2.instance-spot t2.medium
        root_block_device
          Storage (general purpose SSD, gp2)          8 GB       0.1    0.8
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      aws_spot_instance_request.request
        Instance usage (Linux/UNIX, spot, m3.medium)  100 hours  0.02   2
        root_block_device
          Storage (general purpose SSD, gp2)          8 GB       0.1    0.8
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      total                                                             24.85
      "
    `);
  });

  it('is unpriced as far as it is not known', () => {
    const configuration = `
      variable "type" {}
      resource "aws_instance" "unknown" { instance_type = var.type }
      resource "aws_instance" "elsewhere" {
        instance_type = "m3.medium"
        launch_template { id = "lt-0123" }
      }
      resource "aws_instance" "new" { instance_type = "m9.large" }
      resource "aws_instance" "nothing" {}
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_instance.unknown (unpriced)
        Instance usage                                               unpriced: \`instance_type\`: variable type has no value
        root_block_device
          Storage (general purpose SSD, gp2)              8 GB       0.1  0.8
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      aws_instance.elsewhere (unpriced)
        Instance usage                                               unpriced: the launch template is not in this configuration
        root_block_device
          Storage                                                    unpriced: the launch template is not in this configuration
      aws_instance.new (unpriced)
        Instance usage (Linux/UNIX, on-demand, m9.large)  730 hours  unpriced: no price for aws.ec2.instance m9.large
        root_block_device
          Storage (general purpose SSD, gp2)              8 GB       0.1  0.8
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      aws_instance.nothing (unpriced)
        Instance usage                                               unpriced: neither aws_instance.nothing nor a launch template sets \`instance_type\`
        root_block_device
          Storage (general purpose SSD, gp2)              8 GB       0.1  0.8
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      total                                                               2.4
      "
    `);
  });
});
