import { FormError, type JsonValue } from '@tollgate/policy-engine';
import { isList, isObject } from '@tollgate/terraform';
import type { Facts } from '../facts/table.ts';
import { type Amount, parseAmount } from '../money/amount.ts';
import type { AlternativeRule, NewValue } from './alternative-rule.ts';
import { alternativeTable } from './alternative-table.ts';
import { derivations } from './derivations.ts';

/** Reads a rule, in the form of `alternativeSchema`. @throws FormError for an amount that is none. */
export function readAlternative(value: JsonValue, facts: Facts): AlternativeRule {
  const { in: blocks, from, set, minSaving, fixable } = isObject(value) ? value : {};
  const least = readMoney(minSaving);
  if (!isObject(set)) return { kind: 'remove', minSaving: least };
  return {
    kind: 'change',
    minSaving: least,
    isFixable: fixable === true,
    blocks: isList(blocks) ? blocks.map((way) => String(way).split('.')) : [[]],
    from: new Map(Object.entries(isObject(from) ? from : {}).map(([name, values]) => [name, readValues(values)])),
    set: new Map(Object.entries(set).map(([name, written]) => [name, readNewValue(written, facts)])),
  };
}

function readMoney(value: JsonValue | undefined): Amount {
  const least = parseAmount(String(value));
  if (least === undefined) throw new FormError(['minSaving'], `"${String(value)}" is no amount of money.`);
  return least;
}

function readValues(values: JsonValue): readonly (string | null)[] {
  return isList(values) ? values.map((value) => (value === null ? null : String(value))) : [];
}

function readNewValue(written: JsonValue, facts: Facts): NewValue {
  if (!isObject(written)) return { kind: 'written', value: written };
  const { table, derive, atMost } = written;
  if (typeof table === 'string') return { kind: 'table', table: alternativeTable(facts, table) };
  const derivation = derivations.get(String(derive));
  if (derivation !== undefined) return { kind: 'derived', derivation };
  return { kind: 'at-most', most: readMoney(atMost) };
}
