import { amount, sumOf } from '../money/amount.ts';
import type { CostCoverage } from './cost-report.ts';
import type { CostTotals } from './cost-totals.ts';
import { type KnownCost, knownCost } from './known-cost.ts';

/** What several totals are together. */
export function sumOfTotals(all: readonly CostTotals[]): CostTotals {
  return { ...sumOfCosts(all), coverage: sumOfCoverages(all.map(({ coverage }) => coverage)) };
}

/** What several costs are together, whatever is known of their resources. */
export function sumOfCosts(all: readonly KnownCost[]): KnownCost {
  const low = sumOf(all.map(({ monthlyCost, range }) => amount(range?.low ?? monthlyCost)));
  const high = sumOf(all.map(({ monthlyCost, range }) => amount(range?.high ?? monthlyCost)));
  return knownCost(low, high);
}

/** How many resources several parts have, by what is known of them. */
export function sumOfCoverages(all: readonly CostCoverage[]): CostCoverage {
  const sum = (status: keyof CostCoverage) => all.reduce((count, coverage) => count + coverage[status], 0);
  return {
    priced: sum('priced'),
    free: sum('free'),
    usageNeeded: sum('usageNeeded'),
    unpriced: sum('unpriced'),
    unsupported: sum('unsupported'),
  };
}
