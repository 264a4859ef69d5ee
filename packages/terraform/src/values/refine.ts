import { compareNumbers } from './number-arithmetic.ts';
import type { Bound, Refinement } from './refinement.ts';
import { setValue } from './set.ts';
import { safePrefix } from './text-prefix.ts';
import { isCollection } from './type.ts';
import { listValue, mapValue, numberValue, type UnknownValue, unknownValue, type Value } from './value.ts';

/** A list of unknown length is turned into a list of unknown elements up to this length. */
const MAX_SPELLED_OUT_LENGTH = 10_000;

/**
 * refine adds to what is known of an unknown value. When that leaves only one possible value, or fixes the length of a
 * list, the result is that value or list. Known values, and values of which not even the type is known, stay as they are.
 */
export function refine(value: Value, added: Refinement): Value {
  if (value.kind !== 'unknown' || value.type.kind === 'dynamic') return value;
  const refinement = merge(value.refinement ?? {}, added);
  return collapse(value, refinement) ?? { ...value, refinement };
}

/** refineNotNull says that an unknown value is not null. */
export function refineNotNull(value: Value): Value {
  if (value.kind !== 'unknown' || value.refinement?.notNull) return value;
  return refine(value, { notNull: true });
}

/** refinePrefix says how an unknown string begins, leaving off what could still change when more text follows. */
export function refinePrefix(value: Value, prefix: string): Value {
  return refine(value, { prefix: safePrefix(prefix) });
}

function merge(known: Refinement, added: Refinement): Refinement {
  const prefix = (added.prefix?.length ?? 0) > (known.prefix?.length ?? 0) ? added.prefix : known.prefix;
  const low = tighter(known.low, added.low, 1);
  const high = tighter(known.high, added.high, -1);
  const minLength = Math.max(known.minLength ?? 0, added.minLength ?? 0);
  const maxLength = Math.min(known.maxLength ?? Infinity, added.maxLength ?? Infinity);
  return {
    ...(known.notNull || added.notNull ? { notNull: true } : {}),
    ...(prefix ? { prefix } : {}),
    ...(low ? { low } : {}),
    ...(high ? { high } : {}),
    ...(minLength > 0 ? { minLength } : {}),
    ...(maxLength < Infinity ? { maxLength } : {}),
  };
}

function tighter(a: Bound | undefined, b: Bound | undefined, direction: 1 | -1): Bound | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const order = compareNumbers(a.value, b.value) * direction;
  if (order !== 0) return order > 0 ? a : b;
  return a.inclusive ? b : a;
}

/** The value itself when only one is left. */
function collapse(value: UnknownValue, refinement: Refinement): Value | undefined {
  if (!refinement.notNull) return undefined;
  const { low, high, minLength, maxLength } = refinement;
  if (low?.inclusive && high?.inclusive && compareNumbers(low.value, high.value) === 0) {
    return { ...numberValue(low.value), marks: value.marks };
  }
  if (maxLength === undefined || (minLength ?? 0) !== maxLength) return undefined;
  const known = collectionOfUnknowns(value, maxLength);
  return known === undefined ? undefined : { ...known, marks: value.marks };
}

function collectionOfUnknowns({ type, reasons }: UnknownValue, length: number): Value | undefined {
  if (!isCollection(type) || length > MAX_SPELLED_OUT_LENGTH) return undefined;
  const items = Array.from({ length }, () => unknownValue(type.element, reasons));
  switch (type.kind) {
    case 'list':
      return listValue(type.element, items);
    case 'set':
      return length <= 1 ? setValue(type.element, items) : undefined;
    case 'map':
      return length === 0 ? mapValue(type.element, []) : undefined;
  }
}
