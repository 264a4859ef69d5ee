/**
 * A number in binary floating point, as Terraform computes with it: (-1)^negative · mantissa · 2^exponent, rounded to
 * `precision` bits. The mantissa is odd, or 0. The precision belongs to the number: what is read from text has 512 bits,
 * the result of `length` 64, of `pow` 53, and it decides how later results are rounded and written.
 */
export interface BigFloat {
  readonly negative: boolean;
  readonly mantissa: bigint;
  readonly exponent: number;
  readonly precision: number;
}

/**
 * A Terraform number. A JavaScript number stands for exactly its own value, with the full precision of 512 bits; it may
 * be infinite or -0 (Terraform has both) but not NaN.
 */
export type Numeric = number | BigFloat;

/** Bits of numbers that come from configuration text. */
export const FULL_PRECISION = 512;
/** Bits of numbers that functions make from machine integers. */
export const INTEGER_PRECISION = 64;
/** Bits of numbers that functions compute in double precision. */
export const DOUBLE_PRECISION = 53;

/** Exponents beyond this make a number infinite or zero: the limit of Terraform's arithmetic. */
export const MAX_EXPONENT = 2 ** 31 - 1;

const LARGEST_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** bitLength counts the bits of a natural number, 0 for 0. */
export function bitLength(value: bigint): number {
  if (value <= LARGEST_SAFE) {
    const number = Number(value);
    const high = Math.floor(number / 2 ** 32);
    return high > 0 ? 64 - Math.clz32(high) : 32 - Math.clz32(number);
  }
  const hex = value.toString(16);
  return hex.length * 4 - Math.clz32(Number.parseInt(hex.charAt(0), 16)) + 28;
}

/**
 * makeNumeric rounds ±mantissa · 2^exponent to the given precision, half to even, and gives it in its smallest form.
 * `sticky` says that the true value is slightly larger in magnitude than what is given.
 */
export function makeNumeric(
  negative: boolean,
  mantissa: bigint,
  exponent: number,
  precision: number,
  sticky = false,
): Numeric {
  if (mantissa === 0n) return smallest({ negative, mantissa: 0n, exponent: 0, precision });
  let bits = mantissa;
  let shift = exponent;
  if (sticky) {
    bits = (bits << 1n) | 1n;
    shift -= 1;
  }
  const excess = bitLength(bits) - precision;
  if (excess > 0) {
    bits = roundHalfEven(bits, excess);
    shift += excess;
  }
  const zeros = trailingZeros(bits);
  bits >>= BigInt(zeros);
  shift += zeros;
  const magnitude = bitLength(bits) + shift;
  if (magnitude > MAX_EXPONENT) return negative ? -Infinity : Infinity;
  if (magnitude < -MAX_EXPONENT) return smallest({ negative, mantissa: 0n, exponent: 0, precision });
  return smallest({ negative, mantissa: bits, exponent: shift, precision });
}

function roundHalfEven(bits: bigint, excess: number): bigint {
  const dropped = BigInt(excess);
  const kept = bits >> dropped;
  const rest = bits - (kept << dropped);
  const half = 1n << (dropped - 1n);
  if (rest > half || (rest === half && (kept & 1n) === 1n)) return kept + 1n;
  return kept;
}

function trailingZeros(bits: bigint): number {
  let zeros = 0;
  let rest = bits;
  while ((rest & 0xffffffffn) === 0n) {
    rest >>= 32n;
    zeros += 32;
  }
  const low = Number(rest & 0xffffffffn);
  return zeros + (31 - Math.clz32(low & -low));
}

/** A number of full precision that a double holds exactly becomes that double. */
function smallest(value: BigFloat): Numeric {
  if (value.precision !== FULL_PRECISION) return value;
  if (value.mantissa === 0n) return value.negative ? -0 : 0;
  const bits = bitLength(value.mantissa);
  if (bits > DOUBLE_PRECISION || value.exponent < -1022 || value.exponent + bits > 1024) return value;
  const magnitude = Number(value.mantissa) * 2 ** value.exponent;
  return value.negative ? -magnitude : magnitude;
}

/** toBigFloat gives the parts of a finite number. */
export function toBigFloat(value: Numeric): BigFloat {
  if (typeof value !== 'number') return value;
  return { ...splitDouble(value), precision: FULL_PRECISION };
}

/** integerNumeric gives a machine integer as functions such as `length` return it. */
export function integerNumeric(value: number | bigint): Numeric {
  const magnitude = BigInt(value) < 0n ? -BigInt(value) : BigInt(value);
  return makeNumeric(BigInt(value) < 0n, magnitude, 0, INTEGER_PRECISION);
}

/** wholeNumeric gives an integer of any size with as many bits as it needs, but no fewer than a machine integer has. */
export function wholeNumeric(value: bigint): Numeric {
  const magnitude = value < 0n ? -value : value;
  return makeNumeric(value < 0n, magnitude, 0, Math.max(bitLength(magnitude), INTEGER_PRECISION));
}

/** doubleNumeric gives a result computed in double precision as functions such as `pow` return it. */
export function doubleNumeric(value: number): Numeric {
  if (!Number.isFinite(value)) return value;
  const { negative, mantissa, exponent } = splitDouble(value);
  return makeNumeric(negative, mantissa, exponent, DOUBLE_PRECISION);
}

function splitDouble(value: number): { negative: boolean; mantissa: bigint; exponent: number } {
  const negative = value < 0 || Object.is(value, -0);
  const magnitude = Math.abs(value);
  if (Number.isSafeInteger(magnitude)) return { negative, ...odd(BigInt(magnitude), 0) };
  VIEW.setFloat64(0, magnitude);
  const raw = VIEW.getBigUint64(0);
  const biased = Number(raw >> 52n);
  const fraction = raw & 0xfffffffffffffn;
  if (biased === 0) return { negative, ...odd(fraction, -1074) };
  return { negative, ...odd(fraction | (1n << 52n), biased - 1075) };
}

const VIEW = new DataView(new ArrayBuffer(8));

function odd(mantissa: bigint, exponent: number): { mantissa: bigint; exponent: number } {
  if (mantissa === 0n) return { mantissa, exponent: 0 };
  const zeros = trailingZeros(mantissa);
  return { mantissa: mantissa >> BigInt(zeros), exponent: exponent + zeros };
}

/** isInfinite tells whether a number is plus or minus infinity. */
export function isInfinite(value: Numeric): boolean {
  return value === Infinity || value === -Infinity;
}

/** isZero tells whether a number is 0 or -0. */
export function isZero(value: Numeric): boolean {
  return typeof value === 'number' ? value === 0 : value.mantissa === 0n;
}

/** isNegative tells whether a number is below zero, or -0. */
export function isNegative(value: Numeric): boolean {
  return typeof value === 'number' ? value < 0 || Object.is(value, -0) : value.negative;
}
