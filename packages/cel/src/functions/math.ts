import { fromHost } from '../values/host.ts';
import { isNumeric, MAX_INT, MAX_UINT, MIN_INT, magnitude, type Numeric } from '../values/number.ts';
import { fail, isStop } from '../values/stop.ts';
import type { FunctionDefinition } from './overload.ts';

/** The math extension. */
export const MATH_FUNCTIONS: readonly FunctionDefinition[] = [
  ...extreme('greatest', (a, b) => a > b),
  ...extreme('least', (a, b) => a < b),
  ['math.ceil(double): double', Math.ceil],
  ['math.floor(double): double', Math.floor],
  ['math.round(double): double', (value: number) => Math.sign(value) * Math.round(Math.abs(value))],
  ['math.trunc(double): double', Math.trunc],
  ['math.sqrt(double): double', Math.sqrt],
  ...forInts('sqrt(T): double', (value) => Math.sqrt(Number(value))),
  ['math.abs(int): int', absolute],
  ['math.abs(uint): uint', (value: bigint) => value],
  ['math.abs(double): double', Math.abs],
  ...forInts('sign(T): T', signOf),
  ['math.sign(double): double', Math.sign],
  ['math.isNaN(double): bool', Number.isNaN],
  ['math.isInf(double): bool', (value: number) => Math.abs(value) === Number.POSITIVE_INFINITY],
  ['math.isFinite(double): bool', Number.isFinite],
  ...forInts('bitAnd(T, T): T', (a, b) => a & b),
  ...forInts('bitOr(T, T): T', (a, b) => a | b),
  ...forInts('bitXor(T, T): T', (a, b) => a ^ b),
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

/** A function that does the same for both kinds of integers; `T` stands for one of them. */
function forInts(signature: string, run: (a: bigint, b: bigint) => unknown): FunctionDefinition[] {
  return ['int', 'uint'].map((type) => [`math.${signature.replaceAll('T', type)}`, run]);
}

function extreme(name: string, isBetter: (a: number | bigint, b: number | bigint) => boolean): FunctionDefinition[] {
  const run = (values: readonly unknown[]) => pick(values, isBetter);
  return ['list(A)): A', 'int...): int', 'uint...): uint', 'double...): double', 'number...): dyn'].map((rest) => [
    `math.${name}(${rest}`,
    run,
  ]);
}

/** The number that is better than all others; the first one of equals. */
function pick(values: readonly unknown[], isBetter: (a: number | bigint, b: number | bigint) => boolean): unknown {
  let best: Numeric | null = null;
  for (const element of values) {
    const value = fromHost(element);
    if (isStop(value)) return value;
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
