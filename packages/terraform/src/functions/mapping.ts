import { withMarks } from '../values/marking.ts';
import { EMPTY_MARKS, type Marks } from '../values/marks.ts';
import { quoteText } from '../values/quote.ts';
import { DYNAMIC, listType, mapType, objectType, STRING, sameType, type Type, tupleType } from '../values/type.ts';
import { sortedAttributes, typeName } from '../values/type-name.ts';
import {
  isWhollyKnown,
  listValue,
  mapValue,
  objectValue,
  sortedEntries,
  stringValue,
  tupleValue,
  typeOf,
  unknownValue,
  type Value,
} from '../values/value.ts';
import { ValueError } from '../values/value-error.ts';
import { argumentAt, itemsOf } from './arguments.ts';
import type { FunctionSpec } from './function-spec.ts';

/** The functions that take maps and objects apart and put them together. */
export const MAPPING_FUNCTIONS: readonly FunctionSpec[] = [
  {
    name: 'keys',
    parameters: [{ name: 'inputMap', type: DYNAMIC, unknown: true, marked: true }],
    returns: (args) => {
      const type = typeOf(argumentAt(args, 0));
      if (type.kind === 'map') return listType(STRING);
      if (type.kind === 'object') return tupleType([...type.attributes].map(() => STRING));
      throw new ValueError('must have map or object type', { argument: 0 });
    },
    run: (args, type) => {
      const value = argumentAt(args, 0);
      return withMarks(keys(value, type), value.marks);
    },
  },
  {
    name: 'values',
    parameters: [{ name: 'mapping', type: DYNAMIC, marked: true }],
    returns: (args) => {
      const type = typeOf(argumentAt(args, 0));
      if (type.kind === 'map') return listType(type.element);
      if (type.kind === 'object') return tupleType(sortedAttributes(type).map(([, attribute]) => attribute));
      throw new ValueError('values() requires a map as the first argument');
    },
    run: (args, type) => {
      const value = argumentAt(args, 0);
      const items = entriesOf(value).map(([, entry]) => entry);
      return withMarks(type.kind === 'list' ? listValue(type.element, items) : tupleValue(items), value.marks);
    },
  },
  {
    name: 'merge',
    parameters: [],
    variadic: { name: 'maps', type: DYNAMIC, nullable: true, dynamic: true, marked: true },
    returns: mergeType,
    run: merge,
  },
  {
    name: 'zipmap',
    parameters: [
      { name: 'keys', type: listType(STRING), marked: true },
      { name: 'values', type: DYNAMIC, marked: true },
    ],
    returns: zipMapType,
    run: zipMap,
  },
];

function entriesOf(value: Value): readonly (readonly [string, Value])[] {
  return value.kind === 'map' || value.kind === 'object' ? sortedEntries(value) : [];
}

/** The attributes of an object are known even when the object is not. */
function keys(value: Value, type: Type): Value {
  const given = typeOf(value);
  if (given.kind === 'object') return tupleValue(sortedAttributes(given).map(([name]) => stringValue(name)));
  if (value.kind !== 'map') return unknownValue(type);
  return listValue(
    STRING,
    sortedEntries(value).map(([key]) => stringValue(key)),
  );
}

function mergeType(args: readonly Value[]): Type {
  const [first] = args;
  if (first === undefined) return objectType({});
  const attributes = new Map<string, Type>();
  let certain = true;
  for (const arg of args) {
    const type = typeOf(arg);
    if (type.kind === 'dynamic') return DYNAMIC;
    if (type.kind !== 'map' && type.kind !== 'object') throw new ValueError(noMap(type));
    if (arg.kind === 'null') continue;
    if (type.kind === 'object') for (const [name, attribute] of type.attributes) attributes.set(name, attribute);
    else if (arg.kind === 'map') for (const key of arg.entries.keys()) attributes.set(key, type.element);
    else certain = false;
  }
  if (args.every((arg) => sameType(typeOf(arg), typeOf(first)))) return typeOf(first);
  return certain ? objectType(attributes) : DYNAMIC;
}

function noMap(type: Type): string {
  return `arguments must be maps or objects, got ${quoteText(typeName(type))}`;
}

function merge(args: readonly Value[], type: Type): Value {
  let marks: Marks = EMPTY_MARKS;
  const merged = new Map<string, Value>();
  for (const arg of args) {
    marks |= arg.marks;
    // Types are not checked next to an untyped null.
    if (arg.kind !== 'null' && arg.kind !== 'map' && arg.kind !== 'object') throw new ValueError(noMap(typeOf(arg)));
    for (const [key, value] of entriesOf(arg)) merged.set(key, value);
  }
  return withMarks(type.kind === 'map' ? mapValue(type.element, merged) : objectValue(merged), marks);
}

function zipMapType(args: readonly Value[]): Type {
  const list = argumentAt(args, 0);
  const type = typeOf(argumentAt(args, 1));
  if (type.kind === 'list') return mapType(type.element);
  if (type.kind !== 'tuple') throw new ValueError('values argument must be a list or tuple value');
  if (!isWhollyKnown(list)) return DYNAMIC;
  const names = zipKeys(list, type.elements.length);
  return objectType(new Map(names.map((name, index) => [name, type.elements[index] ?? DYNAMIC])));
}

function zipKeys(list: Value, count: number): string[] {
  const items = itemsOf(list);
  if (items.length !== count) {
    throw new ValueError(`number of keys (${items.length}) does not match number of values (${count})`);
  }
  return items.map((item, index) => {
    if (item.kind === 'string') return item.value;
    throw new ValueError(`keys list has null value at index ${index}`);
  });
}

function zipMap(args: readonly Value[], type: Type): Value {
  const list = argumentAt(args, 0);
  const values = argumentAt(args, 1);
  let marks = list.marks | values.marks;
  if (!isWhollyKnown(list)) return withMarks(unknownValue(type), marks);
  for (const item of itemsOf(list)) marks |= item.marks;
  const items = itemsOf(values);
  const entries = zipKeys(list, items.length).flatMap((key, index): [string, Value][] => {
    const item = items[index];
    return item === undefined ? [] : [[key, item]];
  });
  return withMarks(type.kind === 'map' ? mapValue(type.element, entries) : objectValue(entries), marks);
}
