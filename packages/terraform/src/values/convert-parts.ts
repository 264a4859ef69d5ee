import { type Conversion, conversion } from './conversion.ts';
import type { KnownConversion } from './convert-primitive.ts';
import { mismatch } from './mismatch.ts';
import { reasonsIn } from './reasons.ts';
import { setValue } from './set.ts';
import {
  type CollectionType,
  isCollection,
  type ObjectType,
  sameType,
  type TupleType,
  type Type,
  withoutOptional,
} from './type.ts';
import { unify } from './unify.ts';
import {
  isWhollyKnown,
  listValue,
  mapValue,
  nullValue,
  objectValue,
  sortedEntries,
  tupleValue,
  typeOf,
  unknownValue,
  type Value,
} from './value.ts';
import { isMistake, type PathStep, ValueError } from './value-error.ts';

/** What happens to one part: nothing when it is of the right type already. */
type PartConversion = Conversion | 'none';

function partConversion(from: Type, to: Type, unsafe: boolean): PartConversion | undefined {
  return sameType(from, to) ? 'none' : conversion(from, to, unsafe);
}

function convertPart(part: Value, convert: PartConversion | undefined, step: PathStep): Value {
  if (convert === undefined || convert === 'none') return part;
  try {
    return convert(part);
  } catch (error) {
    if (isMistake(error)) throw new ValueError(error.message, { path: [step, ...error.path] });
    throw error;
  }
}

/** collectionToList converts lists and sets to lists. */
export function collectionToList(from: CollectionType, element: Type, unsafe: boolean): KnownConversion | undefined {
  const convert = partConversion(from.element, element, unsafe);
  if (convert === undefined) return undefined;
  return (value) => {
    if (value.kind !== 'list' && value.kind !== 'set') return value;
    // Unknown items of a set may turn out to be equal to others, so that not even the length is known.
    if (value.kind === 'set' && value.items.length > 1 && !isWhollyKnown(value)) {
      return unknownValue({ kind: 'list', element: from.element }, reasonsIn(value));
    }
    const items = value.items.map((item, index) => convertPart(item, convert, { index }));
    return sameElements(items, value.type.element, element, 'list', listValue);
  };
}

/** collectionToSet converts lists and sets to sets. */
export function collectionToSet(from: CollectionType, element: Type, unsafe: boolean): KnownConversion | undefined {
  const convert = partConversion(from.element, element, unsafe);
  if (convert === undefined) return undefined;
  return (value) => {
    if (value.kind !== 'list' && value.kind !== 'set') return value;
    const items = value.items.map((item, index) => convertPart(item, convert, { index }));
    return sameElements(items, value.type.element, element, 'set', setValue);
  };
}

/** collectionToMap converts maps to maps of another element type. */
export function collectionToMap(from: CollectionType, element: Type, unsafe: boolean): KnownConversion | undefined {
  const convert = conversion(from.element, element, unsafe);
  if (convert === undefined) return undefined;
  return (value) => {
    if (value.kind !== 'map') return value;
    const entries = sortedEntries(value).map(
      ([key, entry]) => [key, convertPart(entry, convert, { index: key })] as const,
    );
    return unifiedMap(entries, value.type.element, element, false);
  };
}

/** tupleToList converts tuples to lists; "any type" as the element type asks for one that suits all elements. */
export function tupleToList(from: TupleType, element: Type, unsafe: boolean): KnownConversion | undefined {
  if (from.elements.length === 0) return () => listValue(withoutOptional(element), []);
  const plan = elementPlan(from, element, unsafe);
  if (plan === undefined) return undefined;
  return (value) => {
    if (value.kind !== 'tuple') return value;
    const items = value.items.map((item, index) => convertPart(item, plan.conversions[index], { index }));
    const unified = unifyValues(items, unsafe);
    return sameElements(unified, plan.element, plan.element, 'list', listValue);
  };
}

/** tupleToSet converts tuples to sets; "any type" as the element type asks for one that suits all elements. */
export function tupleToSet(from: TupleType, element: Type, unsafe: boolean): KnownConversion | undefined {
  if (from.elements.length === 0) return () => setValue(withoutOptional(element), []);
  const plan = elementPlan(from, element, unsafe);
  if (plan === undefined) return undefined;
  return (value) => {
    if (value.kind !== 'tuple') return value;
    const items = value.items.map((item, index) => convertPart(item, plan.conversions[index], { index }));
    return sameElements(items, plan.element, plan.element, 'set', setValue);
  };
}

interface ElementPlan {
  readonly element: Type;
  readonly conversions: readonly PartConversion[];
}

function elementPlan(from: TupleType, wanted: Type, unsafe: boolean): ElementPlan | undefined {
  let element = wanted;
  if (wanted.kind === 'dynamic') {
    const common = unify(from.elements, unsafe);
    if (common === undefined) return undefined;
    element = common.type;
    if (element.kind === 'dynamic' && from.elements.some((type) => type.kind !== 'dynamic')) return undefined;
  }
  const conversions: PartConversion[] = [];
  let previous: { from: Type; convert: PartConversion } | undefined;
  for (const type of from.elements) {
    const convert: PartConversion | undefined =
      previous?.from === type ? previous.convert : partConversion(type, element, unsafe);
    if (convert === undefined) return undefined;
    previous = { from: type, convert };
    conversions.push(convert);
  }
  return { element, conversions };
}

