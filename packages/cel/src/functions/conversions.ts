import { characterCount } from '../values/characters.ts';
import { sizeOf } from '../values/map-access.ts';
import { doubleText, MAX_INT, MAX_UINT, MIN_INT } from '../values/number.ts';
import { fail } from '../values/stop.ts';
import { textOfBytes } from '../values/text.ts';
import {
  type Duration,
  durationText,
  floorDivide,
  parseDuration,
  parseTimestamp,
  type Timestamp,
  timestampOf,
  timestampText,
} from '../values/time.ts';
import { TypeValue, typeName } from '../values/type-value.ts';
import type { List, MapLike, Value } from '../values/value.ts';
import type { FunctionDefinition } from './overload.ts';

const encoder = new TextEncoder();
const NANOS_PER_SECOND = 1_000_000_000n;
const TRUE_TEXTS: ReadonlySet<string> = new Set(['1', 't', 'true', 'TRUE', 'True']);
const FALSE_TEXTS: ReadonlySet<string> = new Set(['0', 'f', 'false', 'FALSE', 'False']);
const DOUBLE_TEXT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const SPECIAL_DOUBLES: ReadonlyMap<string, number> = new Map([
  ['nan', Number.NaN],
  ['inf', Number.POSITIVE_INFINITY],
  ['+inf', Number.POSITIVE_INFINITY],
  ['-inf', Number.NEGATIVE_INFINITY],
  ['infinity', Number.POSITIVE_INFINITY],
  ['+infinity', Number.POSITIVE_INFINITY],
  ['-infinity', Number.NEGATIVE_INFINITY],
]);

/** Conversions between types. */
export const CONVERSIONS: readonly FunctionDefinition[] = [
  ['bool(bool): bool', same],
  ['bool(string): bool', boolOf],
  ['bytes(bytes): bytes', same],
  ['bytes(string): bytes', (text: string) => encoder.encode(text)],
  ['double(int): double', (value: bigint) => Number(value)],
  ['double(uint): double', (value: bigint) => Number(value)],
  ['double(double): double', same],
  ['double(string): double', doubleOf],
  ['duration(duration): duration', same],
  ['duration(string): duration', parseDuration],
  ['int(int): int', same],
  ['int(uint): int', intInRange],
  ['int(double): int', intOfDouble],
  ['int(string): int', intOf],
  ['int(timestamp): int', (value: Timestamp) => floorDivide(value.nanos, NANOS_PER_SECOND)],
  ['int(duration): int', (value: Duration) => value.nanos / NANOS_PER_SECOND],
  ['string(string): string', same],
  ['string(bool): string', String],
  ['string(int): string', String],
  ['string(uint): string', String],
  ['string(double): string', doubleText],
  ['string(bytes): string', textOfBytes],
  ['string(timestamp): string', timestampText],
  ['string(duration): string', durationText],
  ['timestamp(timestamp): timestamp', same],
  ['timestamp(string): timestamp', parseTimestamp],
  ['timestamp(int): timestamp', (seconds: bigint) => timestampOf(seconds * NANOS_PER_SECOND)],
  ['uint(uint): uint', same],
  ['uint(int): uint', uintInRange],
  ['uint(double): uint', uintOfDouble],
  ['uint(string): uint', uintOf],
];

/** Functions that look at a value as a whole, so that unknown parts of it do not matter. */
export const WHOLE_VALUE_FUNCTIONS: readonly FunctionDefinition[] = [
  ['dyn(A): dyn', same],
  ['type(A): type(A)', (value: Value) => new TypeValue(typeName(value))],
  ['size(string): int', characterCount],
  ['size(bytes): int', (bytes: Uint8Array) => bytes.length],
  ['size(list(A)): int', (list: List) => list.length],
  ['size(map(A, B)): int', sizeOf],
  ['string.size(): int', characterCount],
  ['bytes.size(): int', (bytes: Uint8Array) => bytes.length],
  ['list(A).size(): int', (list: List) => list.length],
  ['map(A, B).size(): int', (map: MapLike) => sizeOf(map)],
];

function same<T>(value: T): T {
  return value;
}

function boolOf(text: string): unknown {
  if (TRUE_TEXTS.has(text)) return true;
  return FALSE_TEXTS.has(text) ? false : fail(`"${text}" is not a bool; it must be "true" or "false"`);
}

function doubleOf(text: string): unknown {
  if (DOUBLE_TEXT.test(text)) return Number(text);
  return SPECIAL_DOUBLES.get(text.toLowerCase()) ?? fail(`"${text}" is not a number`);
}

function intInRange(value: bigint): unknown {
  return value >= MIN_INT && value <= MAX_INT ? value : fail(`${value} is out of the range of int`);
}

function uintInRange(value: bigint): unknown {
  return value >= 0n && value <= MAX_UINT ? value : fail(`${value} is out of the range of uint`);
}

/** Both ends are excluded, as in cel-go: a double next to them may have been rounded to them. */
function intOfDouble(value: number): unknown {
  if (value > Number(MIN_INT) && value < -Number(MIN_INT)) return BigInt(Math.trunc(value));
  return fail(`${doubleText(value)} is out of the range of int`);
}

function uintOfDouble(value: number): unknown {
  if (value >= 0 && value < 2 ** 64) return BigInt(Math.trunc(value));
  return fail(`${doubleText(value)} is out of the range of uint`);
}

function intOf(text: string): unknown {
  if (text.length > 400 || !/^[+-]?\d+$/.test(text)) return fail(`"${text}" is not a whole number`);
  return intInRange(BigInt(text.startsWith('+') ? text.slice(1) : text));
}

function uintOf(text: string): unknown {
  if (text.length > 400 || !/^\d+$/.test(text)) return fail(`"${text}" is not a whole number without a sign`);
  return uintInRange(BigInt(text));
}
