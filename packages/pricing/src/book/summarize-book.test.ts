import { expect, it } from 'vitest';
import { checksumOf } from './shard.ts';
import { summarizeBook } from './summarize-book.ts';

/** A shard as it is written, from lines whose cells are divided by blanks. */
function shard(count: number, ...lines: readonly string[]): string {
  const all = lines.map((line) => line.replaceAll(' ', '\t').replace('tollgate\tprices\t1', 'tollgate prices 1'));
  return `${all.join('\n')}\nend\t${count}\t${checksumOf(all)}\n`;
}

const files = new Map([
  [
    'book/aws/ec2/eu-west-1.tsv',
    shard(
      2,
      'tollgate prices 1 aws ec2 eu-west-1 USD',
      '@aws.ec2.instance hour instanceType E2+AP 2026-01-31',
      'a=1 b=2',
    ),
  ],
  [
    'book/aws/ec2/global.tsv',
    shard(1, 'tollgate prices 1 aws ec2 global USD', '@aws.ec2.cpu-credits hour family KA 2025-06-30', 't3=0.05'),
  ],
  [
    'book/aws/kms.tsv',
    shard(2, 'tollgate prices 1 aws kms * USD', '@aws.kms.key key-month  AP 2025-08-28', 'eu-west-1|us-east-1=1'),
  ],
  ['book/aws/sqs.tsv', 'tollgate prices 1\taws\tsqs\t*\tUSD\n'],
]);

it('counts rates, prices and regions by service, and names shards that are damaged', () => {
  const summary = summarizeBook({ read: (path) => files.get(path) ?? null }, [...files.keys()].reverse());
  expect(summary).toEqual({
    kind: 'PriceBookSummary',
    version: 1,
    services: [
      {
        service: 'aws.ec2',
        rates: ['aws.ec2.cpu-credits', 'aws.ec2.instance'],
        prices: 3,
        regions: 1,
        oldest: '2025-06-30',
        newest: '2026-01-31',
        sources: ['AP', 'E2', 'KA'],
      },
      {
        service: 'aws.kms',
        rates: ['aws.kms.key'],
        prices: 2,
        regions: 2,
        oldest: '2025-08-28',
        newest: '2025-08-28',
        sources: ['AP'],
      },
    ],
    problems: [expect.stringContaining('book/aws/sqs.tsv:2: The price shard is damaged')],
  });
});
