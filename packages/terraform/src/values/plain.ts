import type { Numeric } from './big-float.ts';
import { SENSITIVE } from './marks.ts';
import { nearestDouble } from './number-parts.ts';
import { sortedEntries, type Value } from './value.ts';

/** A value as plain JSON data. */
export type PlainValue = null | boolean | number | string | PlainValue[] | { [name: string]: PlainValue };

/**
 * plainValue gives a value as JSON data, as the plan of Terraform does: unknown attributes are left out, other unknown
 * values are null. Numbers are the nearest doubles; those too large for a double are `+Inf` or `-Inf`.
 */
export function plainValue(value: Value): PlainValue {
  switch (value.kind) {
    case 'null':
    case 'unknown':
      return null;
    case 'bool':
    case 'string':
      return value.value;
    case 'number':
      return plainNumber(value.value);
    case 'list':
    case 'set':
    case 'tuple':
      return value.items.map(plainValue);
    case 'map':
    case 'object':
      return Object.fromEntries(
        sortedEntries(value)
          .filter(([, entry]) => entry.kind !== 'unknown')
          .map(([key, entry]) => [key, plainValue(entry)]),
      );
  }
}

function plainNumber(value: Numeric): number | string {
  const double = nearestDouble(value);
  return Number.isFinite(double) ? double : double > 0 ? '+Inf' : '-Inf';
}

/** Where in a value something holds: the shape of the value with `true` at those places. */
export type Shape = boolean | Shape[] | { [name: string]: Shape };

/** unknownShape tells which parts of a value are unknown: `true` for the whole, lists and objects for parts. */
export function unknownShape(value: Value): Shape {
  return shapeOf(value, ({ kind }) => kind === 'unknown');
}

/** sensitiveShape tells which parts of a value must not be shown. */
export function sensitiveShape(value: Value): Shape {
  return shapeOf(value, ({ marks }) => (marks & SENSITIVE) !== 0);
}

function shapeOf(value: Value, holds: (value: Value) => boolean): Shape {
  if (holds(value)) return true;
  switch (value.kind) {
    case 'list':
    case 'set':
    case 'tuple':
      return value.items.map((item) => shapeOf(item, holds));
    case 'map':
    case 'object':
      return Object.fromEntries(
        sortedEntries(value)
          .map(([key, entry]): [string, Shape] => [key, shapeOf(entry, holds)])
          .filter(([, shape]) => shape !== false),
      );
    default:
      return false;
  }
}
