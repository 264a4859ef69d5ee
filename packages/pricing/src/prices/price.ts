import type { Amount } from '../money/amount.ts';

/** What a price is asked for: a rate in a region, with a value for every dimension of its family. */
export interface RateQuery {
  /** `aws.ebs.volume-gp3`: provider, service, and what is billed. */
  readonly rate: string;
  /** The provider's code: `eu-west-1`. */
  readonly region: string;
  /** By name, such as `{ instanceType: 'm5.large' }`. */
  readonly dimensions: Readonly<Record<string, string>>;
}

/** A price that holds from a quantity on, up to the start of the next tier. */
export interface Tier {
  /** In the unit of the rate, a month. */
  readonly start: Amount;
  /** For one unit. */
  readonly price: Amount;
}

/** A price with where it comes from. */
export interface FoundPrice {
  readonly kind: 'priced';
  /** The unit of quantities and tiers: `hour`, `GB-month`, `request`. */
  readonly unit: string;
  readonly currency: string;
  /** At least one; the first starts at zero. */
  readonly tiers: readonly [Tier, ...Tier[]];
  /** Codes of `data/book/sources.tsv`; empty for a price that a file of the user tells. */
  readonly source: string;
  /** When the source had the price: `2025-11-04`; empty for a price that a file of the user tells. */
  readonly date: string;
  /** True for a price that is computed from others, such as a licence premium of another region. */
  readonly derived: boolean;
  /** The rules of the cost settings that made it what it is, as sentences without their full stop; absent for none. */
  readonly rules?: readonly string[];
}

/** A price that is not there is never zero: it has a reason, as a sentence without its full stop. */
export interface MissingPrice {
  readonly kind: 'missing';
  readonly reason: string;
}

export type Price = FoundPrice | MissingPrice;

/** Where prices come from: the price book, a look-up in a price list, or one of them with discounts applied. */
export interface PriceSource {
  priceOf(query: RateQuery): Price;
}

/** The rates as a reader knows them: `aws.ec2.instance (m5.large) in eu-west-1`. */
export function queryText({ rate, region, dimensions }: RateQuery): string {
  const values = Object.values(dimensions);
  return `${rate}${values.length === 0 ? '' : ` (${values.join(', ')})`} in ${region}`;
}

/** The price of two things that are always bought together, such as an instance and the licence of its operating system. */
export function addedPrices(a: Price, b: Price): Price {
  if (a.kind === 'missing') return a;
  if (b.kind === 'missing') return b;
  if (a.currency !== b.currency || a.unit !== b.unit || a.tiers.length > 1 || b.tiers.length > 1) {
    return {
      kind: 'missing',
      reason: `prices in ${a.currency} per ${a.unit} and ${b.currency} per ${b.unit} cannot be added`,
    };
  }
  const [first] = a.tiers;
  const rules = [...new Set([...(a.rules ?? []), ...(b.rules ?? [])])];
  // What a file of the user tells has neither source nor date.
  const known = [a, b].filter(({ source }) => source !== '');
  return {
    ...a,
    tiers: [{ start: first.start, price: first.price.plus(b.tiers[0].price) }],
    source: [...new Set(known.map(({ source }) => source))].join('+'),
    date: known.map(({ date }) => date).sort()[0] ?? '',
    derived: true,
    ...(rules.length === 0 ? {} : { rules }),
  };
}
