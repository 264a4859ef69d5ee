import { isList } from '../values/host.ts';
import { isMap, sizeOf } from '../values/map-access.ts';
import { isNumeric, magnitude } from '../values/number.ts';
import { isOptional, Optional } from '../values/optional.ts';
import { fail } from '../values/stop.ts';
import { isDuration, isTimestamp } from '../values/time.ts';
import type { Value } from '../values/value.ts';
import type { FunctionDefinition } from './overload.ts';

/** Functions of optional values. `optMap` and `optFlatMap` are macros. */
export const OPTIONAL_FUNCTIONS: readonly FunctionDefinition[] = [
  ['optional.none(): optional(A)', () => Optional.none],
  ['optional.of(A): optional(A)', (value: Value) => new Optional(value)],
  ['optional.ofNonZeroValue(A): optional(A)', (value: Value) => (isZero(value) ? Optional.none : new Optional(value))],
  ['optional(A).hasValue(): bool', (optional: Optional) => optional.value !== undefined],
  ['optional(A).value(): A', (optional: Optional) => optional.value ?? absent(optional)],
  [
    'optional(A).or(optional(A)): optional(A)',
    (left: Optional, right: Optional) => (left.value === undefined ? right : left),
  ],
  [
    'optional(A).orValue(A): A',
    (optional: Optional, other: Value) => (optional.value === undefined ? other : optional.value),
  ],
];

function absent(optional: Optional): unknown {
  return optional.value === null ? null : fail('optional.none() has no value; use orValue() to give one');
}

/** Whether a value is the zero of its type: 0, false, null, empty, the start of 1970. */
function isZero(value: Value): boolean {
  if (value === null || value === false || value === '') return true;
  if (isNumeric(value)) return Number(magnitude(value)) === 0;
  if (isList(value) || value instanceof Uint8Array) return value.length === 0;
  if (isDuration(value)) return value.nanos === 0n;
  if (isTimestamp(value)) return value.nanos === 0n;
  if (isOptional(value)) return value.value === undefined;
  return isMap(value) && sizeOf(value) === 0;
}
