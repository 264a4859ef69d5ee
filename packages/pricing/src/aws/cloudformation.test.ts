import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('stacks are billed for handlers of types that are not those of AWS', () => {
  const prices = 'aws.cloudformation.handler-operations 0.0009\naws.cloudformation.handler-duration 0.00008';
  const configuration = `
    variable "kind" {}
    resource "aws_cloudformation_stack" "own_types" {
      template_body = jsonencode({ Resources = { A = { Type = "AWS::EC2::VPC" }, B = { Type = "Custom::Thing" } } })
    }
    resource "aws_cloudformation_stack" "others" {
      template_body = <<-YAML
        Resources:
          Monitor:
            Type: Datadog::Monitors::Monitor
          Topic:
            Type: AWS::SNS::Topic
      YAML
    }
    resource "aws_cloudformation_stack_set" "by_url" { template_url = "https://example.com/template.yaml" }
    resource "aws_cloudformation_stack" "unknown" { template_body = var.kind }
  `;
  const usage = `
resource_usage:
  aws_cloudformation_stack.others: { monthly_handler_operations: 10000, monthly_duration_secs: 500 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_cloudformation_stack.own_types (free)
    aws_cloudformation_stack.others
      Handler operations   10000 operations  0.0009   9
      Durations above 30s  500 seconds       0.00008  0.04
    aws_cloudformation_stack_set.by_url
      Handler operations   ? operations      0.0009   usage needed
      Durations above 30s  ? seconds         0.00008  usage needed
    aws_cloudformation_stack.unknown (unpriced)
      Handler operations                     unpriced: \`template_body\`: variable kind has no value
    total                                             9.04
    "
  `);
});
