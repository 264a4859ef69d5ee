import {
  collectionToList,
  collectionToMap,
  collectionToSet,
  mapToObject,
  objectToMap,
  objectToObject,
  tupleToList,
  tupleToSet,
  tupleToTuple,
} from './convert-parts.ts';
import { type KnownConversion, primitiveConversion } from './convert-primitive.ts';
import { withMarks, withoutMarks } from './marking.ts';
import { refine } from './refine.ts';
import { type Refinement, rangeOf } from './refinement.ts';
import { collectionType, DYNAMIC, isCollection, isPrimitive, type Type, withoutOptional } from './type.ts';
import { unify } from './unify.ts';
import { nullValue, typeOf, type UnknownValue, unknownValue, type Value } from './value.ts';

/** A conversion of any value of the type it was made for. Throws ValueError when the value does not allow it. */
export type Conversion = (value: Value) => Value;

/**
 * conversion finds the conversion from one type to another, or undefined when there is none. Safe conversions never fail
 * and lose nothing; unsafe ones may throw ValueError, depending on the value.
 */
export function conversion(from: Type, to: Type, unsafe: boolean): Conversion | undefined {
  const known = knownConversion(from, to, unsafe);
  if (known === undefined) return undefined;
  const result = withoutOptional(to);
  const convertValue = (value: Value): Value => {
    if (value.marks !== 0) return withMarks(convertValue(withoutMarks(value)), value.marks);
    if (to.kind === 'dynamic') return value;
    if (value.kind === 'unknown') return convertUnknown(value, settleDynamic(typeOf(value), result));
    if (value.kind === 'null') return nullValue(settleDynamic(value.type, result));
    return known(value);
  };
  return convertValue;
}

/** safeConversion finds a conversion that never fails. */
export function safeConversion(from: Type, to: Type): Conversion | undefined {
  return conversion(from, to, false);
}

function knownConversion(from: Type, to: Type, unsafe: boolean): KnownConversion | undefined {
  if (to.kind === 'dynamic') return (value) => value;
  // A value of unknown type is converted in the hope that its type will fit.
  if (from.kind === 'dynamic') return unsafe ? (value) => value : undefined;
  if (isPrimitive(from)) return isPrimitive(to) ? primitiveConversion(from, to, unsafe) : undefined;
  switch (to.kind) {
    case 'object':
      if (from.kind === 'object') return objectToObject(from, to, unsafe);
      // The keys of a map are not known from its type.
      return from.kind === 'map' && unsafe ? mapToObject(from, to) : undefined;
    case 'tuple':
      return from.kind === 'tuple' ? tupleToTuple(from, to, unsafe) : undefined;
    case 'list':
      if (from.kind === 'tuple') return tupleToList(from, to.element, unsafe);
      return from.kind === 'list' || from.kind === 'set' ? collectionToList(from, to.element, unsafe) : undefined;
    case 'set':
      if (from.kind === 'tuple') return tupleToSet(from, to.element, unsafe);
      // A list that becomes a set loses its order and what occurs twice.
      if (from.kind === 'list' && !unsafe) return undefined;
      return from.kind === 'list' || from.kind === 'set' ? collectionToSet(from, to.element, unsafe) : undefined;
    case 'map':
      if (from.kind === 'object') return objectToMap(from, to.element, unsafe);
      return from.kind === 'map' ? collectionToMap(from, to.element, unsafe) : undefined;
    default:
      return undefined;
  }
}

/** An unknown value of another type keeps what is known of its nullness and of its length. */
function convertUnknown(value: UnknownValue, to: Type): Value {
  const converted = unknownValue(to, value.reasons);
  const range = rangeOf(value);
  const lengths = convertedLengths(value.type, to, range);
  return refine(converted, { ...(range.notNull ? { notNull: true } : {}), ...lengths });
}

function convertedLengths(from: Type, to: Type, range: Refinement): Refinement {
  if (from.kind === 'object' && to.kind === 'map') return exactly(from.attributes.size);
  if (from.kind === 'tuple' && to.kind === 'list') return exactly(from.elements.length);
  if (from.kind === 'tuple' && to.kind === 'set') {
    const length = from.elements.length;
    return length <= 1 ? exactly(length) : { minLength: 1, maxLength: length };
  }
  if (!isCollection(from) || !isCollection(to)) return {};
  const { minLength = 0, maxLength } = range;
  return {
    minLength: to.kind === 'set' ? Math.min(minLength, 1) : minLength,
    ...(maxLength === undefined ? {} : { maxLength }),
  };
}

function exactly(length: number): Refinement {
  return { minLength: length, maxLength: length };
}

/** settleDynamic replaces "any type" in the type wanted by what the type given has in its place. */
function settleDynamic(given: Type, wanted: Type): Type {
  if (wanted.kind === 'dynamic') return given;
  if (given.kind === 'dynamic') return wanted;
  if (given.kind === 'tuple' && wanted.kind === 'tuple') {
    return {
      kind: 'tuple',
      elements: wanted.elements.map((type, index) => settleDynamic(given.elements[index] ?? DYNAMIC, type)),
    };
  }
  if (given.kind === 'object' && wanted.kind === 'object') {
    const attributes = new Map<string, Type>();
    for (const [name, type] of wanted.attributes) {
      attributes.set(name, settleDynamic(given.attributes.get(name) ?? DYNAMIC, type));
    }
    return { kind: 'object', attributes, optional: wanted.optional };
  }
  if (!isCollection(wanted)) return wanted;
  return collectionType(wanted.kind, settleDynamic(elementOf(given), wanted.element));
}

/** The type that all parts of a type can have, or "any type" when there is none. */
function elementOf(type: Type): Type {
  if (isCollection(type)) return type.element;
  const parts = type.kind === 'tuple' ? type.elements : type.kind === 'object' ? [...type.attributes.values()] : [];
  return parts.length === 0 ? DYNAMIC : (unify(parts, true)?.type ?? DYNAMIC);
}
