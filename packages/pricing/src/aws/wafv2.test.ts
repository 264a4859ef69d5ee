import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.waf.web-acl 5
  aws.waf.rule 1
  aws.waf.requests 0.0000006
  aws.waf.bot-control 10
  aws.waf.bot-control-requests 0;10000000:0.000001
  aws.waf.bot-control-targeted-requests 0;1000000:0.00001
  aws.waf.fraud-control 10
  aws.waf.fraud-control-requests 0;10000:0.001;2000000:0.0007
  aws.waf.captcha-attempts 0.0004
  aws.waf.challenges 0.0000004
`;

const managed = (name: string, more = '') => `
  rule {
    statement {
      managed_rule_group_statement {
        vendor_name = "AWS"
        name        = "${name}"
        ${more}
      }
    }
  }
`;

describe('aws_wafv2_web_acl', () => {
  it('is billed by rules and rule groups, and not by the rules of managed ones', () => {
    const configuration = `
      resource "aws_wafv2_web_acl" "empty" {}
      resource "aws_wafv2_rule_group" "own" {
        rule { name = "a" }
        rule { name = "b" }
      }
      resource "aws_wafv2_web_acl" "full" {
        rule {
          statement {
            geo_match_statement { country_codes = ["US"] }
          }
        }
        rule {
          statement {
            rule_group_reference_statement { arn = aws_wafv2_rule_group.own.arn }
          }
        }
        ${managed('AWSManagedRulesCommonRuleSet')}
      }
      resource "aws_wafv2_web_acl" "elsewhere" {
        rule {
          statement {
            rule_group_reference_statement { arn = "arn:aws:wafv2:us-east-1:1:regional/rulegroup/g/1" }
          }
        }
      }
    `;
    const usage = `
resource_usage:
  aws_wafv2_web_acl.full: { managed_rule_group_rules: 10, monthly_requests: 1000000 }
`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_wafv2_web_acl.empty
        Web ACL usage         1 months       5    5
        Requests              ? 1M requests  0.6  usage needed
      aws_wafv2_rule_group.own (free)
      aws_wafv2_web_acl.full
        Web ACL usage         1 months       5    5
        Rules                 1 rules        1    1
        Rule groups           1 groups       1    1
        Rules of rule groups  2 rules        1    2
        Managed rule groups   1 groups       1    1
        Requests              1 1M requests  0.6  0.6
      aws_wafv2_web_acl.elsewhere
        Web ACL usage         1 months       5    5
        Rule groups           1 groups       1    1
        Rules of rule groups  ? rules        1    usage needed
        Requests              ? 1M requests  0.6  usage needed
      total                                       21.6
      "
    `);
  });

  it('is billed for subscriptions and actions', () => {
    const targeted = `
      managed_rule_group_configs {
        aws_managed_rules_bot_control_rule_set { inspection_level = "TARGETED" }
      }
    `;
    const configuration = `
      resource "aws_wafv2_web_acl" "bots" {
        ${managed('AWSManagedRulesBotControlRuleSet')}
      }
      resource "aws_wafv2_web_acl" "more" {
        ${managed('AWSManagedRulesBotControlRuleSet', targeted)}
        ${managed('AWSManagedRulesATPRuleSet')}
        rule {
          action {
            captcha {}
          }
          statement {
            geo_match_statement { country_codes = ["US"] }
          }
        }
        rule {
          action {
            challenge {}
          }
          statement {
            geo_match_statement { country_codes = ["FR"] }
          }
        }
      }
    `;
    const usage = `
resource_usage:
  aws_wafv2_web_acl.more: { monthly_bot_control_requests: 100000, monthly_captcha_attempts: 1000 }
`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_wafv2_web_acl.bots
        Web ACL usage                      1 months         5     5
        Managed rule groups                1 groups         1     1
        Requests                           ? 1M requests    0.6   usage needed
        Bot Control                        1 months         10    10
        Bot Control requests               ? 1M requests    1     usage needed
      aws_wafv2_web_acl.more
        Web ACL usage                      1 months         5     5
        Rules                              2 rules          1     2
        Managed rule groups                2 groups         1     2
        Requests                           ? 1M requests    0.6   usage needed
        Bot Control                        1 months         10    10
        Bot Control requests               0.1 1M requests  10    1
        Fraud Control                      1 months         10    10
        Fraud Control requests (first 2M)  ? 1M requests    1000  usage needed
        CAPTCHA attempts                   1 1k attempts    0.4   0.4
        Challenges                         ? 1M challenges  0.4   usage needed
      total                                                       46.4
      "
    `);
  });

  it('tells what it cannot know', () => {
    const configuration = `
      variable "rules" {}
      resource "aws_wafv2_web_acl" "unknown" {
        dynamic "rule" {
          for_each = var.rules
          content { name = rule.key }
        }
      }
      resource "aws_wafv2_web_acl" "json" { rule_json = "[]" }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_wafv2_web_acl.unknown (unpriced)
        Web ACL usage  1 months       5    5
        Rules                         unpriced: \`rule\`: variable rules has no value
        Requests       ? 1M requests  0.6  usage needed
      aws_wafv2_web_acl.json (unpriced)
        Web ACL usage  1 months       5    5
        Rules                         unpriced: the rules are in \`rule_json\`, which is not read
        Requests       ? 1M requests  0.6  usage needed
      total                                10
      "
    `);
  });
});
