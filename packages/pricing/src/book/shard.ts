import { crc32 } from 'node:zlib';
import { PricingError } from '../error.ts';
import { type Amount, amount, parseAmount } from '../money/amount.ts';
import type { FoundPrice, Tier } from '../prices/price.ts';

/** The first cell of every shard: what it is, and the version of its form. */
export const shardKind = 'tollgate prices 1';

/** In the place of the region: the shard has all regions, and the first dimension of every family is the region. */
export const everyRegion = '*';

/** A part of the price book. */
export interface Shard {
  readonly provider: string;
  readonly service: string;
  /** A region, or `*`. */
  readonly region: string;
  readonly families: ReadonlyMap<string, ShardFamily>;
}

/** The prices of one family in a shard. */
export interface ShardFamily {
  readonly unit: string;
  /** Names, without the region. */
  readonly dimensions: readonly string[];
  /** By the values of the dimensions, joined by tabs; the region first in a shard of all regions. */
  readonly prices: ReadonlyMap<string, FoundPrice>;
}

/**
 * Reads a shard. Its form, made to be read in a review:
 *
 *     tollgate prices 1 · aws · ec2 · us-east-1 · USD      (cells are divided by tabs)
 *     @aws.ec2.instance · hour · instanceType · AP · 2025-11-04        family, unit, dimensions, source, date, `derived`
 *     a1.2xlarge=0.204 · .4xlarge=0.408 · .large=0.051                 last dimension = price; `.x` takes over what is before the dot
 *     @aws.ec2.transfer-out · GB · · AP · 2025-11-04
 *     =0.09;10240:0.085;51200:0.07                                     tiers: start:price
 *     end · 4 · 1c291ca3                                               prices in the shard, check sum of all lines before
 *
 * Dimensions before the last one are cells of their own; an empty cell repeats the one above, `a|b` stands for both.
 * @throws PricingError with the line, for what is cut off, changed or not in this form.
 */
export function parseShard(place: string, text: string): Shard {
  const lines = text.split('\n');
  const fail = (line: number, message: string): never => {
    throw new PricingError(`${place}:${line}`, `The price shard is damaged: ${message}. Install the release again.`);
  };
  const [kind, provider = '', service = '', region = '', currency = ''] = (lines[0] ?? '').split('\t');
  if (kind !== shardKind) fail(1, `it does not begin with "${shardKind}"`);
  const end = lines.findIndex((line) => line.startsWith('end\t'));
  if (end === -1) fail(lines.length, 'it is cut off, the line "end" is missing');
  const [, count = '', checksum = ''] = (lines[end] ?? '').split('\t');
  if (checksumOf(lines.slice(0, end)) !== checksum) fail(end + 1, 'its check sum is wrong');

  const reader = new BlockReader(region === everyRegion, currency);
  for (const [index, line] of lines.slice(1, end).entries()) {
    const problem = line.startsWith('@') ? reader.openFamily(line.slice(1)) : reader.readRow(line);
    if (problem !== null) fail(index + 2, problem);
  }
  if (String(reader.count) !== count) fail(end + 1, `it has ${reader.count} prices, and not ${count}`);
  return { provider, service, region, families: reader.families };
}

/** The check sum of the lines of a shard. */
export function checksumOf(lines: readonly string[]): string {
  return crc32(lines.join('\n')).toString(16).padStart(8, '0');
}

type OpenPrices = Map<string, FoundPrice>;

/** Reads the lines of a shard; what is wrong is the answer, null for nothing. */
class BlockReader {
  readonly families = new Map<string, ShardFamily & { readonly prices: OpenPrices }>();
  count = 0;
  readonly #withRegion: boolean;
  readonly #currency: string;
  #prices: OpenPrices | null = null;
  #terms: Pick<FoundPrice, 'unit' | 'source' | 'date' | 'derived'> = { unit: '', source: '', date: '', derived: false };
  /** How many dimensions have cells of their own, and what was last in these. */
  #leading: string[] = [];

  constructor(withRegion: boolean, currency: string) {
    this.#withRegion = withRegion;
    this.#currency = currency;
  }

  openFamily(line: string): string | null {
    const [name = '', unit = '', dimensionList = '', source = '', date = '', derived = ''] = line.split('\t');
    if (name === '' || unit === '' || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return 'a family lacks its unit or its date';
    const dimensions = dimensionList === '' ? [] : dimensionList.split(',');
    const family = this.families.get(name) ?? { unit, dimensions, prices: new Map() };
    if (family.unit !== unit || family.dimensions.join() !== dimensions.join())
      return `${name} is declared in two ways`;
    this.families.set(name, family);
    this.#prices = family.prices;
    this.#terms = { unit, source, date, derived: derived === 'derived' };
    const cells = dimensions.length + (this.#withRegion ? 1 : 0);
    this.#leading = Array.from({ length: Math.max(0, cells - 1) }, () => '');
    return null;
  }

  readRow(line: string): string | null {
    const prices = this.#prices;
    if (prices === null) return 'a price stands before any family';
    const cells = line.split('\t');
    for (const index of this.#leading.keys()) if (cells[index]) this.#leading[index] = cells[index];
    const entries = cells.slice(this.#leading.length);
    if (entries.length === 0) return 'a row has no price';
    let stem = '';
    for (const entry of entries) {
      const divider = entry.lastIndexOf('=');
      const tiers = divider === -1 ? null : parseTiers(entry.slice(divider + 1));
      if (tiers === null) return `"${entry}" is no price`;
      const written = entry.slice(0, divider);
      const key = written.startsWith('.') ? `${stem}${written}` : written;
      stem = key.slice(0, Math.max(0, key.lastIndexOf('.')));
      const price: FoundPrice = { kind: 'priced', currency: this.#currency, ...this.#terms, tiers };
      for (const full of combinations([...this.#leading, key])) {
        if (prices.has(full)) return `there are two prices for ${full.replaceAll('\t', ', ')}`;
        prices.set(full, price);
        this.count += 1;
      }
    }
    return null;
  }
}

/** All keys that cells with alternatives stand for. */
function combinations(cells: readonly string[]): readonly string[] {
  let keys: readonly string[] = [''];
  for (const [index, cell] of cells.entries()) {
    const values = cell.split('|');
    keys = keys.flatMap((key) => values.map((value) => (index === 0 ? value : `${key}\t${value}`)));
  }
  return keys;
}

/** `0.09;10240:0.085`; null when it is not in this form, or tiers do not rise. */
function parseTiers(text: string): FoundPrice['tiers'] | null {
  const tiers: Tier[] = [];
  let last: Amount | null = null;
  for (const part of text.split(';')) {
    const divider = part.indexOf(':');
    const start = divider === -1 ? amount(0) : parseAmount(part.slice(0, divider));
    const price = parseAmount(part.slice(divider + 1));
    if (start === undefined || price === undefined || price.lt(0)) return null;
    if (last === null ? !start.eq(0) : start.lte(last)) return null;
    tiers.push({ start, price });
    last = start;
  }
  const [first, ...rest] = tiers;
  return first === undefined ? null : [first, ...rest];
}
