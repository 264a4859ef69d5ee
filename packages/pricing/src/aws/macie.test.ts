import { expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

it('aws_macie2_account is billed by buckets, objects and inspected data', () => {
  const prices = `
    aws.macie.buckets 0.003288
    aws.macie.objects 0.0000000033
    aws.macie.inspected 1;50000:0.5
  `;
  const configuration = `
    resource "aws_macie2_account" "unused" {}
    resource "aws_macie2_account" "used" {}
    resource "aws_macie2_account" "paused" { status = "PAUSED" }
  `;
  const usage = `
resource_usage:
  aws_macie2_account.used: { buckets: 24, objects: 24000000, monthly_data_inspected_gb: 60000 }
`;
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_macie2_account.unused
      Buckets evaluated           ? bucket-days       0.003288  usage needed
      Objects monitored           ? 1M object-days    0.0033    usage needed
      Data inspected (first 50K)  ? GB                1         usage needed
    aws_macie2_account.used
      Buckets evaluated           730 bucket-days     0.003288  2.40024
      Objects monitored           730 1M object-days  0.0033    2.409
      Data inspected (first 50K)  50000 GB            1         50000
      Data inspected (over 50K)   10000 GB            0.5       5000
    aws_macie2_account.paused (free)
    total                                                       55004.80924
    "
  `);
});
