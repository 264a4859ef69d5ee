import { isList, isObject, type JsonValue, member } from '../json/value.ts';

/** Where sensitive values are below a value: the value itself, or below some of its keys. */
interface Places {
  whole: boolean;
  readonly below: Map<string, Places>;
}

/**
 * Gives `true` at the places of a value that a raw state file lists as paths, in the shape that plans use. A path that cannot be
 * followed, as one through a set, counts for all that is where it stops.
 */
export function markPlaces(value: JsonValue, paths: JsonValue | undefined): JsonValue {
  const root = noPlaces();
  for (const path of isList(paths) ? paths : []) addPath(root, isList(path) ? path : []);
  return shapeOf(value, root);
}

function noPlaces(): Places {
  return { whole: false, below: new Map() };
}

function addPath(root: Places, path: readonly JsonValue[]): void {
  let places = root;
  for (const step of path) {
    const key = stepKey(step);
    if (key === undefined) break;
    const next = places.below.get(key) ?? noPlaces();
    places.below.set(key, next);
    places = next;
  }
  places.whole = true;
}

/** `{type: "get_attr", value: "password"}`, or `{type: "index", value: {value: 0, type: "number"}}`. */
function stepKey(step: JsonValue): string | undefined {
  const value = member(step, 'value');
  const key = isObject(value) ? member(value, 'value') : value;
  return typeof key === 'string' || typeof key === 'number' ? String(key) : undefined;
}

function shapeOf(value: JsonValue, places: Places): JsonValue {
  if (places.whole) return true;
  if (places.below.size === 0) return isObject(value) ? {} : false;
  if (isList(value)) {
    const isFollowed = [...places.below.keys()].every((key) => Number(key) < value.length);
    return isFollowed ? value.map((item, index) => shapeOf(item, places.below.get(String(index)) ?? noPlaces())) : true;
  }
  if (!isObject(value)) return true;
  const marked: [string, JsonValue][] = [];
  for (const [key, inside] of places.below) {
    if (Object.hasOwn(value, key)) marked.push([key, shapeOf(value[key] ?? null, inside)]);
  }
  return Object.fromEntries(marked);
}
