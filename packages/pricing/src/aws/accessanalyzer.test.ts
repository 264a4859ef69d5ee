import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('aws_accessanalyzer_analyzer is billed when it looks for unused access', () => {
  const prices = 'aws.accessanalyzer.unused-access 0.2';
  const configuration = `
    variable "type" {}
    resource "aws_accessanalyzer_analyzer" "external" { analyzer_name = "external" }
    resource "aws_accessanalyzer_analyzer" "unused" {
      analyzer_name = "unused"
      type          = "ACCOUNT_UNUSED_ACCESS"
    }
    resource "aws_accessanalyzer_analyzer" "unknown" {
      analyzer_name = "unknown"
      type          = var.type
    }
  `;
  const usage = 'resource_usage: { aws_accessanalyzer_analyzer.unused: { iam_roles_and_users: 200 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_accessanalyzer_analyzer.external (free)
    aws_accessanalyzer_analyzer.unused
      Unused access analysis  200 roles and users  0.2  40
    aws_accessanalyzer_analyzer.unknown (unpriced)
      Unused access analysis                       unpriced: \`type\`: variable type has no value
    total                                               40
    "
  `);
});
