import { type BigFloat, bitLength, isInfinite, isNegative, type Numeric, toBigFloat } from './big-float.ts';
import { LimitError } from './value-error.ts';

/** Numbers with more digits than this are not written out: `1e1000000` would fill a report on its own. */
export const MAX_NUMBER_DIGITS = 20_000;

/** The decimal digits of a number without leading or trailing zeros: 0.digits · 10^point. */
interface Decimal {
  readonly digits: string;
  readonly point: number;
}

/**
 * numberText writes a number as Terraform shows it and converts it to a string: without exponent, with the fewest digits
 * that still mean the same number at its own precision. Throws ValueError when that takes too many digits.
 */
export function numberText(value: Numeric): string {
  const whole = typeof value === 'number' ? value : smallWhole(value);
  if (whole !== undefined && Number.isSafeInteger(whole)) return Object.is(whole, -0) ? '-0' : String(whole);
  return formatNumber(value, 'f');
}

/** A whole number that a double holds and that no shorter text could mean; most numbers are such. */
function smallWhole({ negative, mantissa, exponent, precision }: BigFloat): number | undefined {
  if (mantissa === 0n || exponent < 0 || bitLength(mantissa) + exponent > Math.min(53, precision)) return undefined;
  const magnitude = Number(mantissa) * 2 ** exponent;
  return negative ? -magnitude : magnitude;
}

/**
 * formatNumber writes a number with an exponent (`e`), without (`f`), or whichever is shorter (`g`). `precision` counts
 * the digits after the point, for `g` all digits; without it the fewest digits that mean the same number are written.
 */
export function formatNumber(value: Numeric, style: 'e' | 'f' | 'g', precision?: number): string {
  if (isInfinite(value)) return value === Infinity ? '+Inf' : '-Inf';
  const sign = isNegative(value) ? '-' : '';
  const exact = toBigFloat(value);
  const decimal = precision === undefined ? shortestDecimal(exact) : roundedDecimal(exact, style, precision);
  switch (style) {
    case 'e':
      return sign + withExponent(decimal, precision ?? decimal.digits.length - 1);
    case 'f':
      return sign + withoutExponent(decimal, precision ?? Math.max(decimal.digits.length - decimal.point, 0));
    case 'g':
      return sign + general(decimal, precision);
  }
}

function general(decimal: Decimal, precision: number | undefined): string {
  const digits = decimal.digits.length;
  let wanted = precision === 0 ? 1 : (precision ?? digits);
  if (wanted > digits && digits >= decimal.point) wanted = digits;
  const exponent = decimal.point - 1;
  // The fewest digits are written with an exponent from a million on, however many digits there are.
  if (exponent < -4 || exponent >= (precision === undefined ? 6 : wanted)) {
    return withExponent(decimal, Math.min(precision ?? digits, digits === 0 ? 1 : digits) - 1);
  }
  return withoutExponent(decimal, Math.max(digits - decimal.point, 0));
}

