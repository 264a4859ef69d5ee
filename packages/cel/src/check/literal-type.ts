import { Double, Uint } from '../values/number.ts';
import type { Value } from '../values/value.ts';
import { BOOL, INT, NULL, STRING, type Type } from './type.ts';

/** The type of a literal of the source. */
export function typeOfLiteral(value: Value): Type {
  if (typeof value === 'string') return STRING;
  if (typeof value === 'boolean') return BOOL;
  if (typeof value === 'bigint') return INT;
  if (value instanceof Double) return { kind: 'double' };
  if (value instanceof Uint) return { kind: 'uint' };
  if (value instanceof Uint8Array) return { kind: 'bytes' };
  return NULL;
}
