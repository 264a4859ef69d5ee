import {
  isInfinite,
  isWhollyKnown,
  LimitError,
  numberText,
  SENSITIVE,
  sortedEntries,
  toDouble,
  type UnknownValue,
  type Value,
} from '../../values/index.ts';
import type { JsonValue, UnknownReason } from './evaluation.ts';

/** Where in a value something holds: the shape of the value with `true` at those places. */
export type Shape = boolean | Shape[] | { [name: string]: Shape };

/** A value as it may be shown: null at sensitive places, without what is unknown. */
export function publicValue(value: Value): JsonValue {
  if (isSensitive(value)) return null;
  switch (value.kind) {
    case 'null':
    case 'unknown':
      return null;
    case 'bool':
    case 'string':
      return value.value;
    case 'number':
      return jsonNumber(value.value);
    case 'list':
    case 'set':
    case 'tuple':
      return value.items.map(publicValue);
    case 'map':
    case 'object':
      return Object.fromEntries(
        sortedEntries(value)
          .filter(([, entry]) => entry.kind !== 'unknown')
          .map(([key, entry]) => [key, publicValue(entry)]),
      );
  }
}

/** JSON has no infinity, and doubles end at 1.8e308: what lies beyond is written as text. */
function jsonNumber(value: Extract<Value, { kind: 'number' }>['value']): JsonValue {
  // Terraform knows no negative zero.
  if (value === 0) return 0;
  if (typeof value === 'number') return Number.isFinite(value) ? value : writtenOut(value);
  if (isInfinite(value)) return writtenOut(value);
  try {
    return toDouble(value);
  } catch {
    return writtenOut(value);
  }
}

/** A number as text; one of tens of thousands of digits, which is somebody's joke or attack, is only named. */
function writtenOut(value: Extract<Value, { kind: 'number' }>['value']): string {
  try {
    return numberText(value);
  } catch (error) {
    if (error instanceof LimitError) return '(a number with too many digits to write out)';
    throw error;
  }
}

function isSensitive(value: Value): boolean {
  return (value.marks & SENSITIVE) !== 0;
}

/**
 * Which parts of a value are unknown, in the form of Terraform's plans: lists keep their length, maps leave out what is known.
 * Of a sensitive value it is only told whether something in it is unknown.
 */
export function publicUnknown(value: Value): Shape {
  if (isWhollyKnown(value)) return false;
  return shapeOf(value, (part) => {
    if (isSensitive(part)) return !isWhollyKnown(part);
    return part.kind === 'unknown' ? true : undefined;
  });
}

/** Which parts of a value must not be shown. */
export function publicSensitive(value: Value): Shape {
  return shapeOf(value, (part) => {
    if (isSensitive(part)) return true;
    return 'innerMarks' in part && (part.innerMarks & SENSITIVE) !== 0 ? undefined : false;
  });
}

/** The shape of a value, as far as the answer for a part depends on what is below it. */
function shapeOf(value: Value, answer: (part: Value) => boolean | undefined): Shape {
  const whole = answer(value);
  if (whole !== undefined) return whole;
  switch (value.kind) {
    case 'list':
    case 'set':
    case 'tuple':
      return value.items.map((item) => shapeOf(item, answer));
    case 'map':
    case 'object':
      return Object.fromEntries(
        sortedEntries(value)
          .map(([key, entry]): [string, Shape] => [key, shapeOf(entry, answer)])
          .filter(([, shape]) => shape !== false),
      );
    default:
      return false;
  }
}

function possibleOf(value: UnknownValue): Pick<UnknownReason, 'possible'> {
  return value.possible === undefined || isSensitive(value) ? {} : { possible: value.possible.map(publicValue) };
}

/** Why places in a value are unknown. */
export function unknownReasons(value: Value, path: UnknownReason['path'] = []): UnknownReason[] {
  if (isWhollyKnown(value)) return [];
  switch (value.kind) {
    case 'unknown':
      return value.reasons.length === 0 ? [] : [{ path, reasons: value.reasons, ...possibleOf(value) }];
    case 'list':
    case 'set':
    case 'tuple':
      return value.items.flatMap((item, index) => unknownReasons(item, isSensitive(value) ? path : [...path, index]));
    case 'map':
    case 'object':
      return sortedEntries(value).flatMap(([key, entry]) =>
        unknownReasons(entry, isSensitive(value) ? path : [...path, key]),
      );
    default:
      return [];
  }
}
