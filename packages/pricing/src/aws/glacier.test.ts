import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('aws_glacier_vault is billed by usage', () => {
  const configuration = `
    resource "aws_glacier_vault" "idle" { name = "idle" }
    resource "aws_glacier_vault" "used" { name = "used" }
  `;
  const prices = `
    aws.glacier.storage 0.0036
    aws.glacier.requests 0.00003
    aws.glacier.retrieval 0.01
    aws.glacier.expedited-retrieval 0.03
  `;
  const usage =
    'resource_usage: { aws_glacier_vault.used: { storage_gb: 1000, monthly_requests: 1000, monthly_standard_data_retrieval_gb: 10, monthly_expedited_data_retrieval_gb: 10 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_glacier_vault.idle
      Storage                 ? GB           0.0036  usage needed
      Requests                ? 1k requests  0.03    usage needed
      Retrievals (standard)   ? GB           0.01    usage needed
    aws_glacier_vault.used
      Storage                 1000 GB        0.0036  3.6
      Requests                1 1k requests  0.03    0.03
      Retrievals (standard)   10 GB          0.01    0.1
      Retrievals (expedited)  10 GB          0.03    0.3
    total                                            4.03
    "
  `);
});
