import { describe, expect, it } from 'vitest';
import type { RateFamily } from '../families/rate-family.ts';
import { bookCoverage, isPricedIn } from './book-coverage.ts';
import { writeShard } from './compile/write-shard.ts';

const family = (name: string, dimensions: readonly string[] = []): RateFamily => ({
  name,
  unit: 'hour',
  dimensions,
  scope: 'regional',
  list: null,
  facts: [],
});
const price = (region: string, values: readonly string[], source: string, date: string) => ({
  region,
  values,
  tiers: '1',
  source,
  date,
  derived: false,
});

const instance = family('aws.big.instance', ['instanceType']);
const shards: Readonly<Record<string, string>> = {
  'book/aws/big/eu-west-1.tsv': writeShard('aws', 'big', 'eu-west-1', [
    {
      family: instance,
      prices: [price('eu-west-1', ['m5'], 'AP', '2025-11-04'), price('eu-west-1', ['m6'], 'E2+AP', '2026-01-31')],
    },
  ]),
  'book/aws/big/us-east-1.tsv': writeShard('aws', 'big', 'us-east-1', [
    { family: instance, prices: [price('us-east-1', ['m5'], 'AP', '2025-11-04')] },
  ]),
  'book/aws/small.tsv': writeShard('aws', 'small', '*', [
    { family: family('aws.small.fee'), prices: [price('global', [], 'AP', '2025-11-04')] },
  ]),
  'book/aws/broken.tsv': 'tollgate prices 1\taws\tbroken\t*\tUSD\n',
};
const { rates, problems } = bookCoverage({ read: (path) => shards[path] ?? null }, Object.keys(shards).reverse());

describe('the coverage of the price book', () => {
  it('is told by rate, over the shards of all regions', () => {
    expect(rates).toEqual([
      {
        service: 'aws.big',
        rate: 'aws.big.instance',
        prices: 3,
        regions: ['eu-west-1', 'us-east-1'],
        isGlobal: false,
        oldest: '2025-11-04',
        newest: '2026-01-31',
        sources: ['AP', 'E2'],
      },
      {
        service: 'aws.small',
        rate: 'aws.small.fee',
        prices: 1,
        regions: [],
        isGlobal: true,
        oldest: '2025-11-04',
        newest: '2025-11-04',
        sources: ['AP'],
      },
    ]);
  });

  it('takes a price that holds everywhere for one in each region', () => {
    const inRegion = (region: string) => rates.filter((rate) => isPricedIn(rate, region)).map(({ rate }) => rate);
    expect([inRegion('us-east-1'), inRegion('eu-south-2')]).toEqual([
      ['aws.big.instance', 'aws.small.fee'],
      ['aws.small.fee'],
    ]);
  });

  it('names shards that are damaged', () => {
    expect(problems).toEqual([expect.stringContaining('book/aws/broken.tsv:2: The price shard is damaged')]);
  });
});
