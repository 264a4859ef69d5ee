import { Double, Duration, type MapLike, preview, type Resolver, Timestamp, Uint, Unknown } from '@tollgate/cel';
import type { JsonValue } from '../json.ts';
import { type Reads, readsBelow } from './reads.ts';

/** Deeper values are hostile ones. */
const MAX_DEPTH = 100;

/** A place of a subject that is not known yet. */
export interface UnknownPlace {
  /** `resource.values.acl`. */
  readonly path: string;
  /** Why: `unknown (data source aws_ami.x)`. */
  readonly reason: string;
}

/** A subject, or a part of it, as JSON. */
export interface RegoInput {
  /** Without the unknown places. */
  readonly value: JsonValue;
  readonly unknowns: readonly UnknownPlace[];
}

/** Says that a subject has no form in JSON, as a sentence. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/**
 * regoInput writes a subject as JSON, cut down to what is read. Rego knows no unknown values: whoever evaluates with this
 * input looks at the unknown places first.
 * @throws InputError for a value that JSON has no form for, and for a path that goes into a list by name.
 */
export function regoInput(input: MapLike, reads: Reads): RegoInput {
  const unknowns: UnknownPlace[] = [];
  return { value: jsonOf(input, { reads, path: [], unknowns }) ?? null, unknowns };
}

interface Walk {
  readonly reads: Reads;
  readonly path: readonly string[];
  readonly unknowns: UnknownPlace[];
}

/** The value as JSON, or undefined when it is unknown or not there. */
function jsonOf(value: unknown, walk: Walk): JsonValue | undefined {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null || value === undefined) return value;
  if (typeof value === 'object') return objectJson(value, walk);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'bigint' && Number.isSafeInteger(Number(value))) return Number(value);
  throw noForm(value, walk);
}

function objectJson(value: object, walk: Walk): JsonValue | undefined {
  if (value instanceof Unknown) {
    walk.unknowns.push({ path: walk.path.join('.'), reason: preview(value) });
    return undefined;
  }
  if (walk.path.length > MAX_DEPTH)
    throw new InputError(`${place(walk)} is nested more than ${MAX_DEPTH} levels deep.`);
  if (Array.isArray(value)) return listJson(value, walk);
  if (value instanceof Uint || value instanceof Double) return jsonOf(value.value, walk);
  if (value instanceof Timestamp || value instanceof Duration) return preview(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Map) return membersJson([...value.keys()], (key) => value.get(key), walk);
  if (isResolver(value)) return resolverJson(value, walk);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw noForm(value, walk);
  const members = new Map<unknown, unknown>(Object.entries(value));
  return membersJson([...members.keys()], (key) => members.get(key), walk);
}

/** The elements keep their positions; one that is unknown is null, and counts as an unknown place. */
function listJson(list: readonly unknown[], walk: Walk): JsonValue {
  if (walk.reads !== 'all' && [...walk.reads.keys()].some((name) => name !== '*')) {
    throw new InputError(
      `${place(walk)} is a list. Write "*" for its elements in "reads": "${walk.path.join('.')}.*".`,
    );
  }
  return list.map((element, index) => jsonOf(element, below(walk, String(index))) ?? null);
}

function resolverJson(resolver: Resolver, walk: Walk): JsonValue | undefined {
  const named = walk.reads === 'all' ? ['*'] : [...walk.reads.keys()];
  if (!named.includes('*')) return membersJson(named, (name) => resolver.get(String(name)), walk);
  if (resolver.keys === undefined) {
    throw new InputError(`${place(walk)} can be read by key only. Name the keys in "reads".`);
  }
  const keys = resolver.keys();
  if (keys instanceof Unknown) return objectJson(keys, walk);
  return membersJson([...keys], (key) => resolver.get(String(key)), walk);
}

function membersJson(keys: readonly unknown[], get: (key: unknown) => unknown, walk: Walk): JsonValue {
  const members: [string, JsonValue][] = [];
  for (const key of keys) {
    if (typeof key !== 'string') throw new InputError(`${place(walk)} has a key that is not text.`);
    if (readsBelow(walk.reads, key) === null) continue;
    const member = jsonOf(get(key), below(walk, key));
    if (member !== undefined) members.push([key, member]);
  }
  return Object.fromEntries(members);
}

function below(walk: Walk, name: string): Walk {
  return { ...walk, reads: readsBelow(walk.reads, name) ?? new Map(), path: [...walk.path, name] };
}

function isResolver(value: object): value is Resolver {
  return 'get' in value && typeof value.get === 'function' && !(value instanceof Map);
}

function place({ path }: Walk): string {
  return path.length === 0 ? 'The subject' : path.join('.');
}

function noForm(value: unknown, walk: Walk): InputError {
  return new InputError(
    `${place(walk)} holds ${typeof value === 'object' ? 'an object' : `a ${typeof value}`} that JSON has no form for.`,
  );
}
