import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.route53.zone 0.5;25:0.1
  aws.route53.queries-standard 0.0000004;1000000000:0.0000002
  aws.route53.queries-latency 0.0000006;1000000000:0.0000003
  aws.route53.queries-geo 0.0000007;1000000000:0.00000035
  aws.route53.queries-ip-based 0.0000008;1000000000:0.0000004
  aws.route53.health-check-aws 0;50:0.5
  aws.route53.health-check-non-aws 0.75
  aws.route53.health-check-option-aws 1
  aws.route53.health-check-option-non-aws 2
  aws.route53.traffic-policy-record 50
`;

it('zones and traffic policies are billed by the month', () => {
  const configuration = `
    resource "aws_route53_zone" "public" { name = "example.com" }
    resource "aws_route53_traffic_policy_instance" "one" {}
  `;
  expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
    "
    aws_route53_zone.public
      Hosted zone            1 months  0.5  0.5
    aws_route53_traffic_policy_instance.one
      Traffic policy record  1 months  50   50
    total                                   50.5
    "
  `);
});

describe('aws_route53_record', () => {
  it('is billed by queries of its routing, and by those that usage names', () => {
    const configuration = `
      resource "aws_route53_record" "plain" { name = "a" }
      resource "aws_route53_record" "near" {
        name = "a"
        geolocation_routing_policy { continent = "EU" }
      }
      resource "aws_route53_record" "used" { name = "a" }
    `;
    const usage = `
resource_usage:
  aws_route53_record.used: { monthly_standard_queries: 1100000000, monthly_latency_based_queries: 1000000 }
`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_route53_record.plain
        Standard queries (first 1B)               ? 1M queries     0.4  usage needed
      aws_route53_record.near
        Geo DNS queries (first 1B)                ? 1M queries     0.7  usage needed
      aws_route53_record.used
        Standard queries (first 1B)               1000 1M queries  0.4  400
        Standard queries (over 1B)                100 1M queries   0.2  20
        Latency based routing queries (first 1B)  1 1M queries     0.6  0.6
      total                                                             420.6
      "
    `);
  });

  it('is free as an alias of another service, and not as one of a record', () => {
    const configuration = `
      resource "aws_route53_zone" "own" { name = "example.com" }
      resource "aws_lb" "web" { internal = true }
      resource "aws_route53_record" "plain" { name = "a" }
      resource "aws_route53_record" "service" {
        name = "b"
        alias {
          name    = aws_lb.web.dns_name
          zone_id = aws_lb.web.zone_id
        }
      }
      resource "aws_route53_record" "record" {
        name = "c"
        alias {
          name    = aws_route53_record.plain.fqdn
          zone_id = aws_route53_zone.own.zone_id
        }
      }
    `;
    const table = estimateTable(configuration, {
      prices: `${prices}\naws.elb.application-hours 0.0225\naws.elb.application-capacity 0.008`,
    });
    expect(table).toMatchInlineSnapshot(`
      "
      aws_route53_zone.own
        Hosted zone                   1 months      0.5     0.5
      aws_lb.web
        Application load balancer     730 hours     0.0225  16.425
        Load balancer capacity units  ? LCU         5.84    usage needed
        assumed: load_balancer_type = application
      aws_route53_record.plain
        Standard queries (first 1B)   ? 1M queries  0.4     usage needed
      aws_route53_record.service (free)
      aws_route53_record.record
        Standard queries (first 1B)   ? 1M queries  0.4     usage needed
      total                                                 16.925
      "
    `);
  });
});

describe('aws_route53_health_check', () => {
  it('is billed by the month, with its options', () => {
    const configuration = `
      variable "latency" {}
      resource "aws_route53_health_check" "plain" { type = "HTTP" }
      resource "aws_route53_health_check" "all" {
        type             = "HTTPS_STR_MATCH"
        request_interval = 10
        measure_latency  = true
      }
      resource "aws_route53_health_check" "elsewhere" { type = "HTTPS" }
      resource "aws_route53_health_check" "unknown" {
        type            = "TCP"
        measure_latency = var.latency
      }
      resource "aws_route53_health_check" "wrong" { type = "TCP" }
    `;
    const usage = `
resource_usage:
  aws_route53_health_check.elsewhere: { endpoint_type: Non_AWS }
  aws_route53_health_check.wrong: { endpoint_type: moon }
`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_route53_health_check.plain
        Health check       1 months  0.5   0.5
        assumed: endpoint_type = aws
      aws_route53_health_check.all
        Health check       1 months  0.5   0.5
        Optional features  4 months  1     4
        assumed: endpoint_type = aws
      aws_route53_health_check.elsewhere
        Health check       1 months  0.75  0.75
        Optional features  1 months  2     2
      aws_route53_health_check.unknown
        Health check       1 months  0.5   0.5
        Optional features  1 months  1     1
        between 0.5 and 1.5
        unknown: \`measure_latency\`: variable latency has no value
        assumed: endpoint_type = aws
      aws_route53_health_check.wrong (unpriced)
        Health check                 unpriced: the usage \`endpoint_type\` is "moon", and must be aws or non_aws
      total (from 8.25)                    9.25
      "
    `);
  });
});
