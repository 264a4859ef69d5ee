import type { Scoped } from '../exceptions/candidates.ts';
import type { RuleHeader } from '../policy.ts';
import type { Override } from './override.ts';

/** An override on its way through the results. */
export interface Approval extends Scoped {
  readonly override: Override;
  /** The rules that it names, in the policies of the run. */
  readonly rules: readonly { readonly policy: string; readonly header: RuleHeader }[];
  /** How many verdicts it overrides, alone or with others. */
  matched: number;
  /** How many people a rule wants and has, where it did not suffice. */
  lacking: { readonly wanted: number; readonly given: number } | null;
}

/** Whether a rule can be overridden at all: only a soft-mandatory one that says by whom. */
export function isOverridable({ level, override }: RuleHeader): boolean {
  return level === 'soft-mandatory' && override !== undefined && override.approvers.length > 0;
}

/** Whether a rule can be overridden by the approver, as a person or for a team. GitHub's names are the same in any case. */
export function isListed({ approver, teams }: Override, rule: RuleHeader): boolean {
  if (!isOverridable(rule)) return false;
  const listed = new Set(rule.override?.approvers.map((name) => name.toLowerCase()));
  return [approver, ...teams].some((name) => listed.has(name.toLowerCase()));
}

/** Whether an override approves the commit that is judged. */
export function isSameCommit({ commit }: Override, judged: string | null): boolean {
  return commit !== '' && judged !== null && commit.toLowerCase() === judged.toLowerCase();
}
