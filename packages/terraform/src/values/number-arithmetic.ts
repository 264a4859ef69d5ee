import {
  type BigFloat,
  bitLength,
  FULL_PRECISION,
  isInfinite,
  isNegative,
  isZero,
  makeNumeric,
  type Numeric,
  toBigFloat,
} from './big-float.ts';
import { ValueError } from './value-error.ts';

/** A gap this wide between two numbers leaves the smaller one no say in the sum but in the direction of rounding. */
const WIDEST_SUM = 4 * FULL_PRECISION;

/** addNumbers adds as Terraform's `+` does. Throws ValueError for infinities of opposite sign. */
export function addNumbers(a: Numeric, b: Numeric): Numeric {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum) && Number.isSafeInteger(a) && Number.isSafeInteger(b)) return sum;
  }
  if (isInfinite(a) || isInfinite(b)) {
    if (isInfinite(a) && isInfinite(b) && a !== b) throw new ValueError("can't compute sum of opposing infinities");
    return isInfinite(a) ? a : b;
  }
  return addFinite(toBigFloat(a), toBigFloat(b));
}

function addFinite(a: BigFloat, b: BigFloat): Numeric {
  const precision = Math.max(a.precision, b.precision);
  if (a.mantissa === 0n && b.mantissa === 0n) return makeNumeric(a.negative && b.negative, 0n, 0, precision);
  if (a.mantissa === 0n) return makeNumeric(b.negative, b.mantissa, b.exponent, precision);
  if (b.mantissa === 0n) return makeNumeric(a.negative, a.mantissa, a.exponent, precision);
  const topOfA = bitLength(a.mantissa) + a.exponent;
  const topOfB = bitLength(b.mantissa) + b.exponent;
  if (Math.abs(topOfA - topOfB) > WIDEST_SUM) {
    return topOfA > topOfB ? addTrifle(a, b.negative, precision) : addTrifle(b, a.negative, precision);
  }
  const exponent = Math.min(a.exponent, b.exponent);
  const left = a.mantissa << BigInt(a.exponent - exponent);
  const right = b.mantissa << BigInt(b.exponent - exponent);
  const sum = (a.negative ? -left : left) + (b.negative ? -right : right);
  return makeNumeric(sum < 0n, sum < 0n ? -sum : sum, exponent, precision);
}

/** Adds something far too small to show, of the given sign: it only decides which way a tie is rounded. */
function addTrifle(large: BigFloat, trifleIsNegative: boolean, precision: number): Numeric {
  const wide = large.mantissa << BigInt(WIDEST_SUM);
  const nudged = large.negative === trifleIsNegative ? wide + 1n : wide - 1n;
  return makeNumeric(large.negative, nudged, large.exponent - WIDEST_SUM, precision);
}

/** negateNumber changes the sign, also that of zero. */
export function negateNumber(a: Numeric): Numeric {
  return typeof a === 'number' ? -a : { ...a, negative: !a.negative };
}

/** absoluteNumber takes the sign away. */
export function absoluteNumber(a: Numeric): Numeric {
  return isNegative(a) ? negateNumber(a) : a;
}

/** subtractNumbers subtracts as Terraform's `-` does. Throws ValueError for an infinity less itself. */
export function subtractNumbers(a: Numeric, b: Numeric): Numeric {
  if (isInfinite(a) && a === b) throw new ValueError("can't subtract infinity from itself");
  return addNumbers(a, negateNumber(b));
}

/** multiplyNumbers multiplies as Terraform's `*` does. Throws ValueError for zero times infinity. */
export function multiplyNumbers(a: Numeric, b: Numeric): Numeric {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (product !== 0 && Number.isSafeInteger(product) && Number.isSafeInteger(a) && Number.isSafeInteger(b)) {
      return product;
    }
  }
  if (isInfinite(a) || isInfinite(b)) {
    if (isZero(a) || isZero(b)) throw new ValueError("can't multiply zero by infinity");
    return isNegative(a) === isNegative(b) ? Infinity : -Infinity;
  }
  const left = toBigFloat(a);
  const right = toBigFloat(b);
  const negative = left.negative !== right.negative;
  const precision = Math.max(left.precision, right.precision);
  const product = toBigFloat(
    makeNumeric(negative, left.mantissa * right.mantissa, left.exponent + right.exponent, FULL_PRECISION),
  );
  // The product keeps all the bits it needs, even where its factors had fewer.
  return makeNumeric(negative, product.mantissa, product.exponent, Math.max(precision, bitLength(product.mantissa)));
}

