import { describe, expect, it } from 'vitest';
import { amount } from '../money/amount.ts';
import type { FoundPrice, PriceSource } from '../prices/price.ts';
import { watchPriceAge } from './age.ts';

/** Prices of which the name is their date. */
function datedPrices(): PriceSource {
  const prices = new Map<string, FoundPrice>();
  return {
    priceOf({ rate }) {
      const date = rate.slice('aws.x.'.length);
      if (date === 'none') return { kind: 'missing', reason: 'none' };
      const tiers = [{ start: amount(0), price: amount(1) }] as const;
      const terms = { unit: 'hour', currency: 'USD', source: 'AP', derived: false } as const;
      const price = prices.get(date) ?? { kind: 'priced', ...terms, tiers, date };
      prices.set(date, price);
      return price;
    },
  };
}

describe('watchPriceAge', () => {
  it.each([
    ['nothing of prices within the limit', ['2026-05-24', '2026-11-20', 'none'], []],
    [
      'of one price that is a day too old',
      ['2026-05-23', '2026-11-20'],
      ['1 price is older than 180 days, of 2 that were looked up; the oldest is of 2026-05-23.'],
    ],
    [
      'of several, each counted once',
      ['2025-01-01', '2025-01-01', '2024-12-31', '2026-11-20'],
      ['2 prices are older than 180 days, of 3 that were looked up; the oldest is of 2024-12-31.'],
    ],
  ])('tells %s', (_, dates, expected) => {
    const prices = watchPriceAge(datedPrices(), { now: '2026-11-20' });
    for (const date of dates) prices.priceOf({ rate: `aws.x.${date}`, region: 'eu-west-1', dimensions: {} });
    const advice = ' Run "tollgate prices update", or install a newer release.';
    expect(prices.notices()).toEqual(expected.map((sentence) => sentence + advice));
  });

  it('takes another limit', () => {
    const prices = watchPriceAge(datedPrices(), { now: '2026-11-20', limitDays: 10 });
    prices.priceOf({ rate: 'aws.x.2026-11-01', region: 'eu-west-1', dimensions: {} });
    expect(prices.notices()[0]).toContain('older than 10 days');
  });
});
