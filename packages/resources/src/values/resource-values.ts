import type { Resolver, Unknown } from '@tollgate/cel';
import { isList, isObject, isSensitive, type JsonObject, type JsonValue } from '@tollgate/terraform';
import type { ValuePath } from './place-text.ts';

/** Values with their marks: true at the places that are unknown, and at those that must not be read. */
export interface MarkedValues {
  readonly values: JsonObject;
  readonly unknown: JsonObject;
  readonly sensitive: JsonObject;
}

/** What conditions get for what cannot be read. */
export interface Explain {
  unknown(path: ValuePath): Unknown;
  sensitive(path: ValuePath): Unknown;
  /** An attribute that a resource or a block does not have; undefined when it is then missing, as in a plan. */
  missing(path: ValuePath): Unknown | undefined;
}

/**
 * Gives the values of a resource to conditions, each attribute made when it is first asked for.
 *
 * - Unknown and sensitive places are unknown, with the reason.
 * - `has()` tells whether something is set: null counts as not set, as in Terraform; what is unknown is set.
 * - An attribute that is not there, in the resource or in one of its blocks, is what `explain` says. In a map, such as tags, a key
 *   that is not there is missing. A block is an object in a list; any other object counts as a map, for values do not tell.
 */
export function resourceValues(marked: MarkedValues, explain: Explain): Resolver {
  return new ValuesOfObject(marked, [], explain, true);
}

class ValuesOfObject implements Resolver {
  readonly #marked: MarkedValues;
  readonly #path: ValuePath;
  readonly #explain: Explain;
  /** Whether this is a resource or a block, which may have more attributes than are told. */
  readonly #isBlock: boolean;
  /** What was read, so that a condition that asks again in a loop does not pay again. */
  #read: Map<string, unknown> | null = null;

  constructor(marked: MarkedValues, path: ValuePath, explain: Explain, isBlock: boolean) {
    this.#marked = marked;
    this.#path = path;
    this.#explain = explain;
    this.#isBlock = isBlock;
  }

  get(name: string): unknown {
    const { values, unknown, sensitive } = this.#marked;
    const plain = own(values, name);
    if (plain !== undefined && isScalar(plain) && !Object.hasOwn(unknown, name) && !Object.hasOwn(sensitive, name)) {
      return plain;
    }
    this.#read ??= new Map();
    const read = this.#read;
    const known = read.get(name);
    if (known !== undefined || read.has(name)) return known;
    const value = this.#readValue(name);
    read.set(name, value);
    return value;
  }

  has(name: string): boolean {
    const { values, unknown, sensitive } = this.#marked;
    if ((own(values, name) ?? null) !== null) return true;
    return isMarked(own(unknown, name)) || isMarked(own(sensitive, name));
  }

  keys(): Iterable<string> {
    const { values, unknown, sensitive } = this.#marked;
    const names = new Set([...Object.keys(values), ...Object.keys(unknown), ...Object.keys(sensitive)]);
    return [...names].filter((name) => this.has(name));
  }

  #readValue(name: string): unknown {
    const { values, unknown, sensitive } = this.#marked;
    const place: Place = {
      value: own(values, name),
      unknown: own(unknown, name) ?? false,
      sensitive: own(sensitive, name) ?? false,
      path: [...this.#path, name],
      isElement: false,
    };
    if (place.value !== undefined || isMarked(place.unknown) || isMarked(place.sensitive)) {
      return readPlace(place, this.#explain);
    }
    return this.#isBlock ? this.#explain.missing(place.path) : undefined;
  }
}

/** A value with its marks, and where it stands. */
interface Place {
  readonly value: JsonValue | undefined;
  readonly unknown: JsonValue;
  readonly sensitive: JsonValue;
  readonly path: ValuePath;
  readonly isElement: boolean;
}

function readPlace(place: Place, explain: Explain): unknown {
  const { value, unknown, sensitive, path } = place;
  if (sensitive === true) return explain.sensitive(path);
  if (unknown === true) return explain.unknown(path);
  if (isList(value) && fits(unknown, value) && fits(sensitive, value)) return readList(value, place, explain);
  if (isObject(value) && !isList(unknown) && !isList(sensitive)) return readObject(value, place, explain);
  // Marks that do not fit the value: something in it is hidden, and it cannot be told what.
  if (isMarked(sensitive)) return explain.sensitive(path);
  return isMarked(unknown) ? explain.unknown(path) : (value ?? null);
}

function readList(value: readonly JsonValue[], place: Place, explain: Explain): unknown {
  const { unknown, sensitive, path } = place;
  if (!isMarked(unknown) && !isMarked(sensitive) && value.every((element) => typeof element !== 'object')) return value;
  return value.map((element, index) =>
    readPlace(
      {
        value: element,
        unknown: isList(unknown) ? (unknown[index] ?? false) : false,
        sensitive: isList(sensitive) ? (sensitive[index] ?? false) : false,
        path: [...path, index],
        isElement: true,
      },
      explain,
    ),
  );
}

/** A map that is plain data is given as it is: that is quicker, and a report can show it. */
function readObject(values: JsonObject, { unknown, sensitive, path, isElement }: Place, explain: Explain): unknown {
  if (!isElement && !isMarked(unknown) && !isMarked(sensitive) && Object.values(values).every(isScalar)) return values;
  const marked = { values, unknown: isObject(unknown) ? unknown : {}, sensitive: isObject(sensitive) ? sensitive : {} };
  return new ValuesOfObject(marked, path, explain, isElement);
}

function isScalar(value: JsonValue): boolean {
  return typeof value !== 'object';
}

function fits(marks: JsonValue, value: readonly JsonValue[]): boolean {
  return isList(marks) ? marks.length === value.length : !isObject(marks);
}

function isMarked(mark: JsonValue | undefined): boolean {
  return mark !== undefined && mark !== false && isSensitive(mark);
}

function own(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
