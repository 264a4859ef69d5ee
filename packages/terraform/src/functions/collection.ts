import { integerNumeric } from '../values/big-float.ts';
import { convert } from '../values/convert.ts';
import { equal, memberTest } from '../values/equality.ts';
import { withMarks, withoutMarks } from '../values/marking.ts';
import { quoteText } from '../values/quote.ts';
import { compareText } from '../values/text-order.ts';
import { BOOL, DYNAMIC, listType, mapType, NUMBER, STRING, type Type } from '../values/type.ts';
import { typeName } from '../values/type-name.ts';
import { unify } from '../values/unify.ts';
import {
  FALSE,
  isWhollyKnown,
  listValue,
  mapValue,
  numberValue,
  sortedEntries,
  stringValue,
  TRUE,
  typeOf,
  unknownValue,
  type Value,
} from '../values/value.ts';
import { isMistake, ValueError } from '../values/value-error.ts';
import { argumentAt, itemsOf, textAt } from './arguments.ts';
import type { Budget } from './budget.ts';
import type { FunctionContext } from './function-context.ts';
import type { FunctionSpec, Parameter } from './function-spec.ts';

const ANY: Parameter = { name: 'list', type: DYNAMIC };

/** The functions that ask something of a collection: whether, which, where. */
export const COLLECTION_FUNCTIONS: readonly FunctionSpec[] = [
  {
    name: 'alltrue',
    parameters: [{ name: 'list', type: listType(BOOL) }],
    returns: BOOL,
    run: (args) => allTrue(itemsOf(args[0])),
  },
  {
    name: 'anytrue',
    parameters: [{ name: 'list', type: listType(BOOL) }],
    returns: BOOL,
    run: (args) => anyTrue(itemsOf(args[0])),
  },
  {
    name: 'coalesce',
    parameters: [],
    variadic: { name: 'vals', type: DYNAMIC, nullable: true, unknown: true, dynamic: true },
    returns: (args) => commonType(args),
    run: (args, type) => coalesce(args, type),
  },
  {
    name: 'coalescelist',
    parameters: [],
    variadic: { name: 'vals', type: DYNAMIC, nullable: true, unknown: true, dynamic: true },
    returns: coalesceListType,
    run: (args, type) => coalesceList(args, type),
  },
  {
    name: 'contains',
    parameters: [ANY, { name: 'value', type: DYNAMIC }],
    returns: BOOL,
    run: (args) => contains(argumentAt(args, 0), argumentAt(args, 1)),
  },
  {
    name: 'index',
    parameters: [ANY, { name: 'value', type: DYNAMIC }],
    returns: NUMBER,
    run: (args) => indexOf(argumentAt(args, 0), argumentAt(args, 1)),
  },
  {
    name: 'lookup',
    parameters: [
      { name: 'inputMap', type: DYNAMIC, marked: true },
      { name: 'key', type: STRING, marked: true },
    ],
    variadic: { name: 'default', type: DYNAMIC, nullable: true, unknown: true, dynamic: true, marked: true },
    returns: lookupType,
    mayReturnNull: true,
    run: lookup,
  },
  {
    name: 'matchkeys',
    parameters: [
      { name: 'values', type: listType(DYNAMIC) },
      { name: 'keys', type: listType(DYNAMIC) },
      { name: 'searchset', type: listType(DYNAMIC) },
    ],
    returns: (args) => {
      if (unify([typeOf(argumentAt(args, 1)), typeOf(argumentAt(args, 2))], true) === undefined) {
        throw new ValueError('keys and searchset must be of the same type');
      }
      return typeOf(argumentAt(args, 0));
    },
    run: matchKeys,
  },
  {
    name: 'one',
    parameters: [ANY],
    returns: oneType,
    mayReturnNull: true,
    run: (args, type) => one(argumentAt(args, 0), type),
  },
  {
    name: 'transpose',
    parameters: [{ name: 'values', type: mapType(listType(STRING)) }],
    returns: mapType(listType(STRING)),
    run: (args, type) => transpose(argumentAt(args, 0), type),
  },
];

