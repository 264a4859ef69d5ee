import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.config.rule-evaluations 0.001;100000:0.0008;500000:0.0005
  aws.config.conformance-pack-evaluations 0.001;100000:0.0008;500000:0.0005
  aws.config.items 0.003
  aws.config.items-daily 0.012
  aws.config.custom-items 0.003
`;

it('rules and conformance packs are billed by evaluations', () => {
  const configuration = `
    resource "aws_config_config_rule" "unused" {}
    resource "aws_config_config_rule" "used" {}
    resource "aws_config_organization_custom_rule" "used" {}
    resource "aws_config_organization_managed_rule" "used" {}
    resource "aws_config_conformance_pack" "used" {}
  `;
  const usage = `
resource_usage:
  aws_config_config_rule.used: { monthly_rule_evaluations: 600000 }
  aws_config_organization_custom_rule.used: { monthly_rule_evaluations: 300000 }
  aws_config_organization_managed_rule.used: { monthly_rule_evaluations: 10000 }
  aws_config_conformance_pack.used: { monthly_rule_evaluations: 10000 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_config_config_rule.unused
      Rule evaluations (first 100K)              ? evaluations       0.001   usage needed
    aws_config_config_rule.used
      Rule evaluations (first 100K)              100000 evaluations  0.001   100
      Rule evaluations (next 400K)               400000 evaluations  0.0008  320
      Rule evaluations (over 500K)               100000 evaluations  0.0005  50
    aws_config_organization_custom_rule.used
      Rule evaluations (first 100K)              100000 evaluations  0.001   100
      Rule evaluations (next 400K)               200000 evaluations  0.0008  160
    aws_config_organization_managed_rule.used
      Rule evaluations (first 100K)              10000 evaluations   0.001   10
    aws_config_conformance_pack.used
      Conformance pack evaluations (first 100K)  10000 evaluations   0.001   10
    total                                                                    750
    "
  `);
});

it('aws_config_configuration_recorder is billed by items, which are dearer when they are daily', () => {
  const configuration = `
    variable "frequency" {}
    resource "aws_config_configuration_recorder" "continuous" {}
    resource "aws_config_configuration_recorder" "daily" {
      recording_mode { recording_frequency = "DAILY" }
    }
    resource "aws_config_configuration_recorder" "unknown" {
      recording_mode { recording_frequency = var.frequency }
    }
  `;
  const usage = `
resource_usage:
  aws_config_configuration_recorder.continuous: { monthly_config_items: 10000, monthly_custom_config_items: 20000 }
  aws_config_configuration_recorder.daily: { monthly_config_items: 1000, monthly_custom_config_items: 0 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_config_configuration_recorder.continuous
      Config items         10000 records  0.003  30
      Custom config items  20000 records  0.003  60
    aws_config_configuration_recorder.daily
      Config items         1000 records   0.012  12
    aws_config_configuration_recorder.unknown (unpriced)
      Config items                        unpriced: \`recording_mode[0].recording_frequency\`: variable frequency has no value
      Custom config items  ? records      0.003  usage needed
    total                                        102
    "
  `);
});
