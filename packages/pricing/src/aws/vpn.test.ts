import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.vpc.vpn-connection-hours 0.05
  aws.vpc.transit-gateway-vpn-hours 0.05
  aws.vpc.transit-gateway-vpn-data 0.02
  aws.vpc.public-ipv4-in-use 0.005
  aws.globalaccelerator.hours 0.025
  aws.vpc.client-vpn-connection-hours 0.05
  aws.vpc.client-vpn-association-hours 0.1
`;

it('aws_vpn_connection is billed by hours, with its attachment, accelerators and addresses', () => {
  const configuration = `
    variable "accelerated" {}
    resource "aws_vpn_connection" "private" { vpn_gateway_id = "vgw-1" }
    resource "aws_vpn_connection" "transit" { transit_gateway_id = "tgw-1" }
    resource "aws_vpn_connection" "accelerated" {
      transit_gateway_id  = "tgw-1"
      enable_acceleration = true
    }
    resource "aws_vpn_connection" "over_direct_connect" {
      transit_gateway_id      = "tgw-1"
      outside_ip_address_type = "PrivateIpv4"
    }
    resource "aws_vpn_connection" "unknown" { enable_acceleration = var.accelerated }
  `;
  const usage = 'resource_usage: { aws_vpn_connection.transit: { monthly_data_processed_gb: 100 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_vpn_connection.private
      VPN connection              730 hours   0.05   36.5
      Public IPv4 addresses       1460 hours  0.005  7.3
    aws_vpn_connection.transit
      VPN connection              730 hours   0.05   36.5
      Transit gateway attachment  730 hours   0.05   36.5
      Data processed              100 GB      0.02   2
      Public IPv4 addresses       1460 hours  0.005  7.3
    aws_vpn_connection.accelerated
      VPN connection              730 hours   0.05   36.5
      Transit gateway attachment  730 hours   0.05   36.5
      Data processed              ? GB        0.02   usage needed
      Global Accelerator          1460 hours  0.025  36.5
      Public IPv4 addresses       1460 hours  0.005  7.3
    aws_vpn_connection.over_direct_connect
      VPN connection              730 hours   0.05   36.5
      Transit gateway attachment  730 hours   0.05   36.5
      Data processed              ? GB        0.02   usage needed
    aws_vpn_connection.unknown
      VPN connection              730 hours   0.05   36.5
      Global Accelerator          1460 hours  0.025  36.5
      Public IPv4 addresses       1460 hours  0.005  7.3
      between 43.8 and 80.3
      unknown: \`enable_acceleration\`: variable accelerated has no value
    total (from 359.7)                               396.2
    "
  `);
});

describe('a client VPN', () => {
  it('is billed by connection and by subnet', () => {
    const configuration = `
      resource "aws_ec2_client_vpn_endpoint" "assumed" {}
      resource "aws_ec2_client_vpn_endpoint" "used" {}
      resource "aws_ec2_client_vpn_network_association" "one" {}
    `;
    const usage = 'resource_usage: { aws_ec2_client_vpn_endpoint.used: { monthly_connection_hrs: 3200 } }';
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_ec2_client_vpn_endpoint.assumed
        Connection            730 hours   0.05  36.5
        assumed: number of connections = 1
      aws_ec2_client_vpn_endpoint.used
        Connection            3200 hours  0.05  160
      aws_ec2_client_vpn_network_association.one
        Endpoint association  730 hours   0.1   73
      total                                     269.5
      "
    `);
  });
});
