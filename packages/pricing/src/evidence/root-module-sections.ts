import { type Cell, code, type Section } from '@tollgate/policy-engine';
import type { CostChange, RootModuleChange } from '../changes/cost-change.ts';
import type { CostTotals } from '../estimate/cost-totals.ts';
import { amount } from '../money/amount.ts';
import { deltaText } from '../money/money-text.ts';
import { costText } from './cost-text.ts';
import { counted } from './counted.ts';

/** So many root modules stand in the open table. */
const openRows = 10;

/** What each root module costs, where there are several that the change affects: the largest change first. */
export function rootModuleSections({ rootModules, currency }: CostChange): readonly Section[] {
  const estimated = rootModules.filter((root) => 'after' in root).sort((a, b) => weightOf(b).cmp(weightOf(a)));
  if (estimated.length < 2) return [];
  const [open, folded] = [estimated.slice(0, openRows), estimated.slice(openRows)];
  return [
    { title: 'Root modules', folded: false, blocks: [rootModuleTable(open, currency)] },
    ...(folded.length === 0
      ? []
      : [
          {
            title: counted(folded.length, 'more root module'),
            folded: true,
            blocks: [rootModuleTable(folded, currency)],
          },
        ]),
  ];
}

type Estimated = Extract<RootModuleChange, { readonly after: CostTotals }>;

/** What is new to the comparison as a whole may have changed by all that it costs. */
function weightOf(root: Estimated) {
  return amount(root.status === 'compared' ? root.monthlyDelta : root.after.monthlyCost).abs();
}

function rootModuleTable(roots: readonly Estimated[], currency: string) {
  return {
    kind: 'table' as const,
    columns: [
      { title: 'Root module', align: 'left' as const },
      ...['Before', 'After', 'Change'].map((title) => ({ title, align: 'right' as const })),
    ],
    rows: roots.map((root): readonly Cell[] => [
      [code(root.name)],
      root.status === 'compared' ? totalCell(root.before, currency) : 'not known',
      totalCell(root.after, currency),
      root.status === 'compared' ? deltaCell(root, currency) : 'not known',
    ]),
  };
}

function totalCell(totals: CostTotals, currency: string): Cell {
  return { shown: costText(totals, currency), sort: Number(totals.monthlyCost) };
}

function deltaCell(root: Extract<RootModuleChange, { readonly status: 'compared' }>, currency: string): Cell {
  const { monthlyDelta, deltaRange } = root;
  const shown =
    deltaRange === null
      ? deltaText(monthlyDelta, currency)
      : `${deltaText(deltaRange.low, currency)} to ${deltaText(deltaRange.high, currency)}`;
  return { shown, sort: Number(monthlyDelta) };
}
