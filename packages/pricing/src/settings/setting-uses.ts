import type { ResourceCost, SettingUse } from '../estimate/cost-report.ts';

/** A rule as a report tells it. */
export interface SettingRule {
  readonly text: string;
  /** `report`: it is about everything, and its uses are not counted. */
  readonly about: 'report' | 'lines';
}

/** Counts what rules were applied to. A rule without uses stays: it may have a mistake that nothing else shows. */
export function settingUses(rules: readonly SettingRule[], resources: readonly ResourceCost[]): readonly SettingUse[] {
  const counts = new Map<string, number>();
  const count = (rule: string) => counts.set(rule, (counts.get(rule) ?? 0) + 1);
  for (const { components, schedule } of resources) {
    if (schedule !== undefined) count(schedule);
    for (const { rules: applied = [] } of components) for (const rule of applied) count(rule);
  }
  return rules.map(({ text, about }) => ({ rule: text, uses: about === 'report' ? null : (counts.get(text) ?? 0) }));
}
