import { amount, type CostChange } from '@tollgate/pricing';
import type { CostImpactInputs } from './inputs.ts';

/**
 * Whether a change of the cost is one that a comment is made for. What is not known may be large, so that it counts: a base that is
 * missing, a range, a resource without a price.
 */
export function isWorthComment(
  { monthlyDelta, deltaRange, resources }: CostChange,
  { comment, threshold }: Pick<CostImpactInputs, 'comment' | 'threshold'>,
): boolean {
  if (monthlyDelta === null) return true;
  const ends = [monthlyDelta, ...(deltaRange === null ? [] : [deltaRange.low, deltaRange.high])].map(amount);
  const least = amount(threshold);
  const counts = ends.some((end) => {
    const size = comment === 'on-increase' ? end : end.abs();
    return size.gt(0) && size.gte(least);
  });
  return counts || resources.some(hasUnknownChange);
}

function hasUnknownChange({ change, status, components }: CostChange['resources'][number]): boolean {
  if (change !== 'added' && change !== 'changed') return false;
  return status === 'unsupported' || components.some(({ after }) => after?.status === 'unpriced');
}
