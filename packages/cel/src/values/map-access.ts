import { CelMap, normalKey } from './cel-map.ts';
import { fromHost, isList, isPlainObject } from './host.ts';
import { isDouble, isUint } from './number.ts';
import { isOptional } from './optional.ts';
import { fail, isStop, isUnknown, type Stop, type Unknown } from './stop.ts';
import { isDuration, isTimestamp } from './time.ts';
import { TypeValue } from './type-value.ts';
import type { MapLike, PlainObject, Resolver, Value } from './value.ts';

/** Whether a value is a map of any kind: made by the expression, of the input, or a resolver. */
export function isMap(value: unknown): value is MapLike {
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof CelMap || isPlainObject(value)) return true;
  return !(
    isList(value) ||
    isDouble(value) ||
    isUint(value) ||
    value instanceof Uint8Array ||
    isTimestamp(value) ||
    isDuration(value) ||
    value instanceof TypeValue ||
    isOptional(value) ||
    isStop(value)
  );
}

/** Whether a map reads its entries when they are needed. Data of JSON has no functions, so it never looks like one. */
function isResolver(map: object): map is Resolver {
  return 'get' in map && typeof map.get === 'function';
}

/** Whether a value is an object of JSON, the most frequent kind of map by far, which is worth a shorter way. */
export function isData(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && isPlainObject(value) && typeof value.get !== 'function';
}

/** The value under a key, or undefined if the key is not there. */
export function lookUp(map: MapLike, key: Value): Value | Stop | undefined {
  if (map instanceof CelMap) {
    const normal = normalKey(key);
    return normal === null || !map.has(normal) ? undefined : fromHost(map.get(normal));
  }
  return typeof key === 'string' ? lookUpField(map, key) : undefined;
}

/** The value under a string key, or undefined if the key is not there. */
export function lookUpField(map: MapLike, key: string): Value | Stop | undefined {
  if (isData(map)) return readData(map, key);
  if (map instanceof CelMap) return map.has(key) ? fromHost(map.get(key)) : undefined;
  if (isResolver(map)) {
    const value = map.get(key);
    return value === undefined ? undefined : fromHost(value);
  }
  return readData(map, key);
}

/** The value under a key of an object of JSON, or undefined if the key is not there. */
export function readData(data: PlainObject, key: string): Value | Stop | undefined {
  if (!Object.hasOwn(data, key)) return undefined;
  const value = data[key];
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return value === undefined ? undefined : isData(value) ? value : fromHost(value);
}

/** Whether a map has a key; unknown when a resolver cannot tell. A key whose value is null or unknown is there. */
export function hasKey(map: MapLike, key: Value): boolean | Unknown {
  if (typeof key === 'string' && isData(map)) return Object.hasOwn(map, key) && map[key] !== undefined;
  if (map instanceof CelMap) {
    const normal = normalKey(key);
    return normal !== null && map.has(normal);
  }
  if (typeof key !== 'string') return false;
  if (isResolver(map)) {
    if (map.has !== undefined) return map.has(key);
    const value = map.get(key);
    return isUnknown(value) ? value : value !== undefined;
  }
  return Object.hasOwn(map, key) && map[key] !== undefined;
}

/** All entries of a map, read once. */
export function entriesOf(map: MapLike): readonly (readonly [Value, unknown])[] | Stop {
  if (map instanceof CelMap) return [...map.entries()];
  if (!isResolver(map)) return Object.entries(map).filter(([, value]) => value !== undefined);
  const keys = keysOf(map);
  return isStop(keys) ? keys : keys.map((key) => [key, typeof key === 'string' ? map.get(key) : undefined]);
}

/** All keys of a map. */
export function keysOf(map: MapLike): readonly Value[] | Stop {
  if (map instanceof CelMap) return Array.from(map.entries(), ([key]) => key);
  if (!isResolver(map)) return Object.keys(map).filter((key) => map[key] !== undefined);
  if (map.keys === undefined) return fail('this part of the input can be read by key, but its keys cannot be listed');
  const keys = map.keys();
  return isStop(keys) ? keys : [...keys];
}

/** How many entries a map has. */
export function sizeOf(map: MapLike): number | Stop {
  if (map instanceof CelMap) return map.size;
  if (isData(map)) {
    let size = 0;
    for (const key of Object.keys(map)) if (map[key] !== undefined) size += 1;
    return size;
  }
  const keys = keysOf(map);
  return isStop(keys) ? keys : keys.length;
}
