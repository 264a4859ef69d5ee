import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.ec2.host c5 3.366
  aws.ec2.host-reserved 1_year,partial_upfront,c5 1.01
  aws.ec2.host-reserved 1_year,no_upfront,m5 3.193
`;

describe('aws_ec2_host', () => {
  it('is billed by the family of its instance type, on demand or reserved', () => {
    const configuration = `
      variable "type" {}
      resource "aws_ec2_host" "by_type" { instance_type = "c5.large" }
      resource "aws_ec2_host" "by_family" { instance_family = "c5" }
      resource "aws_ec2_host" "reserved" { instance_family = "c5" }
      resource "aws_ec2_host" "no_upfront" { instance_type = "m5.large" }
      resource "aws_ec2_host" "other" { instance_family = "m5" }
      resource "aws_ec2_host" "unknown" { instance_type = var.type }
    `;
    const usage = `
resource_usage:
  aws_ec2_host.reserved: { reserved_instance_term: 1_year, reserved_instance_payment_option: partial_upfront }
  aws_ec2_host.no_upfront: { reserved_instance_term: 1_year }
`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_ec2_host.by_type
        EC2 Dedicated Host (on-demand, c5)  730 hours  3.366  2457.18
      aws_ec2_host.by_family
        EC2 Dedicated Host (on-demand, c5)  730 hours  3.366  2457.18
      aws_ec2_host.reserved
        EC2 Dedicated Host (reserved, c5)   730 hours  1.01   737.3
      aws_ec2_host.no_upfront
        EC2 Dedicated Host (reserved, m5)   730 hours  3.193  2330.89
      aws_ec2_host.other (unpriced)
        EC2 Dedicated Host (on-demand, m5)  730 hours  unpriced: no price for aws.ec2.host m5
      aws_ec2_host.unknown (unpriced)
        EC2 Dedicated Host                             unpriced: \`instance_type\`: variable type has no value
      total                                                   7982.55
      "
    `);
  });
});
