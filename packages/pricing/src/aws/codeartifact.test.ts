import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.codeartifact.storage 0.05
  aws.codeartifact.requests 0.000005
`;

describe('aws_codeartifact_domain', () => {
  it('is billed by what it stores and by requests', () => {
    const configuration = `
      resource "aws_codeartifact_domain" "new" { domain = "new" }
      resource "aws_codeartifact_domain" "used" { domain = "used" }
    `;
    const usage = 'resource_usage: { aws_codeartifact_domain.used: { storage_gb: 40, monthly_requests: 200000 } }';
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_codeartifact_domain.new
        Storage   ? GB             0.05  usage needed
        Requests  ? 10k requests   0.05  usage needed
      aws_codeartifact_domain.used
        Storage   40 GB            0.05  2
        Requests  20 10k requests  0.05  1
      total                              3
      "
    `);
  });
});
