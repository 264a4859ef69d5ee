import { PricingError } from '../error.ts';
import { type Amount, parseAmount } from '../money/amount.ts';
import type { PricingFiles } from '../pricing-files.ts';
import { Undetermined } from '../resource/undetermined.ts';

/** A row of a table of facts, by column. Cells are text; an empty one is a fact that is not known. */
export type FactRow = Readonly<Record<string, string>>;

/** A table of facts: comment lines with source and date, a line of column names, one fact a line. */
export interface FactTable {
  readonly rows: readonly FactRow[];
  /** The first row with this value in the first column; undefined when the table has none. */
  row(key: string): FactRow | undefined;
}

/**
 * Reads a table of tab-separated values.
 * @throws PricingError with the line that has too few or too many cells.
 */
export function readFactTable(place: string, text: string): FactTable {
  const lines = text.split('\n').map((line, index) => ({ line: line.replace(/\r$/, ''), number: index + 1 }));
  const [header, ...body] = lines.filter(({ line }) => line !== '' && !line.startsWith('#'));
  const columns = header?.line.split('\t') ?? [];
  const rows = body.map(({ line, number }) => {
    const cells = line.split('\t');
    if (cells.length !== columns.length) {
      throw new PricingError(`${place}:${number}`, `The row has ${cells.length} cells, and not ${columns.length}.`);
    }
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
  const [key = ''] = columns;
  const byKey = new Map<string, FactRow>();
  for (const row of rows) {
    const value = row[key] ?? '';
    if (!byKey.has(value)) byKey.set(value, row);
  }
  return { rows, row: (value) => byKey.get(value) };
}

/** The tables of facts by name, such as `aws/ec2-types`; each is read when a model first asks. */
export type Facts = (name: string) => FactTable;

/**
 * Gives the tables below `facts/`.
 * @throws PricingError, when a table is asked for, that is not there or is damaged.
 */
export function factsOf(files: PricingFiles): Facts {
  const tables = new Map<string, FactTable>();
  return (name) => {
    const known = tables.get(name);
    if (known !== undefined) return known;
    const place = `facts/${name}.tsv`;
    const text = files.read(place);
    if (text === null) throw new PricingError(place, 'The table of facts is not there. Install the release again.');
    const table = readFactTable(place, text);
    tables.set(name, table);
    return table;
  };
}

/**
 * A number of a table: `amountFact(facts, 'aws/amounts', 'ebs-gp3-included-iops')`. What is looked up often comes from the
 * configuration, so that a row that is not there leaves the line unpriced.
 * @throws Undetermined when the table does not have it.
 */
export function amountFact(facts: Facts, table: string, name: string, column = 'amount'): Amount {
  const value = parseAmount(facts(table).row(name)?.[column] ?? '');
  if (value === undefined) throw new Undetermined(`the table of facts ${table} has no ${column} of "${name}"`);
  return value;
}
