import type { ResourceChange } from '../changes/cost-change.ts';
import { amount, amountText, sumOf } from '../money/amount.ts';
import { moneyText } from '../money/money-text.ts';
import type { ChangedGroup } from './changed-group.ts';

/** What a group costs before or after the change, as it is shown and as it is sorted; null where it is not there. */
export function groupCost(
  { first, members }: Pick<ChangedGroup, 'first' | 'members'>,
  side: 'before' | 'after',
  currency: string,
): { readonly shown: string; readonly sort: number } | null {
  if (first[side] === null) return null;
  const cost = sumOf(members.map((member) => amount(member[side] ?? 0)));
  if (cost.eq(0) && isOpen(first, side)) return { shown: 'not known', sort: 0 };
  const text = amountText(cost);
  const isRange = side === 'after' && first.deltaRange !== null;
  return { shown: `${isRange ? 'up to ' : ''}${moneyText(text, currency)}`, sort: Number(text) };
}

/** Whether something is billed whose price or usage is not known. */
function isOpen({ status, components }: ResourceChange, side: 'before' | 'after'): boolean {
  return status === 'unsupported' || components.some((line) => (line[side]?.status ?? 'priced') !== 'priced');
}
