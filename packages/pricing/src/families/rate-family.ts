import { parseDocument } from 'yaml';
import { PricingError } from '../error.ts';
import { parseAmount } from '../money/amount.ts';

/** A rate family: what is billed the same way everywhere, at a price for each region and value of its dimensions. */
export interface RateFamily {
  /** `aws.ebs.volume-gp3`: provider, service (which names the shard), and what is billed. Never renamed: overrides name it. */
  readonly name: string;
  /** Of quantities and tiers: `hour`, `GB-month`, `request`. */
  readonly unit: string;
  /** Beside the region: `instanceType`. */
  readonly dimensions: readonly string[];
  /** `global`: one price for all regions. */
  readonly scope: 'regional' | 'global';
  /** How the provider's own price list has it; null for a price that is computed from others. */
  readonly list: ListFilter | null;
  /** Where the tables of price facts have it, the best first: a later one only fills what is missing. */
  readonly facts: readonly FactSource[];
}

/** The products of a price list that are of a family. */
export interface ListFilter {
  /** `AmazonEC2`. */
  readonly offer: string;
  /** `Compute Instance`; null for any. */
  readonly productFamily: string | null;
  /** What the usage type is without the prefix of the region: text, or `/a pattern/`; null for any. */
  readonly usageType: string | null;
  /** Attributes that must have these values. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Which attribute gives a dimension. A named group of the pattern `usageType` can give one too. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** How many units of the family are one unit of the list: 1024 where the list counts in GiB and the family in MiB. */
  readonly per: string;
}

/** Rows of a table of price facts. */
export interface FactSource {
  /** `aws-services`, without `.tsv`; `own` is `data/own-prices.tsv` of this package. */
  readonly table: string;
  /** By column: the value, `/a pattern/` of which named groups are dimensions, or a list of values. */
  readonly where: Readonly<Record<string, readonly string[]>>;
  /** The columns that give dimensions. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** The column of the price. */
  readonly price: string;
  /** The column of the start of a tier, which a table need not have. */
  readonly tierStart: string;
  /** Starts of tiers by component or `/a pattern/` of it, where the table tells them only in its words. */
  readonly tiers: Readonly<Record<string, string>>;
  /** How values of dimensions are called, where the table has another name: `0 5` for `0.5`. */
  readonly values: Readonly<Record<string, string>>;
  /** How many units of the family are one unit of the table. */
  readonly per: string;
  /** How many times the price of the table it is, where what is sold costs more in a fixed relation. */
  readonly times: string;
  readonly derived: boolean;
  /** Which of two prices it is, where the table has two under one name; null where a name has one price. */
  readonly pick: 'lower' | 'higher' | null;
}

type Entries = Readonly<Record<string, unknown>>;

/**
 * Reads the families of one service.
 * @throws PricingError that names the family and what is wrong with it.
 */
export function readFamilies(place: string, text: string): readonly RateFamily[] {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined) throw new PricingError(place, error.message);
  const root = record(document.toJS(), place, 'the file');
  const defaults = root.defaults === undefined ? {} : record(root.defaults, place, 'defaults');
  const families = list(root.families, place, 'families').map((each, index) =>
    readFamily(record(each, place, `families[${index}]`), defaults, place),
  );
  const names = new Set<string>();
  for (const { name } of families) {
    if (names.has(name)) throw new PricingError(place, `${name} is declared twice.`);
    names.add(name);
  }
  return families;
}

