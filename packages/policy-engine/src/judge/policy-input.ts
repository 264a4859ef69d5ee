import { type MapLike, type Resolver, Timestamp } from '@tollgate/cel';
import { PolicyEngineError } from '../error.ts';
import type { JsonObject } from '../json.ts';

/** The input of a policy's conditions: the variables of the subject at hand, the parameters, and the day of the run. */
export class PolicyInput implements Resolver {
  /** The variables of the subject that is being judged. */
  subject: MapLike = {};
  readonly #params: JsonObject;
  readonly #now: Timestamp;

  constructor(params: JsonObject, now: Timestamp) {
    this.#params = params;
    this.#now = now;
  }

  get(name: string): unknown {
    if (name === 'params') return this.#params;
    if (name === 'now') return this.#now;
    return readEntry(this.subject, name);
  }
}

/** The value of a map of any kind under a text as key, or undefined when the key is not there. */
export function readEntry(map: MapLike, key: string): unknown {
  if (isRead(map)) return map.get(key);
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** Data of JSON has no functions, so that it never looks like a map that is read by one. */
function isRead(map: MapLike): map is Extract<MapLike, { get(key: never): unknown }> {
  return 'get' in map && typeof map.get === 'function';
}

/**
 * timestampOf reads the day of the run, `2026-10-01` (its first moment in UTC), or a time of RFC 3339.
 * @throws PolicyEngineError for anything else.
 */
export function timestampOf(now: string): Timestamp {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(now);
  const text = isDay ? `${now}T00:00:00Z` : now;
  const millis = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  // A day that does not exist is rolled over into the next month by some readers of dates.
  const exists = isDay ? new Date(millis || 0).toISOString().startsWith(now) : true;
  if (Number.isNaN(millis) || !exists) {
    throw new PolicyEngineError(`"${now}" is not a day. Write the day of the run like "2026-01-31".`);
  }
  return new Timestamp(BigInt(millis) * 1_000_000n);
}
