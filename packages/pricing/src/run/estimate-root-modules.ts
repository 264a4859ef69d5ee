import type { CostReport } from '../estimate/cost-report.ts';
import { costTotals } from '../estimate/cost-totals.ts';
import { costReport } from '../estimate/estimate-costs.ts';
import { type EstimateInput, openEstimation } from '../estimate/estimation.ts';
import type { CostedResource } from '../estimate/resource-cost.ts';

/** A root module with what it is estimated from. */
export interface RootModuleInput {
  /** How the report calls it, unique in the run. */
  readonly name: string;
  readonly input: EstimateInput;
}

/**
 * Estimates several root modules as one report. Their inputs have the same prices, usage and settings; what the usage file bills
 * by itself counts once.
 */
export function estimateRootModules(roots: readonly [RootModuleInput, ...RootModuleInput[]]): CostReport {
  const [{ input }, ...others] = roots;
  const estimated = roots.map((root, index) => ({ name: root.name, costed: costsOf(root, index > 0) }));
  const all = estimated.flatMap(({ name, costed }) => (others.length === 0 ? costed : named(costed, name)));
  const report = costReport(all, input);
  if (others.length === 0) return report;
  return { ...report, rootModules: estimated.map(({ name, costed }) => ({ name, ...costTotals(costed) })) };
}

function costsOf({ input }: RootModuleInput, withoutUsageResources: boolean): readonly CostedResource[] {
  const { views, costOf } = openEstimation({ ...input, withoutUsageResources });
  return views.map(costOf);
}

function named(costed: readonly CostedResource[], rootModule: string): readonly CostedResource[] {
  return costed.map((one) => ({ ...one, cost: { rootModule, ...one.cost } }));
}
