import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('a web ACL of AWS WAF Classic is billed by rules, groups and requests', () => {
  const configuration = `
    variable "type" {}
    resource "aws_waf_web_acl" "empty" {}
    resource "aws_waf_web_acl" "global" {
      rules { type = "REGULAR" }
      rules { priority = 2 }
      rules { type = "GROUP" }
    }
    resource "aws_wafregional_web_acl" "regional" {
      rule { type = "RATE_BASED" }
    }
    resource "aws_waf_web_acl" "unknown" {
      rules { type = var.type }
    }
  `;
  const prices = 'aws.waf.classic-web-acl 5\naws.waf.classic-rule 1\naws.waf.classic-requests 0.0000006';
  const usage = 'resource_usage: { aws_waf_web_acl.global: { rule_group_rules: 4, monthly_requests: 1000000 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_waf_web_acl.empty
      Web ACL usage         1 months       5    5
      Requests              ? 1M requests  0.6  usage needed
    aws_waf_web_acl.global
      Web ACL usage         1 months       5    5
      Rules                 2 rules        1    2
      Rule groups           1 groups       1    1
      Rules of rule groups  4 rules        1    4
      Requests              1 1M requests  0.6  0.6
    aws_wafregional_web_acl.regional
      Web ACL usage         1 months       5    5
      Rules                 1 rules        1    1
      Requests              ? 1M requests  0.6  usage needed
    aws_waf_web_acl.unknown (unpriced)
      Web ACL usage         1 months       5    5
      Rules                                unpriced: \`rules[0].type\`: variable type has no value
      Requests              ? 1M requests  0.6  usage needed
    total                                       28.6
    "
  `);
});
