import type { BinaryOperator } from '../syntax/ast.ts';
import { isList } from '../values/host.ts';
import {
  Double,
  isDouble,
  isNumeric,
  isUint,
  MAX_INT,
  MAX_UINT,
  MIN_INT,
  type Numeric,
  Uint,
  wholeInt,
} from '../values/number.ts';
import { type Failure, fail, type Stop } from '../values/stop.ts';
import { durationOf, isDuration, isTimestamp, timestampOf } from '../values/time.ts';
import { describeType } from '../values/type-value.ts';
import type { Value } from '../values/value.ts';
import type { Meter } from './meter.ts';

/*
 * Numbers of the input are JSON numbers, which are neither int nor double. Such a number takes the kind of what it
 * meets:
 *
 * - with an int, or with another number of the input, the result is exact while it is a whole number, and a double
 *   otherwise. So `input.size / 2` is 4.5 for 9, never 4, and nothing changes when 9 becomes 9.5;
 * - with a uint it must be whole and not negative;
 * - with a double it is a double.
 *
 * The result with an int or another number of the input is such a number again.
 */

type ArithmeticOperator = Extract<BinaryOperator, '+' | '-' | '*' | '/' | '%'>;

/** `left operator right`, or why it cannot be computed. */
export function calculate(operator: ArithmeticOperator, left: Value, right: Value, meter: Meter): Value | Stop {
  if (isNumeric(left) && isNumeric(right)) return calculateNumbers(operator, left, right);
  if (operator === '+') return add(left, right, meter);
  if (operator === '-') return subtractTimes(left, right);
  return noOverload(operator, left, right);
}

/** The failure for operands whose types do not go together. */
export function noOverload(operator: string, left: Value, right: Value): Failure {
  return fail(
    `no such overload: "${operator}" is not defined between ${describeType(left)} and ${describeType(right)}`,
  );
}

function calculateNumbers(operator: ArithmeticOperator, left: Numeric, right: Numeric): Value | Stop {
  if (typeof left === 'bigint' && typeof right === 'bigint') return calculateInts(operator, left, right);
  if (isUint(left) && isUint(right)) return calculateUints(operator, left.value, right.value);
  const isInput = typeof left === 'number' || typeof right === 'number';
  if (isDouble(left) || isDouble(right)) {
    const fits = (isDouble(left) || typeof left === 'number') && (isDouble(right) || typeof right === 'number');
    return fits ? calculateDoubles(operator, left, right) : noOverload(operator, left, right);
  }
  if (!isInput) return noOverload(operator, left, right);
  if (isUint(left) || isUint(right)) {
    const [a, b] = [asUint(left), asUint(right)];
    return a === null || b === null ? noOverload(operator, left, right) : calculateUints(operator, a, b);
  }
  return calculateInputNumbers(operator, left, right);
}

function calculateInts(operator: ArithmeticOperator, left: bigint, right: bigint): bigint | Failure {
  if (right === 0n && (operator === '/' || operator === '%')) return divisionByZero(operator);
  const result = calculateExactly(operator, left, right);
  return result >= MIN_INT && result <= MAX_INT ? result : overflow(operator, 'int');
}

function calculateUints(operator: ArithmeticOperator, left: bigint, right: bigint): Uint | Failure {
  if (right === 0n && (operator === '/' || operator === '%')) return divisionByZero(operator);
  const result = calculateExactly(operator, left, right);
  return result >= 0n && result <= MAX_UINT ? new Uint(result) : overflow(operator, 'uint');
}

function calculateExactly(operator: ArithmeticOperator, left: bigint, right: bigint): bigint {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
  }
}

function calculateDoubles(
  operator: ArithmeticOperator,
  left: Double | number,
  right: Double | number,
): Double | Failure {
  const [a, b] = [typeof left === 'number' ? left : left.value, typeof right === 'number' ? right : right.value];
  if (operator === '%') return fail('no such overload: "%" is not defined between doubles');
  return new Double(calculateFloating(operator, a, b));
}

function calculateFloating(operator: '+' | '-' | '*' | '/', left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
  }
}

function calculateInputNumbers(
  operator: ArithmeticOperator,
  left: number | bigint,
  right: number | bigint,
): Value | Failure {
  // Not infinity as with doubles: a gate must not pass because something was divided by nothing.
  if (Number(right) === 0 && (operator === '/' || operator === '%')) return divisionByZero(operator);
  const [a, b] = [asInt(left), asInt(right)];
  if (a !== null && b !== null && (operator !== '/' || a % b === 0n)) {
    const result = calculateExactly(operator, a, b);
    if (result < MIN_INT || result > MAX_INT) return overflow(operator, 'int');
    return Number.isSafeInteger(Number(result)) ? Number(result) : result;
  }
  if (operator === '%') return fail('"%" takes whole numbers');
  return calculateFloating(operator, Number(left), Number(right));
}

function asInt(value: number | bigint): bigint | null {
  return typeof value === 'bigint' ? value : wholeInt(value);
}

function asUint(value: number | bigint | Uint): bigint | null {
  if (isUint(value)) return value.value;
  if (typeof value === 'bigint') return null;
  const whole = wholeInt(value);
  return whole !== null && whole >= 0n ? whole : null;
}

function divisionByZero(operator: '/' | '%'): Failure {
  return fail(operator === '/' ? 'division by zero' : 'modulus by zero');
}

function overflow(operator: string, type: string): Failure {
  return fail(`integer overflow: the result of "${operator}" does not fit in 64 bits (${type})`);
}

function add(left: Value, right: Value, meter: Meter): Value | Stop {
  if (typeof left === 'string' && typeof right === 'string') {
    meter.characters(left.length + right.length);
    return left + right;
  }
  if (isList(left) && isList(right)) {
    meter.steps(left.length + right.length);
    return [...left, ...right];
  }
  if (left instanceof Uint8Array && right instanceof Uint8Array) {
    meter.characters(left.length + right.length);
    const bytes = new Uint8Array(left.length + right.length);
    bytes.set(left);
    bytes.set(right, left.length);
    return bytes;
  }
  if (isDuration(left)) {
    if (isDuration(right)) return durationOf(left.nanos + right.nanos);
    if (isTimestamp(right)) return timestampOf(left.nanos + right.nanos);
  }
  if (isTimestamp(left) && isDuration(right)) return timestampOf(left.nanos + right.nanos);
  return noOverload('+', left, right);
}

function subtractTimes(left: Value, right: Value): Value | Stop {
  if (isTimestamp(left) && isTimestamp(right)) return durationOf(left.nanos - right.nanos);
  if (isTimestamp(left) && isDuration(right)) return timestampOf(left.nanos - right.nanos);
  if (isDuration(left) && isDuration(right)) return durationOf(left.nanos - right.nanos);
  return noOverload('-', left, right);
}

/** `-value`, or why it cannot be computed. */
export function negate(value: Value): Value | Failure {
  if (typeof value === 'bigint') return value === MIN_INT ? overflow('-', 'int') : -value;
  if (typeof value === 'number') return value === 0 ? 0 : -value;
  if (isDouble(value)) return new Double(-value.value);
  return fail(`no such overload: "-" is not defined for ${describeType(value)}`);
}
