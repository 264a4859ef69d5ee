import { type Cell, code, type Inline, type Table } from '@tollgate/policy-engine';
import type { CostChange, ResourceChange } from '../changes/cost-change.ts';
import { amountText } from '../money/amount.ts';
import type { ChangedGroup } from './changed-group.ts';
import { deltaBoundsText } from './delta-bounds-text.ts';
import { groupCost } from './group-cost.ts';
import { groupInlines } from './instance-group.ts';
import { formerPlaceInlines, placeInlines } from './place-inlines.ts';
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
      [...groupInlines(group), ...placeOf(group.first)],
      reasonsPhrase(group.first, currency),
      groupCost(group, 'before', currency) ?? '',
      groupCost(group, 'after', currency) ?? '',
      { shown: deltaBoundsText(group.delta, currency), sort: Number(amountText(group.delta.high ?? group.weight)) },
    ]),
  };
}

function placeOf({ change, source }: ResourceChange): readonly Inline[] {
  return change === 'removed' ? formerPlaceInlines(source) : placeInlines(source);
}
