import { PricingError } from '../../error.ts';
import type { RateFamily } from '../../families/rate-family.ts';
import { amount } from '../../money/amount.ts';
import {
  type FoundPrice,
  type Price,
  type PriceSource,
  queryText,
  type RateQuery,
  type Tier,
} from '../../prices/price.ts';
import { askForPrices, type ListedPrice } from '../listed-prices.ts';
import { isListed, type ListedFamily, type PriceList } from '../price-list.ts';

export interface LivePriceOptions {
  /** Asked first: the price book. */
  readonly book: PriceSource;
  /** The family of a rate; null when it is not declared. */
  readonly familyOf: (rate: string) => RateFamily | null;
  /** The price list of a provider, such as `aws`; null when there is none. */
  readonly listOf: (provider: string) => PriceList | null;
  /** The date of the run, which live prices get. */
  readonly now: string;
}

/** Prices of the book, and of price lists for what the book lacks. */
export interface LivePrices extends PriceSource {
  /**
   * Asks price lists for what was looked up and is not there. Gives how many prices were asked for: when it is not zero, an estimate
   * made again knows more.
   */
  readonly lookUp: () => Promise<number>;
  /** Why price lists could not be asked, and what of their answers could not be used, as sentences. */
  readonly notices: () => readonly string[];
}

/** How many rates one run asks for: a configuration of strangers must not make it ask without end. */
const maxLookUps = 500;
/** From this many values in one region on, the whole family is asked for. */
const manyValues = 5;

/**
 * Completes the price book by look-ups. A price is asked for in two steps, because estimates do not wait: `priceOf` notes what is
 * missing, `lookUp` asks for it, and the next estimate has it. When a price list cannot be asked, the book's answer stays, with a notice.
 */
export function livePrices({ book, familyOf, listOf, now }: LivePriceOptions): LivePrices {
  const wanted = new Map<string, { readonly query: RateQuery; readonly family: ListedFamily }>();
  const asked = new Set<string>();
  const found = new Map<string, FoundPrice>();
  const silent = new Set<string>();
  const notices = new Set<string>();

  const ask = async (list: PriceList, group: readonly { query: RateQuery; family: ListedFamily }[]) => {
    const [first] = group;
    if (first === undefined) return;
    const { family, query } = first;
    const regions = family.scope === 'global' ? null : [query.region];
    const alone = group.length < manyValues ? group.map((each) => each.query.dimensions) : [{}];
    for (const dimensions of alone) {
      const { prices, mistakes } = await askForPrices(list, { families: [family], regions, dimensions, now });
      for (const mistake of mistakes) notices.add(`${mistake.message} It stays without a live price.`);
      for (const price of prices) {
        found.set(keyOf(price.family, price.region, price.values), foundPrice(price, list.source, now));
      }
    }
  };

  return {
    notices: () => [...notices],
    priceOf(query): Price {
      const known = book.priceOf(query);
      if (known.kind === 'priced') return known;
      const family = familyOf(query.rate);
      const values = family?.dimensions.map((name) => query.dimensions[name] ?? '');
      if (family === null || values === undefined || !isListed(family)) return known;
      const key = keyOf(query.rate, family.scope === 'global' ? 'global' : query.region, values);
      const live = found.get(key);
      if (live !== undefined) return live;
      if (asked.has(key)) return { ...known, reason: `${known.reason}, and nor has the price list of the provider` };
      if (values.every((value) => value !== '')) wanted.set(key, { query, family });
      return known;
    },
    async lookUp() {
      const open = [...wanted].filter(([key, { query }]) => !asked.has(key) && !silent.has(providerOf(query)));
      const now = open.slice(0, Math.max(0, maxLookUps - asked.size));
      if (now.length < open.length) {
        const [, next] = open[now.length] ?? [];
        const what = next === undefined ? '' : `, beginning with ${queryText(next.query)}`;
        notices.add(`More than ${maxLookUps} prices are missing: the rest is not looked up${what}.`);
      }
      wanted.clear();
      const groups = Map.groupBy(now, ([, { query }]) => `${query.rate}\t${query.region}`);
      for (const group of groups.values()) {
        const provider = group[0] === undefined ? '' : providerOf(group[0][1].query);
        const list = silent.has(provider) ? null : listOf(provider);
        if (list === null) continue;
        try {
          await ask(
            list,
            group.map(([, each]) => each),
          );
          for (const [key] of group) asked.add(key);
        } catch (error) {
          if (!(error instanceof PricingError)) throw error;
          silent.add(provider);
          notices.add(
            `Live prices of ${provider} are not to be had, and the price book is used alone: ${error.message}`,
          );
        }
      }
      return now.filter(([key]) => asked.has(key)).length;
    },
  };
}

/** Estimates, looks up what is missing, and estimates again until nothing more can be asked for. */
export async function withLookUps<T>(prices: LivePrices, estimate: () => T): Promise<T> {
  let result = estimate();
  while ((await prices.lookUp()) > 0) result = estimate();
  return result;
}

function providerOf({ rate }: RateQuery): string {
  return rate.split('.')[0] ?? '';
}

function keyOf(rate: string, region: string, values: readonly string[]): string {
  return [rate, region, ...values].join('\t');
}

function foundPrice({ unit, currency, tiers }: ListedPrice, source: string, date: string): FoundPrice {
  const [first = '', ...rest] = tiers.split(';');
  const later = rest.map((tier): Tier => {
    const [start = '', price = ''] = tier.split(':');
    return { start: amount(start), price: amount(price) };
  });
  return {
    kind: 'priced',
    unit,
    currency,
    tiers: [{ start: amount(0), price: amount(first) }, ...later],
    source,
    date,
    derived: false,
  };
}
