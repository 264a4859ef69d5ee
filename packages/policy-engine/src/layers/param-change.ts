import type { ParamChange } from '../documents/policy.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { jsonEqual } from './json-equal.ts';
import { isList, isMap } from './param-type.ts';

/**
 * A way from one value of a parameter to another: for each part that changes, the permissions of which one is needed, and
 * the value when all are granted. Null when nothing changes.
 */
export interface WantedChange {
  readonly needs: readonly (readonly ParamChange[])[];
  readonly value: JsonValue;
}

/**
 * What setting a whole value needs. `replace` allows any; else a number can be raised or lowered, and elements can be
 * added to a list or a map or removed from it. Without `replace`, what stays keeps its order, for a rule may read by position.
 */
export function changeToValue(from: JsonValue, to: JsonValue, mayReplace: boolean): WantedChange | null {
  if (jsonEqual(from, to)) return null;
  if (mayReplace) return { needs: [], value: to };
  if (typeof from === 'number' && typeof to === 'number') {
    return { needs: [['replace', to > from ? 'raise' : 'lower']], value: to };
  }
  if (isList(from) && isList(to)) {
    const removed = without(from, to);
    return changeElements(from, without(to, from), removed) ?? { needs: [['replace']], value: to };
  }
  if (isMap(from) && isMap(to)) return changeEntries(from, to);
  return { needs: [['replace']], value: to };
}

/** What adding and removing elements needs; each is weighed on its own. */
export function changeElements(
  from: readonly JsonValue[],
  add: readonly JsonValue[],
  remove: readonly JsonValue[],
): WantedChange | null {
  const kept = without(from, without(remove, add));
  const added = [...new Set(without(add, from))];
  const needs: ParamChange[][] = [];
  if (kept.length < from.length) needs.push(['replace', 'remove']);
  if (added.length > 0) needs.push(['replace', 'add']);
  return needs.length === 0 ? null : { needs, value: [...kept, ...added] };
}

function changeEntries(from: JsonObject, to: JsonObject): WantedChange {
  const shared = Object.keys(from).filter((key) => Object.hasOwn(to, key));
  if (shared.some((key) => from[key] !== to[key])) return { needs: [['replace']], value: to };
  const needs: ParamChange[][] = [];
  if (shared.length < Object.keys(from).length) needs.push(['replace', 'remove']);
  if (shared.length < Object.keys(to).length) needs.push(['replace', 'add']);
  return { needs, value: to };
}

/** The strings or numbers of a list that are not in another one. */
export function without(list: readonly JsonValue[], taken: readonly JsonValue[]): JsonValue[] {
  const set = new Set(taken);
  return list.filter((element) => !set.has(element));
}