/** tupleToTuple converts tuples element by element. */
export function tupleToTuple(from: TupleType, to: TupleType, unsafe: boolean): KnownConversion | undefined {
  if (from.elements.length !== to.elements.length) return undefined;
  const conversions: PartConversion[] = [];
  for (const [index, type] of to.elements.entries()) {
    const given = from.elements[index];
    const convert = given && partConversion(given, type, unsafe);
    if (convert === undefined) return undefined;
    conversions.push(convert);
  }
  return (value) =>
    value.kind === 'tuple'
      ? tupleValue(value.items.map((item, index) => convertPart(item, conversions[index], { index })))
      : value;
}

/** objectToMap converts objects to maps; "any type" as the element type asks for one that suits all attributes. */
export function objectToMap(from: ObjectType, element: Type, unsafe: boolean): KnownConversion | undefined {
  if (from.attributes.size === 0) return () => mapValue(withoutOptional(element), []);
  const plan = elementPlan({ kind: 'tuple', elements: [...from.attributes.values()] }, element, unsafe);
  if (plan === undefined) return undefined;
  const conversions = new Map([...from.attributes.keys()].map((name, index) => [name, plan.conversions[index]]));
  return (value) => {
    if (value.kind !== 'object') return value;
    const entries = sortedEntries(value).map(
      ([name, attribute]) => [name, convertPart(attribute, conversions.get(name), { index: name })] as const,
    );
    return unifiedMap(entries, plan.element, plan.element, unsafe);
  };
}

/** objectToObject converts attribute by attribute; attributes that are not wanted are dropped, optional ones become null. */
export function objectToObject(from: ObjectType, to: ObjectType, unsafe: boolean): KnownConversion | undefined {
  const conversions = new Map<string, PartConversion>();
  for (const [name, wanted] of to.attributes) {
    const given = from.attributes.get(name);
    if (given === undefined) {
      if (to.optional.has(name)) continue;
      return undefined;
    }
    const convert = partConversion(given, wanted, unsafe);
    if (convert === undefined) return undefined;
    conversions.set(name, convert);
  }
  return (value) => {
    if (value.kind !== 'object') return value;
    const entries: [string, Value][] = [];
    for (const [name, wanted] of to.attributes) {
      const attribute = value.entries.get(name);
      const result =
        attribute === undefined
          ? nullValue(withoutOptional(wanted))
          : convertPart(attribute, conversions.get(name), { attribute: name });
      entries.push([name, plainNull(result)]);
    }
    return objectValue(entries);
  };
}

/** mapToObject converts maps to objects: keys without an attribute are dropped, required attributes must be there. */
export function mapToObject(from: CollectionType, to: ObjectType): KnownConversion | undefined {
  const conversions = new Map<string, PartConversion | undefined>();
  for (const [name, wanted] of to.attributes) {
    const convert = partConversion(from.element, wanted, true);
    // An optional attribute that cannot be converted is a mistake only if the map has it.
    if (convert === undefined && !to.optional.has(name)) return undefined;
    conversions.set(name, convert);
  }
  return (value) => {
    if (value.kind !== 'map') return value;
    const entries: [string, Value][] = [];
    for (const [name, wanted] of to.attributes) {
      const entry = value.entries.get(name);
      if (entry === undefined) {
        if (!to.optional.has(name))
          throw new ValueError(`map has no element for required attribute ${JSON.stringify(name)}`);
        entries.push([name, nullValue(withoutOptional(wanted))]);
        continue;
      }
      const convert = conversions.get(name);
      if (convert === undefined) {
        const reason = mismatch(typeOf(entry), wanted);
        throw new ValueError(`map element type is incompatible with attribute ${JSON.stringify(name)}: ${reason}`);
      }
      entries.push([name, plainNull(convertPart(entry, convert, { index: name }))]);
    }
    return objectValue(entries);
  };
}

function plainNull(value: Value): Value {
  return value.kind === 'null' ? { ...value, type: withoutOptional(value.type) } : value;
}

function unifyValues(items: readonly Value[], unsafe: boolean): readonly Value[] {
  const types = items.map(typeOf);
  const [first] = types;
  if (first === undefined || types.every((type) => sameType(type, first))) return items;
  const common = unify(types, unsafe);
  if (common === undefined) throw new ValueError('cannot find a common base type for all elements');
  return items.map((item, index) => convertPart(item, conversionTo(common.type, types[index], unsafe), { index }));
}

function conversionTo(to: Type, from: Type | undefined, unsafe: boolean): PartConversion | undefined {
  return from === undefined ? undefined : partConversion(from, to, unsafe);
}

function unifiedMap(
  entries: readonly (readonly [string, Value])[],
  given: Type,
  element: Type,
  unsafe: boolean,
): Value {
  let values = entries.map(([, value]) => value);
  if (isCollection(element) || element.kind === 'object') values = [...unifyValues(values, unsafe)];
  return sameElements(values, given, element, 'map', (type, items) =>
    mapValue(
      type,
      items.flatMap((item, index) => {
        const key = entries[index]?.[0];
        return key === undefined ? [] : [[key, item] as const];
      }),
    ),
  );
}

/** Builds a collection of converted parts, which must all have come out with one type. */
function sameElements(
  items: readonly Value[],
  given: Type,
  wanted: Type,
  kind: 'list' | 'set' | 'map',
  make: (element: Type, items: readonly Value[]) => Value,
): Value {
  const [first] = items;
  // An empty collection gets the more definite of the two element types.
  if (first === undefined) return make(wanted.kind === 'dynamic' ? given : withoutOptional(wanted), []);
  const types = items.map((item) => typeOf(item));
  const definite = types.find((type) => type.kind !== 'dynamic') ?? typeOf(first);
  for (const type of types) {
    if (!sameType(type, definite) && type.kind !== 'dynamic') {
      throw new ValueError(`element types must all match for conversion to ${kind}`);
    }
  }
  return make(withoutOptional(definite), items);
}
