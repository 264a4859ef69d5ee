import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.route53.resolver-interface-hours 0.125
  aws.route53.resolver-queries 0.0000004;1000000000:0.0000002
  aws.route53.firewall-domains 0.0005
  aws.route53.firewall-queries 0.0000006;1000000000:0.0000004
`;

it('resolvers are billed by addresses, queries and domains', () => {
  const configuration = `
    variable "domains" {}
    resource "aws_route53_resolver_endpoint" "idle" {
      ip_address { subnet_id = "subnet-1" }
      ip_address { subnet_id = "subnet-2" }
    }
    resource "aws_route53_resolver_endpoint" "used" {
      ip_address { subnet_id = "subnet-1" }
    }
    resource "aws_route53_resolver_firewall_domain_list" "bad" { domains = ["a.example", "b.example"] }
    resource "aws_route53_resolver_firewall_domain_list" "unknown" { domains = var.domains }
    resource "aws_route53_resolver_firewall_rule_group_association" "one" {}
  `;
  const usage = 'resource_usage: { aws_route53_resolver_endpoint.used: { monthly_queries: 1500000000 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_route53_resolver_endpoint.idle
      Resolver endpoints                1460 hours       0.125   182.5
      DNS queries (first 1B)            ? 1M queries     0.4     usage needed
    aws_route53_resolver_endpoint.used
      Resolver endpoints                730 hours        0.125   91.25
      DNS queries (first 1B)            1000 1M queries  0.4     400
      DNS queries (over 1B)             500 1M queries   0.2     100
    aws_route53_resolver_firewall_domain_list.bad
      Domains                           2 domains        0.0005  0.001
    aws_route53_resolver_firewall_domain_list.unknown (unpriced)
      Domains                                            unpriced: \`domains\`: variable domains has no value
    aws_route53_resolver_firewall_rule_group_association.one
      DNS queries inspected (first 1B)  ? 1M queries     0.6     usage needed
    total                                                        773.751
    "
  `);
});
