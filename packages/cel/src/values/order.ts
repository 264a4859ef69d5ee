import { isNumeric, magnitude, sameNumber } from './number.ts';
import { isDuration, isTimestamp } from './time.ts';
import type { Value } from './value.ts';

/**
 * The order of two values: negative, 0 or positive, `NaN` when one is not a number, or null when the types have no
 * order. Numbers are compared by what they are worth, strings and bytes by code points.
 */
export function compare(left: Value, right: Value): number | null {
  if (typeof left === 'string') return typeof right === 'string' ? compareStrings(left, right) : null;
  if (isNumeric(left)) return isNumeric(right) ? compareNumbers(magnitude(left), magnitude(right)) : null;
  if (typeof left === 'boolean') return typeof right === 'boolean' ? Number(left) - Number(right) : null;
  if (isTimestamp(left)) return isTimestamp(right) ? order(left.nanos, right.nanos) : null;
  if (isDuration(left)) return isDuration(right) ? order(left.nanos, right.nanos) : null;
  if (left instanceof Uint8Array) return right instanceof Uint8Array ? Buffer.compare(left, right) : null;
  return null;
}

/** An integer is rounded to a double to be compared with one, as the specification wants it (not so for equality). */
function compareNumbers(left: number | bigint, right: number | bigint): number {
  return typeof left === typeof right ? order(left, right) : order(Number(left), Number(right));
}

function order(left: number | bigint, right: number | bigint): number {
  if (left < right) return -1;
  if (left > right) return 1;
  return sameNumber(left, right) ? 0 : Number.NaN;
}

/** UTF-16 puts characters above U+FFFF before some below; by code points they come after. */
function compareStrings(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (a === b) continue;
    const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff;
    if (isSurrogate(a) !== isSurrogate(b)) return isSurrogate(a) ? 1 : -1;
    return a - b;
  }
  return left.length - right.length;
}
