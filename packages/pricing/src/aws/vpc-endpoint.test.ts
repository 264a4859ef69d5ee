import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.vpc.endpoint-hours 0.01
  aws.vpc.endpoint-data 0.01;1048576:0.006;5242880:0.004
  aws.vpc.gateway-load-balancer-endpoint-hours 0.01
  aws.vpc.gateway-load-balancer-endpoint-data 0.0035
`;

describe('aws_vpc_endpoint', () => {
  it('is billed by interface and data, unless it is a gateway', () => {
    const configuration = `
      resource "aws_vpc_endpoint" "gateway" { service_name = "com.amazonaws.us-east-1.s3" }
      resource "aws_subnet" "a" {}
      resource "aws_vpc_endpoint" "interface" {
        vpc_endpoint_type = "Interface"
        subnet_ids        = [aws_subnet.a.id, "subnet-2"]
      }
      resource "aws_vpc_endpoint" "associated" { vpc_endpoint_type = "Interface" }
      resource "aws_vpc_endpoint_subnet_association" "each" {
        count           = 3
        vpc_endpoint_id = aws_vpc_endpoint.associated.id
        subnet_id       = "subnet-1"
      }
      resource "aws_vpc_endpoint" "balanced" { vpc_endpoint_type = "GatewayLoadBalancer" }
    `;
    const usage = `
resource_usage:
  aws_vpc_endpoint.interface: { monthly_data_processed_gb: 1048676 }
  aws_vpc_endpoint.balanced: { monthly_data_processed_gb: 100 }
`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_vpc_endpoint.gateway (free)
        assumed: vpc_endpoint_type = Gateway
      aws_subnet.a (free)
      aws_vpc_endpoint.interface
        Data processed (first 1PB)      1048576 GB  0.01    10485.76
        Data processed (next 4PB)       100 GB      0.006   0.6
        Endpoint (Interface)            1460 hours  0.01    14.6
      aws_vpc_endpoint.associated
        Data processed (first 1PB)      ? GB        0.01    usage needed
        Endpoint (Interface)            2190 hours  0.01    21.9
      aws_vpc_endpoint_subnet_association.each[0] (free)
      aws_vpc_endpoint_subnet_association.each[1] (free)
      aws_vpc_endpoint_subnet_association.each[2] (free)
      aws_vpc_endpoint.balanced
        Data processed                  100 GB      0.0035  0.35
        Endpoint (GatewayLoadBalancer)  730 hours   0.01    7.3
        assumed: number of subnets = 1
      total                                                 10530.51
      "
    `);
  });

  it('tells what it cannot know', () => {
    const configuration = `
      variable "any" {}
      resource "aws_vpc_endpoint" "subnets" {
        vpc_endpoint_type = "Interface"
        subnet_ids        = var.any
      }
      resource "aws_vpc_endpoint" "type" { vpc_endpoint_type = var.any }
      resource "aws_vpc_endpoint" "other" { vpc_endpoint_type = "ServiceNetwork" }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_vpc_endpoint.subnets (unpriced)
        Data processed (first 1PB)  ? GB       0.01  usage needed
        Endpoint                               unpriced: \`subnet_ids\`: variable any has no value
      aws_vpc_endpoint.type
        Data processed (first 1PB)  ? GB       0.01  usage needed
        Endpoint (Interface)        730 hours  0.01  7.3
        between 0 and 7.3
        unknown: \`vpc_endpoint_type\`: variable any has no value
        assumed: number of subnets = 1
      aws_vpc_endpoint.other (unpriced)
        Data processed                         unpriced: there is no price for an endpoint of the type "ServiceNetwork"
      total (from 0)                                 7.3
      "
    `);
  });
});