function readFamily(entry: Entries, defaults: Entries, place: string): RateFamily {
  const name = textOf(entry.name, place, 'name');
  const at = `${place} ${name}`;
  if (!/^[a-z]+\.[a-z0-9-]+\.[a-z0-9.-]+$/.test(name)) {
    throw new PricingError(at, 'A name is provider.service.what-is-billed, in small letters, digits and hyphens.');
  }
  const unknown = Object.keys(entry).find(
    (key) => !['name', 'unit', 'dimensions', 'scope', 'list', 'facts'].includes(key),
  );
  if (unknown !== undefined) throw new PricingError(at, `"${unknown}" is no property of a family.`);
  const sources = Array.isArray(entry.facts) ? entry.facts : entry.facts === undefined ? [] : [entry.facts];
  return {
    name,
    unit: textOf(entry.unit, at, 'unit'),
    dimensions: entry.dimensions === undefined ? [] : list(entry.dimensions, at, 'dimensions').map(String),
    scope: entry.scope === 'global' ? 'global' : 'regional',
    list: entry.list === null ? null : readFilter(record(entry.list, at, 'list'), defaults, at),
    facts: sources.map((source) => readSource(source, defaults, at)),
  };
}

function readFilter(entry: Entries, defaults: Entries, at: string): ListFilter {
  const { offer = defaults.offer, productFamily, usageType, dimensions = {}, per = 1, ...attributes } = entry;
  return {
    offer: textOf(offer, at, 'list.offer'),
    productFamily: productFamily === undefined ? null : textOf(productFamily, at, 'list.productFamily'),
    usageType: usageType === undefined ? null : textOf(usageType, at, 'list.usageType'),
    attributes: texts(attributes, at, 'list'),
    dimensions: texts(record(dimensions, at, 'list.dimensions'), at, 'list.dimensions'),
    per: factor(per, at, 'per'),
  };
}

/** A source that is only text or a list of texts is the component in the table that `defaults` names. */
function readSource(value: unknown, defaults: Entries, at: string): FactSource {
  const entry = typeof value === 'string' || Array.isArray(value) ? { component: value } : record(value, at, 'facts');
  const { table = defaults.table, where = {}, dimensions = {}, price = 'usd', derived, pick } = entry;
  const { tierStart = 'tier_start', tiers = {}, values = {}, per = 1, times = 1 } = entry;
  const starts = texts(record(tiers, at, 'facts.tiers'), at, 'facts.tiers');
  const component = entry.component ?? (tiers === entry.tiers ? Object.values(starts) : undefined);
  const isDefault = entry.table === undefined || entry.table === defaults.table;
  const conditions = {
    ...(isDefault && defaults.where !== undefined ? record(defaults.where, at, 'defaults.where') : {}),
    ...record(where, at, 'facts.where'),
    ...(component === undefined ? {} : { component }),
  };
  return {
    table: textOf(table, at, 'facts.table'),
    where: Object.fromEntries(
      Object.entries(conditions).map(([column, wanted]) => [
        column,
        (Array.isArray(wanted) ? wanted : [wanted]).map(String),
      ]),
    ),
    dimensions: texts(record(dimensions, at, 'facts.dimensions'), at, 'facts.dimensions'),
    price: textOf(price, at, 'facts.price'),
    tierStart: textOf(tierStart, at, 'facts.tierStart'),
    tiers: Object.fromEntries(Object.entries(starts).map(([start, named]) => [named, start])),
    values: texts(record(values, at, 'facts.values'), at, 'facts.values'),
    per: factor(per, at, 'per'),
    times: factor(times, at, 'times'),
    derived: derived === true,
    pick: pick === 'lower' || pick === 'higher' ? pick : null,
  };
}

function factor(value: unknown, at: string, what: string): string {
  const text = String(value);
  if (parseAmount(text)?.gt(0) !== true)
    throw new PricingError(at, `"${what}" is ${text}, and must be a number above zero.`);
  return text;
}

function record(value: unknown, at: string, what: string): Entries {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new PricingError(at, `${what} must be a mapping.`);
}

function list(value: unknown, at: string, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new PricingError(at, `${what} must be a list.`);
}

function textOf(value: unknown, at: string, what: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new PricingError(at, `${what} must be text.`);
}

function texts(entries: Entries, at: string, what: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, textOf(value, at, `${what}.${key}`)]));
}
