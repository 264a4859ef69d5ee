import type { CostTotals } from '../estimate/cost-totals.ts';
import { amount, amountText, sumOf } from '../money/amount.ts';

/** Totals without their coverage. */
export type KnownCost = Pick<CostTotals, 'monthlyCost' | 'range'>;

/** What several totals are together. */
export function sumOfTotals(all: readonly KnownCost[]): KnownCost {
  const low = sumOf(all.map(({ monthlyCost, range }) => amount(range?.low ?? monthlyCost)));
  const high = sumOf(all.map(({ monthlyCost, range }) => amount(range?.high ?? monthlyCost)));
  return {
    monthlyCost: amountText(high),
    range: low.eq(high) ? null : { low: amountText(low), high: amountText(high) },
  };
}
