import { isDouble, isUint } from '../values/number.ts';
import type { Value } from '../values/value.ts';
import { BOOL, INT, NULL, STRING, type Type } from './type.ts';

/** The type of a literal of the source. */
export function typeOfLiteral(value: Value): Type {
  if (typeof value === 'string') return STRING;
  if (typeof value === 'boolean') return BOOL;
  if (typeof value === 'bigint') return INT;
  if (isDouble(value)) return { kind: 'double' };
  if (isUint(value)) return { kind: 'uint' };
  if (value instanceof Uint8Array) return { kind: 'bytes' };
  return NULL;
}
