import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('aws_securityhub_account is billed by checks and findings', () => {
  const prices = 'aws.securityhub.checks 0.001;100000:0.0008\naws.securityhub.findings 0;10000:0.00003';
  const configuration = `
    resource "aws_securityhub_account" "unused" {}
    resource "aws_securityhub_account" "used" {}
  `;
  const usage = 'resource_usage: { aws_securityhub_account.used: { monthly_checks: 150000, monthly_findings: 20000 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_securityhub_account.unused
      Security checks (first 100K)  ? checks       0.001   usage needed
      Findings ingested             ? 10k events   0.3     usage needed
    aws_securityhub_account.used
      Security checks (first 100K)  100000 checks  0.001   100
      Security checks (over 100K)   50000 checks   0.0008  40
      Findings ingested             2 10k events   0.3     0.6
    total                                                  140.6
    "
  `);
});
