import { integerNumeric, type Numeric } from '../values/big-float.ts';
import { convert } from '../values/convert.ts';
import { distinctValues } from '../values/distinct.ts';
import { withMarks, withoutMarks } from '../values/marking.ts';
import { EMPTY_MARKS, type Marks } from '../values/marks.ts';
import { addNumbers, compareNumbers } from '../values/number-arithmetic.ts';
import { toInteger } from '../values/number-parts.ts';
import { refine } from '../values/refine.ts';
import { compareText } from '../values/text-order.ts';
import { DYNAMIC, isSequence, listType, NUMBER, STRING, type Type, tupleType } from '../values/type.ts';
import { typeName } from '../values/type-name.ts';
import { unify } from '../values/unify.ts';
import {
  isWhollyKnown,
  listValue,
  numberValue,
  tupleValue,
  typeOf,
  unknownValue,
  type Value,
} from '../values/value.ts';
import { isMistake, ValueError } from '../values/value-error.ts';
import { argumentAt, integerAt, itemsOf, numberAt } from './arguments.ts';
import type { FunctionSpec, Parameter } from './function-spec.ts';
import { checkElementCount, MAX_RANGE } from './limits.ts';

const STRINGS: Parameter = { name: 'list', type: listType(STRING) };
const ANY_LIST: Parameter = { name: 'list', type: listType(DYNAMIC) };
const ANY_MARKED: Parameter = { name: 'list', type: DYNAMIC, marked: true };

/** The functions that make lists and tuples of lists, tuples and sets. */
export const SEQUENCE_FUNCTIONS: readonly FunctionSpec[] = [
  {
    name: 'chunklist',
    parameters: [
      { ...ANY_LIST, marked: true },
      { name: 'size', type: NUMBER, marked: true },
    ],
    returns: (args) => listType(typeOf(argumentAt(args, 0))),
    run: (args) => chunkList(argumentAt(args, 0), argumentAt(args, 1)),
  },
  {
    name: 'compact',
    parameters: [STRINGS],
    returns: listType(STRING),
    run: (args, type) => {
      const list = argumentAt(args, 0);
      if (!isWhollyKnown(list)) return unknownValue(type);
      return listValue(
        STRING,
        itemsOf(list).filter((item) => item.kind === 'string' && item.value !== ''),
      );
    },
  },
  {
    name: 'concat',
    parameters: [],
    variadic: { name: 'seqs', type: DYNAMIC, unknown: true, marked: true },
    returns: concatType,
    run: concat,
  },
  {
    name: 'distinct',
    parameters: [ANY_LIST],
    returns: (args) => typeOf(argumentAt(args, 0)),
    run: (args, type) => {
      const list = argumentAt(args, 0);
      if (!isWhollyKnown(list)) return unknownValue(type);
      return listValue(type.kind === 'list' ? type.element : DYNAMIC, distinctValues(itemsOf(list)));
    },
  },
  {
    name: 'element',
    parameters: [ANY_MARKED, { name: 'index', type: NUMBER }],
    returns: elementType,
    mayReturnNull: true,
    run: (args) => {
      const list = argumentAt(args, 0);
      return withMarks(elementAt(itemsOf(list), integerAt(args, 1)), list.marks);
    },
  },
  {
    name: 'flatten',
    parameters: [ANY_MARKED],
    returns: flattenType,
    run: (args, type) => {
      const { items, marks, known } = flatten(argumentAt(args, 0));
      checkElementCount(items.length);
      return withMarks(known ? tupleValue(items) : unknownValue(type), marks);
    },
  },
  {
    name: 'range',
    parameters: [],
    variadic: { name: 'params', type: NUMBER },
    returns: listType(NUMBER),
    run: (args) => range(args),
  },
  {
    name: 'reverse',
    parameters: [ANY_MARKED],
    returns: (args) => {
      const type = typeOf(argumentAt(args, 0));
      if (type.kind === 'tuple') return tupleType(type.elements.toReversed());
      if (type.kind === 'list' || type.kind === 'set') return listType(type.element);
      throw new ValueError(`can only reverse list or tuple values, not ${typeName(type)}`, { argument: 0 });
    },
    run: (args, type) => {
      const list = argumentAt(args, 0);
      const items = itemsOf(list).toReversed();
      return withMarks(type.kind === 'list' ? listValue(type.element, items) : tupleValue(items), list.marks);
    },
  },
  {
    name: 'slice',
    parameters: [ANY_MARKED, { name: 'start_index', type: NUMBER }, { name: 'end_index', type: NUMBER }],
    returns: sliceType,
    run: (args, type) => {
      const list = argumentAt(args, 0);
      const items = itemsOf(list).slice(integerAt(args, 1), integerAt(args, 2));
      return withMarks(type.kind === 'list' ? listValue(type.element, items) : tupleValue(items), list.marks);
    },
  },
  { name: 'sort', parameters: [STRINGS], returns: listType(STRING), run: (args) => sort(argumentAt(args, 0)) },
  {
    name: 'sum',
    parameters: [{ name: 'list', type: DYNAMIC }],
    returns: NUMBER,
    run: (args) => sum(argumentAt(args, 0)),
  },
];

