import type { Decision, Evidence, RuleDescription, Section } from '@tollgate/policy-engine';
import type { CostChange } from '../changes/cost-change.ts';
import type { CostReport } from '../estimate/cost-report.ts';
import { changeChart } from './change-chart.ts';
import { changeSections } from './change-sections.ts';
import { changeTable } from './change-table.ts';
import { changeUnknowns } from './change-unknowns.ts';
import { singleChanges } from './changed-group.ts';
import { costSources } from './cost-sources.ts';
import { counted } from './counted.ts';
import { coverageGaps } from './coverage-gaps.ts';
import { dearestSections } from './dearest-sections.ts';
import { gapSections } from './gap-sections.ts';
import { headline } from './headline.ts';
import { isOfCost } from './largest-first.ts';
import { resourceTree } from './resource-tree.ts';
import { rootModuleSections } from './root-module-sections.ts';
import { savingSections } from './saving-section.ts';

/** What a report on the cost of a change is made of. */
export interface JudgedCostChange {
  readonly change: CostChange;
  /** What there is after the change; null where only the change is at hand. */
  readonly report: CostReport | null;
  readonly decision: Pick<Decision, 'verdicts'>;
  /** What the policies say of their rules. */
  readonly rules: readonly RuleDescription[];
}

/** Gives what reports show beside a decision about the cost of a change: the number that matters, its parts, what is not known. */
export function costEvidence({ change, report, decision, rules }: JudgedCostChange): Evidence {
  const gaps = report === null ? [] : gapSections(report);
  // Where nothing changes, one line is enough.
  const isQuiet = change.before !== null && !change.resources.some(isOfCost);
  return {
    gate: 'Cost',
    headline: headline(change),
    // Each rule tells its own way out.
    remedies: [],
    sections: [
      ...changeSections(change),
      // What is compared with nothing is shown as it is.
      ...(change.before === null && report !== null ? dearestSections(report) : []),
      ...rootModuleSections(change),
      ...changeChart(change),
      ...savingSections(decision, change.currency),
      ...(isQuiet ? [] : gaps),
    ],
    appendix: () => [...allChanges(change), ...(report === null ? [] : resourceTree(report)), ...(isQuiet ? gaps : [])],
    unknowns: [...changeUnknowns(change), ...(isQuiet || report === null ? coverageGaps(change.after.coverage) : [])],
    sources: costSources(change, report),
    rules,
  };
}

/** Every change, instance by instance. */
function allChanges(change: CostChange): readonly Section[] {
  const all = singleChanges(change.resources);
  if (all.length === 0) return [];
  return [{ title: `All ${counted(all.length, 'change')}`, folded: true, blocks: [changeTable(all, change)] }];
}
