import { sumOf } from '../money/amount.ts';
import type { CostCoverage, ResourceCost } from './cost-report.ts';
import { type KnownCost, knownCost } from './known-cost.ts';
import type { CostedResource } from './resource-cost.ts';

/** What resources cost together, as far as they have a price. */
export interface CostTotals extends KnownCost {
  readonly coverage: CostCoverage;
}

/** Sums up what single resources cost, and counts how many of them are known. */
export function costTotals(costed: readonly CostedResource[]): CostTotals {
  const [low, high] = [sumOf(costed.map((each) => each.low)), sumOf(costed.map((each) => each.high))];
  return {
    ...knownCost(low, high),
    coverage: coverageOf(costed.map(({ cost }) => cost)),
  };
}

function coverageOf(resources: readonly ResourceCost[]): CostCoverage {
  const count = (status: ResourceCost['status']) => resources.filter((resource) => resource.status === status).length;
  const needsUsage = ({ status, components }: ResourceCost) =>
    status === 'priced' && components.some((component) => component.status === 'usage-needed');
  return {
    priced: count('priced'),
    free: count('free'),
    usageNeeded: resources.filter(needsUsage).length,
    unpriced: count('unpriced'),
    unsupported: count('unsupported'),
  };
}
