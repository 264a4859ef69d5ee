import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('an accelerator is billed by hours and for its public addresses', () => {
  const configuration = `
    resource "aws_globalaccelerator_accelerator" "one" { name = "one" }
    resource "aws_globalaccelerator_custom_routing_accelerator" "own" {
      name         = "own"
      ip_addresses = ["192.0.2.1", "192.0.2.2"]
    }
  `;
  const prices = 'aws.globalaccelerator.hours 0.025\naws.vpc.public-ipv4-in-use 0.005';
  expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
    "
    aws_globalaccelerator_accelerator.one
      Fixed fee              730 hours   0.025  18.25
      Public IPv4 addresses  1460 hours  0.005  7.3
    aws_globalaccelerator_custom_routing_accelerator.own
      Fixed fee              730 hours   0.025  18.25
    total                                       43.8
    "
  `);
});

describe('aws_globalaccelerator_endpoint_group', () => {
  const prices = `
    aws.globalaccelerator.data-premium NA,NA 0.015
    aws.globalaccelerator.data-premium NA,AU 0.105
    aws.globalaccelerator.data-premium EU,EU 0.015
    aws.globalaccelerator.data-premium EU,NA 0.016
  `;

  it('is billed for the dominant direction, by the areas of clients', () => {
    const configuration = `
      resource "aws_globalaccelerator_endpoint_group" "idle" {}
      resource "aws_globalaccelerator_endpoint_group" "inbound" {}
      resource "aws_globalaccelerator_endpoint_group" "outbound" { endpoint_group_region = "eu-west-1" }
    `;
    const usage = `
resource_usage:
  aws_globalaccelerator_endpoint_group.inbound:
    monthly_inbound_data_transfer_gb: { us: 100, australia: 10 }
    monthly_outbound_data_transfer_gb: { us: 50 }
  aws_globalaccelerator_endpoint_group.outbound:
    monthly_inbound_data_transfer_gb: { us: 100 }
    monthly_outbound_data_transfer_gb: { us: 50, europe: 60 }
`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_globalaccelerator_endpoint_group.idle
        DT-premium fee (clients nearby)  ? GB    0.015  usage needed
      aws_globalaccelerator_endpoint_group.inbound
        US, Mexico, Canada
          Inbound DT-premium fee         100 GB  0.015  1.5
        Australia, New Zealand
          Inbound DT-premium fee         10 GB   0.105  1.05
      aws_globalaccelerator_endpoint_group.outbound
        US, Mexico, Canada
          Outbound DT-premium fee        50 GB   0.016  0.8
        Europe
          Outbound DT-premium fee        60 GB   0.015  0.9
      total                                             4.25
      "
    `);
  });

  it('tells what it cannot know', () => {
    const configuration = `
      variable "region" {}
      resource "aws_globalaccelerator_endpoint_group" "unknown" { endpoint_group_region = var.region }
      resource "aws_globalaccelerator_endpoint_group" "elsewhere" { endpoint_group_region = "us-gov-west-1" }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_globalaccelerator_endpoint_group.unknown (unpriced)
        DT-premium fee (clients nearby)    unpriced: \`endpoint_group_region\`: variable region has no value
      aws_globalaccelerator_endpoint_group.elsewhere (unpriced)
        DT-premium fee (clients nearby)    unpriced: the area of us-gov-west-1 in the prices of Global Accelerator is not known
      total                                  0
      "
    `);
  });
});
