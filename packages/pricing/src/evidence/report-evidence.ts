import { type Cell, code, type Evidence, type Section } from '@tollgate/policy-engine';
import { coverageText } from '../estimate/cost-gaps.ts';
import type { CostReport } from '../estimate/cost-report.ts';
import { costSources } from './cost-sources.ts';
import { costText } from './cost-text.ts';
import { dearestSections } from './dearest-sections.ts';
import { gapSections } from './gap-sections.ts';
import { resourceTree } from './resource-tree.ts';

/** Gives what reports show of what resources cost, where nothing is judged and nothing is compared. */
export function reportEvidence(report: CostReport): Evidence {
  return {
    gate: 'Cost',
    headline: `${costText(report, report.currency)} a month. ${coverageText(report)}.`,
    remedies: [],
    sections: [...rootModuleSections(report), ...dearestSections(report), ...gapSections(report)],
    appendix: () => resourceTree(report),
    unknowns: report.problems,
    sources: costSources(report, report),
  };
}

function rootModuleSections({ rootModules = [], currency }: CostReport): readonly Section[] {
  if (rootModules.length === 0) return [];
  const columns = [
    { title: 'Root module', align: 'left' as const },
    { title: 'Cost a month', align: 'right' as const },
  ];
  const rows = rootModules.map((root): readonly Cell[] => [
    [code(root.name)],
    { shown: costText(root, currency), sort: Number(root.monthlyCost) },
  ]);
  return [{ title: 'Root modules', folded: false, blocks: [{ kind: 'table', columns, rows }] }];
}
