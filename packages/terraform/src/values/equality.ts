import { identityKey } from './item-key.ts';
import { compareNumbers } from './number-arithmetic.ts';
import { excludes, rangeOf } from './refinement.ts';
import { conforms, hasDynamic, sameType } from './type.ts';
import {
  isWhollyKnown,
  type ListValue,
  type MapValue,
  type ObjectValue,
  type SetValue,
  type TupleValue,
  typeOf,
  type Value,
} from './value.ts';

/**
 * equal tells whether two values are equal in Terraform's sense, without regard to marks: of the same type and with equal
 * parts; nulls are equal whatever their type. The answer is undefined where it depends on what is not known.
 */
export function equal(a: Value, b: Value): boolean | undefined {
  if (a.kind === 'unknown' || b.kind === 'unknown') return equalToUnknown(a, b);
  if (a.kind === 'null' || b.kind === 'null') return a.kind === b.kind;
  switch (a.kind) {
    case 'bool':
    case 'string':
      return a.kind === b.kind && a.value === b.value;
    case 'number':
      return b.kind === 'number' && compareNumbers(a.value, b.value) === 0;
    default:
      return equalParts(a, b);
  }
}

function equalToUnknown(a: Value, b: Value): boolean | undefined {
  if (a.kind === 'unknown' && b.kind === 'unknown') return undefined;
  const [unknown, known] = a.kind === 'unknown' ? [a, b] : [b, a];
  if (unknown.kind === 'unknown' && excludes(rangeOf(unknown), known)) return false;
  return known.kind === 'null' || mayBeSameType(a, b) ? undefined : false;
}

/** Types that are not known in full may turn out to be the same. */
function mayBeSameType(a: Value, b: Value): boolean {
  return conforms(typeOf(a), typeOf(b)) || conforms(typeOf(b), typeOf(a));
}

type Compound = ListValue | SetValue | MapValue | TupleValue | ObjectValue;

function equalParts(a: Compound, b: Value): boolean | undefined {
  if (!typeIsCertain(a) || !typeIsCertain(b)) return mayBeSameType(a, b) ? undefined : false;
  if (!sameType(typeOf(a), typeOf(b))) return false;
  switch (a.kind) {
    case 'list':
    case 'tuple':
      return a.kind === b.kind && equalItems(a.items, b.items);
    case 'set':
      return b.kind === 'set' && equalSets(a, b);
    case 'map':
    case 'object':
      return a.kind === b.kind && equalEntries(a.entries, b.entries);
  }
}

/** A value whose parts include something of no known type may have another type once that is known. */
function typeIsCertain(value: Value): boolean {
  if (isWhollyKnown(value)) return true;
  switch (value.kind) {
    case 'unknown':
      return !hasDynamic(value.type);
    case 'list':
    case 'set':
    case 'tuple':
      return value.items.every(typeIsCertain);
    case 'map':
    case 'object':
      return value.entries.values().every(typeIsCertain);
    default:
      return true;
  }
}

function equalItems(a: readonly Value[], b: readonly Value[]): boolean | undefined {
  if (a.length !== b.length) return false;
  for (const [index, item] of a.entries()) {
    const other = b[index];
    const result = other === undefined ? false : equal(item, other);
    if (result !== true) return result;
  }
  return true;
}

function equalEntries(a: ReadonlyMap<string, Value>, b: ReadonlyMap<string, Value>): boolean | undefined {
  if (a.size !== b.size) return false;
  let result: boolean | undefined = true;
  for (const [key, value] of a) {
    const other = b.get(key);
    const same = other === undefined ? false : equal(value, other);
    if (same === false) return false;
    if (same === undefined) result = undefined;
  }
  return result;
}

function equalSets(a: SetValue, b: SetValue): boolean | undefined {
  if (!a.whollyKnown || !b.whollyKnown) return undefined;
  if (a.items.length !== b.items.length) return false;
  if (equalItems(a.items, b.items) === true) return true;
  // Items that differ only beyond the digits by which they are sorted stand in the order in which they were given.
  return a.items.every(memberTest(b.items));
}

/** memberTest tells of a value whether it is certainly equal to one of these. */
export function memberTest(members: readonly Value[]): (item: Value) => boolean {
  const byKey = Map.groupBy(members, identityKey);
  return (item) => byKey.get(identityKey(item))?.some((member) => equal(member, item) === true) === true;
}
