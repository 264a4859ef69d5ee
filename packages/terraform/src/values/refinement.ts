import type { Numeric } from './big-float.ts';
import { compareNumbers } from './number-arithmetic.ts';
import type { Type } from './type.ts';
import { isWhollyKnown, typeOf, type Value } from './value.ts';

/** One end of the range of a number that is not known. */
export interface Bound {
  readonly value: Numeric;
  readonly inclusive: boolean;
}

/** What is known of a value that is not known. */
export interface Refinement {
  /** It is not null. */
  readonly notNull?: true;
  /** It is a string that begins so. */
  readonly prefix?: string;
  /** It is a number not below this. */
  readonly low?: Bound;
  /** It is a number not above this. */
  readonly high?: Bound;
  /** It is a collection of at least so many elements. */
  readonly minLength?: number;
  /** It is a collection of at most so many elements. */
  readonly maxLength?: number;
}

/** What is known of a value, be it known or not. */
export interface Range extends Refinement {
  readonly type: Type;
  /** It is certainly null. */
  readonly isNull: boolean;
}

/** rangeOf sums up what is known of a value, so that known and unknown values can be treated alike. */
export function rangeOf(value: Value): Range {
  const type = typeOf(value);
  switch (value.kind) {
    case 'null':
      return { type, isNull: true };
    case 'unknown':
      return { type, isNull: false, ...value.refinement };
    case 'string':
      return { type, isNull: false, notNull: true, prefix: value.value };
    case 'number': {
      const bound = { value: value.value, inclusive: true };
      return { type, isNull: false, notNull: true, low: bound, high: bound };
    }
    case 'list':
    case 'map':
      return { type, isNull: false, notNull: true, ...lengths(partCount(value)) };
    case 'set':
      // Unknown elements may turn out to be equal to others.
      if (isWhollyKnown(value) || value.items.length === 1) {
        return { type, isNull: false, notNull: true, ...lengths(value.items.length) };
      }
      return { type, isNull: false, notNull: true };
    default:
      return { type, isNull: false, notNull: true };
  }
}

function lengths(length: number): Refinement {
  return { minLength: length, maxLength: length };
}

function partCount(value: Extract<Value, { kind: 'list' | 'map' }>): number {
  return value.kind === 'list' ? value.items.length : value.entries.size;
}

/** excludes tells whether a known value is certainly not in a range: it could never turn out to be that value. */
export function excludes(range: Range, value: Value): boolean {
  if (value.kind === 'null') return range.notNull === true;
  if (range.isNull) return true;
  switch (value.kind) {
    case 'string':
      return range.prefix !== undefined && !value.value.startsWith(range.prefix);
    case 'number':
      return isBelow(value.value, range.low) || isAbove(value.value, range.high);
    case 'list':
    case 'set':
    case 'map': {
      const { minLength, maxLength } = rangeOf(value);
      if (minLength === undefined || maxLength === undefined) return false;
      return minLength > (range.maxLength ?? Infinity) || maxLength < (range.minLength ?? 0);
    }
    default:
      return false;
  }
}

function isBelow(value: Numeric, bound: Bound | undefined): boolean {
  if (bound === undefined) return false;
  const order = compareNumbers(value, bound.value);
  return order < 0 || (order === 0 && !bound.inclusive);
}

function isAbove(value: Numeric, bound: Bound | undefined): boolean {
  if (bound === undefined) return false;
  const order = compareNumbers(value, bound.value);
  return order > 0 || (order === 0 && !bound.inclusive);
}
