import { priceDates } from '../estimate/cost-gaps.ts';
import { costTotals } from '../estimate/cost-totals.ts';
import type { CostedResource } from '../estimate/resource-cost.ts';
import { type Amount, amountText, sumOf } from '../money/amount.ts';
import type { ComparedRoot } from './compare-sides.ts';
import { type ComparedResource, presentResource } from './compared-resource.ts';
import type { CostChange, ResourceChange, RootModuleChange } from './cost-change.ts';
import { deltaRangeOf, sumOfDeltas } from './delta.ts';
import { isPastKnown } from './past-known.ts';
import { percentText } from './percent.ts';

/** What became of a root module in a run. */
export type RunRoot = { readonly name: string } & (
  | { readonly status: 'compared'; readonly compared: ComparedRoot; readonly previousName?: string }
  /** What was before is not known, with the reason. */
  | { readonly status: 'without-base'; readonly after: readonly CostedResource[]; readonly reason: string }
  | { readonly status: 'unaffected' }
  | { readonly status: 'failed'; readonly reason: string }
);

/** A run with its root modules, in their order. */
export interface ComparedRun extends Pick<CostChange, 'currency' | 'problems'> {
  readonly roots: readonly RunRoot[];
  /** How the report calls where prices come from: `embedded`, `live`. */
  readonly priceSource: string;
}

/** Sums up what a change does to the cost of root modules. */
export function costChange({ roots, currency, priceSource, problems }: ComparedRun): CostChange {
  const compared = roots.flatMap((root) => (root.status === 'compared' ? [root.compared] : []));
  const isKnown = isPastKnown(roots);
  const before = compared.flatMap((root) => root.before);
  const after = roots.flatMap(estimatedIn);
  const delta = sumOfDeltas(compared.flatMap(deltasOf));
  return {
    kind: 'CostChange',
    version: 1,
    currency,
    prices: {
      source: priceSource,
      asOf: priceDates({ resources: [...before, ...after].map(({ cost }) => cost) })?.from ?? null,
    },
    before: isKnown ? costTotals(before) : null,
    after: costTotals(after),
    monthlyDelta: isKnown ? amountText(delta.value) : null,
    deltaRange: isKnown ? deltaRangeOf(delta) : null,
    percent: isKnown ? percentText(delta.value, highOf(before)) : null,
    rootModules: roots.map(rootModuleChange),
    resources: roots.flatMap(resourceChanges),
    problems,
  };
}

function rootModuleChange(root: RunRoot): RootModuleChange {
  const { name } = root;
  switch (root.status) {
    case 'compared': {
      const { compared, previousName } = root;
      const delta = sumOfDeltas(deltasOf(compared));
      return {
        name,
        status: 'compared',
        ...(previousName === undefined ? {} : { previousName }),
        before: costTotals(compared.before),
        after: costTotals(compared.after),
        monthlyDelta: amountText(delta.value),
        deltaRange: deltaRangeOf(delta),
      };
    }
    case 'without-base':
      return { name, status: 'without-base', after: costTotals(root.after), reason: root.reason };
    case 'unaffected':
      return { name, status: 'unaffected' };
    case 'failed':
      return { name, status: 'failed', reason: root.reason };
  }
}

function estimatedIn(root: RunRoot): readonly CostedResource[] {
  switch (root.status) {
    case 'compared':
      return root.compared.after;
    case 'without-base':
      return root.after;
    case 'unaffected':
    case 'failed':
      return [];
  }
}

function resourceChanges(root: RunRoot): readonly ResourceChange[] {
  return changesIn(root)
    .map(({ change }) => ({ rootModule: root.name, ...change }))
    .sort((a, b) => (a.address === b.address ? 0 : a.address < b.address ? -1 : 1));
}

function changesIn(root: RunRoot): readonly ComparedResource[] {
  switch (root.status) {
    case 'compared':
      return root.compared.resources;
    case 'without-base':
      return root.after.map(presentResource);
    case 'unaffected':
    case 'failed':
      return [];
  }
}

function deltasOf({ resources }: ComparedRoot) {
  return resources.flatMap(({ delta }) => delta ?? []);
}

function highOf(costed: readonly CostedResource[]): Amount {
  return sumOf(costed.map(({ high }) => high));
}
