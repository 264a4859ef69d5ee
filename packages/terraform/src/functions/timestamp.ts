import { quoteText } from '../values/quote.ts';
import { ValueError } from '../values/value-error.ts';

/** A point in time, with the distance from UTC that it was written with. */
export interface Timestamp {
  /** Seconds since 1970 in UTC. */
  readonly seconds: number;
  readonly nanoseconds: number;
  readonly offsetMinutes: number;
}

/** The fields of a timestamp on a calendar and a clock at its own distance from UTC. */
export interface CalendarTime {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  /** From 0, Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/**
 * parseTimestamp reads a timestamp as RFC 3339 has it: `2018-01-02T23:12:01.5+05:30`. Some of what is readable is not
 * allowed; `lenient` lets it pass. Throws ValueError that says which part is wrong.
 */
export function parseTimestamp(text: string, lenient = false): Timestamp {
  const reader = new TimestampReader(text, lenient);
  const year = reader.digits(4, 'year');
  reader.separator('-');
  const month = reader.digits(2, 'month', 1, 12);
  reader.separator('-');
  const day = reader.digits(2, 'day of month');
  reader.introducer();
  const hour = reader.hour();
  reader.separator(':');
  const minute = reader.digits(2, 'minute', 0, 59);
  reader.separator(':');
  const second = reader.digits(2, 'second', 0, 59);
  const nanoseconds = reader.fraction();
  const offsetMinutes = reader.offset();
  reader.end();
  if (day < 1 || day > daysInMonth(year, month)) throw invalid('day out of range');
  if (!lenient) reader.checkStrictly();
  const seconds = utcOf(year, month, day, hour, minute, second) / 1000 - offsetMinutes * 60;
  return { seconds, nanoseconds, offsetMinutes };
}

/** Date.UTC would take years below 100 for those of the last century. */
function utcOf(year: number, month: number, day: number, hour: number, minute: number, second: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return date.getTime();
}

function daysInMonth(year: number, month: number): number {
  return new Date(utcOf(year, month + 1, 0, 0, 0, 0)).getUTCDate();
}

function invalid(problem: string): ValueError {
  return new ValueError(`not a valid RFC3339 timestamp: ${problem}`);
}

/** What is left to read of a timestamp. */
class TimestampReader {
  readonly #text: string;
  #rest: string;
  #shortHour = '';
  #fraction = '';
  #offset = 'Z';
  readonly #lenient: boolean;

  constructor(text: string, lenient: boolean) {
    this.#text = text;
    this.#lenient = lenient;
    this.#rest = text;
  }

  digits(count: number, what: string, low = 0, high = 9999): number {
    const match = this.#rest.slice(0, count);
    if (!/^\d+$/.test(match) || match.length < count) throw this.#unusable(what, this.#rest);
    this.#rest = this.#rest.slice(count);
    const value = Number(match);
    if (value < low || value > high) throw this.#unusable(what, this.#rest);
    return value;
  }

  /** One digit is read like two, so that later mistakes are found first. */
  hour(): number {
    if (/^\d(?!\d)/.test(this.#rest)) {
      this.#shortHour = this.#rest.charAt(0);
      this.#rest = `0${this.#rest}`;
    }
    return this.digits(2, 'hour', 0, 23);
  }

  #unusable(what: string, rest: string): ValueError {
    if (rest === '') return invalid(`end of string before ${what}`);
    if (!this.#lenient && what === 'hour') return invalid('hour must be between 0 and 23 inclusive');
    if (!this.#lenient && what === 'minute') return invalid('minute must have exactly two digits');
    return invalid(`cannot use ${quoteText(rest)} as ${what}`);
  }

  separator(character: string): void {
    if (!this.#rest.startsWith(character)) {
      const found = this.#rest === '' ? 'end of string' : `found ${quoteText(this.#rest)}`;
      throw invalid(`${found} where ${quoteText(character)} is expected`);
    }
    this.#rest = this.#rest.slice(1);
  }

  introducer(): void {
    if (!this.#rest.startsWith('T')) throw invalid("missing required time introducer 'T'");
    this.#rest = this.#rest.slice(1);
  }

  fraction(): number {
    const match = /^[.,](\d+)/.exec(this.#rest);
    if (match === null) return 0;
    this.#fraction = match[0];
    this.#rest = this.#rest.slice(match[0].length);
    return Number((match[1] ?? '').slice(0, 9).padEnd(9, '0'));
  }

  offset(): number {
    if (this.#rest.startsWith('Z')) {
      this.#rest = this.#rest.slice(1);
      return 0;
    }
    const match = /^([+-])(\d\d):(\d\d)/.exec(this.#rest);
    if (match === null) throw this.#unusable('UTC offset', this.#rest);
    this.#offset = match[0];
    this.#rest = this.#rest.slice(match[0].length);
    const [hours, minutes] = [Number(match[2]), Number(match[3])];
    if (hours > 24 || minutes > 60) throw this.#unusable('UTC offset', this.#rest);
    return (hours * 60 + minutes) * (match[1] === '-' ? -1 : 1);
  }

  end(): void {
    if (this.#rest !== '') throw this.#unusable('timestamp segment', this.#rest);
  }

  /** What is readable but not allowed in a strict timestamp. */
  checkStrictly(): void {
    if (this.#text === '') throw invalid('end of string before year');
    if (this.#shortHour !== '') throw invalid('hour must have exactly two digits');
    if (this.#fraction.startsWith(',')) throw invalid('cannot use "," as timestamp segment');
    if (this.#offset !== 'Z' && (Number(this.#offset.slice(1, 3)) >= 24 || Number(this.#offset.slice(4)) >= 60)) {
      throw invalid(`cannot use ${quoteText(this.#offset)} as UTC offset`);
    }
  }
}

/** calendarTime gives the fields of a timestamp. */
export function calendarTime({ seconds, offsetMinutes }: Timestamp): CalendarTime {
  const date = new Date((seconds + offsetMinutes * 60) * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** formatTimestamp writes a timestamp as RFC 3339 has it, without parts of seconds. */
export function formatTimestamp(timestamp: Timestamp): string {
  const { year, month, day, hour, minute, second } = calendarTime(timestamp);
  const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  return `${date}T${pad(hour)}:${pad(minute)}:${pad(second)}${formatOffset(timestamp, ':', 'Z')}`;
}

/** formatOffset writes the distance from UTC, with something else for none at all. */
export function formatOffset({ offsetMinutes }: Timestamp, separator: string, zero?: string): string {
  if (offsetMinutes === 0 && zero !== undefined) return zero;
  const minutes = Math.abs(offsetMinutes);
  return `${offsetMinutes < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}${separator}${pad(minutes % 60)}`;
}

/** pad writes a number with leading zeros. */
export function pad(value: number, digits = 2): string {
  return value < 0 ? `-${String(-value).padStart(digits, '0')}` : String(value).padStart(digits, '0');
}

/** timestampOf gives the timestamp of a moment, in UTC and whole seconds. */
export function timestampOf(date: Date): Timestamp {
  return { seconds: Math.floor(date.getTime() / 1000), nanoseconds: 0, offsetMinutes: 0 };
}
