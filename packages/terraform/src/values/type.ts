/** "Any type": what a literal null has, and what a value has whose type is not known yet. */
export interface DynamicType {
  readonly kind: 'dynamic';
}

/** The types without parts. */
export interface PrimitiveType {
  readonly kind: 'bool' | 'number' | 'string';
}

export interface ListType {
  readonly kind: 'list';
  readonly element: Type;
}

export interface SetType {
  readonly kind: 'set';
  readonly element: Type;
}

export interface MapType {
  readonly kind: 'map';
  readonly element: Type;
}

/** Many elements of one type. */
export type CollectionType = ListType | SetType | MapType;

/** A fixed number of elements, each with a type of its own. */
export interface TupleType {
  readonly kind: 'tuple';
  readonly elements: readonly Type[];
}

/** Named attributes, each with a type of its own. Only type constraints have optional attributes, values never. */
export interface ObjectType {
  readonly kind: 'object';
  readonly attributes: ReadonlyMap<string, Type>;
  readonly optional: ReadonlySet<string>;
}

/** The type of a Terraform value, or a constraint for one (where `dynamic` stands for "any type"). */
export type Type = DynamicType | PrimitiveType | CollectionType | TupleType | ObjectType;

export const DYNAMIC: Type = { kind: 'dynamic' };
export const BOOL: Type = { kind: 'bool' };
export const NUMBER: Type = { kind: 'number' };
export const STRING: Type = { kind: 'string' };

/** listType gives the type of lists of one element type. */
export function listType(element: Type): ListType {
  return { kind: 'list', element };
}

/** setType gives the type of sets of one element type. */
export function setType(element: Type): SetType {
  return { kind: 'set', element };
}

/** mapType gives the type of maps from strings to one element type. */
export function mapType(element: Type): MapType {
  return { kind: 'map', element };
}

/** collectionType gives the type of collections of one kind and element type. */
export function collectionType(kind: CollectionType['kind'], element: Type): CollectionType {
  switch (kind) {
    case 'list':
      return listType(element);
    case 'set':
      return setType(element);
    case 'map':
      return mapType(element);
  }
}

/** tupleType gives the type of tuples with exactly these element types. */
export function tupleType(elements: readonly Type[]): TupleType {
  return { kind: 'tuple', elements };
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** objectType gives the type of objects with exactly these attributes; `optional` names those that may be absent. */
export function objectType(
  attributes: ReadonlyMap<string, Type> | Readonly<Record<string, Type>>,
  optional: Iterable<string> = NO_NAMES,
): ObjectType {
  const names = new Set(optional);
  return {
    kind: 'object',
    attributes: attributes instanceof Map ? attributes : new Map(Object.entries(attributes)),
    optional: names.size === 0 ? NO_NAMES : names,
  };
}

/** isPrimitive tells whether a type is bool, number or string. */
export function isPrimitive(type: Type): type is PrimitiveType {
  return type.kind === 'bool' || type.kind === 'number' || type.kind === 'string';
}

/** isCollection tells whether a type is a list, set or map. */
export function isCollection(type: Type): type is CollectionType {
  return type.kind === 'list' || type.kind === 'set' || type.kind === 'map';
}

/** isSequence tells whether a type is a list, set or tuple. */
export function isSequence(type: Type): boolean {
  return type.kind === 'list' || type.kind === 'set' || type.kind === 'tuple';
}

/** sameType tells whether two types are the same, optional attributes included. */
export function sameType(a: Type, b: Type): boolean {
  if (a === b) return true;
  switch (a.kind) {
    case 'dynamic':
    case 'bool':
    case 'number':
    case 'string':
      return a.kind === b.kind;
    case 'list':
    case 'set':
    case 'map':
      return b.kind === a.kind && sameType(a.element, b.element);
    case 'tuple':
      return b.kind === 'tuple' && sameTypes(a.elements, b.elements);
    case 'object':
      return b.kind === 'object' && sameAttributes(a, b);
  }
}

function sameTypes(a: readonly Type[], b: readonly Type[]): boolean {
  return a.length === b.length && a.every((type, index) => sameType(type, b[index] ?? DYNAMIC));
}

function sameAttributes(a: ObjectType, b: ObjectType): boolean {
  if (a.attributes.size !== b.attributes.size || a.optional.size !== b.optional.size) return false;
  for (const [name, type] of a.attributes) {
    const other = b.attributes.get(name);
    if (other === undefined || !sameType(type, other)) return false;
    if (a.optional.has(name) !== b.optional.has(name)) return false;
  }
  return true;
}

/** hasDynamic tells whether "any type" occurs somewhere in a type. */
export function hasDynamic(type: Type): boolean {
  switch (type.kind) {
    case 'dynamic':
      return true;
    case 'bool':
    case 'number':
    case 'string':
      return false;
    case 'list':
    case 'set':
    case 'map':
      return hasDynamic(type.element);
    case 'tuple':
      return type.elements.some(hasDynamic);
    case 'object':
      return type.attributes.values().some(hasDynamic);
  }
}

/** withoutOptional turns a constraint into the type its values have: optional attributes are then always there. */
export function withoutOptional(type: Type): Type {
  switch (type.kind) {
    case 'dynamic':
    case 'bool':
    case 'number':
    case 'string':
      return type;
    case 'list':
    case 'set':
    case 'map': {
      const element = withoutOptional(type.element);
      return element === type.element ? type : collectionType(type.kind, element);
    }
    case 'tuple': {
      const elements = type.elements.map(withoutOptional);
      return elements.every((element, index) => element === type.elements[index]) ? type : tupleType(elements);
    }
    case 'object': {
      let changed = type.optional.size > 0;
      const attributes = new Map<string, Type>();
      for (const [name, given] of type.attributes) {
        const attribute = withoutOptional(given);
        if (attribute !== given) changed = true;
        attributes.set(name, attribute);
      }
      return changed ? objectType(attributes) : type;
    }
  }
}

/** conforms tells whether a type satisfies a constraint as it is, without conversion. */
export function conforms(type: Type, constraint: Type): boolean {
  switch (constraint.kind) {
    case 'dynamic':
      return true;
    case 'bool':
    case 'number':
    case 'string':
      return type.kind === constraint.kind;
    case 'list':
    case 'set':
    case 'map':
      return type.kind === constraint.kind && conforms(type.element, constraint.element);
    case 'tuple':
      return (
        type.kind === 'tuple' &&
        type.elements.length === constraint.elements.length &&
        type.elements.every((element, index) => conforms(element, constraint.elements[index] ?? DYNAMIC))
      );
    case 'object':
      if (type.kind !== 'object' || type.attributes.size !== constraint.attributes.size) return false;
      for (const [name, wanted] of constraint.attributes) {
        const given = type.attributes.get(name);
        if (given === undefined || !conforms(given, wanted)) return false;
      }
      return true;
  }
}
