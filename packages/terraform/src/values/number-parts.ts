import { isInfinite, isZero, makeNumeric, type Numeric, toBigFloat } from './big-float.ts';
import { absoluteNumber, isWhole, withPrecision } from './number-arithmetic.ts';
import { ValueError } from './value-error.ts';

const MAX_INT64 = 2n ** 63n - 1n;
const MIN_INT64 = -(2n ** 63n);
/** Integers of more bits than this are not needed by any function and would only cost memory. */
const MAX_INTEGER_BITS = 65_536;

/** toBigInt gives a whole number as an integer of any size, undefined for fractions, infinities and monstrous numbers. */
export function toBigInt(value: Numeric): bigint | undefined {
  if (!isWhole(value)) return undefined;
  if (typeof value === 'number') return BigInt(value);
  if (value.exponent > MAX_INTEGER_BITS) return undefined;
  const magnitude = value.mantissa << BigInt(value.exponent);
  return value.negative ? -magnitude : magnitude;
}

/** toInteger gives a number as a machine integer. Throws ValueError for fractions and what 64 bits do not hold. */
export function toInteger(value: Numeric): number {
  const whole = toBigInt(value);
  if (whole === undefined || whole > MAX_INT64 || whole < MIN_INT64) {
    throw new ValueError(`value must be a whole number, between ${MIN_INT64} and ${MAX_INT64}`);
  }
  return Number(whole);
}

/** toDouble gives the nearest double. Throws ValueError for numbers that only an infinity could stand for. */
export function toDouble(value: Numeric): number {
  const double = nearestDouble(value);
  if (typeof value === 'number' || Number.isFinite(double)) return double;
  const limit = BigInt(Number.MAX_VALUE);
  throw new ValueError(`value must be between -${limit}.000000 and ${limit}.000000 inclusive`);
}

/** nearestDouble gives the nearest double, infinities for numbers too large for one. */
export function nearestDouble(value: Numeric): number {
  if (typeof value === 'number') return value;
  const { negative, mantissa, exponent } = toBigFloat(withPrecision(value, 53));
  // Two steps, so that a mantissa beyond the smallest normal exponent is not lost on the way.
  const half = Math.trunc(exponent / 2);
  const magnitude = Number(mantissa) * 2 ** half * 2 ** (exponent - half);
  return negative ? -magnitude : magnitude;
}

/** floorNumber gives the greatest whole number that is not above the given one. */
export function floorNumber(value: Numeric): Numeric {
  return roundTowards(value, true);
}

/** ceilingNumber gives the smallest whole number that is not below the given one. */
export function ceilingNumber(value: Numeric): Numeric {
  return roundTowards(value, false);
}

function roundTowards(value: Numeric, negativeInfinity: boolean): Numeric {
  if (isZero(value)) return absoluteNumber(value);
  if (isInfinite(value) || isWhole(value)) return value;
  const { negative, mantissa, exponent, precision } = toBigFloat(value);
  const shift = BigInt(Math.min(-exponent, 2 * MAX_INTEGER_BITS));
  const whole = mantissa >> shift;
  const rounded = negative === negativeInfinity ? whole + 1n : whole;
  return makeNumeric(negative && rounded > 0n, rounded, 0, precision);
}
