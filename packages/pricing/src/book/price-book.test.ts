import { describe, expect, it } from 'vitest';
import type { RateFamily } from '../families/rate-family.ts';
import { amountText } from '../money/amount.ts';
import { writeShard } from './compile/write-shard.ts';
import { openPriceBook } from './price-book.ts';

const family = (name: string, dimensions: readonly string[] = []): RateFamily => ({
  name,
  unit: 'hour',
  dimensions,
  scope: 'regional',
  list: null,
  facts: [],
});
const price = (region: string, values: readonly string[], tiers: string) => ({
  region,
  values,
  tiers,
  source: 'AP',
  date: '2025-11-04',
  derived: false,
});

const instances = family('aws.big.instance', ['instanceType']);
const shards: Readonly<Record<string, string>> = {
  'book/aws/small.tsv': writeShard('aws', 'small', '*', [
    { family: family('aws.small.data'), prices: [price('eu-west-1', [], '0.05')] },
    { family: family('aws.small.fee'), prices: [price('global', [], '3')] },
  ]),
  'book/aws/big/eu-west-1.tsv': writeShard('aws', 'big', 'eu-west-1', [
    { family: instances, prices: [price('eu-west-1', ['m5.large'], '0.107')] },
  ]),
  'book/aws/big/global.tsv': writeShard('aws', 'big', 'global', [
    { family: family('aws.big.license'), prices: [price('global', [], '0.046')] },
  ]),
  'book/aws/broken.tsv': 'tollgate prices 1\taws\tbroken\t*\tUSD\n',
};
const files = { read: (path: string) => shards[path] ?? null };

function ask(rate: string, region: string, dimensions: Readonly<Record<string, string>> = {}): string {
  const found = openPriceBook(files).priceOf({ rate, region, dimensions });
  return found.kind === 'priced' ? amountText(found.tiers[0].price) : found.reason;
}

describe('the price book', () => {
  it('finds prices in shards of all regions, of one region, and of what is the same everywhere', () => {
    expect(ask('aws.small.data', 'eu-west-1')).toBe('0.05');
    expect(ask('aws.small.fee', 'sa-east-1')).toBe('3');
    expect(ask('aws.big.instance', 'eu-west-1', { instanceType: 'm5.large' })).toBe('0.107');
    expect(ask('aws.big.license', 'eu-west-1')).toBe('0.046');
  });

  it('says why a price is missing, and never gives zero', () => {
    expect(ask('aws.small.data', 'us-east-1')).toBe('the price book has no price for aws.small.data in us-east-1');
    expect(ask('aws.big.instance', 'mars-1', { instanceType: 'm5.large' })).toBe(
      'the price book has no prices of aws.big in the region "mars-1"',
    );
    expect(ask('aws.big.instance', 'eu-west-1', { instanceType: 'm5.larg' })).toBe(
      'the price book has no price for aws.big.instance (m5.larg) in eu-west-1; it has one for m5.large',
    );
    expect(ask('aws.small.nothing', 'eu-west-1')).toBe('the price book does not have the rate aws.small.nothing');
    expect(ask('aws.big.instance', 'eu-west-1', { type: 'm5.large' })).toBe(
      'aws.big.instance has the dimensions instanceType, and not type',
    );
    expect(ask('aws.big.instance', '../../../etc/passwd', { instanceType: 'x' })).toContain('no prices of aws.big');
  });

  it('tells of a damaged shard once, and keeps the prices of others', () => {
    const book = openPriceBook(files);
    const damaged = { rate: 'aws.broken.data', region: 'eu-west-1', dimensions: {} };
    expect(book.priceOf(damaged)).toMatchObject({ kind: 'missing', reason: expect.stringContaining('is damaged') });
    book.priceOf(damaged);
    expect(book.problems()).toHaveLength(1);
    expect(book.priceOf({ ...damaged, rate: 'aws.small.data' }).kind).toBe('priced');
  });

  it('reads only the shards that are asked for', () => {
    const book = openPriceBook(files);
    book.priceOf({ rate: 'aws.big.instance', region: 'eu-west-1', dimensions: { instanceType: 'm5.large' } });
    expect(book.shardsRead()).toEqual(['book/aws/big/eu-west-1.tsv']);
  });
});
