import { type Cell, code, type Section, type Table } from '@tollgate/policy-engine';
import { byCost } from '../estimate/cost-gaps.ts';
import type { CostReport, ResourceCost } from '../estimate/cost-report.ts';
import { sumOfCosts } from '../estimate/sum-of-totals.ts';
import { amount, sumOf } from '../money/amount.ts';
import { costText } from './cost-text.ts';
import { counted } from './counted.ts';
import { groupInlines, type InstanceGroup, instanceGroups } from './instance-group.ts';
import { placeInlines } from './place-inlines.ts';

/** So many resources stand in the open table, and so many more in the folded one. */
const openRows = 10;
const foldedRows = 40;

type CostedGroup = InstanceGroup<ResourceCost>;

/** What costs most: a few in the open, more folded, and how many are left out. Instances of a block that cost the same are one row. */
export function dearestSections({
  resources,
  currency,
}: Pick<CostReport, 'resources' | 'currency'>): readonly Section[] {
  const billed = byCost(resources.filter(({ components }) => components.length > 0));
  const groups = instanceGroups(billed, ({ monthlyCost, range }) => [monthlyCost, range])
    .map((group) => ({ group, total: sumOf(group.members.map(({ monthlyCost }) => amount(monthlyCost))) }))
    .sort((a, b) => b.total.cmp(a.total))
    .map(({ group }) => group);
  const [open, smaller] = [groups.slice(0, openRows), groups.slice(openRows)];
  const left = smaller.length - foldedRows;
  const sections: Section[] = [];
  if (open.length > 0) {
    const title = smaller.length > 0 ? 'What costs most' : 'What it costs';
    sections.push({ title, folded: false, blocks: [costTable(open, currency)] });
  }
  if (smaller.length > 0) {
    const rest =
      left > 0
        ? [{ kind: 'paragraph' as const, content: `And ${left.toLocaleString('en-US')} more, in the full report.` }]
        : [];
    const blocks = [costTable(smaller.slice(0, foldedRows), currency), ...rest];
    sections.push({ title: counted(smaller.length, 'more resource'), folded: true, blocks });
  }
  return sections;
}

function costTable(groups: readonly CostedGroup[], currency: string): Table {
  const isOneOfMany = groups.some(({ first }) => first.rootModule !== undefined);
  return {
    kind: 'table',
    columns: [
      ...(isOneOfMany ? [{ title: 'Root module', align: 'left' } as const] : []),
      { title: 'Resource', align: 'left' },
      { title: 'Cost a month', align: 'right' },
    ],
    rows: groups.map((group): readonly Cell[] => [
      ...(isOneOfMany ? [[code(group.first.rootModule ?? '')]] : []),
      [...groupInlines(group), ...placeInlines(group.first.source)],
      costCell(group, currency),
    ]),
  };
}

function costCell({ first, members }: CostedGroup, currency: string): Cell {
  const total = sumOfCosts(members);
  const isKnown = first.components.some(({ status }) => status === 'priced');
  return { shown: isKnown ? costText(total, currency) : 'not known', sort: Number(total.monthlyCost) };
}
