import { DYNAMIC, objectValue, type Type, tupleValue, unknownValue, type Value } from '../../values/index.ts';

const resourceObjects = new WeakMap<ReadonlyMap<string, Value>, readonly string[]>();

/** markResource notes that an object is a resource (or a block of one), which has more attributes than are known here. */
export function markResource<V extends Value>(object: V, reasons: readonly string[]): V {
  if (object.kind === 'object') resourceObjects.set(object.entries, reasons);
  return object;
}

/**
 * withComputed gives the resources within a value the attributes that a type asks of them, as unknown: an argument that is
 * a whole resource fits a variable that is declared as an object with some of its attributes.
 */
export function withComputed(value: Value, type: Type): Value {
  switch (value.kind) {
    case 'object': {
      const attributes = type.kind === 'object' ? type.attributes : undefined;
      const element = type.kind === 'map' ? type.element : undefined;
      if (attributes === undefined && element === undefined) return value;
      const entries = new Map<string, Value>();
      let changed = false;
      for (const [name, entry] of value.entries) {
        const wanted = attributes?.get(name) ?? element;
        const filled = wanted === undefined ? entry : withComputed(entry, wanted);
        if (filled !== entry) changed = true;
        entries.set(name, filled);
      }
      const reasons = resourceObjects.get(value.entries);
      if (reasons !== undefined && attributes !== undefined) {
        for (const [name, wanted] of attributes) {
          if (entries.has(name)) continue;
          entries.set(name, unknownValue(wanted, reasons));
          changed = true;
        }
      }
      return changed ? { ...objectValue(entries), marks: value.marks } : value;
    }
    case 'tuple': {
      const items = value.items.map((item, index) => withComputed(item, elementType(type, index) ?? DYNAMIC));
      return items.every((item, index) => item === value.items[index])
        ? value
        : { ...tupleValue(items), marks: value.marks };
    }
    default:
      return value;
  }
}

function elementType(type: Type, index: number): Type | undefined {
  if (type.kind === 'list' || type.kind === 'set') return type.element;
  return type.kind === 'tuple' ? type.elements[index] : undefined;
}
