import { MAX_INT, MIN_INT } from './number.ts';
import { type Failure, fail } from './stop.ts';

const NANOS_PER_SECOND = 1_000_000_000n;
/** 0001-01-01T00:00:00Z and 9999-12-31T23:59:59.999999999Z, the range of timestamps. */
const MIN_TIMESTAMP = -62_135_596_800n * NANOS_PER_SECOND;
const MAX_TIMESTAMP = 253_402_300_800n * NANOS_PER_SECOND - 1n;

/** A point in time, in nanoseconds since 1970-01-01T00:00:00Z. */
export class Timestamp {
  readonly nanos: bigint;

  constructor(nanos: bigint) {
    this.nanos = nanos;
  }
}

/** A length of time in nanoseconds, within 64 bits (about 292 years, as in cel-go). */
export class Duration {
  readonly nanos: bigint;

  constructor(nanos: bigint) {
    this.nanos = nanos;
  }
}

/** Whether a value is a point in time. */
export function isTimestamp(value: unknown): value is Timestamp {
  return value instanceof Timestamp;
}

/** Whether a value is a length of time. */
export function isDuration(value: unknown): value is Duration {
  return value instanceof Duration;
}

/** A timestamp, or a failure when it is outside the years 1 to 9999. */
export function timestampOf(nanos: bigint): Timestamp | Failure {
  if (nanos >= MIN_TIMESTAMP && nanos <= MAX_TIMESTAMP) return new Timestamp(nanos);
  return fail('the timestamp is out of range: it must be in the years 1 to 9999');
}

/** A duration, or a failure when it does not fit in 64 bits of nanoseconds. */
export function durationOf(nanos: bigint): Duration | Failure {
  if (nanos >= MIN_INT && nanos <= MAX_INT) return new Duration(nanos);
  return fail('the duration is out of range: it must be shorter than 292 years');
}

const TIMESTAMP = /^(\d{4,5})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

/** Reads a timestamp in the notation of RFC 3339. */
export function parseTimestamp(text: string): Timestamp | Failure {
  const match = TIMESTAMP.exec(text);
  if (match === null) return fail(`"${text}" is not a timestamp; write it like "2026-01-31T12:00:00Z"`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const offsetMinutes = (match[8] === '-' ? -1 : 1) * (Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0));
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isDate = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  const isOffset = Number(match[9] ?? 0) < 24 && Number(match[10] ?? 0) < 60;
  if (!isDate || hour > 23 || minute > 59 || second > 59 || !isOffset)
    return fail(`there is no such time as "${text}"`);
  date.setUTCHours(hour, minute - offsetMinutes, second);
  return timestampOf(BigInt(date.getTime()) * 1_000_000n + BigInt((match[7] ?? '').padEnd(9, '0')));
}

/** A timestamp in UTC in the notation of RFC 3339, with as many decimals as it needs. */
export function timestampText(timestamp: Timestamp): string {
  const seconds = floorDivide(timestamp.nanos, NANOS_PER_SECOND);
  const rest = timestamp.nanos - seconds * NANOS_PER_SECOND;
  const date = new Date(Number(seconds) * 1000);
  return `${date.toISOString().slice(0, 19)}${decimals(rest)}Z`;
}

const UNIT_NANOS: Readonly<Record<string, bigint>> = {
  h: 3600n * NANOS_PER_SECOND,
  m: 60n * NANOS_PER_SECOND,
  s: NANOS_PER_SECOND,
  ms: 1_000_000n,
  us: 1000n,
  µs: 1000n,
  μs: 1000n,
  ns: 1n,
};
const DURATION = /^([+-]?)((?:(?:\d+\.?\d*|\.\d+)(?:h|ms|m|s|us|µs|μs|ns))+)$/;
const DURATION_PART = /(\d*)\.?(\d*)(h|ms|m|s|us|µs|μs|ns)/g;

/** Reads a duration such as `1h30m`, `1.5s` or `-20ms`. */
export function parseDuration(text: string): Duration | Failure {
  if (/^[+-]?0$/.test(text)) return new Duration(0n);
  const match = text.length > 100 ? null : DURATION.exec(text);
  if (match === null) return fail(`"${text}" is not a duration; write it like "1h30m" or "90s"`);
  let nanos = 0n;
  for (const [, whole = '', fraction = '', unit = ''] of (match[2] ?? '').matchAll(DURATION_PART)) {
    const unitNanos = UNIT_NANOS[unit] ?? 0n;
    nanos += BigInt(whole === '' ? 0 : whole) * unitNanos;
    if (fraction !== '') nanos += (BigInt(fraction) * unitNanos) / 10n ** BigInt(fraction.length);
  }
  return durationOf(match[1] === '-' ? -nanos : nanos);
}

/** A duration in seconds, with as many decimals as it needs: `6347s`, `-1.5s`. */
export function durationText(duration: Duration): string {
  const sign = duration.nanos < 0n ? '-' : '';
  const nanos = duration.nanos < 0n ? -duration.nanos : duration.nanos;
  return `${sign}${nanos / NANOS_PER_SECOND}${decimals(nanos % NANOS_PER_SECOND)}s`;
}

function decimals(nanos: bigint): string {
  if (nanos === 0n) return '';
  return `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`;
}

/** Integer division towards negative infinity. */
export function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
}
