import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.directconnect.port-hours 1G 0.3
  aws.directconnect.port-hours 10G 2.25
  aws.directconnect.hosted-port-hours 500M 0.2
  aws.directconnect.data-out us-east-1 0.02
`;

describe('aws_dx_connection', () => {
  it('is billed by the hours of its port, and by data from regions', () => {
    const configuration = `
      resource "aws_dx_connection" "plain" {
        bandwidth = "1Gbps"
        location  = "EqDC2"
      }
      resource "aws_dx_connection" "used" {
        bandwidth = "10Gbps"
        location  = "EqDC2"
      }
      resource "aws_dx_connection" "old" {
        bandwidth = "500Mbps"
        location  = "EqDC2"
      }
      resource "aws_dx_hosted_connection" "customer" { bandwidth = "500Mbps" }
    `;
    const usage = `
resource_usage:
  aws_dx_connection.used: { monthly_outbound_from_region_to_dx_connection_location: { us_east_1: 100, eu_west_2: 200 } }
  aws_dx_connection.old: { dx_connection_type: hosted, monthly_outbound_region_to_dx_location_gb: 50 }
`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_dx_connection.plain
        DX connection                                      730 hours  0.3   219
        Outbound data transfer (from us-east-1, to EqDC2)  ? GB       0.02  usage needed
      aws_dx_connection.used
        DX connection                                      730 hours  2.25  1642.5
        Outbound data transfer (from eu-west-2, to EqDC2)  200 GB     0.02  4
        Outbound data transfer (from us-east-1, to EqDC2)  100 GB     0.02  2
      aws_dx_connection.old
        DX connection                                      730 hours  0.2   146
        Outbound data transfer (from us-east-1, to EqDC2)  50 GB      0.02  1
      aws_dx_hosted_connection.customer
        DX connection                                      730 hours  0.2   146
      total                                                                 2160.5
      "
    `);
  });

  it('tells what it cannot know', () => {
    const configuration = `
      variable "bandwidth" {}
      resource "aws_dx_connection" "bandwidth" {
        bandwidth = var.bandwidth
        location  = "EqDC2"
      }
      resource "aws_dx_connection" "speed" {
        bandwidth = "fast"
        location  = "EqFA5"
        region    = "eu-central-1"
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_dx_connection.bandwidth (unpriced)
        DX connection                                               unpriced: \`bandwidth\`: variable bandwidth has no value
        Outbound data transfer (from us-east-1, to EqDC2)     ? GB  0.02  usage needed
      aws_dx_connection.speed (unpriced)
        DX connection                                               unpriced: "fast" is no bandwidth such as 1Gbps
        Outbound data transfer (from eu-central-1, to EqFA5)        unpriced: no price for aws.directconnect.data-out eu-central-1
      total                                                               0
      "
    `);
  });
});
