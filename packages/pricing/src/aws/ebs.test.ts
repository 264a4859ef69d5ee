import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.ebs.volume-gp2 0.1
  aws.ebs.volume-gp3 0.08
  aws.ebs.volume-io2 0.125
  aws.ebs.volume-standard 0.05
  aws.ebs.iops-gp3 0.005
  aws.ebs.iops-io2 0.065
  aws.ebs.iops-io2-tier2 0.0455
  aws.ebs.iops-io2-tier3 0.032
  aws.ebs.throughput-gp3 0.04
  aws.ebs.requests-standard 0.00000005
`;

describe('aws_ebs_volume', () => {
  it('is billed by type, and beyond what gp3 includes', () => {
    const configuration = `
      resource "aws_ebs_volume" "default" {}
      resource "aws_ebs_volume" "included" {
        type       = "gp3"
        size       = 40
        iops       = 3000
        throughput = 125
      }
      resource "aws_ebs_volume" "more" {
        type       = "gp3"
        size       = 40
        iops       = 4000
        throughput = 130
      }
      resource "aws_ebs_volume" "bands" {
        type = "io2"
        size = 100
        iops = 70000
      }
      resource "aws_ebs_volume" "magnetic" {
        type = "standard"
        size = 20
      }
      resource "aws_ebs_volume" "used" {
        type = "standard"
        size = 20
      }
    `;
    const usage = 'resource_usage: { aws_ebs_volume.used: { monthly_standard_io_requests: 1500000 } }';
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_ebs_volume.default
        Storage (general purpose SSD, gp2)   8 GB            0.1     0.8
        assumed: type = gp2, size = 8
      aws_ebs_volume.included
        Storage (general purpose SSD, gp3)   40 GB           0.08    3.2
      aws_ebs_volume.more
        Storage (general purpose SSD, gp3)   40 GB           0.08    3.2
        Provisioned throughput               5 Mbps          0.04    0.2
        Provisioned IOPS                     1000 IOPS       0.005   5
      aws_ebs_volume.bands
        Storage (provisioned IOPS SSD, io2)  100 GB          0.125   12.5
        Provisioned IOPS                     32000 IOPS      0.065   2080
        Provisioned IOPS (above 32000)       32000 IOPS      0.0455  1456
        Provisioned IOPS (above 64000)       6000 IOPS       0.032   192
      aws_ebs_volume.magnetic
        Storage (magnetic)                   20 GB           0.05    1
        I/O requests                         ? 1M request    0.05    usage needed
      aws_ebs_volume.used
        Storage (magnetic)                   20 GB           0.05    1
        I/O requests                         1.5 1M request  0.05    0.075
      total                                                          3754.975
      "
    `);
  });

  it('tells what it cannot know', () => {
    const configuration = `
      variable "size" {}
      resource "aws_ebs_volume" "size" {
        type = "gp3"
        size = var.size
        iops = 4000
      }
      resource "aws_ebs_volume" "iops" {
        type = "io2"
        size = 10
      }
      resource "aws_ebs_volume" "type" {
        type = "gp9"
        size = 10
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_ebs_volume.size (unpriced)
        Storage                                         unpriced: \`size\`: variable size has no value
        Provisioned IOPS                     1000 IOPS  0.005  5
      aws_ebs_volume.iops (unpriced)
        Storage (provisioned IOPS SSD, io2)  10 GB      0.125  1.25
        Provisioned IOPS                                unpriced: a volume of type io2 has no \`iops\`
      aws_ebs_volume.type (unpriced)
        Storage                                         unpriced: there is no volume type "gp9"
      total                                                    6.25
      "
    `);
  });
});
