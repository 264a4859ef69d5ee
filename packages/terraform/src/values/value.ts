import type { Numeric } from './big-float.ts';
import { EMPTY_MARKS, type Marks } from './marks.ts';
import type { Refinement } from './refinement.ts';
import { compareText, normalizeText } from './text-order.ts';
import {
  BOOL,
  DYNAMIC,
  type ListType,
  listType,
  type MapType,
  mapType,
  NUMBER,
  objectType,
  type SetType,
  STRING,
  type Type,
  tupleType,
} from './type.ts';

/** A typed null. The null of a literal has the type `dynamic`. */
export interface NullValue {
  readonly kind: 'null';
  readonly type: Type;
  readonly marks: Marks;
}

/** A value that is not known before apply, with what is known about it nevertheless. */
export interface UnknownValue {
  readonly kind: 'unknown';
  readonly type: Type;
  readonly marks: Marks;
  /** What makes it unknown, for people: `data source aws_ami.x`, `variable region has no value`. */
  readonly reasons: readonly string[];
  readonly refinement: Refinement | undefined;
  /** All values that it can have, as the validation of a variable allows them. Whatever is made of the value does not have them. */
  readonly possible?: readonly Value[];
}

export interface BoolValue {
  readonly kind: 'bool';
  readonly value: boolean;
  readonly marks: Marks;
}

export interface NumberValue {
  readonly kind: 'number';
  readonly value: Numeric;
  readonly marks: Marks;
}

/** A string in Unicode normal form C. */
export interface StringValue {
  readonly kind: 'string';
  readonly value: string;
  readonly marks: Marks;
}

/** What all values with parts say about their parts. */
interface Parts {
  /** The marks that occur anywhere below, not those of the value itself. */
  readonly innerMarks: Marks;
  /** No unknown value is anywhere below. */
  readonly whollyKnown: boolean;
  /** See `sizeOf`. */
  readonly size: number;
  /** How many values deep the parts are nested, 1 for parts without parts. */
  readonly depth: number;
}

export interface ListValue extends Parts {
  readonly kind: 'list';
  readonly type: ListType;
  readonly items: readonly Value[];
  readonly marks: Marks;
}

/** A set: its items are distinct, in Terraform's order, and carry no marks; the set carries those of all its items. */
export interface SetValue extends Parts {
  readonly kind: 'set';
  readonly type: SetType;
  readonly items: readonly Value[];
  readonly marks: Marks;
}

export interface MapValue extends Parts {
  readonly kind: 'map';
  readonly type: MapType;
  readonly entries: ReadonlyMap<string, Value>;
  readonly marks: Marks;
}

export interface TupleValue extends Parts {
  readonly kind: 'tuple';
  readonly items: readonly Value[];
  readonly marks: Marks;
}

export interface ObjectValue extends Parts {
  readonly kind: 'object';
  readonly entries: ReadonlyMap<string, Value>;
  readonly marks: Marks;
}

/** A Terraform value: immutable plain data. Make one with the functions of this module, which keep its promises. */
export type Value =
  | NullValue
  | UnknownValue
  | BoolValue
  | NumberValue
  | StringValue
  | ListValue
  | SetValue
  | MapValue
  | TupleValue
  | ObjectValue;

export const TRUE: BoolValue = { kind: 'bool', value: true, marks: EMPTY_MARKS };
export const FALSE: BoolValue = { kind: 'bool', value: false, marks: EMPTY_MARKS };

/** boolValue gives `true` or `false`. */
export function boolValue(value: boolean): BoolValue {
  return value ? TRUE : FALSE;
}

/** numberValue gives a number. A JavaScript number stands for exactly its own value and must not be NaN. */
export function numberValue(value: Numeric): NumberValue {
  return { kind: 'number', value, marks: EMPTY_MARKS };
}

/** stringValue gives a string, brought into Unicode normal form C. */
export function stringValue(value: string): StringValue {
  return { kind: 'string', value: normalizeText(value), marks: EMPTY_MARKS };
}

/** The null of a literal. */
export const NULL: NullValue = { kind: 'null', type: DYNAMIC, marks: EMPTY_MARKS };

/** nullValue gives the null of a type. */
export function nullValue(type: Type): NullValue {
  return type.kind === 'dynamic' ? NULL : { kind: 'null', type, marks: EMPTY_MARKS };
}

/** unknownValue gives a value of which only the type is known. */
export function unknownValue(type: Type, reasons: readonly string[] = []): UnknownValue {
  return { kind: 'unknown', type, marks: EMPTY_MARKS, reasons, refinement: undefined };
}

