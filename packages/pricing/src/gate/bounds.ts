import { type Amount, amount, larger, smaller } from '../money/amount.ts';

/** What an amount can be, as far as it is known. */
export interface Bounds {
  /** Null when there is no least. */
  readonly low: Amount | null;
  /** Null when there is no most. */
  readonly high: Amount | null;
  /** Why it is not one amount, as sentences without their full stop; none when it is. */
  readonly reasons: readonly string[];
}

/** One amount. */
export function exactly(value: Amount): Bounds {
  return { low: value, high: value, reasons: [] };
}

/** Any amount from one to another. */
export function between(low: Amount, high: Amount, reason: string): Bounds {
  return low.eq(high) ? exactly(low) : { low, high, reasons: [reason] };
}

/** The same when something of unknown size comes on top of it (`above`), or is taken off (`below`). */
export function opened(bounds: Bounds, ends: 'above' | 'below' | 'both', reason: string): Bounds {
  return {
    low: ends === 'above' ? bounds.low : null,
    high: ends === 'below' ? bounds.high : null,
    reasons: distinct([...bounds.reasons, reason]),
  };
}

/** The sum of amounts, each of which may be anything between its ends. */
export function sumOfBounds(all: Iterable<Bounds>): Bounds {
  let low: Amount | null = amount(0);
  let high: Amount | null = amount(0);
  const reasons = new Set<string>();
  for (const each of all) {
    low = low === null || each.low === null ? null : low.plus(each.low);
    high = high === null || each.high === null ? null : high.plus(each.high);
    for (const reason of each.reasons) reasons.add(reason);
  }
  return { low, high, reasons: [...reasons] };
}

/**
 * In percent of an amount, of which the known ends count. Null where that is nothing, of which no percentage can be told; no bounds where
 * it may be nothing.
 */
export function percentOf(part: Bounds, whole: Bounds): Bounds | null {
  const { low, high } = whole;
  if (high?.eq(0) === true) return null;
  if (low === null || low.lte(0))
    return { low: null, high: null, reasons: distinct([...part.reasons, ...whole.reasons]) };
  const shares = (end: Amount) => [low, high ?? low].map((base) => end.times(100).div(base));
  return {
    low: part.low === null ? null : shares(part.low).reduce(smaller),
    high: part.high === null ? null : shares(part.high).reduce(larger),
    reasons: part.reasons,
  };
}

/** The one amount that it is, rounded to places; null when it is not known. */
export function rounded({ low, high }: Bounds, places: number): Amount | null {
  if (low === null || high === null) return null;
  const [first, last] = [low.round(places), high.round(places)];
  return first.eq(last) ? first : null;
}

function distinct(reasons: readonly string[]): readonly string[] {
  return [...new Set(reasons)];
}