function chunkList(list: Value, sizeValue: Value): Value {
  const type = typeOf(list);
  const items = itemsOf(list);
  const size = chunkSize(sizeValue);
  const chunks: Value[] = [];
  if (size === 0 && items.length > 0) chunks.push(withoutMarks(list));
  const element = type.kind === 'list' ? type.element : DYNAMIC;
  for (let start = 0; size > 0 && start < items.length; start += size) {
    chunks.push(listValue(element, items.slice(start, start + size)));
  }
  return withMarks(listValue(type, chunks), list.marks | sizeValue.marks);
}

function chunkSize(value: Value): number {
  let size: number;
  try {
    size = toInteger(numberAt([value], 0));
  } catch (error) {
    if (isMistake(error)) throw new ValueError(`invalid size: ${error.message}`);
    throw error;
  }
  if (size < 0) throw new ValueError('the size argument must be positive');
  return size;
}

function concatType(args: readonly Value[]): Type {
  if (args.length === 0) throw new ValueError('at least one argument is required');
  const types = args.map(typeOf);
  const [first] = types;
  // Lists stay a list when all of them have one element type in common, and tuples among them do not.
  if (first?.kind === 'list' && types.every((type) => type.kind === 'list')) {
    const common = unify(types, true)?.type;
    if (common?.kind === 'list') return common;
  }
  const elements: Type[] = [];
  for (const [index, arg] of args.entries()) {
    const type = typeOf(arg);
    if (type.kind === 'tuple') elements.push(...type.elements);
    else if (type.kind === 'list') {
      if (arg.kind !== 'list') return DYNAMIC;
      elements.push(...arg.items.map(() => type.element));
    } else {
      throw new ValueError(`all arguments must be lists or tuples; got ${typeName(type)}`, { argument: index });
    }
  }
  return tupleType(elements);
}

function concat(args: readonly Value[], type: Type): Value {
  let marks: Marks = EMPTY_MARKS;
  for (const arg of args) marks |= arg.marks;
  if (args.some((arg) => arg.kind === 'unknown')) return withMarks(unknownValue(type), marks);
  const items = args.flatMap((arg) => itemsOf(type.kind === 'list' ? convert(arg, type) : arg));
  checkElementCount(items.length);
  return withMarks(type.kind === 'list' ? listValue(type.element, items) : tupleValue(items), marks);
}

function elementType(args: readonly Value[]): Type {
  const type = typeOf(argumentAt(args, 0));
  if (type.kind === 'list') return type.element;
  if (type.kind !== 'tuple') throw new ValueError(`cannot read elements from ${typeName(type)}`);
  const index = argumentAt(args, 1);
  if (index.kind !== 'number') return DYNAMIC;
  return wrapped(type.elements, elementIndex(index.value));
}

function elementAt(items: readonly Value[], index: number): Value {
  return wrapped(items, index);
}

function elementIndex(value: Numeric): number {
  try {
    return toInteger(value);
  } catch (error) {
    if (isMistake(error)) throw new ValueError(`invalid index: ${error.message}`);
    throw error;
  }
}

/** The index starts again from the beginning when it is beyond the end. */
function wrapped<T>(items: readonly T[], index: number): T {
  if (items.length === 0) throw new ValueError('cannot use element function with an empty list');
  if (index < 0) throw new ValueError('the index must not be negative');
  const item = items[index % items.length];
  if (item === undefined) throw new ValueError('the index is too large');
  return item;
}

interface Flattened {
  readonly items: readonly Value[];
  readonly marks: Marks;
  /** The number of items is certain. */
  readonly known: boolean;
}

function flattenType(args: readonly Value[]): Type {
  const list = argumentAt(args, 0);
  if (!isWhollyKnown(list)) return DYNAMIC;
  if (!isSequence(typeOf(list))) throw new ValueError('can only flatten lists, sets and tuples');
  const { items, known } = flatten(list);
  return known ? tupleType(items.map(typeOf)) : DYNAMIC;
}

function flatten(list: Value): Flattened {
  let { marks } = list;
  // Unknown items of a set may turn out to be equal to others.
  let known = !(list.kind === 'set' && list.items.length > 1 && !isWhollyKnown(list));
  const items: Value[] = [];
  for (const item of itemsOf(list)) {
    const type = typeOf(item);
    if (item.kind === 'unknown' && (type.kind === 'dynamic' || isSequence(type))) {
      known = false;
      marks |= item.marks;
    } else if (item.kind !== 'null' && isSequence(type)) {
      const inner = flatten(item);
      marks |= inner.marks;
      known &&= inner.known;
      for (const flat of inner.items) items.push(flat);
    } else {
      items.push(item);
    }
  }
  return { items, marks, known };
}

