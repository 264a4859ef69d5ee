import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.ec2.instance m5.xlarge 0.192
  aws.ec2.instance m5d.xlarge 0.226
  aws.ec2.instance-spot m5.xlarge 0.06
  aws.emr.instance m5.xlarge 0.048
  aws.emr.instance m5d.xlarge 0.057
  aws.ebs.volume-gp2 0.1
  aws.ebs.volume-gp3 0.08
`;

describe('aws_emr_cluster', () => {
  it('is billed above the instances of its groups, with the volumes that EMR gives them', () => {
    const configuration = `
      resource "aws_emr_cluster" "main" {
        ebs_root_volume_size = 20
        master_instance_group { instance_type = "m5.xlarge" }
        core_instance_group {
          instance_type  = "m5.xlarge"
          instance_count = 2
          ebs_config {
            size                 = 100
            type                 = "gp3"
            volumes_per_instance = 2
          }
        }
      }
      resource "aws_emr_instance_group" "task" {
        cluster_id     = aws_emr_cluster.main.id
        instance_type  = "m5.xlarge"
        instance_count = 3
        bid_price      = "0.3"
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_emr_cluster.main
        master_instance_group
          EMR (m5.xlarge)                                    730 hours   0.048  35.04
          Instance usage (Linux/UNIX, on-demand, m5.xlarge)  730 hours   0.192  140.16
          root_volume
            Storage (general purpose SSD, gp2)               20 GB       0.1    2
          default_volumes
            Storage (general purpose SSD, gp2)               64 GB       0.1    6.4
        core_instance_group
          EMR (m5.xlarge)                                    1460 hours  0.048  70.08
          Instance usage (Linux/UNIX, on-demand, m5.xlarge)  1460 hours  0.192  280.32
          root_volume
            Storage (general purpose SSD, gp2)               40 GB       0.1    4
          ebs_config[0]
            Storage (general purpose SSD, gp3)               400 GB      0.08   32
        assumed: ebs_config = 64 GB of gp2 for m5.xlarge
      aws_emr_instance_group.task
        EMR (m5.xlarge)                                      2190 hours  0.048  105.12
        Instance usage (Linux/UNIX, spot, m5.xlarge)         2190 hours  0.06   131.4
        root_volume
          Storage (general purpose SSD, gp2)                 60 GB       0.1    6
        default_volumes
          Storage (general purpose SSD, gp2)                 192 GB      0.1    19.2
        assumed: ebs_config = 64 GB of gp2 for m5.xlarge
      total                                                                     831.72
      "
    `);
  });

  it('fills fleets with the first type, and runs for the hours of usage', () => {
    const configuration = `
      variable "type" {}
      resource "aws_emr_cluster" "fleets" {
        master_instance_fleet {
          target_on_demand_capacity = 1
          instance_type_configs { instance_type = "m5d.xlarge" }
        }
        core_instance_fleet {
          target_on_demand_capacity = 3
          target_spot_capacity      = 4
          instance_type_configs {
            instance_type     = "m5.xlarge"
            weighted_capacity = 2
          }
        }
      }
      resource "aws_emr_cluster" "unknown" {
        master_instance_group { instance_type = var.type }
      }
    `;
    const usage = 'resource_usage: { aws_emr_cluster.fleets: { monthly_hrs: 73 } }';
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_emr_cluster.fleets
        master_instance_fleet
          EMR (m5d.xlarge)                                    73 hours   0.057  4.161
          Instance usage (Linux/UNIX, on-demand, m5d.xlarge)  73 hours   0.226  16.498
          root_volume
            Storage (general purpose SSD, gp2)                1.5 GB     0.1    0.15
        core_instance_fleet
          EMR (m5.xlarge)                                     292 hours  0.048  14.016
          Instance usage (Linux/UNIX, on-demand, m5.xlarge)   146 hours  0.192  28.032
          Instance usage (Linux/UNIX, spot, m5.xlarge)        146 hours  0.06   8.76
          root_volume
            Storage (general purpose SSD, gp2)                6 GB       0.1    0.6
          default_volumes
            Storage (general purpose SSD, gp2)                25.6 GB    0.1    2.56
        assumed: ebs_config = 64 GB of gp2 for m5.xlarge
      aws_emr_cluster.unknown (unpriced)
        master_instance_group
          EMR                                                            unpriced: \`master_instance_group[0].instance_type\`: variable type has no value
          root_volume
            Storage (general purpose SSD, gp2)                15 GB      0.1    1.5
          default_volumes
            Storage                                                      unpriced: \`master_instance_group[0].instance_type\`: variable type has no value
      total                                                                     76.277
      "
    `);
  });
});
