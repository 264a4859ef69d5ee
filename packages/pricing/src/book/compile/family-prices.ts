import { PricingError } from '../../error.ts';
import type { FactRow, FactTable } from '../../facts/table.ts';
import type { FactSource, RateFamily } from '../../families/rate-family.ts';
import { amount, amountText, parseAmount } from '../../money/amount.ts';

/** A price of a family, as it is written into a shard. */
export interface CompiledPrice {
  readonly region: string;
  /** The values of the dimensions of the family, in its order. */
  readonly values: readonly string[];
  /** `0.09;10240:0.085`. */
  readonly tiers: string;
  readonly source: string;
  readonly date: string;
  readonly derived: boolean;
}

interface Found {
  readonly region: string;
  readonly values: readonly string[];
  readonly start: string;
  readonly price: string;
  readonly row: FactRow;
}

/**
 * Gathers the prices of a family from tables of price facts.
 * @throws PricingError when a table has two prices for one thing, tiers that do not start at zero, or what is no number.
 */
export function familyPrices(family: RateFamily, tables: (name: string) => FactTable): readonly CompiledPrice[] {
  const prices = new Map<string, CompiledPrice>();
  for (const source of family.facts) {
    for (const [key, price] of sourcePrices(family, source, tables(source.table))) {
      if (!prices.has(key)) prices.set(key, price);
    }
  }
  return [...prices.values()];
}

function sourcePrices(family: RateFamily, source: FactSource, table: FactTable): ReadonlyMap<string, CompiledPrice> {
  const match = rowMatcher(source);
  const found: Found[] = [];
  for (const row of table.rows) {
    const groups = match(row);
    // Prices in China are in another currency; a table without a column for it has them too.
    if (groups === null || (row.currency ?? 'USD') !== 'USD' || row.region?.startsWith('cn-') === true) continue;
    found.push(readRow(family, source, row, groups));
  }
  const byKey = Map.groupBy(found, ({ region, values }) => [region, ...values].join('\t'));
  return new Map(
    [...byKey].map(([key, rows]): [string, CompiledPrice] => {
      const tiers = picked(family, source, rows);
      const [first] = tiers;
      if (first === undefined) throw new PricingError(family.name, 'A price has no row.');
      const { region, values, row } = first;
      const { derived } = source;
      const date = row.date ?? row.golden_changed ?? '';
      return [key, { region, values, tiers: tiersText(family, tiers), source: row.source ?? '', date, derived }];
    }),
  );
}

/** The row of one of two prices that a table has under one name, when the source picks one. */
function picked(family: RateFamily, { pick }: FactSource, rows: readonly Found[]): readonly Found[] {
  if (pick === null) return rows;
  const [lower, higher, ...others] = [...rows].sort((a, b) => amount(a.price).cmp(amount(b.price)));
  if (lower === undefined || higher === undefined || others.length > 0) {
    const what = [rows[0]?.region, ...(rows[0]?.values ?? [])].join(', ');
    throw new PricingError(family.name, `There are ${rows.length} prices for ${what}, and "pick" needs two.`);
  }
  return [pick === 'lower' ? lower : higher];
}

/** Tests rows, and gives the named groups of the patterns. */
function rowMatcher({ where }: FactSource): (row: FactRow) => Readonly<Record<string, string>> | null {
  const conditions = Object.entries(where).map(([column, wanted]) => ({
    column,
    texts: new Set(wanted.filter((text) => !isPattern(text))),
    patterns: wanted.filter(isPattern).map(patternOf),
  }));
  return (row) => {
    const groups: Record<string, string> = {};
    for (const { column, texts, patterns } of conditions) {
      const cell = row[column] ?? '';
      if (texts.has(cell)) continue;
      const found = patterns.map((pattern) => pattern.exec(cell)).find((result) => result !== null);
      if (found === undefined) return null;
      Object.assign(groups, found?.groups);
    }
    return groups;
  };
}

function isPattern(text: string): boolean {
  return text.length > 1 && text.startsWith('/') && text.endsWith('/');
}

function patternOf(text: string): RegExp {
  return new RegExp(`^(?:${text.slice(1, -1)})$`);
}

function readRow(
  family: RateFamily,
  { dimensions, price, per, times, tiers, values: names, tierStart }: FactSource,
  row: FactRow,
  groups: Readonly<Record<string, string>>,
): Found {
  const values = family.dimensions.map((name) => {
    const column = dimensions[name];
    const written = column === undefined ? groups[name] : row[column];
    const value = names[written ?? ''] ?? written;
    if (value === undefined || value === '') throw new PricingError(family.name, `A row has no value for ${name}.`);
    if (/[\t\n=|]|^[.@]/.test(value)) throw new PricingError(family.name, `"${value}" cannot be written into a shard.`);
    return value;
  });
  const given = parseAmount(row[price] ?? '');
  const written = startNamed(tiers, row.component ?? '') ?? (row[tierStart] || '0');
  const start = parseAmount(written);
  if (given === undefined || start === undefined) {
    throw new PricingError(family.name, `A row has the price "${row[price]}" from "${written}", which is no number.`);
  }
  return {
    region: family.scope === 'global' ? 'global' : (row.region ?? ''),
    values,
    start: amountText(start.times(per)),
    price: amountText(given.times(times).div(per)),
    row,
  };
}

/** The start of the tier that a component names, by its text or by a pattern. */
function startNamed(tiers: FactSource['tiers'], component: string): string | undefined {
  const pattern = Object.keys(tiers).find((key) => isPattern(key) && patternOf(key).test(component));
  return tiers[component] ?? (pattern === undefined ? undefined : tiers[pattern]);
}

function tiersText(family: RateFamily, rows: readonly Found[]): string {
  const byStart = new Map<string, string>();
  for (const { start, price, region, values } of rows) {
    const known = byStart.get(start);
    if (known !== undefined && known !== price) {
      const what = [region, ...values].join(', ');
      throw new PricingError(
        family.name,
        `There are two prices for ${what}: ${known} and ${price}. Narrow its "where".`,
      );
    }
    byStart.set(start, price);
  }
  const sorted = [...byStart].sort(([a], [b]) => amount(a).cmp(amount(b)));
  if (sorted[0]?.[0] !== '0') {
    const [row] = rows;
    throw new PricingError(
      family.name,
      `The tiers of ${[row?.region, ...(row?.values ?? [])].join(', ')} do not start at zero.`,
    );
  }
  return sorted.map(([start, price]) => (start === '0' ? price : `${start}:${price}`)).join(';');
}
