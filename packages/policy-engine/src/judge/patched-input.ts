import { type MapLike, type Resolver, type Unknown, unknown } from '@tollgate/cel';
import type { Edit, EditSet, InputPath } from './edit.ts';
import { readEntry } from './policy-input.ts';

/** patched gives an input with changes, without touching the input itself. */
export function patched(input: MapLike, edits: EditSet): MapLike {
  return edits.length === 0 ? input : new PatchedMap(input, edits);
}

type Patch = Pick<Edit, 'path' | 'value'>;

class PatchedMap implements Resolver {
  readonly #base: MapLike;
  readonly #patches: readonly Patch[];

  constructor(base: MapLike, patches: readonly Patch[]) {
    this.#base = base;
    this.#patches = patches;
  }

  get(key: string): unknown {
    const value = readEntry(this.#base, key);
    const patches = patchesAt(this.#patches, key);
    return patches.length === 0 ? value : patchedValue(value, patches);
  }

  has(key: string): boolean | Unknown {
    const isPatched = this.#patches.some(({ path }) => path[0] === key);
    return isPatched ? this.get(key) !== undefined : hasEntry(this.#base, key);
  }

  keys(): Iterable<string> | Unknown {
    const keys = keysOf(this.#base);
    if (!Array.isArray(keys)) return keys;
    const added = this.#patches.flatMap(({ path: [key] }) => (typeof key === 'string' ? [key] : []));
    return [...new Set([...keys, ...added])].filter((key) => this.has(key) !== false);
  }
}

/** The changes at one step, with the rest of their ways. */
function patchesAt(patches: readonly Patch[], step: InputPath[number]): readonly Patch[] {
  return patches.filter(({ path }) => path[0] === step).map(({ path, value }) => ({ path: path.slice(1), value }));
}

function patchedValue(value: unknown, patches: readonly Patch[]): unknown {
  const whole = patches.find(({ path }) => path.length === 0);
  if (whole !== undefined) return whole.value;
  if (Array.isArray(value)) return patchedList(value, patches);
  if (isMap(value)) return new PatchedMap(value, patches);
  const isList = patches.every(({ path: [step] }) => typeof step === 'number');
  return isList ? patchedList([], patches) : new PatchedMap({}, patches);
}

function patchedList(list: readonly unknown[], patches: readonly Patch[]): readonly unknown[] {
  const length = patches.reduce((most, { path: [step] }) => Math.max(most, Number(step) + 1), list.length);
  const elements = Array.from({ length: Math.min(length, list.length + 1) }, (_, index) => {
    const own = patchesAt(patches, index);
    return own.length === 0 ? list[index] : patchedValue(list[index], own);
  });
  return elements.filter((element) => element !== undefined);
}

/** Whether a value has keys: an object of JSON, or one that is read when it is needed. */
function isMap(value: unknown): value is MapLike {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || ('get' in value && typeof value.get === 'function');
}

function hasEntry(map: MapLike, key: string): boolean | Unknown {
  return hasOwnAnswer(map) ? map.has(key) : readEntry(map, key) !== undefined;
}

function hasOwnAnswer(map: object): map is { has(key: string): boolean | Unknown } {
  return 'has' in map && typeof map.has === 'function';
}

function keysOf(map: MapLike): string[] | Unknown {
  if ('keys' in map && typeof map.keys === 'function') {
    const keys: unknown = map.keys();
    return isIterable(keys) ? [...keys].filter((key) => typeof key === 'string') : unknown('the keys are not known');
  }
  return 'get' in map && typeof map.get === 'function' ? unknown('the keys cannot be listed') : Object.keys(map);
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}