function allTrue(items: readonly Value[]): Value {
  for (const item of items) {
    if (item.kind === 'unknown') return unknownValue(BOOL);
    if (item.kind !== 'bool' || !item.value) return FALSE;
  }
  return TRUE;
}

function anyTrue(items: readonly Value[]): Value {
  if (items.some((item) => item.kind === 'bool' && item.value)) return TRUE;
  return items.some((item) => item.kind === 'unknown') ? unknownValue(BOOL) : FALSE;
}

function commonType(args: readonly Value[]): Type {
  const type = unify(args.map(typeOf), true)?.type;
  if (type === undefined) throw new ValueError('all arguments must have the same type');
  return type;
}

function coalesce(args: readonly Value[], type: Type): Value {
  for (const arg of args) {
    const value = convert(arg, type);
    if (value.kind === 'unknown') return unknownValue(type);
    if (value.kind === 'null' || (value.kind === 'string' && value.value === '')) continue;
    return value;
  }
  throw new ValueError('no non-null, non-empty-string arguments');
}

function coalesceListType(args: readonly Value[]): Type {
  const [first, ...others] = args;
  if (first === undefined) throw new ValueError('at least one argument is required');
  for (const arg of args) {
    if (arg.kind === 'unknown') return DYNAMIC;
    const { kind } = typeOf(arg);
    if (kind !== 'list' && kind !== 'tuple') throw new ValueError('coalescelist arguments must be lists or tuples');
  }
  return others.every((arg) => equalTypes(arg, first)) ? typeOf(first) : DYNAMIC;
}

function equalTypes(a: Value, b: Value): boolean {
  return unify([typeOf(a), typeOf(b)], false)?.conversions.every((convertValue) => convertValue === undefined) === true;
}

function coalesceList(args: readonly Value[], type: Type): Value {
  for (const arg of args) {
    if (arg.kind === 'unknown') return unknownValue(type);
    if (itemsOf(arg).length > 0) return arg;
  }
  throw new ValueError('no non-null arguments');
}

function contains(list: Value, wanted: Value): Value {
  const { kind } = typeOf(list);
  if (kind !== 'list' && kind !== 'tuple' && kind !== 'set')
    throw new ValueError('argument must be list, tuple, or set');
  const results = new Set(itemsOf(list).map((item) => equal(wanted, item)));
  if (results.has(true)) return TRUE;
  return results.has(undefined) ? unknownValue(BOOL) : FALSE;
}

function indexOf(list: Value, wanted: Value): Value {
  const { kind } = typeOf(list);
  if (kind !== 'list' && kind !== 'tuple') throw new ValueError('argument must be a list or tuple');
  const items = itemsOf(list);
  if (items.length === 0) throw new ValueError('cannot search an empty list');
  for (const [index, item] of items.entries()) {
    const same = equal(item, wanted);
    if (same === undefined) return unknownValue(NUMBER);
    if (same) return numberValue(integerNumeric(index));
  }
  throw new ValueError('item not found');
}

function lookupType(args: readonly Value[]): Type {
  if (args.length > 3) throw new ValueError(`lookup() takes two or three arguments, got ${args.length}`);
  const type = typeOf(argumentAt(args, 0));
  const fallback = args[2];
  switch (type.kind) {
    case 'object': {
      const key = args[1];
      if (key?.kind !== 'string') return DYNAMIC;
      const attribute = type.attributes.get(key.value) ?? (fallback && typeOf(fallback));
      if (attribute !== undefined) return attribute;
      throw new ValueError(`the given object has no attribute ${keyText(key)}`, { argument: 0 });
    }
    case 'map':
      if (fallback !== undefined && !isConvertible(fallback, type.element)) {
        throw new ValueError('the default value must have the same type as the map elements', { argument: 2 });
      }
      return type.element;
    default:
      throw new ValueError('lookup() requires a map as the first argument', { argument: 0 });
  }
}

