import { type Amount, amount } from '../money/amount.ts';
import { type Bounds, percentOf, sumOfBounds } from './bounds.ts';

/**
 * What a subject costs a month before and after the change, in the currency of the run. What has no price, and what is billed by
 * usage that nobody told, is not taken for nothing: it leaves an end open.
 */
export interface JudgedCost {
  readonly before: Bounds;
  readonly after: Bounds;
  readonly delta: Bounds;
  /**
   * The delta, in which what may have become cheaper and has no price is no credit: what a limit is for. Who raises the cost by much must
   * not get by with a resource whose price nobody knows.
   */
  readonly rise: Bounds;
  /** How far attributes that are not known leave `after` open, of what has a price. */
  readonly range: Amount;
  /** The delta, of what is known to have been paid before; null where that is nothing. */
  readonly percent: Bounds | null;
  /** The rise, in the same way. */
  readonly risePercent: Bounds | null;
}

/** Adds the percentage, of what is known to have been paid: the cost before, unless less of it counts. */
export function withPercent(cost: Omit<JudgedCost, 'percent' | 'risePercent'>, paid: Bounds = cost.before): JudgedCost {
  return { ...cost, percent: percentOf(cost.delta, paid), risePercent: percentOf(cost.rise, paid) };
}

/** Delta and rise, of what is known of a delta and of what leaves it open. */
export function deltaAndRise(known: readonly Bounds[], open: readonly Bounds[]): Pick<JudgedCost, 'delta' | 'rise'> {
  const noCredit = open.map((bounds) => ({ ...bounds, low: bounds.low ?? amount(0) }));
  return { delta: sumOfBounds([...known, ...open]), rise: sumOfBounds([...known, ...noCredit]) };
}

/** Any cost, as nothing costs less than nothing. */
export function anyCost(...reasons: readonly string[]): Bounds {
  return { low: amount(0), high: null, reasons };
}

/** When nobody knows what was before, the cost rises by no more than what it is now. */
export function unknownPast(after: Bounds, reason: string): Pick<JudgedCost, 'before' | 'delta' | 'rise'> {
  const told = `what was before is not known: ${reason.replace(/\.$/, '')}`;
  const delta = { low: null, high: after.high, reasons: [told, ...after.reasons] };
  return { before: anyCost(told), delta, rise: delta };
}
