import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.systemsmanager.advanced-parameter 0.00007
  aws.systemsmanager.parameter-interactions-advanced 0.000005
  aws.systemsmanager.parameter-interactions-higher 0.000005
  aws.systemsmanager.advanced-instance 0.00695
  aws.systemsmanager.response-plan 7
`;

it('aws_ssm_parameter is billed when it is advanced, or read with higher throughput', () => {
  const configuration = `
    variable "tier" {}
    resource "aws_ssm_parameter" "standard" { value = "x" }
    resource "aws_ssm_parameter" "advanced" { tier = "Advanced" }
    resource "aws_ssm_parameter" "used" { tier = "Advanced" }
    resource "aws_ssm_parameter" "higher" {}
    resource "aws_ssm_parameter" "intelligent" { tier = "Intelligent-Tiering" }
    resource "aws_ssm_parameter" "intelligent_and_large" {
      tier           = "Intelligent-Tiering"
      insecure_value = join("", [for i in range(1000) : "xxxxx"])
    }
    resource "aws_ssm_parameter" "unknown" { tier = var.tier }
  `;
  const usage = `
resource_usage:
  aws_ssm_parameter.used: { parameter_storage_hrs: 600, monthly_api_interactions: 100000 }
  aws_ssm_parameter.higher: { api_throughput_limit: higher, monthly_api_interactions: 100000 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_ssm_parameter.standard (free)
    aws_ssm_parameter.advanced
      Parameter storage (advanced)  730 hours            0.00007  0.0511
      API interactions (advanced)   ? 10k interactions   0.05     usage needed
    aws_ssm_parameter.used
      Parameter storage (advanced)  600 hours            0.00007  0.042
      API interactions (advanced)   10 10k interactions  0.05     0.5
    aws_ssm_parameter.higher
      API interactions (higher)     10 10k interactions  0.05     0.5
    aws_ssm_parameter.intelligent (free)
      assumed: tier = Standard
    aws_ssm_parameter.intelligent_and_large
      Parameter storage (advanced)  730 hours            0.00007  0.0511
      API interactions (advanced)   ? 10k interactions   0.05     usage needed
    aws_ssm_parameter.unknown (unpriced)
      Parameter storage (advanced)                       unpriced: \`tier\`: variable tier has no value
    total                                                         1.1442
    "
  `);
});

it('aws_ssm_activation is billed on the advanced tier', () => {
  const configuration = `
    resource "aws_ssm_activation" "few" { registration_limit = 5 }
    resource "aws_ssm_activation" "many" { registration_limit = 1001 }
    resource "aws_ssm_activation" "told" { registration_limit = 5 }
  `;
  const usage = 'resource_usage: { aws_ssm_activation.told: { instance_tier: advanced, instances: 100 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_ssm_activation.few (free)
    aws_ssm_activation.many
      On-prem managed instances (advanced)  ? hours      0.00695  usage needed
    aws_ssm_activation.told
      On-prem managed instances (advanced)  73000 hours  0.00695  507.35
    total                                                         507.35
    "
  `);
});

it('aws_ssmincidents_response_plan is billed by the month', () => {
  const configuration = 'resource "aws_ssmincidents_response_plan" "page" { name = "page" }';
  expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
    "
    aws_ssmincidents_response_plan.page
      Response plan  1 months  7  7
    total                         7
    "
  `);
});
