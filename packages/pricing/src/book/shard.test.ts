import { describe, expect, it } from 'vitest';
import type { RateFamily } from '../families/rate-family.ts';
import { amountText } from '../money/amount.ts';
import type { CompiledPrice } from './compile/family-prices.ts';
import { writeShard } from './compile/write-shard.ts';
import { parseShard } from './shard.ts';

const terms = { source: 'AP', date: '2025-11-04', derived: false };
const family = (name: string, dimensions: readonly string[] = []): RateFamily => ({
  name,
  unit: 'hour',
  dimensions,
  scope: 'regional',
  list: null,
  facts: [],
});
const price = (region: string, values: readonly string[], tiers: string): CompiledPrice => ({
  region,
  values,
  tiers,
  ...terms,
});

const parts = [
  {
    family: family('aws.x.instance', ['engine', 'instanceType']),
    prices: [
      price('eu-west-1', ['MySQL', 'm5.large'], '0.2'),
      price('eu-west-1', ['MySQL', 'm5.xlarge'], '0.4'),
      price('eu-west-1', ['MariaDB', 'm5.xlarge'], '0.4'),
      price('eu-west-1', ['MariaDB', 'm5.large'], '0.2'),
      price('eu-west-1', ['Oracle', 'm5.large'], '0.3'),
      price('eu-west-1', ['Oracle', 'r5.large'], '0.5'),
      price('us-east-1', ['MySQL', 'm5.large'], '0.1'),
    ],
  },
  {
    family: family('aws.x.data'),
    prices: [
      price('eu-west-1', [], '0.09;10240:0.085'),
      price('us-east-1', [], '0.09;10240:0.085'),
      price('us-west-1', [], '0.1'),
    ],
  },
];
const text = writeShard('aws', 'x', '*', parts);

describe('a shard of the price book', () => {
  it('is text that is read in a review', () => {
    expect(text.replaceAll('\t', ' · ')).toMatchInlineSnapshot(`
      "tollgate prices 1 · aws · x · * · USD
      @aws.x.data · hour ·  · AP · 2025-11-04
      eu-west-1|us-east-1=0.09;10240:0.085
      us-west-1=0.1
      @aws.x.instance · hour · engine,instanceType · AP · 2025-11-04
      eu-west-1 · MariaDB|MySQL · m5.large=0.2 · .xlarge=0.4
       · Oracle · m5.large=0.3
       ·  · r5.large=0.5
      us-east-1 · MySQL · m5.large=0.1
      end · 10 · 2989720c
      "
    `);
  });

  it('gives back what was written', () => {
    const { families, region } = parseShard('book/aws/x.tsv', text);
    expect(region).toBe('*');
    const found = [...(families.get('aws.x.instance')?.prices ?? [])].map(
      ([key, { tiers }]) => `${key.replaceAll('\t', ' ')} ${amountText(tiers[0].price)}`,
    );
    expect(found.sort()).toEqual(
      parts[0]?.prices.map(({ region: at, values, tiers }) => [at, ...values, tiers].join(' ')).sort(),
    );
    const data = families.get('aws.x.data')?.prices.get('eu-west-1');
    expect(data).toMatchObject({ unit: 'hour', currency: 'USD', source: 'AP', date: '2025-11-04', derived: false });
    expect(data?.tiers.map(({ start, price: each }) => [amountText(start), amountText(each)])).toEqual([
      ['0', '0.09'],
      ['10240', '0.085'],
    ]);
  });

  it('is the same text, in whatever order prices come', () => {
    const reversed = parts
      .toReversed()
      .map(({ family: each, prices }) => ({ family: each, prices: prices.toReversed() }));
    expect(writeShard('aws', 'x', '*', reversed)).toBe(text);
  });

  it.each([
    ['cut off in the middle', text.slice(0, text.length / 2), 'it is cut off'],
    ['empty', '', 'it does not begin with'],
    ['a price changed', text.replace('0.085', '0.185'), 'its check sum is wrong'],
    ['a line lost', text.replace(/\n[^\n]*0\.5\n/, '\n'), 'its check sum is wrong'],
    ['another file', '<!doctype html>', 'it does not begin with'],
  ])('tells that it is damaged: %s', (_, damaged, message) => {
    expect(() => parseShard('book/aws/x.tsv', damaged)).toThrow(message);
    expect(() => parseShard('book/aws/x.tsv', damaged)).toThrow(/^book\/aws\/x\.tsv:\d+: /);
  });
});
