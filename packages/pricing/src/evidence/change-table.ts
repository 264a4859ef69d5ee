import { type Cell, code, type Table } from '@tollgate/policy-engine';
import type { CostChange, ResourceChange } from '../changes/cost-change.ts';
import { amount, amountText, sumOf } from '../money/amount.ts';
import { moneyText } from '../money/money-text.ts';
import type { ChangedGroup } from './changed-group.ts';
import { deltaBoundsText } from './delta-bounds-text.ts';
import { groupInlines } from './instance-group.ts';
import { placeInlines } from './place-inlines.ts';
import { reasonsPhrase } from './reason-phrase.ts';

/** Changes as a table: resource, place, reason, cost before and after. */
export function changeTable(groups: readonly ChangedGroup[], { currency, rootModules }: CostChange): Table {
  const isOneOfMany = rootModules.length > 1;
  return {
    kind: 'table',
    columns: [
      ...(isOneOfMany ? [{ title: 'Root module', align: 'left' } as const] : []),
      { title: 'Resource', align: 'left' },
      { title: 'Why', align: 'left' },
      { title: 'Before', align: 'right' },
      { title: 'After', align: 'right' },
      { title: 'Change', align: 'right' },
    ],
    rows: groups.map((group): readonly Cell[] => [
      ...(isOneOfMany ? [[code(group.first.rootModule)]] : []),
      [...groupInlines(group), ...placeInlines(group.first.source)],
      reasonsPhrase(group.first, currency),
      costCell(group, 'before', currency),
      costCell(group, 'after', currency),
      { shown: deltaBoundsText(group.delta, currency), sort: Number(amountText(group.delta.high ?? group.weight)) },
    ]),
  };
}

function costCell({ first, members }: ChangedGroup, side: 'before' | 'after', currency: string): Cell {
  if (first[side] === null) return '';
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
