import type { CelMap } from './cel-map.ts';
import type { Double, Uint } from './number.ts';
import type { Optional } from './optional.ts';
import type { Unknown } from './stop.ts';
import type { Duration, Timestamp } from './time.ts';
import type { TypeValue } from './type-value.ts';

/** Input that is read when it is needed. Any of the answers may be an {@link Unknown}. */
export interface Resolver {
  /** The value of a key, or undefined if there is none. */
  get(key: string): unknown;
  /** Whether the key is there. Without this method, `get` decides. */
  has?(key: string): boolean | Unknown;
  /** All keys. Without this method, the map cannot be counted, compared or iterated. */
  keys?(): Iterable<string> | Unknown;
}

/** An object that came from JSON: a map with string keys. */
export interface PlainObject {
  readonly [key: string]: unknown;
}

/** A list or map may hold values of the input as they came, so its elements are read through `fromHost`. */
export type List = readonly unknown[];
export type MapLike = CelMap | PlainObject | Resolver;

/**
 * A value of the language as the evaluator has it:
 *
 * - `int` is a `bigint`, `uint` a {@link Uint}, `double` a {@link Double};
 * - a JavaScript `number` is a number of the input. JSON does not tell integers from doubles, so it takes the kind of
 *   what it meets: see `arithmetic.ts`;
 * - `bytes` is a `Uint8Array`, a list an array, a map a {@link CelMap}, an object of the input or a {@link Resolver}.
 */
export type Value =
  | null
  | boolean
  | string
  | number
  | bigint
  | Uint
  | Double
  | Uint8Array
  | Timestamp
  | Duration
  | TypeValue
  | Optional
  | List
  | MapLike;