function isConvertible(value: Value, type: Type): boolean {
  try {
    convert(value, type);
    return true;
  } catch (error) {
    if (isMistake(error)) return false;
    throw error;
  }
}

function lookup(args: readonly Value[], type: Type): Value {
  const map = withoutMarks(argumentAt(args, 0));
  const key = argumentAt(args, 1);
  const marks = argumentAt(args, 0).marks | key.marks;
  if (map.kind !== 'map' && map.kind !== 'object') return withMarks(unknownValue(type), marks);
  const found = map.entries.get(textAt(args, 1));
  if (found !== undefined) return withMarks(found, marks);
  const fallback = args[2];
  if (fallback === undefined) throw new ValueError(`lookup failed to find key ${keyText(key)}`);
  return withMarks(convert(fallback, type), marks);
}

function keyText(key: Value): string {
  return key.marks === 0 && key.kind === 'string' ? quoteText(key.value) : '(sensitive value)';
}

function matchKeys(args: readonly Value[], type: Type, context: FunctionContext): Value {
  const [values, keys, searched] = args.map(itemsOf);
  const element = type.kind === 'list' ? type.element : DYNAMIC;
  if (values?.length !== keys?.length) throw new ValueError('length of keys and values should be equal');
  const common = commonType(args.slice(1));
  const wanted = itemsOf(convert(argumentAt(args, 2), common));
  if (searched?.length === 0) return listValue(element, []);
  if (!isWhollyKnown(argumentAt(args, 0)) || !isWhollyKnown(argumentAt(args, 1))) return unknownValue(type);
  const matched: Value[] = [];
  const isWanted = finder(wanted, context.budget);
  for (const [index, key] of itemsOf(convert(argumentAt(args, 1), common)).entries()) {
    const found = isWanted(key);
    // A key that is compared with something unknown before it is found makes the result empty: a quirk of Terraform.
    if (found === undefined) return listValue(element, []);
    const value = values?.[index];
    if (found && value !== undefined) matched.push(value);
  }
  return listValue(element, matched);
}

/** Tells whether a value is among others; undefined when that depends on something unknown. */
function finder(wanted: readonly Value[], budget: Budget | undefined): (key: Value) => boolean | undefined {
  if (wanted.every(isWhollyKnown)) return memberTest(wanted);
  return (key) => {
    budget?.work(wanted.length);
    for (const other of wanted) {
      const result = equal(key, other);
      if (result !== false) return result;
    }
    return false;
  };
}

const NOT_ONE = 'must be a list, set, or tuple value with either zero or one elements';

function oneType(args: readonly Value[]): Type {
  const type = typeOf(argumentAt(args, 0));
  if (type.kind === 'list' || type.kind === 'set') return type.element;
  if (type.kind === 'tuple' && type.elements.length <= 1) return type.elements[0] ?? DYNAMIC;
  throw new ValueError(NOT_ONE, { argument: 0 });
}

function one(value: Value, type: Type): Value {
  const items = itemsOf(value);
  if (value.kind === 'set' && items.length > 1 && !isWhollyKnown(value)) return unknownValue(type);
  if (items.length > 1) throw new ValueError(NOT_ONE, { argument: 0 });
  return items[0] ?? { kind: 'null', type, marks: 0 };
}

function transpose(value: Value, type: Type): Value {
  if (!isWhollyKnown(value)) return unknownValue(type);
  if (value.kind !== 'map') throw new ValueError(`map required, not ${typeName(typeOf(value))}`, { argument: 0 });
  const transposed = new Map<string, string[]>();
  for (const [key, list] of sortedEntries(value)) {
    if (list.kind === 'null') throw new ValueError('input must not contain null list');
    for (const item of itemsOf(list)) {
      if (item.kind !== 'string') throw new ValueError('input must not contain null string');
      const keys = transposed.get(item.value);
      if (keys === undefined) transposed.set(item.value, [key]);
      else keys.push(key);
    }
  }
  return mapValue(
    listType(STRING),
    transposed.entries().map(([key, keys]) => [key, listValue(STRING, keys.toSorted(compareText).map(stringValue))]),
  );
}
