import {
  type BigFloat,
  bitLength,
  FULL_PRECISION,
  isInfinite,
  MAX_EXPONENT,
  makeNumeric,
  type Numeric,
  toBigFloat,
} from './big-float.ts';
import { divideNumbers, multiplyNumbers, withPrecision } from './number-arithmetic.ts';

const NUMBER = /^([+-]?)(?:(\d*)(?:\.(\d*))?(?:([eEpP])([+-]?\d+))?|([iI]nf))$/;
/** Bits beyond the result's that powers of five are computed with. */
const GUARD_BITS = 64;
/** Powers of ten up to this are exact in a double. */
const EXACT_POWER_OF_TEN = 22;
/** Longer texts are no numbers that anyone wrote. */
const MAX_NUMBER_LENGTH = 100_000;

/**
 * parseNumber reads a decimal number as Terraform does: digits with an optional point, an optional power of ten (`e`) or
 * of two (`p`), or `Inf`. It gives undefined for anything else.
 */
export function parseNumber(text: string): Numeric | undefined {
  if (text.length > MAX_NUMBER_LENGTH) return undefined;
  const match = NUMBER.exec(text);
  if (match === null) return undefined;
  const negative = match[1] === '-';
  if (match[6] !== undefined) return negative ? -Infinity : Infinity;
  const whole = match[2] ?? '';
  const fraction = match[3] ?? '';
  if (whole === '' && fraction === '') return undefined;
  const power = Number(match[5] ?? '0');
  const powerOfTwo = match[4] === 'p' || match[4] === 'P';
  const digits = `${whole}${fraction}`;
  const tens = (powerOfTwo ? 0 : power) - fraction.length;
  const twos = powerOfTwo ? power : 0;
  const easy = parseShort(digits, tens, twos);
  if (easy !== undefined) return negative ? -easy : easy;
  const mantissa = BigInt(digits);
  const top = bitLength(mantissa) + tens + twos;
  if (mantissa > 0n && !(Math.abs(top) <= MAX_EXPONENT)) return undefined;
  return scale(negative, mantissa, tens, twos);
}

/** Whole numbers that a double holds need no big arithmetic. */
function parseShort(digits: string, tens: number, twos: number): number | undefined {
  if (twos !== 0 || tens < 0 || tens > EXACT_POWER_OF_TEN || digits.length > 15) return undefined;
  const value = Number(digits) * 10 ** tens;
  return Number.isSafeInteger(value) ? value : undefined;
}

/** mantissa · 10^tens · 2^twos. Powers of five are rounded on the way exactly where Terraform's arithmetic rounds them. */
function scale(negative: boolean, mantissa: bigint, tens: number, twos: number): Numeric {
  if (tens === 0 || mantissa === 0n) return makeNumeric(negative, mantissa, twos, FULL_PRECISION);
  const power = powerOfFive(Math.abs(tens));
  const exponent = tens + twos;
  if (isInfinite(power)) return tens > 0 ? (negative ? -Infinity : Infinity) : negative ? -0 : 0;
  const five = toBigFloat(power);
  const exact: BigFloat = { negative, mantissa, exponent, precision: FULL_PRECISION };
  if (tens > 0) {
    return makeNumeric(negative, mantissa * five.mantissa, exponent + five.exponent, FULL_PRECISION);
  }
  return withPrecision(divideNumbers(exact, { ...five, precision: FULL_PRECISION }), FULL_PRECISION);
}

/** 5^power, rounded to a few more bits than numbers have, by repeated squaring from 5^27. */
function powerOfFive(power: number): Numeric {
  const largestExact = 27;
  if (power <= largestExact)
    return { negative: false, mantissa: 5n ** BigInt(power), exponent: 0, precision: FULL_PRECISION };
  const precision = FULL_PRECISION + GUARD_BITS;
  let result: Numeric = { negative: false, mantissa: 5n ** BigInt(largestExact), exponent: 0, precision };
  let square: Numeric = { negative: false, mantissa: 5n, exponent: 0, precision: precision + GUARD_BITS };
  for (let rest = power - largestExact; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = product(result, square, precision);
    square = product(square, square, precision + GUARD_BITS);
  }
  return result;
}

function product(a: Numeric, b: Numeric, precision: number): Numeric {
  if (isInfinite(a) || isInfinite(b)) return multiplyNumbers(a, b);
  const left = toBigFloat(a);
  const right = toBigFloat(b);
  return makeNumeric(false, left.mantissa * right.mantissa, left.exponent + right.exponent, precision);
}
