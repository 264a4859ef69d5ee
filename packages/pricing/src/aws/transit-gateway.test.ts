import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.vpc.transit-gateway-vpc-hours 0.05
  aws.vpc.transit-gateway-vpc-data 0.02
  aws.vpc.transit-gateway-peering-hours 0.05
  aws.vpc.transit-gateway-connect-hours 0.05
  aws.vpc.transit-gateway-direct-connect-hours 0.05
  aws.vpc.transit-gateway-direct-connect-data 0.02
`;

describe('attachments of a transit gateway', () => {
  it('are billed by hours, and some by data', () => {
    const configuration = `
      resource "aws_ec2_transit_gateway_vpc_attachment" "idle" { transit_gateway_id = "tgw-1" }
      resource "aws_ec2_transit_gateway_vpc_attachment" "used" { transit_gateway_id = "tgw-1" }
      resource "aws_ec2_transit_gateway_peering_attachment" "asked" { transit_gateway_id = "tgw-1" }
      resource "aws_ec2_transit_gateway_peering_attachment_accepter" "accepted" {}
      resource "aws_ec2_transit_gateway_connect" "appliance" { transit_gateway_id = "tgw-1" }
    `;
    const usage = `
resource_usage:
  aws_ec2_transit_gateway_vpc_attachment.used: { monthly_data_processed_gb: 100 }
`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_ec2_transit_gateway_vpc_attachment.idle
        Transit gateway attachment  730 hours  0.05  36.5
        Data processed              ? GB       0.02  usage needed
      aws_ec2_transit_gateway_vpc_attachment.used
        Transit gateway attachment  730 hours  0.05  36.5
        Data processed              100 GB     0.02  2
      aws_ec2_transit_gateway_peering_attachment.asked
        Transit gateway attachment  730 hours  0.05  36.5
      aws_ec2_transit_gateway_peering_attachment_accepter.accepted
        Transit gateway attachment  730 hours  0.05  36.5
      aws_ec2_transit_gateway_connect.appliance
        Transit gateway attachment  730 hours  0.05  36.5
      total                                          184.5
      "
    `);
  });

  it('have the price of the region of the gateway', () => {
    const configuration = `
provider "aws" { region = "us-east-1" }
      provider "aws" {
        alias  = "seoul"
        region = "ap-northeast-2"
      }
      resource "aws_ec2_transit_gateway" "seoul" { provider = aws.seoul }
      resource "aws_ec2_transit_gateway_vpc_attachment" "far" { transit_gateway_id = aws_ec2_transit_gateway.seoul.id }
    `;
    expect(estimateTable(configuration)).toMatchInlineSnapshot(`
      "
      aws_ec2_transit_gateway.seoul (free)
      aws_ec2_transit_gateway_vpc_attachment.far
        Transit gateway attachment  730 hours  0.07  51.1
        Data processed              ? GB       0.02  usage needed
      total                                          51.1
      "
    `);
  });

  it('cost nothing for Direct Connect with a private gateway', () => {
    const configuration = `
      variable "gateway" {}
      resource "aws_vpn_gateway" "private" {}
      resource "aws_ec2_transit_gateway" "transit" {}
      resource "aws_dx_gateway_association" "private" { associated_gateway_id = aws_vpn_gateway.private.id }
      resource "aws_dx_gateway_association" "transit" { associated_gateway_id = aws_ec2_transit_gateway.transit.id }
      resource "aws_dx_gateway_association" "proposed" { proposal_id = "prop-1" }
      resource "aws_dx_gateway_association" "unknown" { associated_gateway_id = var.gateway }
    `;
    const usage = 'resource_usage: { aws_dx_gateway_association.transit: { monthly_data_processed_gb: 100 } }';
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_vpn_gateway.private (free)
      aws_ec2_transit_gateway.transit (free)
      aws_dx_gateway_association.private (free)
      aws_dx_gateway_association.transit
        Data processed              100 GB     0.02  2
        Transit gateway attachment  730 hours  0.05  36.5
      aws_dx_gateway_association.proposed
        Data processed              ? GB       0.02  usage needed
        Transit gateway attachment  730 hours  0.05  36.5
      aws_dx_gateway_association.unknown (unpriced)
        All costs                              unpriced: \`associated_gateway_id\`: variable gateway has no value
      total                                          75
      "
    `);
  });
});
