import { type Block, code, type Inline, type Section, text } from '@tollgate/policy-engine';
import type { CostChange, ResourceChange } from '../changes/cost-change.ts';
import { amount, amountText, sumOf } from '../money/amount.ts';
import { deltaText } from '../money/money-text.ts';
import { changeTable } from './change-table.ts';
import { type ChangedGroup, changedGroups } from './changed-group.ts';
import { counted } from './counted.ts';
import { blockAddress, groupInlines, type InstanceGroup, instanceGroups } from './instance-group.ts';

/** So many changes stand in the open table, and so many more in the folded one. */
const openRows = 10;
const foldedRows = 40;

/** The changes of the cost, the largest first: a few in the open, more of them folded, and the sum of the rest. */
export function changeSections(change: CostChange): readonly Section[] {
  const changed = changedGroups(change.resources);
  const [open, smaller] = [changed.slice(0, openRows), changed.slice(openRows)];
  const sections: Section[] = [];
  if (open.length > 0) {
    const title = smaller.length > 0 ? 'Largest changes' : 'What changes';
    sections.push({ title, folded: false, blocks: [changeTable(open, change)] });
  }
  if (smaller.length > 0) {
    const title = `${counted(smaller.length, 'more change')}, together ${sumText(smaller, change)}`;
    const [folded, rest] = [smaller.slice(0, foldedRows), smaller.slice(foldedRows)];
    sections.push({ title, folded: true, blocks: [changeTable(folded, change), ...restBlocks(rest, change)] });
  }
  return [...sections, ...movedSections(change)];
}

function restBlocks(rest: readonly ChangedGroup[], change: CostChange): readonly Block[] {
  if (rest.length === 0) return [];
  const sum = sumText(rest, change);
  return [
    {
      kind: 'paragraph',
      content: `And ${rest.length.toLocaleString('en-US')} more, together ${sum}, in the full report.`,
    },
  ];
}

function sumText(groups: readonly ChangedGroup[], { currency }: CostChange): string {
  const deltas = groups.flatMap(({ members }) => members.map(({ delta }) => amount(delta ?? 0)));
  return deltaText(amountText(sumOf(deltas)), currency);
}

/** What has another address and costs what it did: who moved it sees that nothing was taken for new. */
function movedSections({ resources, rootModules }: CostChange): readonly Section[] {
  const moved = resources.filter(({ change, status }) => change === 'moved' && status !== 'free');
  if (moved.length === 0) return [];
  const groups = instanceGroups(moved, ({ previous }) => blockAddress(previous?.address ?? ''));
  const items = groups.map((group) => [
    ...(rootModules.length > 1 ? [code(group.first.rootModule), text(' ')] : []),
    ...movedInlines(group),
  ]);
  const have = moved.length === 1 ? 'has another address and costs' : 'have other addresses and cost';
  const title = `${counted(moved.length, 'resource')} ${have} the same`;
  return [{ title, folded: true, blocks: [{ kind: 'list', items: items.slice(0, foldedRows) }] }];
}

/** Instances that moved within their block are told by the first of them: that the block is the same says nothing. */
function movedInlines({ first, members, address }: InstanceGroup<ResourceChange>): readonly Inline[] {
  const previous = first.previous?.address ?? '';
  const block = blockAddress(previous);
  const more = members.length - 1;
  if (more > 0 && block !== address) return [code(block), text(' → '), ...groupInlines({ first, members, address })];
  const others = more === 0 ? [] : [text(` and ${more.toLocaleString('en-US')} more`)];
  return [code(previous), text(' → '), code(first.address), ...others];
}
