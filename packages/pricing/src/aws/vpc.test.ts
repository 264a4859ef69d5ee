import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.vpc.traffic-mirror-hours 0.015
  aws.vpc.ipam-address-hours 0.00027
  aws.vpc.reachability-analysis 0.1
  aws.vpc.verified-access-hours 0.27
  aws.vpc.verified-access-data 0.02
`;

it('parts of networks are billed by what they count', () => {
  const configuration = `
    variable "tier" {}
    resource "aws_ec2_traffic_mirror_session" "one" {}
    resource "aws_vpc_ipam" "unknown" { tier = var.tier }
    resource "aws_vpc_ipam" "free" { tier = "free" }
    resource "aws_vpc_ipam" "used" {}
    resource "aws_ec2_network_insights_analysis" "one" {}
    resource "aws_verifiedaccess_endpoint" "one" {}
  `;
  const usage = `
resource_usage:
  aws_vpc_ipam.unknown: { active_ip_addresses: 1000 }
  aws_vpc_ipam.used: { active_ip_addresses: 100 }
  aws_ec2_network_insights_analysis.one: { monthly_analyses: 3 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_ec2_traffic_mirror_session.one
      Traffic mirror         730 hours        0.015    10.95
    aws_vpc_ipam.unknown
      Active IP addresses    730000 IP-hours  0.00027  197.1
      between 0 and 197.1
      unknown: \`tier\`: variable tier has no value
    aws_vpc_ipam.free (free)
    aws_vpc_ipam.used
      Active IP addresses    73000 IP-hours   0.00027  19.71
      assumed: tier = advanced
    aws_ec2_network_insights_analysis.one
      Reachability analyses  3 analyses       0.1      0.3
    aws_verifiedaccess_endpoint.one
      Application            730 hours        0.27     197.1
      Data processed         ? GB             0.02     usage needed
    total (from 228.06)                                425.16
    "
  `);
});
