import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('aws_inspector2_enabler is billed by the kinds it scans', () => {
  const prices = `
    aws.inspector.instance-hours 0.00174
    aws.inspector.image-scans 0.09
    aws.inspector.image-rescans 0.01
    aws.inspector.function-hours 0.000417
    aws.inspector.function-code-hours 0.00084
  `;
  const configuration = `
    variable "kinds" { type = list(string) }
    resource "aws_inspector2_enabler" "some" {
      account_ids    = ["123456789012"]
      resource_types = ["EC2", "ECR"]
    }
    resource "aws_inspector2_enabler" "functions" {
      account_ids    = ["123456789012"]
      resource_types = ["LAMBDA", "LAMBDA_CODE"]
    }
    resource "aws_inspector2_enabler" "unknown" {
      account_ids    = ["123456789012"]
      resource_types = var.kinds
    }
  `;
  const usage = `
resource_usage:
  aws_inspector2_enabler.some: { instances: 10, monthly_images: 100 }
  aws_inspector2_enabler.functions: { functions: 10 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_inspector2_enabler.some
      EC2 instances scanned      7300 hours  0.00174   12.702
      Images scanned             100 images  0.09      9
      Images scanned again       ? images    0.01      usage needed
    aws_inspector2_enabler.functions
      Functions scanned          7300 hours  0.000417  3.0441
      Code of functions scanned  7300 hours  0.00084   6.132
    aws_inspector2_enabler.unknown (unpriced)
      EC2 instances scanned                  unpriced: \`resource_types\`: variable kinds has no value
    total                                              30.8781
    "
  `);
});