/** listValue gives a list. All items must be of the element type, or be `dynamic` where it is. */
export function listValue(element: Type, items: readonly Value[]): ListValue {
  return { kind: 'list', type: listType(element), items, marks: EMPTY_MARKS, ...partsOf(items) };
}

/** mapValue gives a map. All values must be of the element type; keys are brought into normal form C. */
export function mapValue(element: Type, entries: Iterable<readonly [string, Value]>): MapValue {
  const map = toMap(entries);
  return { kind: 'map', type: mapType(element), entries: map, marks: EMPTY_MARKS, ...partsOf(map.values()) };
}

/** tupleValue gives a tuple. */
export function tupleValue(items: readonly Value[]): TupleValue {
  return { kind: 'tuple', items, marks: EMPTY_MARKS, ...partsOf(items) };
}

/** objectValue gives an object; of several attributes with one name the last counts. */
export function objectValue(entries: Iterable<readonly [string, Value]>): ObjectValue {
  const map = toMap(entries);
  return { kind: 'object', entries: map, marks: EMPTY_MARKS, ...partsOf(map.values()) };
}

function toMap(entries: Iterable<readonly [string, Value]>): ReadonlyMap<string, Value> {
  const map = new Map<string, Value>();
  for (const [key, value] of entries) map.set(normalizeText(key), value);
  return map;
}

/** partsOf sums up what the parts of a value say about it. */
export function partsOf(items: Iterable<Value>): Parts {
  let innerMarks = EMPTY_MARKS;
  let whollyKnown = true;
  let size = 1;
  let depth = 0;
  for (const item of items) {
    innerMarks |= deepMarks(item);
    if (!isWhollyKnown(item)) whollyKnown = false;
    size += sizeOf(item);
    if ('depth' in item && item.depth > depth) depth = item.depth;
  }
  return { innerMarks, whollyKnown, size, depth: depth + 1 };
}

/** Characters of a text that count as one part. */
const TEXT_PART = 64;

/**
 * sizeOf counts a value with all of its parts, as they would be written out: parts that several places share count in each,
 * and a long text counts for its length. A few lines can double a value so often that no memory would hold its text.
 */
export function sizeOf(value: Value): number {
  if ('size' in value) return value.size;
  return value.kind === 'string' ? 1 + Math.floor(value.value.length / TEXT_PART) : 1;
}

/** depthOf tells how deep a value is nested: 0 for one without parts. */
export function depthOf(value: Value): number {
  return 'depth' in value ? value.depth : 0;
}

/** deepMarks gives the marks of a value and of everything in it. */
export function deepMarks(value: Value): Marks {
  return 'innerMarks' in value ? value.marks | value.innerMarks : value.marks;
}

/** isWhollyKnown tells whether neither a value nor anything in it is unknown. */
export function isWhollyKnown(value: Value): boolean {
  return value.kind !== 'unknown' && (!('whollyKnown' in value) || value.whollyKnown);
}

const structuralTypes = new WeakMap<Value, Type>();

/** typeOf gives the type of a value. For tuples and objects it is computed when first asked for. */
export function typeOf(value: Value): Type {
  switch (value.kind) {
    case 'bool':
      return BOOL;
    case 'number':
      return NUMBER;
    case 'string':
      return STRING;
    case 'null':
    case 'unknown':
    case 'list':
    case 'set':
    case 'map':
      return value.type;
    case 'tuple':
    case 'object': {
      let type = structuralTypes.get(value);
      if (type === undefined) {
        type = structuralType(value);
        structuralTypes.set(value, type);
      }
      return type;
    }
  }
}

function structuralType(value: TupleValue | ObjectValue): Type {
  if (value.kind === 'tuple') return tupleType(value.items.map(typeOf));
  const attributes = new Map<string, Type>();
  for (const [name, attribute] of value.entries) attributes.set(name, typeOf(attribute));
  return objectType(attributes);
}

/** sortedEntries gives the entries of a map or the attributes of an object in Terraform's order, that of their keys. */
export function sortedEntries(value: MapValue | ObjectValue): readonly (readonly [string, Value])[] {
  const entries = [...value.entries];
  for (let index = 1; index < entries.length; index++) {
    if (compareText(entries[index - 1]?.[0] ?? '', entries[index]?.[0] ?? '') > 0) {
      return entries.sort(([a], [b]) => compareText(a, b));
    }
  }
  return entries;
}
