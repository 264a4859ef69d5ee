import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.networkfirewall.endpoint-hours 0.395
  aws.networkfirewall.advanced-endpoint-hours 0.38
  aws.networkfirewall.data 0.065
`;

it('aws_networkfirewall_firewall is billed by endpoint and data', () => {
  const configuration = `
    variable "subnets" { type = list(string) }
    resource "aws_networkfirewall_firewall" "two" {
      firewall_policy_arn = "arn:aws:network-firewall:us-east-1:1:firewall-policy/p"
      subnet_mapping { subnet_id = "subnet-1" }
      subnet_mapping { subnet_id = "subnet-2" }
    }
    resource "aws_networkfirewall_firewall_policy" "deep" {
      firewall_policy { tls_inspection_configuration_arn = "arn:aws:network-firewall:us-east-1:1:tls-configuration/t" }
    }
    resource "aws_networkfirewall_firewall" "deep" {
      firewall_policy_arn = aws_networkfirewall_firewall_policy.deep.arn
      subnet_mapping { subnet_id = "subnet-1" }
    }
    resource "aws_networkfirewall_firewall" "transit" {
      availability_zone_mapping { availability_zone_id = "use1-az1" }
    }
    resource "aws_networkfirewall_firewall" "unknown" {
      dynamic "subnet_mapping" {
        for_each = var.subnets
        content { subnet_id = subnet_mapping.value }
      }
    }
  `;
  const usage = 'resource_usage: { aws_networkfirewall_firewall.two: { monthly_data_processed_gb: 100 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_networkfirewall_firewall.two
      Network Firewall Endpoint  1460 hours  0.395  576.7
      Data Processed             100 GB      0.065  6.5
    aws_networkfirewall_firewall_policy.deep (free)
    aws_networkfirewall_firewall.deep
      Network Firewall Endpoint  730 hours   0.395  288.35
      Advanced inspection        730 hours   0.38   277.4
      Data Processed             ? GB        0.065  usage needed
    aws_networkfirewall_firewall.transit
      Network Firewall Endpoint  730 hours   0.395  288.35
      Data Processed             ? GB        0.065  usage needed
    aws_networkfirewall_firewall.unknown (unpriced)
      Network Firewall Endpoint              unpriced: \`subnet_mapping\`: variable subnets has no value
      Data Processed             ? GB        0.065  usage needed
    total                                           1437.3
    "
  `);
});
