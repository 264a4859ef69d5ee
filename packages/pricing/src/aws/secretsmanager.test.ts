import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('aws_secretsmanager_secret is billed with its replicas', () => {
  const prices = 'aws.secretsmanager.secret 0.4\naws.secretsmanager.requests 0.000005';
  const configuration = `
    variable "region" {}
    resource "aws_secretsmanager_secret" "unused" {}
    resource "aws_secretsmanager_secret" "replicated" {
      replica { region = "eu-west-1" }
      replica { region = var.region }
    }
  `;
  const usage = 'resource_usage: { aws_secretsmanager_secret.replicated: { monthly_requests: 100000 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_secretsmanager_secret.unused
      Secret                1 months         0.4   0.4
      API requests          ? 10k requests   0.05  usage needed
    aws_secretsmanager_secret.replicated (unpriced)
      Secret                1 months         0.4   0.4
      API requests          10 10k requests  0.05  0.5
      replica[0]
        Secret (eu-west-1)  1 months         0.4   0.4
      replica[1]
        Secret                               unpriced: \`replica[1].region\`: variable region has no value
    total                                          1.7
    "
  `);
});
