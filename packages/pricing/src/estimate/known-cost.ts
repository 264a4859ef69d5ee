import { type Amount, amountText } from '../money/amount.ts';
import type { CostRange } from './cost-report.ts';

/** A cost of which the least and the most are known, as reports have it: the high end, and the range unless both are the same. */
export interface KnownCost {
  /** The high end where attributes that are not known make it a range. */
  readonly monthlyCost: string;
  /** Null when everything is known. */
  readonly range: CostRange | null;
}

/** The cost from the least to the most that is possible. */
export function knownCost(low: Amount, high: Amount): KnownCost {
  return {
    monthlyCost: amountText(high),
    range: low.eq(high) ? null : { low: amountText(low), high: amountText(high) },
  };
}
