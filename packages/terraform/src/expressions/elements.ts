import { integerNumeric } from '../values/big-float.ts';
import type { Type } from '../values/type.ts';
import { numberValue, sortedEntries, stringValue, type Value } from '../values/value.ts';

/** elementsOf gives the elements of a known value with their keys, in Terraform's order; other values have none. */
export function elementsOf(value: Value): readonly (readonly [key: Value, value: Value])[] {
  switch (value.kind) {
    case 'list':
    case 'tuple':
      return value.items.map((item, index) => [numberValue(integerNumeric(index)), item]);
    case 'set':
      return value.items.map((item) => [item, item]);
    case 'map':
    case 'object':
      return sortedEntries(value).map(([key, entry]) => [stringValue(key), entry]);
    default:
      return [];
  }
}

/** isIterable tells whether values of a type have elements. */
export function isIterable({ kind }: Type): boolean {
  return kind === 'list' || kind === 'set' || kind === 'map' || kind === 'tuple' || kind === 'object';
}
