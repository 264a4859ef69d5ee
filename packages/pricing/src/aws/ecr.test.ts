import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

describe('aws_ecr_repository', () => {
  it('is billed by what its images take up', () => {
    const configuration = `
      resource "aws_ecr_repository" "used" { name = "used" }
      resource "aws_ecr_repository" "new" { name = "new" }
    `;
    const usage = 'resource_usage: { aws_ecr_repository.used: { storage_gb: 20 } }';
    expect(estimateTable(configuration, { prices: 'aws.ecr.storage 0.1', usage })).toMatchInlineSnapshot(`
      "
      aws_ecr_repository.used
        Storage  20 GB  0.1  2
      aws_ecr_repository.new
        Storage  ? GB   0.1  usage needed
      total                  2
      "
    `);
  });
});
