import type { FactRow, Facts, FactTable } from '../facts/table.ts';
import { parseAmount } from '../money/amount.ts';

/** The tables of alternatives: `facts/alternatives/graviton.tsv` is `graviton`. */
export const alternativeTables = ['eks-arm-image', 'graviton', 'previous-generation'] as const;

/** Tells what could be instead of a value; undefined when the table knows nothing. */
export type AlternativeTable = (value: string) => string | undefined;

/** `db.m5.large`, `m5.large.search`: the service that it is for, the family, and the size. */
const typePattern =
  /^(?:(?<prefix>db|cache|kafka)\.)?(?<family>[a-z][a-z0-9-]*)\.(?<size>[a-z0-9-]+)(?<suffix>\.(?:search|elasticsearch))?$/;

/**
 * Gives a table of alternatives. One whose first column is `family` is about types of
 * instances: it gives the same size of another family, when that has at least as many vCPUs and as much memory, which sizes of the same
 * name do not always have: `metal` is as large as the largest machine of its family. Any other table gives the alternative of a whole
 * value.
 * @throws PricingError when there is no such table.
 */
export function alternativeTable(facts: Facts, name: string): AlternativeTable {
  const table = facts(`alternatives/${name}`);
  const isOfFamilies = table.rows[0]?.family !== undefined;
  return isOfFamilies
    ? (value) => sameSize(value, table, facts('aws/ec2-types'))
    : (value) => nonEmpty(table.row(value)?.alternative);
}

function sameSize(type: string, families: FactTable, types: FactTable): string | undefined {
  const { prefix = '', family = '', size = '', suffix = '' } = typePattern.exec(type)?.groups ?? {};
  const column = prefix !== '' ? prefix : suffix === '' ? 'instance' : 'search';
  const row: FactRow = families.row(family) ?? {};
  const other = Object.hasOwn(row, column) ? nonEmpty(row[column]) : undefined;
  if (other === undefined || !isAsLarge(types.row(`${other}.${size}`), types.row(`${family}.${size}`)))
    return undefined;
  return `${prefix === '' ? '' : `${prefix}.`}${other}.${size}${suffix}`;
}

function isAsLarge(other: FactRow | undefined, type: FactRow | undefined): boolean {
  return ['vcpus', 'memory_mib'].every((name) => {
    const [needed, found] = [type, other].map((row) => parseAmount(row?.[name] ?? ''));
    return needed !== undefined && found?.gte(needed) === true;
  });
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
