/** Smallest and largest `int`. */
export const MIN_INT = -(2n ** 63n);
export const MAX_INT = 2n ** 63n - 1n;
/** Largest `uint`. */
export const MAX_UINT = 2n ** 64n - 1n;

/** An unsigned 64-bit integer. */
export class Uint {
  readonly value: bigint;

  constructor(value: bigint) {
    this.value = value;
  }
}

/** A double that an expression made, as opposed to a number of the input, which may also serve as an integer. */
export class Double {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** Whether a value is an unsigned integer. */
export function isUint(value: unknown): value is Uint {
  return value instanceof Uint;
}

/** Whether a value is a double that an expression made. */
export function isDouble(value: unknown): value is Double {
  return value instanceof Double;
}

/** A number of any kind. */
export type Numeric = number | bigint | Uint | Double;

/** Whether a value is a number of any kind. */
export function isNumeric(value: unknown): value is Numeric {
  return typeof value === 'number' || typeof value === 'bigint' || isUint(value) || isDouble(value);
}

/** The number itself. JavaScript compares `number` with `bigint` by exact value, as CEL wants it. */
export function magnitude(value: Numeric): number | bigint {
  return typeof value === 'object' ? value.value : value;
}

/** Whether two numbers of any kinds are worth the same; `===` would tell `1` from `1n`. Nothing equals NaN. */
export function sameNumber(left: number | bigint, right: number | bigint): boolean {
  return left <= right && left >= right;
}

/** A number of the input as `int` if it is whole and within the range, else null. */
export function wholeInt(value: number): bigint | null {
  if (!Number.isInteger(value)) return null;
  const whole = BigInt(value);
  return whole >= MIN_INT && whole <= MAX_INT ? whole : null;
}

/** A double as text, in the notation of JavaScript: `1.5`, `1e+21`, `NaN`, `Infinity`. */
export function doubleText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
