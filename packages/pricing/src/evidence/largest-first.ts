import type { ResourceChange } from '../changes/cost-change.ts';
import { type Amount, amount, larger } from '../money/amount.ts';

/** What changes the cost, or may: what moves most money first, then by root module and address. */
export function largestFirst(resources: readonly ResourceChange[]): readonly ResourceChange[] {
  return resources
    .filter(isOfCost)
    .map((change) => ({ change, weight: weightOf(change) }))
    .sort((a, b) => b.weight.cmp(a.weight))
    .map(({ change }) => change);
}

/** What is free before and after is no change of a cost. */
export function isOfCost({ change, status, statusBefore }: ResourceChange): boolean {
  const isChange = change === 'added' || change === 'removed' || change === 'changed';
  return isChange && [status, statusBefore].some((each) => each !== null && each !== 'free');
}

function weightOf({ delta, deltaRange }: ResourceChange): Amount {
  const ends = deltaRange === null ? [delta ?? '0'] : [deltaRange.low, deltaRange.high];
  return ends.map((end) => amount(end).abs()).reduce(larger);
}
