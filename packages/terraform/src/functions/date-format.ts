import { quoteText } from '../values/quote.ts';
import { ValueError } from '../values/value-error.ts';
import { type CalendarTime, calendarTime, formatOffset, pad, type Timestamp } from './timestamp.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A run of one letter, a text in quotes (which are doubled inside), or anything else. */
const TOKEN = /([A-Za-z])\1*|''|'(?:[^']|'')*'|'|[^A-Za-z']+/g;

/** formatDate writes a timestamp in the format that `formatdate` takes: `DD MMM YYYY hh:mm ZZZ`. Throws ValueError. */
export function formatDate(format: string, timestamp: Timestamp): string {
  const time = calendarTime(timestamp);
  return format.replaceAll(TOKEN, (token, letter: string | undefined) => {
    if (letter !== undefined) return formatVerb(token, letter, time, timestamp);
    if (token === "''") return "'";
    if (!token.startsWith("'")) return token;
    if (token.length === 1) throw new ValueError("unterminated literal '", { argument: 0 });
    return token.slice(1, -1).replaceAll("''", "'");
  });
}

/** The forms of a verb, by the number of its letters, and what to say when there are too many or too few. */
interface Verb {
  readonly forms: readonly (string | undefined)[];
  readonly rule: string;
}

function formatVerb(token: string, letter: string, time: CalendarTime, timestamp: Timestamp): string {
  const verb = verbOf(letter, time, timestamp);
  const text = verb?.forms[token.length - 1];
  if (text !== undefined) return text;
  const rule = verb === undefined ? '' : `: ${verb.rule}`;
  throw new ValueError(`invalid date format verb ${quoteText(token)}${rule}`, { argument: 0 });
}

function verbOf(letter: string, time: CalendarTime, timestamp: Timestamp): Verb | undefined {
  const month = MONTHS[time.month - 1] ?? '';
  const weekday = WEEKDAYS[time.weekday] ?? '';
  switch (letter) {
    case 'Y':
      return {
        forms: [undefined, pad(time.year % 100), undefined, pad(time.year, 4)],
        rule: 'year must either be "YY" or "YYYY"',
      };
    case 'M':
      return {
        forms: [...number(time.month), month.slice(0, 3), month],
        rule: 'month must be "M", "MM", "MMM", or "MMMM"',
      };
    case 'D':
      return { forms: number(time.day), rule: 'day of month must either be "D" or "DD"' };
    case 'E':
      return {
        forms: [undefined, undefined, weekday.slice(0, 3), weekday],
        rule: 'day of week must either be "EEE" or "EEEE"',
      };
    case 'h':
      return { forms: number(time.hour), rule: '24-hour must either be "h" or "hh"' };
    case 'H':
      return { forms: number(time.hour % 12 || 12), rule: '12-hour must either be "H" or "HH"' };
    case 'A':
      return { forms: [undefined, time.hour < 12 ? 'AM' : 'PM'], rule: 'must be "AA"' };
    case 'a':
      return { forms: [undefined, time.hour < 12 ? 'am' : 'pm'], rule: 'must be "aa"' };
    case 'm':
      return { forms: number(time.minute), rule: 'minute must either be "m" or "mm"' };
    case 's':
      return { forms: number(time.second), rule: 'second must either be "s" or "ss"' };
    case 'Z':
      return {
        forms: [
          formatOffset(timestamp, ':', 'Z'),
          undefined,
          formatOffset(timestamp, '', 'UTC'),
          formatOffset(timestamp, ''),
          formatOffset(timestamp, ':'),
        ],
        rule: 'timezone must be Z, ZZZZ, or ZZZZZ',
      };
    default:
      return undefined;
  }
}

function number(value: number): string[] {
  return [String(value), pad(value)];
}
