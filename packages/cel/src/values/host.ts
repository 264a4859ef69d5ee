import { CelMap, normalKey } from './cel-map.ts';
import { isDouble } from './number.ts';
import { isOptional } from './optional.ts';
import { type Failure, fail, isStop, type Stop, type Unknown } from './stop.ts';
import { timestampOf } from './time.ts';
import type { List, PlainObject, Value } from './value.ts';

/** A value of the language as others see it, see {@link toHost}. */
export type HostValue =
  | Value
  | undefined
  | readonly HostValue[]
  | Map<HostValue, HostValue>
  | { [key: string]: HostValue };

/** Whether a value is a list. */
export function isList(value: unknown): value is List {
  return Array.isArray(value);
}

/**
 * Takes a value of the input as a value of the language. Values of JSON, of this package and resolvers stay as they
 * are; a `Date` becomes a timestamp and a `Map` a map. Anything else, such as a function, is a failure.
 */
export function fromHost(value: unknown): Value | Stop {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'bigint':
    case 'number':
      return value;
    case 'object':
      return fromObject(value);
    default:
      return fail(`the input holds ${value === undefined ? 'undefined' : `a ${typeof value}`}, which is not a value`);
  }
}

function fromObject(value: object | null): Value | Stop {
  if (value instanceof Date) {
    const millis = value.getTime();
    return Number.isNaN(millis) ? fail('the input holds an invalid date') : timestampOf(BigInt(millis) * 1_000_000n);
  }
  if (value instanceof Map) return fromMap(value);
  if (isStop(value)) return value;
  return asValue(value);
}

/** Every object that is none of the classes of this package is a map of the input. */
function asValue(value: object | null): Value {
  return value as Value;
}

function fromMap(map: ReadonlyMap<unknown, unknown>): CelMap | Failure | Unknown {
  const result = new CelMap();
  for (const [key, value] of map) {
    const keyValue = fromHost(key);
    const normal = isStop(keyValue) ? null : normalKey(keyValue);
    if (normal === null || isStop(keyValue)) return fail('the input holds a map with a key that cannot be one');
    result.add(normal, keyValue, value);
  }
  return result;
}

/**
 * The form of a value for others: doubles are numbers, optionals are their value or undefined, maps that the
 * expression made are `Map`s. `int` stays a `bigint` and `uint` a `Uint`, so that no information is lost.
 */
export function toHost(value: Value): HostValue {
  if (typeof value !== 'object' || value === null) return value;
  if (isDouble(value)) return value.value;
  if (isOptional(value)) return value.value === undefined ? undefined : toHost(value.value);
  if (isList(value)) return value.map(elementToHost);
  if (value instanceof CelMap) {
    const result = new Map<HostValue, HostValue>();
    for (const [key, element] of value.entries()) result.set(toHost(key), elementToHost(element));
    return result;
  }
  return value;
}

function elementToHost(element: unknown): HostValue {
  const value = fromHost(element);
  return isStop(value) ? undefined : toHost(value);
}

/** Whether a value is an object of the input, as opposed to an object of this package or of a class. */
export function isPlainObject(value: object): value is PlainObject {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
