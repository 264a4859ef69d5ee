import { EMPTY_MARKS, type Marks } from './marks.ts';
import { deepMarks, listValue, mapValue, objectValue, tupleValue, type Value } from './value.ts';

/** withMarks adds marks to a value, not to its parts. */
export function withMarks(value: Value, marks: Marks): Value {
  return (value.marks | marks) === value.marks ? value : { ...value, marks: value.marks | marks };
}

/** withoutMarks takes all marks off a value; its parts keep theirs. */
export function withoutMarks<V extends Value>(value: V): V {
  return value.marks === EMPTY_MARKS ? value : { ...value, marks: EMPTY_MARKS };
}

/** withoutDeepMarks takes all marks off a value and everything in it. */
export function withoutDeepMarks(value: Value): Value {
  if (deepMarks(value) === EMPTY_MARKS) return value;
  switch (value.kind) {
    case 'list':
      return listValue(value.type.element, value.items.map(withoutDeepMarks));
    case 'tuple':
      return tupleValue(value.items.map(withoutDeepMarks));
    case 'map':
      return mapValue(value.type.element, unmarkedEntries(value.entries));
    case 'object':
      return objectValue(unmarkedEntries(value.entries));
    default:
      return { ...value, marks: EMPTY_MARKS };
  }
}

function unmarkedEntries(entries: ReadonlyMap<string, Value>): Iterable<[string, Value]> {
  return entries.entries().map(([key, value]) => [key, withoutDeepMarks(value)]);
}
