import { awsModels } from '../aws/index.ts';
import type { CostCoverage, CostRange, ResourceCost } from '../estimate/cost-report.ts';
import type { CostTotals } from '../estimate/cost-totals.ts';
import { type Amount, amount, amountText, sumOf } from '../money/amount.ts';
import type { CostChange, ResourceChange, RootModuleChange } from './cost-change.ts';

/** What a usage file bills by itself: it belongs to no root module, and every job with the file has it in one of its own. */
const usageTypes: ReadonlySet<string> = new Set(
  awsModels.filter(({ fromUsage }) => fromUsage === true).flatMap(({ types }) => types),
);

/** Takes what the usage file of several jobs bills by itself out of all of them but the first that has it. */
export function countedOnce(changes: readonly CostChange[]): readonly CostChange[] {
  const counted = new Set<string>();
  return changes.map((change) => {
    const own = change.resources.filter(({ type }) => usageTypes.has(type));
    const again = new Set(own.filter((resource) => counted.has(keyOf(resource))));
    for (const resource of own) counted.add(keyOf(resource));
    return again.size === 0 ? change : without(change, again);
  });
}

/** Jobs with usage files of their own can mean different things by one name. */
function keyOf({ address, before, after, statusBefore, status }: ResourceChange): string {
  return JSON.stringify([address, before, after, statusBefore, status]);
}

function without(change: CostChange, taken: ReadonlySet<ResourceChange>): CostChange {
  const { before, after, monthlyDelta, deltaRange } = change;
  const all = [...taken];
  return {
    ...change,
    before: before === null ? null : less(before, all, 'before'),
    after: less(after, all, 'after'),
    monthlyDelta: monthlyDelta === null ? null : lessMoney(monthlyDelta, deltaOf(all)),
    deltaRange: lessRange(deltaRange, deltaOf(all)),
    rootModules: change.rootModules.map((root) => rootWithout(root, all)),
    resources: change.resources.filter((resource) => !taken.has(resource)),
  };
}

function rootWithout(root: RootModuleChange, taken: readonly ResourceChange[]): RootModuleChange {
  const own = taken.filter(({ rootModule }) => rootModule === root.name);
  switch (root.status) {
    case 'compared':
      return {
        ...root,
        before: less(root.before, own, 'before'),
        after: less(root.after, own, 'after'),
        monthlyDelta: lessMoney(root.monthlyDelta, deltaOf(own)),
        deltaRange: lessRange(root.deltaRange, deltaOf(own)),
      };
    case 'without-base':
      return { ...root, after: less(root.after, own, 'after') };
    case 'unaffected':
    case 'failed':
      return root;
  }
}

function less(totals: CostTotals, taken: readonly ResourceChange[], side: 'before' | 'after'): CostTotals {
  const there = taken.filter((resource) => resource[side] !== null);
  const money = sumOf(there.map((resource) => amount(resource[side] ?? '0')));
  return {
    monthlyCost: lessMoney(totals.monthlyCost, money),
    range: lessRange(totals.range, money),
    coverage: there.reduce((left, resource) => lessCoverage(left, resource, side), totals.coverage),
  };
}

/** Such resources are there by their usage, so that none of it is missing. */
function lessCoverage(coverage: CostCoverage, resource: ResourceChange, side: 'before' | 'after'): CostCoverage {
  const status: ResourceCost['status'] | null = side === 'after' ? resource.status : resource.statusBefore;
  return status === null ? coverage : { ...coverage, [status]: coverage[status] - 1 };
}

function deltaOf(taken: readonly ResourceChange[]): Amount {
  return sumOf(taken.map(({ delta }) => amount(delta ?? '0')));
}

function lessMoney(money: string, taken: Amount): string {
  return amountText(amount(money).minus(taken));
}

function lessRange(range: CostRange | null, taken: Amount): CostRange | null {
  return range === null ? null : { low: lessMoney(range.low, taken), high: lessMoney(range.high, taken) };
}
