import { PricingError } from '../error.ts';
import { type Amount, amount, amountText, parseAmount } from '../money/amount.ts';
import { type FamilyMatch, familyMatch } from './family-match.ts';
import type { ListPrice } from './list-price.ts';
import { readUnit } from './list-unit.ts';
import type { ListedFamily, ListQuestion, PriceList } from './price-list.ts';

/** A price of a family, found in a price list: what a price book takes over. */
export interface ListedPrice {
  readonly family: string;
  readonly region: string;
  /** Of the dimensions of the family, in its order. */
  readonly values: readonly string[];
  /** In the unit of the family: `0.09;10240:0.085`. */
  readonly tiers: string;
  readonly unit: string;
  readonly currency: 'USD';
  /** The day from which on the price list has this price; empty when it does not tell. */
  readonly effective: string;
}

/** What a price list has of some families. */
export interface ListedPrices {
  readonly prices: readonly ListedPrice[];
  /** Why nothing can be taken of a family: two prices for one thing, another currency or unit. */
  readonly mistakes: readonly PricingError[];
}

export interface Wanted {
  readonly families: readonly ListedFamily[];
  readonly regions: readonly string[] | null;
  readonly dimensions?: Readonly<Record<string, string>>;
  /** The day of the run: prices that begin later do not hold yet. */
  readonly now: string;
}

interface Entry {
  readonly id: string;
  readonly start: Amount;
  readonly price: Amount;
  readonly effective: string;
}

/** Asks a price list for the prices of families. @throws PricingError, see `PriceList`. */
export async function askForPrices(list: PriceList, wanted: Wanted): Promise<ListedPrices> {
  const { families, regions, dimensions = {}, now } = wanted;
  const open = families.map((family) => ({ family, match: familyMatch(family), gathered: new Gathered(family, now) }));
  const matchers: readonly FamilyMatch[] = open.map(({ match }) => match);
  const wants: ListQuestion['wants'] = (product) => matchers.some((match) => match(product) !== null);
  for await (const price of list.prices({ families, regions, dimensions, wants })) {
    for (const { family, match, gathered } of open) {
      const values = match(price.product);
      if (values === null) continue;
      const isWanted = family.dimensions.every((name, index) => (dimensions[name] ?? values[index]) === values[index]);
      if (isWanted) gathered.add(price, values, regions);
    }
  }
  const results = open.map(({ gathered }) => gathered.result());
  return {
    prices: results.flatMap(({ prices }) => prices),
    mistakes: results.flatMap(({ mistake }) => (mistake === null ? [] : [mistake])),
  };
}

/** The prices of one family, as they come in. The first mistake ends it. */
class Gathered {
  readonly #family: ListedFamily;
  readonly #now: string;
  readonly #entries = new Map<string, Entry[]>();
  #mistake: PricingError | null = null;

  constructor(family: ListedFamily, now: string) {
    this.#family = family;
    this.#now = now;
  }

