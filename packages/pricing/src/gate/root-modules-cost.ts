import type { ResourceChange, RootModuleChange } from '../changes/cost-change.ts';
import type { CostTotals } from '../estimate/cost-totals.ts';
import { amount, sumOf } from '../money/amount.ts';
import { type Bounds, between, exactly, opened, sumOfBounds } from './bounds.ts';
import { codeMark } from './code-mark.ts';
import { anyCost, deltaAndRise, type JudgedCost, unknownPast, withPercent } from './judged-cost.ts';
import { openDelta } from './open-delta.ts';
import type { UntoldUsage } from './untold-usage.ts';

/** The cost of root modules, with the resources in them. */
export function rootModulesCost(
  rootModules: readonly RootModuleChange[],
  resources: readonly ResourceChange[],
  usage: UntoldUsage,
): JudgedCost {
  const byRoot = Map.groupBy(resources, ({ rootModule }) => rootModule);
  const parts = rootModules.map((root) => rootModuleCost(root, byRoot.get(root.name) ?? [], usage));
  const cost = {
    before: sumOfBounds(parts.map(({ before }) => before)),
    after: sumOfBounds(parts.map(({ after }) => after)),
    range: sumOf(parts.map(({ range }) => range)),
    ...deltaAndRise(
      parts.map(({ delta }) => delta),
      resources.flatMap((resource) => (resource.delta === null ? [] : (openDelta(resource, usage) ?? []))),
    ),
  };
  return withPercent(cost, sumOfBounds(parts.map(({ paid }) => paid)));
}

const nothing = exactly(amount(0));

/** The cost of a root module, without what single resources have no price for. */
interface RootModuleCost extends Omit<JudgedCost, 'percent' | 'rise' | 'risePercent'> {
  /** What is known to have been paid before: neither what has no price nor what the change does not affect leaves its end open. */
  readonly paid: Bounds;
}

function rootModuleCost(
  root: RootModuleChange,
  resources: readonly ResourceChange[],
  usage: UntoldUsage,
): RootModuleCost {
  const bounds = (side: 'before' | 'after', totals: CostTotals) => {
    const unknown = resources.filter(
      ({ unknownInstances }) => unknownInstances === side || unknownInstances === 'both',
    );
    return withUnknownNumber(boundsOf(totals, root.name, usage), unknown.length, root.name);
  };
  switch (root.status) {
    case 'compared': {
      const { name, monthlyDelta, deltaRange } = root;
      const reason = `attributes in ${codeMark(name)} are not known`;
      return {
        before: bounds('before', root.before),
        paid: pricedBounds(root.before, name),
        after: bounds('after', root.after),
        range: rangeOf(root.after),
        delta:
          deltaRange === null
            ? exactly(amount(monthlyDelta))
            : between(amount(deltaRange.low), amount(deltaRange.high), reason),
      };
    }
    case 'without-base': {
      const after = bounds('after', root.after);
      const past = unknownPast(after, root.reason);
      return { ...past, paid: past.before, after, range: rangeOf(root.after) };
    }
    case 'unaffected': {
      const any = anyCost(`${codeMark(root.name)}, which the change does not affect, was not estimated`);
      return { before: any, paid: nothing, after: any, range: amount(0), delta: nothing };
    }
    case 'failed': {
      const any = anyCost(`${codeMark(root.name)} could not be evaluated`);
      return { before: any, paid: any, after: any, range: amount(0), delta: { ...any, low: null } };
    }
  }
}

function pricedBounds({ monthlyCost, range }: CostTotals, name: string): Bounds {
  return range === null
    ? exactly(amount(monthlyCost))
    : between(amount(range.low), amount(range.high), `attributes in ${codeMark(name)} are not known`);
}

function boundsOf(totals: CostTotals, name: string, usage: UntoldUsage): Bounds {
  const { coverage } = totals;
  const unpriced = coverage.unpriced + coverage.unsupported;
  const untold = usage === 'unknown' ? coverage.usageNeeded : 0;
  let bounds = pricedBounds(totals, name);
  if (unpriced > 0) bounds = opened(bounds, 'above', `${resourcesText(unpriced)} in ${codeMark(name)} without a price`);
  if (untold > 0)
    bounds = opened(bounds, 'above', `${resourcesText(untold)} in ${codeMark(name)} with usage that is not told`);
  return bounds;
}

function withUnknownNumber(bounds: Bounds, resources: number, name: string): Bounds {
  if (resources === 0) return bounds;
  return opened(bounds, 'above', `${resourcesText(resources)} in ${codeMark(name)} of an unknown number of instances`);
}

function resourcesText(count: number): string {
  return count === 1 ? 'there is 1 resource' : `there are ${count.toLocaleString('en-US')} resources`;
}

function rangeOf({ range }: CostTotals) {
  return range === null ? amount(0) : amount(range.high).minus(range.low);
}
