import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.codepipeline.active-pipeline 1
  aws.codepipeline.action-execution 0.002
`;

describe('aws_codepipeline', () => {
  it('is billed by the month, or by the minutes of its actions', () => {
    const configuration = `
      variable "type" {}
      resource "aws_codepipeline" "default" { name = "default" }
      resource "aws_codepipeline" "v2" { pipeline_type = "V2" }
      resource "aws_codepipeline" "used" { pipeline_type = "V2" }
      resource "aws_codepipeline" "unknown" { pipeline_type = var.type }
    `;
    const usage = 'resource_usage: { aws_codepipeline.used: { monthly_action_mins: 500 } }';
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_codepipeline.default
        Active pipeline   1 months     1      1
        assumed: pipeline_type = V1
      aws_codepipeline.v2
        Action execution  ? minutes    0.002  usage needed
      aws_codepipeline.used
        Action execution  500 minutes  0.002  1
      aws_codepipeline.unknown (unpriced)
        Pipeline                       unpriced: \`pipeline_type\`: variable type has no value
      total                                   2
      "
    `);
  });
});
