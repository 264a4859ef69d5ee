import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.cloudwan.core-network-edge-hours 0.5
  aws.cloudwan.vpc-hours 0.065
  aws.cloudwan.vpc-data 0.02
  aws.cloudwan.vpn-hours 0.065
  aws.cloudwan.vpn-data 0.02
  aws.cloudwan.connect-hours 0.065
  aws.cloudwan.transit-gateway-peering-hours 0.065
`;

it('a core network is billed by its edges and attachments', () => {
  const configuration = `
    variable "regions" {}
    resource "aws_networkmanager_core_network" "two" { base_policy_regions = ["us-east-1", "eu-west-1"] }
    resource "aws_networkmanager_core_network" "document" {}
    resource "aws_networkmanager_core_network" "unknown" { base_policy_regions = var.regions }
    resource "aws_networkmanager_vpc_attachment" "used" {}
    resource "aws_networkmanager_site_to_site_vpn_attachment" "idle" {}
    resource "aws_networkmanager_connect_attachment" "appliance" {}
    resource "aws_networkmanager_transit_gateway_peering" "old" {}
  `;
  const usage = 'resource_usage: { aws_networkmanager_vpc_attachment.used: { monthly_data_processed_gb: 100 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_networkmanager_core_network.two
      Core network edge (us-east-1)  730 hours  0.5    365
      Core network edge (eu-west-1)  730 hours  0.5    365
    aws_networkmanager_core_network.document (unpriced)
      All costs                                 unpriced: the regions are in a policy document, which is not read
    aws_networkmanager_core_network.unknown (unpriced)
      All costs                                 unpriced: \`base_policy_regions\`: variable regions has no value
    aws_networkmanager_vpc_attachment.used
      Core network attachment        730 hours  0.065  47.45
      Data processed                 100 GB     0.02   2
    aws_networkmanager_site_to_site_vpn_attachment.idle
      Core network attachment        730 hours  0.065  47.45
      Data processed                 ? GB       0.02   usage needed
    aws_networkmanager_connect_attachment.appliance
      Core network attachment        730 hours  0.065  47.45
    aws_networkmanager_transit_gateway_peering.old
      Core network attachment        730 hours  0.065  47.45
    total                                              921.8
    "
  `);
});
