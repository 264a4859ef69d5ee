import { fail } from '../values/stop.ts';
import type { Duration, Timestamp } from '../values/time.ts';
import { localTime } from '../values/time-zone.ts';
import type { FunctionDefinition } from './overload.ts';

const DAY = 86_400_000;
const SECOND = 1_000_000_000n;

/** What the getters of timestamps read from a date whose UTC fields are the local ones. */
const FIELDS: Readonly<Record<string, (date: Date) => number>> = {
  getFullYear: (date) => date.getUTCFullYear(),
  getMonth: (date) => date.getUTCMonth(),
  getDayOfYear: (date) => Math.floor((date.getTime() - startOfYear(date)) / DAY),
  getDayOfMonth: (date) => date.getUTCDate() - 1,
  getDate: (date) => date.getUTCDate(),
  getDayOfWeek: (date) => date.getUTCDay(),
  getHours: (date) => date.getUTCHours(),
  getMinutes: (date) => date.getUTCMinutes(),
  getSeconds: (date) => date.getUTCSeconds(),
  getMilliseconds: (date) => date.getUTCMilliseconds(),
};

/** Getters of timestamps, in UTC or a time zone, and of durations. Months and days but `getDate` count from 0. */
export const TIME_FUNCTIONS: readonly FunctionDefinition[] = [
  ...Object.entries(FIELDS).flatMap(([name, read]): FunctionDefinition[] => [
    [`timestamp.${name}(): int`, (timestamp: Timestamp) => readField(timestamp, 'UTC', read)],
    [`timestamp.${name}(string): int`, (timestamp: Timestamp, zone: string) => readField(timestamp, zone, read)],
  ]),
  ['duration.getHours(): int', (duration: Duration) => duration.nanos / (3600n * SECOND)],
  ['duration.getMinutes(): int', (duration: Duration) => duration.nanos / (60n * SECOND)],
  ['duration.getSeconds(): int', (duration: Duration) => duration.nanos / SECOND],
  ['duration.getMilliseconds(): int', (duration: Duration) => (duration.nanos % SECOND) / 1_000_000n],
];

function readField(timestamp: Timestamp, zone: string, read: (date: Date) => number): unknown {
  if (zone.length > 100) return fail('the name of the time zone is too long');
  const local = localTime(timestamp, zone);
  return local instanceof Date ? read(local) : local;
}

function startOfYear(date: Date): number {
  const start = new Date(0);
  start.setUTCFullYear(date.getUTCFullYear(), 0, 1);
  return start.getTime();
}
