import { convert } from './convert.ts';
import { withMarks, withoutMarks } from './marking.ts';
import { EMPTY_MARKS } from './marks.ts';
import { setValue } from './set.ts';
import type { Type } from './type.ts';
import { unify } from './unify.ts';
import { listValue, mapValue, objectValue, sortedEntries, tupleValue, typeOf, type Value } from './value.ts';
import { ValueError } from './value-error.ts';

/**
 * The default values of the optional attributes in a type constraint. `children` holds those further down: by attribute
 * name for objects, by position for tuples, and under the empty name for the elements of collections.
 */
export interface Defaults {
  readonly type: Type;
  readonly values: ReadonlyMap<string, Value>;
  readonly children: ReadonlyMap<string, Defaults>;
}

/**
 * applyDefaults puts the defaults in the place of attributes that are absent or null. It is done before the value is
 * converted to the type constraint.
 */
export function applyDefaults(value: Value, defaults: Defaults): Value {
  if (defaults.values.size === 0 && defaults.children.size === 0) return value;
  const marks = value.marks;
  if (marks !== EMPTY_MARKS) return withMarks(applyDefaults(withoutMarks(value), defaults), marks);
  switch (value.kind) {
    case 'list':
    case 'set':
    case 'tuple': {
      const items = value.items.map((item, index) => applyChild(item, defaults, String(index)));
      return value.kind === 'tuple' ? tupleValue(items) : rebuildSequence(value, items);
    }
    case 'map':
    case 'object': {
      const entries = new Map<string, Value>();
      for (const [key, entry] of sortedEntries(value)) entries.set(key, applyChild(entry, defaults, key));
      for (const [key, fallback] of defaults.values) {
        const given = entries.get(key);
        if (given === undefined || given.kind === 'null') entries.set(key, applyChild(fallback, defaults, key));
      }
      return value.kind === 'object' ? objectValue(entries) : rebuildMap(value, entries);
    }
    default:
      return value;
  }
}

function applyChild(value: Value, { type, children }: Defaults, key: string): Value {
  const structural = type.kind === 'object' || type.kind === 'tuple';
  const child = children.get(structural ? key : '');
  return child === undefined ? value : applyDefaults(value, child);
}

/** With defaults filled in, elements may differ in type; then the collection becomes a tuple or an object. */
function rebuildSequence(value: Extract<Value, { kind: 'list' | 'set' }>, items: readonly Value[]): Value {
  if (items.length === 0) return value;
  const common = commonType(items);
  if (common === undefined) return tupleValue(items);
  const converted = items.map((item) => convert(item, common));
  return value.kind === 'list' ? listValue(common, converted) : setValue(common, converted);
}

function rebuildMap(value: Extract<Value, { kind: 'map' }>, entries: ReadonlyMap<string, Value>): Value {
  if (entries.size === 0) return value;
  const common = commonType([...entries.values()]);
  if (common === undefined) return objectValue(entries);
  return mapValue(
    common,
    entries.entries().map(([key, entry]) => [key, convert(entry, common)] as const),
  );
}

function commonType(items: readonly Value[]): Type | undefined {
  const type = unify(items.map(typeOf), true)?.type;
  if (type === undefined) return undefined;
  try {
    for (const item of items) convert(item, type);
    return type;
  } catch (error) {
    if (error instanceof ValueError) return undefined;
    throw error;
  }
}