/** divideNumbers divides as Terraform's `/` does; a division by zero is infinite. Throws ValueError for 0/0 and ∞/∞. */
export function divideNumbers(a: Numeric, b: Numeric): Numeric {
  if ((isZero(a) && isZero(b)) || (isInfinite(a) && isInfinite(b))) {
    throw new ValueError("can't divide zero by zero or infinity by infinity");
  }
  const negative = isNegative(a) !== isNegative(b);
  if (isInfinite(a) || isZero(b)) return negative ? -Infinity : Infinity;
  const left = toBigFloat(a);
  if (isInfinite(b) || left.mantissa === 0n) return makeNumeric(negative, 0n, 0, left.precision);
  const right = toBigFloat(b);
  const precision = Math.max(left.precision, right.precision);
  const shift = Math.max(0, precision + 2 + bitLength(right.mantissa) - bitLength(left.mantissa));
  const dividend = left.mantissa << BigInt(shift);
  const quotient = dividend / right.mantissa;
  const inexact = quotient * right.mantissa !== dividend;
  return makeNumeric(negative, quotient, left.exponent - right.exponent - shift, precision, inexact);
}

/** remainder computes Terraform's `%`: what is left after the whole part of the quotient. `a % 0` is `a`. */
export function remainder(a: Numeric, b: Numeric): Numeric {
  if (isInfinite(a) || isInfinite(b)) throw new ValueError("can't use modulo with zero and infinity");
  if (isZero(b)) return a;
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a) && Number.isSafeInteger(b)) {
    const rest = a % b;
    return rest === 0 ? 0 : rest;
  }
  const { precision } = toBigFloat(a);
  const whole = truncate(divideNumbers(a, b));
  const product = toBigFloat(withPrecision(multiplyNumbers(toBigFloat(b), withPrecision(whole, precision)), precision));
  return withPrecision(subtractNumbers(a, product), precision);
}

/** withPrecision rounds a number to another precision. */
export function withPrecision(value: Numeric, precision: number): Numeric {
  if (isInfinite(value)) return value;
  const { negative, mantissa, exponent } = toBigFloat(value);
  return makeNumeric(negative, mantissa, exponent, precision);
}

/** truncate drops the fraction of a finite number. */
export function truncate(value: Numeric): Numeric {
  if (typeof value === 'number') return Math.trunc(value);
  if (value.exponent >= 0) return value;
  const whole = value.mantissa >> BigInt(Math.min(-value.exponent, bitLength(value.mantissa)));
  return makeNumeric(value.negative, whole, 0, Math.max(bitLength(whole), value.precision));
}

/** isWhole tells whether a number is finite and has no fraction. */
export function isWhole(value: Numeric): boolean {
  if (typeof value === 'number') return Number.isInteger(value);
  return value.exponent >= 0;
}

/** compareNumbers gives a negative number, 0 or a positive number, as a sort function does. */
export function compareNumbers(a: Numeric, b: Numeric): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  if (isInfinite(a) || isInfinite(b)) {
    if (a === b) return 0;
    return a === -Infinity || b === Infinity ? -1 : 1;
  }
  const left = toBigFloat(a);
  const right = toBigFloat(b);
  const signOfLeft = left.mantissa === 0n ? 0 : left.negative ? -1 : 1;
  const signOfRight = right.mantissa === 0n ? 0 : right.negative ? -1 : 1;
  if (signOfLeft !== signOfRight) return signOfLeft - signOfRight;
  return signOfLeft === 0 ? 0 : signOfLeft * compareMagnitudes(left, right);
}

function compareMagnitudes(a: BigFloat, b: BigFloat): number {
  const difference = bitLength(a.mantissa) + a.exponent - bitLength(b.mantissa) - b.exponent;
  if (difference !== 0) return Math.sign(difference);
  const exponent = Math.min(a.exponent, b.exponent);
  const left = a.mantissa << BigInt(a.exponent - exponent);
  const right = b.mantissa << BigInt(b.exponent - exponent);
  return left < right ? -1 : left > right ? 1 : 0;
}
