import { describe, expect, it } from 'vitest';
import { files } from '../../test/estimate.ts';
import { textPrices } from '../../test/text-prices.ts';
import type { LivePrices } from '../sources/live/live-prices.ts';
import { usageRules } from '../usage/usage-rules.ts';
import { openPricing, type PricingOptions } from './pricing.ts';

const noUsage = usageRules(null);
const query = { rate: 'aws.ebs.volume-gp3', region: 'eu-west-1', dimensions: {} };
const root = { resources: [], environments: null, tagsOf: () => null };
const options: PricingOptions = { files, date: '2026-11-20', settings: null, lookUps: null };

/** Price lists that know a price after they were asked once. */
function listOfOnePrice(): LivePrices {
  const known = textPrices('aws.ebs.volume-gp3 0.09');
  let isAsked = false;
  return {
    priceOf: (wanted) => (isAsked ? known.priceOf(wanted) : { kind: 'missing', reason: 'the book has none' }),
    lookUp: async () => {
      const found = isAsked ? 0 : 1;
      isAsked = true;
      return found;
    },
    notices: () => ['the list of another provider is silent'],
  };
}

describe('openPricing', () => {
  it('estimates again with what look-ups found, and tells what they did not', async () => {
    const pricing = openPricing({ ...options, lookUps: listOfOnePrice });
    const { prices, priceSource } = pricing.inputOf(root, noUsage);
    expect(await pricing.estimate(() => prices.priceOf(query).kind)).toBe('priced');
    expect(priceSource).toBe('live');
    expect(pricing.lookUpNotices()).toEqual(['the list of another provider is silent']);
  });

  it('takes the book alone unless look-ups are wanted, and tells how old it is', async () => {
    const pricing = openPricing({ ...options, maxPriceAge: 30 });
    const { prices, priceSource } = pricing.inputOf(root, noUsage);
    expect(await pricing.estimate(() => prices.priceOf(query).kind)).toBe('priced');
    expect(priceSource).toBe('embedded');
    expect(pricing.lookUpNotices()).toEqual([]);
    expect(pricing.ageNotices()).toEqual([expect.stringMatching(/^1 price is older than 30 days/)]);
  });
});
