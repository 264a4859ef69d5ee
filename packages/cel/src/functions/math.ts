import { fromHost } from '../values/host.ts';
import { isNumeric, MAX_INT, MAX_UINT, MIN_INT, magnitude, type Numeric } from '../values/number.ts';
import { fail, Stop } from '../values/stop.ts';
import type { List } from '../values/value.ts';
import type { FunctionDefinition } from './overload.ts';

/** The math extension. */
export const MATH_FUNCTIONS: readonly FunctionDefinition[] = [
  ['math.greatest(list(A)): A', (list: List) => pick(list, (a, b) => a > b)],
  ['math.greatest(int...): int', (numbers: Numeric[]) => pick(numbers, (a, b) => a > b)],
  ['math.greatest(uint...): uint', (numbers: Numeric[]) => pick(numbers, (a, b) => a > b)],
  ['math.greatest(double...): double', (numbers: Numeric[]) => pick(numbers, (a, b) => a > b)],
  ['math.greatest(number...): dyn', (numbers: Numeric[]) => pick(numbers, (a, b) => a > b)],
  ['math.least(list(A)): A', (list: List) => pick(list, (a, b) => a < b)],
  ['math.least(int...): int', (numbers: Numeric[]) => pick(numbers, (a, b) => a < b)],
  ['math.least(uint...): uint', (numbers: Numeric[]) => pick(numbers, (a, b) => a < b)],
  ['math.least(double...): double', (numbers: Numeric[]) => pick(numbers, (a, b) => a < b)],
  ['math.least(number...): dyn', (numbers: Numeric[]) => pick(numbers, (a, b) => a < b)],
  ['math.ceil(double): double', Math.ceil],
  ['math.floor(double): double', Math.floor],
  ['math.round(double): double', (value: number) => Math.sign(value) * Math.round(Math.abs(value))],
  ['math.trunc(double): double', Math.trunc],
  ['math.sqrt(double): double', Math.sqrt],
  ['math.sqrt(int): double', (value: bigint) => Math.sqrt(Number(value))],
  ['math.sqrt(uint): double', (value: bigint) => Math.sqrt(Number(value))],
  ['math.abs(int): int', absolute],
  ['math.abs(uint): uint', (value: bigint) => value],
  ['math.abs(double): double', Math.abs],
  ['math.sign(int): int', signOf],
  ['math.sign(uint): uint', signOf],
  ['math.sign(double): double', Math.sign],
  ['math.isNaN(double): bool', Number.isNaN],
  ['math.isInf(double): bool', (value: number) => Math.abs(value) === Number.POSITIVE_INFINITY],
  ['math.isFinite(double): bool', Number.isFinite],
  ['math.bitAnd(int, int): int', (a: bigint, b: bigint) => a & b],
  ['math.bitAnd(uint, uint): uint', (a: bigint, b: bigint) => a & b],
  ['math.bitOr(int, int): int', (a: bigint, b: bigint) => a | b],
  ['math.bitOr(uint, uint): uint', (a: bigint, b: bigint) => a | b],
  ['math.bitXor(int, int): int', (a: bigint, b: bigint) => a ^ b],
  ['math.bitXor(uint, uint): uint', (a: bigint, b: bigint) => a ^ b],
  ['math.bitNot(int): int', (value: bigint) => ~value],
  ['math.bitNot(uint): uint', (value: bigint) => MAX_UINT - value],
  ['math.bitShiftLeft(int, int): int', (value: bigint, by: bigint) => shift(by, () => BigInt.asIntN(64, value << by))],
  [
    'math.bitShiftLeft(uint, int): uint',
    (value: bigint, by: bigint) => shift(by, () => BigInt.asUintN(64, value << by)),
  ],
  // The sign is not kept: bits that come in from the left are 0.
  [
    'math.bitShiftRight(int, int): int',
    (v: bigint, by: bigint) => shift(by, () => BigInt.asIntN(64, BigInt.asUintN(64, v) >> by)),
  ],
  ['math.bitShiftRight(uint, int): uint', (value: bigint, by: bigint) => shift(by, () => value >> by)],
];

/** The number that is better than all others; the first one of equals. */
function pick(values: readonly unknown[], isBetter: (a: number | bigint, b: number | bigint) => boolean): unknown {
  let best: Numeric | null = null;
  for (const element of values) {
    const value = fromHost(element);
    if (value instanceof Stop) return value;
    if (!isNumeric(value)) return fail('no such overload: math.greatest() and math.least() take numbers');
    if (best === null || isBetter(magnitude(value), magnitude(best))) best = value;
  }
  return best ?? fail('math.greatest() and math.least() need at least one number');
}

function absolute(value: bigint): unknown {
  if (value === MIN_INT) return fail(`integer overflow: the absolute value of ${value} is above ${MAX_INT}`);
  return value < 0n ? -value : value;
}

function signOf(value: bigint): bigint {
  if (value === 0n) return 0n;
  return value < 0n ? -1n : 1n;
}

function shift(by: bigint, result: () => bigint): unknown {
  if (by < 0n) return fail(`math.bitShift functions take no negative offset, such as ${by}`);
  return by > 63n ? 0n : result();
}
