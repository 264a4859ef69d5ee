import { type Conversion, conversion } from './conversion.ts';
import { reasonsIn } from './reasons.ts';
import { collectionType, DYNAMIC, listType, mapType, objectType, sameType, type Type, tupleType } from './type.ts';
import { byPreference } from './type-preference.ts';
import { unknownValue } from './value.ts';
import { LimitError } from './value-error.ts';

/** A type that suits several types, and for each of them the conversion to it; undefined where none is needed. */
export interface Unification {
  readonly type: Type;
  readonly conversions: readonly (Conversion | undefined)[];
}

/**
 * unify finds the one type to which all the given types can be converted, as the branches of a conditional or the
 * elements of a list need it. It gives undefined when there is none. With `unsafe`, conversions may fail for some values.
 * Throws ValueError when there are too many types.
 */
export function unify(types: readonly Type[], unsafe: boolean): Unification | undefined {
  const [first, ...others] = distinctTypes(types);
  if (first === undefined) return undefined;
  if (others.length === 0) return { type: first, conversions: types.map(() => undefined) };
  const distinct = [first, ...others];
  const unification = unifyDistinct(distinct, unsafe);
  if (unification === undefined || distinct.length === types.length) return unification;
  const conversions = types.map(
    (type) => unification.conversions[distinct.findIndex((other) => sameType(type, other))],
  );
  return { type: unification.type, conversions };
}

/** Comparing every type with every other takes too long for more of them than this. */
const MAX_DISTINCT_TYPES = 1000;

/** Many elements mostly have few types. */
function distinctTypes(types: readonly Type[]): Type[] {
  const distinct: Type[] = [];
  for (const type of types) {
    if (distinct.some((other) => sameType(type, other))) continue;
    if (distinct.length === MAX_DISTINCT_TYPES) {
      throw new LimitError(`the elements are of more than ${MAX_DISTINCT_TYPES} different types`);
    }
    distinct.push(type);
  }
  return distinct;
}

function unifyDistinct(types: readonly Type[], unsafe: boolean): Unification | undefined {
  const special = unifyOneKind(types, unsafe);
  if (special !== 'try all') return special;
  for (const index of byPreference(types)) {
    const wanted = types[index];
    const unification = wanted && converting(types, wanted, unsafe);
    if (unification !== undefined) return unification;
  }
  return undefined;
}

/** The conversions of all types to one, if they all exist. */
function converting(types: readonly Type[], wanted: Type, unsafe: boolean): Unification | undefined {
  const conversions: (Conversion | undefined)[] = [];
  for (const type of types) {
    const convert = sameType(type, wanted) ? undefined : conversion(type, wanted, unsafe);
    if (convert === undefined && !sameType(type, wanted)) return undefined;
    conversions.push(convert);
  }
  return { type: wanted, conversions };
}

/** Types that are all of one kind may suit a type that is none of them. */
function unifyOneKind(types: readonly Type[], unsafe: boolean): Unification | undefined | 'try all' {
  const kinds = new Set(types.map((type) => type.kind));
  const dynamic = kinds.delete('dynamic');
  const only = kinds.size === 1 ? [...kinds][0] : undefined;
  switch (only) {
    case 'list':
    case 'set':
    case 'map':
      return dynamic ? undetermined(types) : unifyCollections(types, only, unsafe);
    case 'object':
      return dynamic ? undetermined(types) : unifyObjects(types, unsafe);
    case 'tuple':
      return dynamic ? undetermined(types) : unifyTuples(types, unsafe);
  }
  if (kinds.size === 2 && kinds.has('map') && kinds.has('object'))
    return unifyInDisguise(types, 'object', unsafe) ?? 'try all';
  if (kinds.size === 2 && kinds.has('list') && kinds.has('tuple'))
    return unifyInDisguise(types, 'tuple', unsafe) ?? 'try all';
  // Nothing is both an object and a tuple.
  return kinds.has('object') && kinds.has('tuple') ? undefined : 'try all';
}

/** Where one of the types is not known yet, neither is the result. */
function undetermined(types: readonly Type[]): Unification {
  return { type: DYNAMIC, conversions: types.map(() => (value) => unknownValue(DYNAMIC, reasonsIn(value))) };
}

function unifyCollections(
  types: readonly Type[],
  kind: 'list' | 'set' | 'map',
  unsafe: boolean,
): Unification | undefined {
  const elements = types.map((type) => ('element' in type ? type.element : DYNAMIC));
  const common = unify(elements, unsafe);
  return common && converting(types, collectionType(kind, common.type), unsafe);
}

/** Tuples among lists are taken for lists, objects among maps for maps, if they can be. */
function unifyInDisguise(types: readonly Type[], kind: 'tuple' | 'object', unsafe: boolean): Unification | undefined {
  const structural = types.filter((type) => type.kind === kind);
  const plain = kind === 'tuple' ? unifyTuplesToList(structural, unsafe) : unifyObjectsToMap(structural, unsafe);
  if (plain === undefined) return undefined;
  const collections = types.map((type) => (type.kind === kind ? plain.type : type));
  const common = unify(collections, unsafe);
  if (common === undefined || common.type.kind !== plain.type.kind) return undefined;
  let next = 0;
  const conversions = types.map((type, index) => {
    const second = common.conversions[index];
    const first = type.kind === kind ? plain.conversions[next++] : undefined;
    return first && second ? (value: Parameters<Conversion>[0]) => second(first(value)) : (first ?? second);
  });
  return { type: common.type, conversions };
}

function unifyObjects(types: readonly Type[], unsafe: boolean): Unification | undefined {
  const objects = types.filter((type) => type.kind === 'object');
  const names = [...(objects[0]?.attributes.keys() ?? [])];
  const sameNames = objects.every(
    ({ attributes }) => attributes.size === names.length && names.every((name) => attributes.has(name)),
  );
  if (!sameNames) return unifyObjectsToMap(types, unsafe);
  const attributes = new Map<string, Type>();
  for (const name of names) {
    const common = unify(
      objects.map((object) => object.attributes.get(name) ?? DYNAMIC),
      unsafe,
    );
    if (common === undefined) return undefined;
    attributes.set(name, common.type);
  }
  return converting(types, objectType(attributes), unsafe) ?? unifyObjectsToMap(types, unsafe);
}

function unifyObjectsToMap(types: readonly Type[], unsafe: boolean): Unification | undefined {
  const attributes = types.flatMap((type) => (type.kind === 'object' ? [...type.attributes.values()] : []));
  const common = unify(attributes, unsafe);
  return common && converting(types, mapType(common.type), unsafe);
}

function unifyTuples(types: readonly Type[], unsafe: boolean): Unification | undefined {
  const tuples = types.filter((type) => type.kind === 'tuple');
  const length = tuples[0]?.elements.length ?? 0;
  if (tuples.some(({ elements }) => elements.length !== length)) return unifyTuplesToList(types, unsafe);
  const elements: Type[] = [];
  for (let index = 0; index < length; index++) {
    const common = unify(
      tuples.map((tuple) => tuple.elements[index] ?? DYNAMIC),
      unsafe,
    );
    if (common === undefined) return undefined;
    elements.push(common.type);
  }
  return converting(types, tupleType(elements), unsafe) ?? unifyTuplesToList(types, unsafe);
}

function unifyTuplesToList(types: readonly Type[], unsafe: boolean): Unification | undefined {
  const elements = types.flatMap((type) => (type.kind === 'tuple' ? type.elements : []));
  const common = unify(elements, unsafe);
  return common && converting(types, listType(common.type), unsafe);
}