function range(args: readonly Value[]): Value {
  if (args.length < 1 || args.length > 3) throw new ValueError('must have one, two, or three arguments');
  const start = args.length === 1 ? integerNumeric(0) : numberAt(args, 0);
  const end = numberAt(args, args.length === 1 ? 0 : 1);
  const upwards = compareNumbers(end, start) >= 0;
  const step = args.length === 3 ? numberAt(args, 2) : integerNumeric(upwards ? 1 : -1);
  const direction = compareNumbers(step, 0);
  if (direction >= 0 && args.length === 3 && !upwards) {
    throw new ValueError('end must be greater than start when step is positive', { argument: 1 });
  }
  if (direction < 0 && compareNumbers(end, start) > 0) {
    throw new ValueError('end must be less than start when step is negative', { argument: 1 });
  }
  const numbers: Value[] = [];
  for (let number = start; compareNumbers(end, number) * (direction || 1) > 0; number = addNumbers(number, step)) {
    if (numbers.length >= MAX_RANGE) {
      throw new ValueError(
        `more than ${MAX_RANGE} values were generated; either decrease the difference between start and end or use a smaller step`,
      );
    }
    numbers.push(numberValue(number));
  }
  return listValue(NUMBER, numbers);
}

function sliceType(args: readonly Value[]): Type {
  const list = argumentAt(args, 0);
  const type = typeOf(list);
  if (type.kind === 'set') {
    throw new ValueError(
      'cannot slice a set, because its elements do not have indices; explicitly convert to a list if the ordering of the result is not important',
      { argument: 0 },
    );
  }
  if (type.kind !== 'list' && type.kind !== 'tuple')
    throw new ValueError('must be a list or tuple value', { argument: 0 });
  const length = type.kind === 'tuple' ? type.elements.length : list.kind === 'list' ? list.items.length : undefined;
  const start = sliceIndex(args, 1, 'start', length);
  const end = sliceIndex(args, 2, 'end', length);
  if (start !== undefined && end !== undefined && start > end) {
    throw new ValueError('start index must not be greater than end index', { argument: 1 });
  }
  if (type.kind === 'list') return type;
  return start === undefined || end === undefined ? DYNAMIC : tupleType(type.elements.slice(start, end));
}

function sliceIndex(
  args: readonly Value[],
  argument: 1 | 2,
  name: string,
  length: number | undefined,
): number | undefined {
  const value = argumentAt(args, argument);
  if (value.kind !== 'number') return undefined;
  let index: number;
  try {
    index = toInteger(value.value);
  } catch (error) {
    if (isMistake(error)) throw new ValueError(`invalid ${name} index: ${error.message}`, { argument });
    throw error;
  }
  if (index < 0) throw new ValueError(`${name} index must not be less than zero`, { argument });
  if (length !== undefined && index > length) {
    throw new ValueError(`${name} index must not be greater than the length of the list`, { argument });
  }
  return index;
}

function sort(list: Value): Value {
  const items = itemsOf(list);
  if (!isWhollyKnown(list)) {
    const length = { minLength: items.length, maxLength: items.length };
    return refine(unknownValue(listType(STRING)), { notNull: true, ...length });
  }
  const texts = items.map((item, index) => {
    if (item.kind === 'string') return item;
    throw new ValueError(`given list element ${index} is null; a null string cannot be sorted`);
  });
  return listValue(
    STRING,
    texts.sort((a, b) => compareText(a.value, b.value)),
  );
}

function sum(list: Value): Value {
  const type = typeOf(list);
  if (!isSequence(type) && type.kind !== 'map' && type.kind !== 'object') {
    throw new ValueError('cannot sum noniterable', { argument: 0 });
  }
  if ('entries' in list ? list.entries.size === 0 : itemsOf(list).length === 0) {
    throw new ValueError('cannot sum an empty list', { argument: 0 });
  }
  if (!isSequence(type)) {
    throw new ValueError(`argument must be list, set, or tuple. Received ${typeName(type)}`, { argument: 0 });
  }
  if (!isWhollyKnown(list)) return unknownValue(NUMBER);
  const numbers = itemsOf(list).map(summand);
  return numberValue(numbers.reduce(addNumbers));
}

function summand(item: Value): Numeric {
  try {
    const number = convert(item, NUMBER);
    if (number.kind === 'number') return number.value;
  } catch (error) {
    if (!isMistake(error)) throw error;
  }
  throw new ValueError('argument must be list, set, or tuple of number values', { argument: 0 });
}
