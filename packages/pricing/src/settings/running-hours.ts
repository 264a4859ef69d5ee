import { type Amount, amount } from '../money/amount.ts';

/** How long a resource runs a month. Several cases when it is not known which schedule it has; the reason says why. */
export interface RunningHours {
  readonly cases: readonly [HoursCase, ...HoursCase[]];
  /** Null when there is one case. */
  readonly reason: string | null;
}

export interface HoursCase {
  readonly hours: Amount;
  /** The schedule that says so, as a sentence without its full stop; null for all hours of the month. */
  readonly schedule: string | null;
}

/** The hours of a month, as price lists count: 365 days of 24 hours, divided by 12. */
export const monthHours = amount(730);

/** What runs all the time. */
export const allHours: RunningHours = { cases: [{ hours: monthHours, schedule: null }], reason: null };
