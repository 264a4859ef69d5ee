import { isDouble, isUint, magnitude } from './number.ts';
import type { Value } from './value.ts';

/** A key of a map in the one form that equal keys share: `1`, `1u` and `1.0` are the same key. */
export type NormalKey = string | boolean | number | bigint;

/** The common form of a key, or null if the value cannot be a key. */
export function normalKey(key: Value): NormalKey | null {
  if (typeof key === 'string' || typeof key === 'boolean') return key;
  if (typeof key === 'bigint' || typeof key === 'number' || isUint(key) || isDouble(key)) {
    const number = magnitude(key);
    if (typeof number === 'number')
      return Number.isInteger(number) && !Number.isSafeInteger(number) ? BigInt(number) : number;
    const small = Number(number);
    return Number.isSafeInteger(small) ? small : number;
  }
  return null;
}

/** A map that an expression made, with keys of any allowed type. Read only once it is in use. */
export class CelMap {
  readonly #entries = new Map<NormalKey, readonly [Value, unknown]>();

  get size(): number {
    return this.#entries.size;
  }

  get(key: NormalKey): unknown {
    return this.#entries.get(key)?.[1];
  }

  has(key: NormalKey): boolean {
    return this.#entries.has(key);
  }

  /** Keys and values as they were written. */
  entries(): Iterable<readonly [Value, unknown]> {
    return this.#entries.values();
  }

  /** Adds an entry while the map is being built. */
  add(normal: NormalKey, key: Value, value: unknown): void {
    this.#entries.set(normal, [key, value]);
  }
}