function withExponent({ digits, point }: Decimal, precision: number): string {
  const lead = digits.charAt(0) || '0';
  const rest = precision > 0 ? `.${digits.slice(1, 1 + precision).padEnd(precision, '0')}` : '';
  const exponent = digits === '' ? 0 : point - 1;
  return `${lead}${rest}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

function withoutExponent({ digits, point }: Decimal, precision: number): string {
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  if (precision === 0) return whole;
  const fraction = point >= 0 ? digits.slice(point) : `${'0'.repeat(Math.min(-point, precision))}${digits}`;
  return `${whole}.${fraction.slice(0, precision).padEnd(precision, '0')}`;
}

/** The digits of mantissa · 2^exponent, all of them, as an integer and a power of ten. */
function scaled(mantissa: bigint, exponent: number): { integer: bigint; tens: number } {
  if (Math.abs(exponent) > MAX_NUMBER_DIGITS * 3.4) {
    throw new LimitError(`the number has more than ${MAX_NUMBER_DIGITS} digits, too many to write out`);
  }
  if (exponent >= 0) return { integer: mantissa << BigInt(exponent), tens: 0 };
  return { integer: mantissa * 5n ** BigInt(-exponent), tens: exponent };
}

function trimmed(text: string, tens: number): Decimal {
  const digits = text.replace(/^0+/, '');
  return { digits: digits.replace(/0+$/, ''), point: digits === '' ? 0 : digits.length + tens };
}

/** The shortest digits between the two neighbours of a number at its precision. */
function shortestDecimal(value: BigFloat): Decimal {
  if (value.mantissa === 0n) return { digits: '', point: 0 };
  const missing = Math.max(0, value.precision - bitLength(value.mantissa));
  // One bit more than the precision, so that the middles to both neighbours are whole numbers.
  const twice = value.mantissa << BigInt(missing + 1);
  const exponent = value.exponent - missing - 1;
  const center = scaled(twice, exponent);
  const width = String(scaled(twice + 1n, exponent).integer).length;
  const text = String(center.integer).padStart(width, '0');
  const low = withoutTrailingZeros(String(scaled(twice - 1n, exponent).integer).padStart(width, '0'));
  const high = withoutTrailingZeros(String(scaled(twice + 1n, exponent).integer));
  const even = ((twice >> 1n) & 1n) === 0n;
  const first = shortestBetween(text, low, high, even);
  return trimmed(first.padEnd(width, '0'), center.tens);
}

function withoutTrailingZeros(digits: string): string {
  return digits.replace(/0+$/, '');
}

/** The ends themselves count as inside of the interval where halves are rounded to this number. */
function shortestBetween(text: string, low: string, high: string, inclusive: boolean): string {
  for (let index = 0; index < text.length; index++) {
    const digit = digitAt(text, index);
    const upper = digitAt(high, index);
    // Rounding down stays in the interval when a digit of the lower end was smaller, or when this is exactly the end.
    const okDown = digitAt(low, index) !== digit || (inclusive && index + 1 === low.length);
    // Rounding up stays in it when it cannot reach the upper end.
    const okUp = digit !== upper && (inclusive || digit + 1 < upper || index + 1 < high.length);
    if (okDown && okUp) return roundAt(text, index + 1);
    if (okDown) return text.slice(0, index + 1);
    if (okUp) return increment(text.slice(0, index + 1));
  }
  return text;
}

function digitAt(digits: string, index: number): number {
  return index < digits.length ? digits.charCodeAt(index) - ZERO : 0;
}

const ZERO = 48;

/** Digits rounded half to even after `count` of them. */
function roundAt(text: string, count: number): string {
  const kept = text.slice(0, count);
  if (count >= text.length) return kept;
  const rest = text.slice(count);
  const half = `5${'0'.repeat(rest.length - 1)}`;
  const up = rest > half || (rest === half && digitAt(kept, count - 1) % 2 === 1);
  return up ? increment(kept) : kept;
}

function increment(digits: string): string {
  return digits === '' ? '1' : String(BigInt(digits) + 1n).padStart(digits.length, '0');
}

function roundedDecimal(value: BigFloat, style: 'e' | 'f' | 'g', precision: number): Decimal {
  if (value.mantissa === 0n) return { digits: '', point: 0 };
  const { integer, tens } = scaled(value.mantissa, value.exponent);
  const text = String(integer);
  const point = text.length + tens;
  const count = style === 'e' ? precision + 1 : style === 'f' ? point + precision : precision === 0 ? 1 : precision;
  if (count >= text.length) return trimmed(text, tens);
  if (count < 0) return { digits: '', point: 0 };
  if (count === 0) {
    // Only the digit before the first can come out of rounding.
    return text > `5${'0'.repeat(text.length - 1)}` ? { digits: '1', point: point + 1 } : { digits: '', point: 0 };
  }
  const rounded = roundAt(text, count);
  return trimmed(rounded.padEnd(rounded.length + text.length - count, '0'), tens);
}
