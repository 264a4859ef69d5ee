import type { CostReport } from './cost-report.ts';
import { costTotals } from './cost-totals.ts';
import { costReport, type ReportedInput } from './estimate-costs.ts';
import type { CostedResource } from './resource-cost.ts';

/** A root module with what its resources cost. */
export interface CostedRootModule {
  /** How the report calls it, unique in the run. */
  readonly name: string;
  readonly costed: readonly CostedResource[];
}

/** Reports what the resources of several root modules cost. One alone needs no name. */
export function reportRootModules(roots: readonly CostedRootModule[], input: ReportedInput): CostReport {
  const [only, ...others] = roots;
  if (only !== undefined && others.length === 0) return costReport(only.costed, input);
  const report = costReport(roots.flatMap(named), input);
  return { ...report, rootModules: roots.map(({ name, costed }) => ({ name, ...costTotals(costed) })) };
}

function named({ name, costed }: CostedRootModule): readonly CostedResource[] {
  return costed.map((one) => ({ ...one, cost: { rootModule: name, ...one.cost } }));
}
