import { convert } from '../values/convert.ts';
import { memberTest } from '../values/equality.ts';
import { withMarks, withoutMarks } from '../values/marking.ts';
import { EMPTY_MARKS, type Marks } from '../values/marks.ts';
import { refine } from '../values/refine.ts';
import { rangeOf } from '../values/refinement.ts';
import { setValue } from '../values/set.ts';
import { DYNAMIC, listType, setType, type Type, tupleType } from '../values/type.ts';
import { unify } from '../values/unify.ts';
import { isWhollyKnown, listValue, tupleValue, typeOf, unknownValue, type Value } from '../values/value.ts';
import { ValueError } from '../values/value-error.ts';
import { itemsOf } from './arguments.ts';
import type { FunctionSpec, Parameter } from './function-spec.ts';
import { checkElementCount } from './limits.ts';

function setParameter(name: string): Parameter {
  return { name, type: setType(DYNAMIC), dynamic: true };
}

/** The functions of set algebra. */
export const SET_FUNCTIONS: readonly FunctionSpec[] = [
  {
    name: 'setunion',
    parameters: [setParameter('first_set')],
    variadic: setParameter('other_sets'),
    returns: commonSetType,
    run: (args, type) =>
      setValue(
        elementOf(type),
        args.flatMap((arg) => itemsOf(convert(arg, type))),
      ),
  },
  {
    name: 'setintersection',
    parameters: [setParameter('first_set')],
    variadic: setParameter('other_sets'),
    returns: commonSetType,
    run: (args, type) => combine(args, type, (items, isMember) => items.filter(isMember)),
  },
  {
    name: 'setsubtract',
    parameters: [setParameter('a'), setParameter('b')],
    returns: commonSetType,
    run: (args, type) => combine(args, type, (items, isMember) => items.filter((item) => !isMember(item))),
  },
  {
    name: 'setproduct',
    parameters: [],
    variadic: { name: 'sets', type: DYNAMIC, unknown: true, marked: true },
    returns: productType,
    run: product,
  },
];

function elementOf(type: Type): Type {
  return type.kind === 'set' || type.kind === 'list' ? type.element : DYNAMIC;
}

function commonSetType(args: readonly Value[]): Type {
  const types = args.flatMap((arg) => {
    const element = elementOf(typeOf(arg));
    // An empty set of nothing in particular fits any other.
    const fitsAll = element.kind === 'dynamic' && arg.kind !== 'unknown' && itemsOf(arg).length === 0;
    return fitsAll ? [] : [element];
  });
  if (types.length === 0) return setType(DYNAMIC);
  const element = unify(types, true)?.type;
  if (element === undefined) throw new ValueError('given sets must all have compatible element types');
  return setType(element);
}

/** Goes through the sets from left to right. What is not known makes the result unknown as a whole. */
function combine(
  args: readonly Value[],
  type: Type,
  step: (items: readonly Value[], isMember: (item: Value) => boolean) => readonly Value[],
): Value {
  const sets = args.map((arg) => convert(arg, type));
  if (!sets.every(isWhollyKnown)) return unknownValue(type);
  const [first, ...others] = sets;
  let items = itemsOf(first);
  for (const other of others) {
    items = step(items, memberTest(itemsOf(other)));
  }
  return setValue(elementOf(type), items);
}

function productType(args: readonly Value[]): Type {
  if (args.length < 2) throw new ValueError('at least two arguments are required');
  const elements = args.map((arg, argument): Type => {
    const type = typeOf(arg);
    if (type.kind === 'list' || type.kind === 'set') return type.element;
    if (type.kind !== 'tuple') throw new ValueError('a set or a list is required', { argument });
    if (type.elements.length === 0) return DYNAMIC;
    const element = unify(type.elements, true)?.type;
    if (element === undefined) throw new ValueError('all elements must be of the same type', { argument });
    return element;
  });
  // Only lists and tuples have an order that the product can keep.
  const ordered = args.every((arg) => typeOf(arg).kind !== 'set');
  return ordered ? listType(tupleType(elements)) : setType(tupleType(elements));
}

/** Ranges of unknown products are given up to this length only, as Terraform does. */
const MAX_REFINED_LENGTH = 2048;

function product(args: readonly Value[], type: Type): Value {
  let marks: Marks = EMPTY_MARKS;
  for (const arg of args) marks |= arg.marks;
  const element = elementOf(type);
  const elements = element.kind === 'tuple' ? element.elements : [];
  const uncertain = args.some(
    (arg) => arg.kind === 'unknown' || (arg.kind === 'set' && arg.items.length > 1 && !arg.whollyKnown),
  );
  if (uncertain) return withMarks(unknownProduct(args, type), marks);
  let count = 1;
  for (const arg of args) count *= itemsOf(arg).length;
  checkElementCount(count);
  let rows: readonly (readonly Value[])[] = [[]];
  for (const [index, arg] of args.entries()) {
    const items = itemsOf(arg).map((item) => convert(item, elements[index] ?? DYNAMIC));
    rows = rows.flatMap((row) => items.map((item) => [...row, item]));
  }
  const tuples = rows.map((row) => tupleValue(row));
  return withMarks(type.kind === 'list' ? listValue(element, tuples) : setValue(element, tuples), marks);
}

function unknownProduct(args: readonly Value[], type: Type): Value {
  let longest = 1;
  for (const arg of args) longest *= longestLength(withoutMarks(arg));
  const unknown = unknownValue(type);
  if (!(longest <= MAX_REFINED_LENGTH)) return unknown;
  return refine(unknown, { notNull: true, maxLength: longest, minLength: longest === 0 ? 0 : 1 });
}

function longestLength(value: Value): number {
  const type = typeOf(value);
  return type.kind === 'tuple' ? type.elements.length : (rangeOf(value).maxLength ?? Number.POSITIVE_INFINITY);
}
