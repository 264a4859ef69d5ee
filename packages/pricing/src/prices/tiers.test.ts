import { describe, expect, it } from 'vitest';
import { amount, amountText } from '../money/amount.ts';
import type { Tier } from './price.ts';
import { spreadOverTiers, type TierUnit, tierName, withoutFreeTier } from './tiers.ts';

function tiersOf(...tiers: readonly (readonly [number, string])[]): [Tier, ...Tier[]] {
  const [first = [0, '0'], ...rest] = tiers;
  const tier = ([start, price]: readonly [number, string]): Tier => ({ start: amount(start), price: amount(price) });
  return [tier(first), ...rest.map(tier)];
}

const egress = tiersOf([0, '0.09'], [10_240, '0.085'], [51_200, '0.07']);

describe('spreadOverTiers', () => {
  it.each([
    [0, ['0 × 0.09']],
    [100, ['100 × 0.09']],
    [10_240, ['10240 × 0.09']],
    [10_241, ['10240 × 0.09', '1 × 0.085']],
    [60_000, ['10240 × 0.09', '40960 × 0.085', '8800 × 0.07']],
  ])('pays %s GB as %j', (quantity, parts) => {
    const found = spreadOverTiers(amount(quantity), egress);
    expect(found.map((part) => `${amountText(part.quantity)} × ${amountText(part.price)}`)).toEqual(parts);
  });
});

describe('withoutFreeTier', () => {
  it.each([
    ['a free first tier goes, and the next one starts at zero', tiersOf([0, '0'], [100, '0.09']), ['0: 0.09']],
    ['what is free altogether stays free', tiersOf([0, '0']), ['0: 0']],
    ['tiers with a price stay', tiersOf([0, '2'], [5, '1']), ['0: 2', '5: 1']],
  ])('%s', (_, tiers, expected) => {
    expect(withoutFreeTier(tiers).map(({ start, price }) => `${amountText(start)}: ${amountText(price)}`)).toEqual(
      expected,
    );
  });
});

describe('tierName', () => {
  it.each<[number, number | null, TierUnit, string]>([
    [0, 10_240, 'GB', 'first 10TB'],
    [10_240, 51_200, 'GB', 'next 40TB'],
    [153_600, null, 'GB', 'over 150TB'],
    [5_242_880, null, 'GB', 'over 5PB'],
    [0, 100, 'GB', 'first 100GB'],
    [0, 1000, 'count', 'first 1K'],
    [1000, 10_000, 'count', 'next 9K'],
    [0, 333_000_000, 'count', 'first 333M'],
    [0, 7_500_000_000, 'count', 'first 7.5B'],
    [20_000_000_000, null, 'count', 'over 20B'],
    [5, null, 'count', 'over 5'],
  ])('%s to %s %s: %s', (start, end, unit, name) => {
    expect(tierName({ start: amount(start), end: end === null ? null : amount(end) }, unit)).toBe(name);
  });
});