  add(price: ListPrice, values: readonly string[], wantedRegions: readonly string[] | null): void {
    if (this.#mistake !== null) return;
    const regions = this.#family.scope === 'global' ? ['global'] : price.product.regions;
    for (const region of regions) {
      // The prices of China are a list of their own, in another currency; the book has none of them.
      if (region.startsWith('cn-') && wantedRegions === null) continue;
      if (this.#family.scope !== 'global' && wantedRegions?.includes(region) === false) continue;
      const problem = this.#take(price, values, region);
      if (problem === null) continue;
      const { id } = price.product;
      this.#mistake = new PricingError(this.#family.name, `${problem} (${[region, ...values, id].join(', ')}).`);
      return;
    }
  }

  /** What is wrong with the price, null for nothing. */
  #take({ product, unit, currency, effective, tiers }: ListPrice, values: readonly string[], region: string) {
    if (currency !== 'USD') return `The price list has a price in ${currency}, and the book is in USD`;
    if (!/^[a-z0-9-]{1,64}$/.test(region)) return `The price list has the region "${region}", which is none`;
    const bad = values.find((value) => /[\t\r\n=|]|^[.@]/.test(value));
    if (bad !== undefined) return `The price list has the value "${bad}", which cannot be written into a shard`;
    const factor = this.#factor(unit);
    if (typeof factor === 'string') return factor;
    const key = [region, ...values].join('\t');
    const entries = this.#entries.get(key) ?? [];
    for (const tier of tiers) {
      const [start, price] = [parseAmount(tier.start), parseAmount(tier.price)];
      if (start === undefined || price === undefined || start.lt(0) || price.lt(0)) {
        return `The price list has the price "${tier.price}" from "${tier.start}", which is no number`;
      }
      entries.push({ id: product.id, start: start.times(factor), price: price.div(factor), effective });
    }
    this.#entries.set(key, entries);
    return null;
  }

  /** How many units of the family are one of the list; a sentence when they cannot be compared. */
  #factor(listUnit: string): Amount | string {
    const { list, unit } = this.#family;
    if (list.per !== '1') return amount(list.per);
    const [given, own] = [readUnit(listUnit), readUnit(unit)];
    // An hour has to be an hour: upfront fees are counted by "Quantity". Lists call a month of a key only a key.
    const isOther = given.period !== own.period && given.period !== null && own.period !== null;
    if (isOther || (own.period === 'hour' && given.period === null)) {
      return `The price list counts in "${listUnit}", and the rate in "${unit}"`;
    }
    return given.block;
  }

  result(): { readonly prices: readonly ListedPrice[]; readonly mistake: PricingError | null } {
    const prices: ListedPrice[] = [];
    const { name, unit } = this.#family;
    for (const [key, entries] of this.#mistake === null ? this.#entries : []) {
      const holding = holdingOn(this.#now, entries);
      if (holding.length === 0) continue;
      const [region = '', ...values] = key.split('\t');
      const tiers = tiersText(holding);
      if (tiers.kind === 'mistake') {
        return { prices: [], mistake: new PricingError(name, `${tiers.message} (${[region, ...values].join(', ')}).`) };
      }
      const effective = holding.map((entry) => entry.effective.slice(0, 10)).reduce((a, b) => (a > b ? a : b));
      prices.push({ family: name, region, values, tiers: tiers.text, unit, currency: 'USD', effective });
    }
    return { prices, mistake: this.#mistake };
  }
}

/** Of the prices that one product has had for a tier, the last one that has begun. */
function holdingOn(now: string, entries: readonly Entry[]): readonly Entry[] {
  const begun = entries.filter(({ effective }) => effective.slice(0, 10) <= now);
  const byProduct = Map.groupBy(begun, ({ id, start }) => `${id}\t${start.toFixed()}`);
  return [...byProduct.values()].flatMap((alike) => {
    const last = alike.map(({ effective }) => effective).reduce((a, b) => (a > b ? a : b));
    return alike.filter(({ effective }) => effective === last);
  });
}

type TiersText =
  | { readonly kind: 'tiers'; readonly text: string }
  | { readonly kind: 'mistake'; readonly message: string };

function tiersText(entries: readonly Entry[]): TiersText {
  const sorted = entries.toSorted((a, b) => a.start.cmp(b.start) || (a.id < b.id ? -1 : 1));
  const tiers: Entry[] = [];
  for (const entry of sorted) {
    const last = tiers.at(-1);
    if (last === undefined || !last.start.eq(entry.start)) {
      tiers.push(entry);
    } else if (!last.price.eq(entry.price)) {
      const two = `${amountText(last.price)} of ${last.id} and ${amountText(entry.price)} of ${entry.id}`;
      return { kind: 'mistake', message: `The price list has two prices for one rate, ${two}` };
    }
  }
  if (tiers[0]?.start.eq(0) !== true) {
    return { kind: 'mistake', message: 'The tiers of the price list do not start at zero' };
  }
  const text = tiers
    .map(({ start, price }, index) => (index === 0 ? '' : `${amountText(start)}:`) + amountText(price))
    .join(';');
  return { kind: 'tiers', text };
}
