import { amount } from '../money/amount.ts';
import type { FoundPrice, PriceSource, RateQuery, Tier } from '../prices/price.ts';
import type { CostSettings, PriceRule } from './cost-settings.ts';
import { fitsOne } from './pattern.ts';

/**
 * Prices as the settings make them: an own price goes before that of the source, the first that fits; otherwise every discount and
 * commitment that fits is applied, one after the other, and then the exchange rate. A price that is missing stays missing.
 */
export function settledPrices(source: PriceSource, settings: CostSettings): PriceSource {
  const { discounts, commitments, prices, currency } = settings;
  const code = currency?.code ?? 'USD';
  const about = ({ rate, region }: RateQuery, scope: { rates: readonly string[]; regions: readonly string[] | null }) =>
    fitsOne(rate, scope.rates) && (scope.regions === null || fitsOne(region, scope.regions));
  return {
    priceOf(query) {
      const own = prices.find((rule) => about(query, rule) && hasDimensions(query, rule));
      if (own !== undefined) return ownPrice(own, code);
      const price = source.priceOf(query);
      if (price.kind === 'missing') return price;
      const applied = [...discounts, ...commitments].filter((rule) => about(query, rule));
      const isConverted = currency !== null && price.currency === 'USD' && code !== 'USD';
      if (applied.length === 0 && !isConverted) return price;
      const factor = applied.reduce((product, rule) => product.times(rule.factor), amount(1));
      const exchange = isConverted ? currency.rate : amount(1);
      const [first, ...rest] = price.tiers.map(
        (tier): Tier => ({ start: tier.start, price: tier.price.times(factor).times(exchange) }),
      );
      if (first === undefined) return price;
      return {
        ...price,
        currency: isConverted ? code : price.currency,
        tiers: [first, ...rest],
        ...(applied.length === 0 ? {} : { rules: applied.map(({ text }) => text) }),
      };
    },
  };
}

function hasDimensions({ dimensions }: RateQuery, rule: PriceRule): boolean {
  return Object.entries(rule.dimensions).every(([name, value]) => dimensions[name] === value);
}

function ownPrice({ unit, tiers, text }: PriceRule, currency: string): FoundPrice {
  return { kind: 'priced', unit, currency, tiers, source: '', date: '', derived: false, rules: [text] };
}
