import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.vpc.public-ipv4-in-use 0.005
  aws.vpc.public-ipv4-idle 0.006
  aws.natgateway.hours 0.045
  aws.natgateway.data 0.045
`;

describe('aws_eip', () => {
  it('is billed by the hour, in use or not, unless the address is of a range of one’s own', () => {
    const configuration = `
      variable "pool" {}
      resource "aws_eip" "idle" {}
      resource "aws_eip" "instance" { instance = "i-0123" }
      resource "aws_eip" "interface" { network_interface = "eni-0123" }
      resource "aws_eip" "nat" {}
      resource "aws_nat_gateway" "nat" {
        allocation_id = aws_eip.nat.id
        subnet_id     = "subnet-1"
      }
      resource "aws_eip" "associated" {}
      resource "aws_eip_association" "associated" { allocation_id = aws_eip.associated.allocation_id }
      resource "aws_eip" "brought" { public_ipv4_pool = "ipv4pool-ec2-0123" }
      resource "aws_eip" "outpost" { customer_owned_ipv4_pool = "ipv4pool-coip-0123" }
      resource "aws_eip" "amazon" { public_ipv4_pool = "amazon" }
      resource "aws_eip" "unknown" { public_ipv4_pool = var.pool }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_eip.idle
        IP address (if unused)        730 hours  0.006  4.38
      aws_eip.instance
        Public IPv4 address (in use)  730 hours  0.005  3.65
      aws_eip.interface
        Public IPv4 address (in use)  730 hours  0.005  3.65
      aws_eip.nat
        Public IPv4 address (in use)  730 hours  0.005  3.65
      aws_nat_gateway.nat
        NAT gateway                   730 hours  0.045  32.85
        Data processed                ? GB       0.045  usage needed
      aws_eip.associated
        Public IPv4 address (in use)  730 hours  0.005  3.65
      aws_eip_association.associated (free)
      aws_eip.brought (free)
      aws_eip.outpost (free)
      aws_eip.amazon
        IP address (if unused)        730 hours  0.006  4.38
      aws_eip.unknown (unpriced)
        Public IPv4 address                      unpriced: \`public_ipv4_pool\`: variable pool has no value
      total                                             56.21
      "
    `);
  });
});
