import { type Amount, amount } from '../money/amount.ts';

/** A unit of a price list: how many it counts at once, and what. */
export interface ListUnit {
  /** 100 in `100 GB`, 10,000 in `10K`. */
  readonly block: Amount;
  readonly period: Period | null;
}

type Period = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';

const thousands: Readonly<Record<string, number>> = { '': 1, K: 1000, M: 1_000_000, B: 1_000_000_000 };

/**
 * Reads a unit of a price list or of a family: `Hrs`, `GB-Mo`, `100 GB/Month`, `10K`, `GiBy.mo`, `hour`. The names of what is
 * counted differ from list to list, and are not read; an hour that is taken for a month is.
 */
export function readUnit(text: string): ListUnit {
  const [, count = '1', scale = '', rest = text] = /^(\d+)\s*([KMB]?)(?![A-Za-z])(.*)$/.exec(text) ?? [];
  return { block: amount(count).times(thousands[scale] ?? 1), period: periodOf(rest) };
}

const periodNames: readonly (readonly [Period, RegExp])[] = [
  ['second', /^(?:s|secs?|seconds?)$/],
  ['minute', /^(?:min|mins|minutes?)$/],
  ['hour', /^(?:h|hr|.*hrs|.*hours?)$/],
  ['day', /^(?:d|days?)$/],
  ['month', /^(?:mo|months?)$/],
  ['year', /^(?:y|yrs?|years?)$/],
];

/** The last word is the period: the list has `GB-Mo`, `vCPU-Hours`, `GiBy.h`. */
function periodOf(text: string): Period | null {
  const word = text
    .trim()
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((each) => each !== '')
    .at(-1);
  return periodNames.find(([, names]) => word !== undefined && names.test(word))?.[0] ?? null;
}
