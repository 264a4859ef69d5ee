import { distinctValues } from './distinct.ts';
import { itemKey } from './item-key.ts';
import { withoutDeepMarks } from './marking.ts';
import { EMPTY_MARKS } from './marks.ts';
import { compareNumbers } from './number-arithmetic.ts';
import { compareText } from './text-order.ts';
import { isPrimitive, setType, type Type } from './type.ts';
import { deepMarks, partsOf, type SetValue, type Value } from './value.ts';

/**
 * setValue gives a set of the given items, all of the element type: equal items become one, the rest is put into
 * Terraform's order. Marks of items move to the set as a whole. Unknown items are never equal to others.
 */
export function setValue(element: Type, items: readonly Value[]): SetValue {
  let marks = EMPTY_MARKS;
  for (const item of items) marks |= deepMarks(item);
  const plain = marks === EMPTY_MARKS ? items : items.map(withoutDeepMarks);
  const distinct = distinctValues(plain);
  return {
    kind: 'set',
    type: setType(element),
    items: isPrimitive(element) ? distinct.sort(comparePrimitives) : sortByKey(distinct),
    marks,
    ...partsOf(distinct),
  };
}

/** Known before unknown before null, and known ones by their value. */
function comparePrimitives(a: Value, b: Value): number {
  const byRank = rank(a) - rank(b);
  if (byRank !== 0) return byRank;
  if (a.kind === 'string' && b.kind === 'string') return compareText(a.value, b.value);
  if (a.kind === 'number' && b.kind === 'number') return compareNumbers(a.value, b.value);
  if (a.kind === 'bool' && b.kind === 'bool') return Number(a.value) - Number(b.value);
  return 0;
}

function sortByKey(items: readonly Value[]): Value[] {
  return items
    .map((item) => ({ item, key: itemKey(item) }))
    .sort((a, b) => rank(a.item) - rank(b.item) || (rank(a.item) > 0 ? 0 : compareText(a.key, b.key)))
    .map(({ item }) => item);
}

function rank(item: Value): number {
  return item.kind === 'null' ? 2 : item.kind === 'unknown' ? 1 : 0;
}
