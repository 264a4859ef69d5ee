import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.sagemaker.notebook-instance ml.t3.medium 0.05
  aws.sagemaker.notebook-storage 0.14
`;

describe('aws_sagemaker_notebook_instance', () => {
  it('is billed by hours and by its volume', () => {
    const configuration = `
      variable "type" {}
      resource "aws_sagemaker_notebook_instance" "default" { instance_type = "ml.t3.medium" }
      resource "aws_sagemaker_notebook_instance" "used" {
        instance_type = "ml.t3.medium"
        volume_size   = 50
      }
      resource "aws_sagemaker_notebook_instance" "unknown" { instance_type = var.type }
    `;
    const usage = 'resource_usage: { aws_sagemaker_notebook_instance.used: { monthly_hrs: 100 } }';
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_sagemaker_notebook_instance.default
        Notebook instance (ml.t3.medium)  730 hours  0.05  36.5
        Storage                           5 GB       0.14  0.7
        assumed: volume_size = 5
      aws_sagemaker_notebook_instance.used
        Notebook instance (ml.t3.medium)  100 hours  0.05  5
        Storage                           50 GB      0.14  7
      aws_sagemaker_notebook_instance.unknown (unpriced)
        Notebook instance                            unpriced: \`instance_type\`: variable type has no value
        Storage                           5 GB       0.14  0.7
        assumed: volume_size = 5
      total                                                49.9
      "
    `);
  });
});
