import type { ResourceChange, RootModuleChange } from '../changes/cost-change.ts';
import type { CostTotals } from '../estimate/cost-totals.ts';
import { amount, sumOf } from '../money/amount.ts';
import { type Bounds, between, exactly, opened, sumOfBounds } from './bounds.ts';
import { codeMark } from './code-mark.ts';
import { anyCost, type JudgedCost, unknownPast, withPercent } from './judged-cost.ts';
import { openDelta } from './open-delta.ts';
import type { UntoldUsage } from './untold-usage.ts';

/** The cost of root modules, with the resources in them. */
export function rootModulesCost(
  rootModules: readonly RootModuleChange[],
  resources: readonly ResourceChange[],
  usage: UntoldUsage,
): JudgedCost {
  const parts = rootModules.map((root) => rootModuleCost(root, usage));
  return withPercent({
    before: sumOfBounds(parts.map(({ before }) => before)),
    after: sumOfBounds(parts.map(({ after }) => after)),
    range: sumOf(parts.map(({ range }) => range)),
    delta: sumOfBounds([
      ...parts.map(({ delta }) => delta),
      ...resources.flatMap((resource) => (resource.delta === null ? [] : (openDelta(resource, usage) ?? []))),
    ]),
  });
}

const nothing = exactly(amount(0));

/** Without what single resources have no price for. */
function rootModuleCost(root: RootModuleChange, usage: UntoldUsage): Omit<JudgedCost, 'percent'> {
  switch (root.status) {
    case 'compared': {
      const { name, monthlyDelta, deltaRange } = root;
      const reason = `attributes in ${codeMark(name)} are not known`;
      return {
        before: boundsOf(root.before, name, usage),
        after: boundsOf(root.after, name, usage),
        range: rangeOf(root.after),
        delta:
          deltaRange === null
            ? exactly(amount(monthlyDelta))
            : between(amount(deltaRange.low), amount(deltaRange.high), reason),
      };
    }
    case 'without-base': {
      const after = boundsOf(root.after, root.name, usage);
      return { ...unknownPast(after, root.reason), after, range: rangeOf(root.after) };
    }
    case 'unaffected': {
      const any = anyCost(`${codeMark(root.name)}, which the change does not affect, was not estimated`);
      return { before: any, after: any, range: amount(0), delta: nothing };
    }
    case 'failed': {
      const any = anyCost(`${codeMark(root.name)} could not be evaluated`);
      return { before: any, after: any, range: amount(0), delta: { ...any, low: null } };
    }
  }
}

function boundsOf({ monthlyCost, range, coverage }: CostTotals, name: string, usage: UntoldUsage): Bounds {
  const unpriced = coverage.unpriced + coverage.unsupported;
  const untold = usage === 'unknown' ? coverage.usageNeeded : 0;
  let bounds =
    range === null
      ? exactly(amount(monthlyCost))
      : between(amount(range.low), amount(range.high), `attributes in ${codeMark(name)} are not known`);
  if (unpriced > 0) bounds = opened(bounds, 'above', `${resourcesText(unpriced)} in ${codeMark(name)} without a price`);
  if (untold > 0)
    bounds = opened(bounds, 'above', `${resourcesText(untold)} in ${codeMark(name)} with usage that is not told`);
  return bounds;
}

function resourcesText(count: number): string {
  return count === 1 ? 'there is 1 resource' : `there are ${count.toLocaleString('en-US')} resources`;
}

function rangeOf({ range }: CostTotals) {
  return range === null ? amount(0) : amount(range.high).minus(range.low);
}
