import type { Evaluation } from '@tollgate/terraform';
import { PricingError } from '../error.ts';
import type { CostRange, CostReport, ResourceCost } from '../estimate/cost-report.ts';
import type { CostCase, CostedResource } from '../estimate/resource-cost.ts';
import { amount } from '../money/amount.ts';
import { lineReasons, priceReasons } from './bill-reasons.ts';
import { type ComparedRoot, compareSides } from './compare-sides.ts';
import { contentOfCost } from './content.ts';
import type { RunRoot } from './cost-change-of-run.ts';
import type { EstimatedRoot } from './estimated-root.ts';

/** A saved report, and the run that it is compared with. */
export interface ReportComparison {
  readonly before: CostReport;
  /** The report, as the user calls it. */
  readonly file: string;
  readonly after: readonly ReportedRoot[];
  readonly currency: string;
}

/** A root module of the run. */
export interface ReportedRoot {
  readonly name: string;
  readonly root: EstimatedRoot;
  /** The `moved` blocks of its configuration. */
  readonly moved?: Evaluation['moved'];
}

/**
 * Compares a run with a saved report: root modules by name, resources by address, and by their bills where addresses differ. What the
 * report does not have is new, and what only the report has is removed.
 * @throws PricingError when the currencies differ, or the report does not tell which root module its resources belong to.
 */
export function compareWithReport({ before, file, after, currency }: ReportComparison): readonly RunRoot[] {
  if (before.currency !== currency) {
    throw new PricingError(
      file,
      `The report is in ${before.currency}, and this estimate in ${currency}. Compare with a report in ${currency}.`,
    );
  }
  const [only, ...others] = after;
  if (before.rootModules === undefined && only !== undefined && others.length === 0) {
    return [{ name: only.name, status: 'compared', compared: compareBills(before.resources, only) }];
  }
  if (before.rootModules === undefined) {
    throw new PricingError(
      file,
      `The report is about one root module, and this estimate about ${after.length}. Compare it with that root module alone.`,
    );
  }
  const byRoot = Map.groupBy(before.resources, ({ rootModule = '' }) => rootModule);
  const names = new Set(after.map(({ name }) => name));
  const gone = before.rootModules.filter(({ name }) => !names.has(name)).map(({ name }) => ({ name, root: nothing }));
  return [...after, ...gone].map((root) => ({
    name: root.name,
    status: 'compared',
    compared: compareBills(byRoot.get(root.name) ?? [], root),
  }));
}

const nothing = { resources: [] };

function compareBills(
  before: readonly ResourceCost[],
  { root, moved = [] }: { readonly root: Pick<EstimatedRoot, 'resources'>; readonly moved?: Evaluation['moved'] },
): ComparedRoot {
  return compareSides({
    before: before.map(sideOf),
    after: root.resources.map(({ costed }) => sideOf(costed.cost)),
    moved,
    reasons: ({ before: then, after: now, components }) => {
      const bills = { before: then.costed.cost, after: now.costed.cost, components };
      return [...lineReasons(bills), ...priceReasons(bills)];
    },
  });
}

function sideOf(cost: ResourceCost) {
  return { address: cost.address, previousAddress: null, costed: costedOf(cost), content: () => contentOfCost(cost) };
}

/** Both sides are as reports have them, rounded alike. */
function costedOf(cost: ResourceCost): CostedResource {
  const { monthlyCost, range } = cost;
  return { cost, low: amount(range?.low ?? monthlyCost), high: amount(monthlyCost), cases: casesOf(cost), prices: [] };
}

/** A report has the ends of a range alone. Bills that are the same are the same at each end, whatever is not known. */
function casesOf({ range, components, unknowns }: ResourceCost): readonly CostCase[] {
  if (range === null) return [];
  const bill = JSON.stringify([unknowns, components.map(({ name, unit, monthlyCost }) => [name, unit, monthlyCost])]);
  const endOf = (end: keyof CostRange) => ({
    chosen: new Map([[bill, end]]),
    unknowns: new Map<string, string>(),
    total: amount(range[end]),
  });
  return [endOf('low'), endOf('high')];
}
