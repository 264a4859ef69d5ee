import type { JudgedPolicy } from '../decide.ts';
import { type Candidates, indexScopes } from '../exceptions/candidates.ts';
import { rulesNamed } from '../exceptions/rule-name.ts';
import { compileScope, elsewhere, type RunPlace } from '../exceptions/scope.ts';
import { comparePlaced } from '../place-order.ts';
import type { RuleHeader } from '../policy.ts';
import type { SubjectReference } from '../subject.ts';
import { compareText } from '../text-order.ts';
import { type AppliedResult, effectOf, type VerdictOverride } from '../verdict.ts';
import { type Approval, isListed, isSameCommit } from './approval.ts';
import type { Override } from './override.ts';
import type { OverrideReport } from './override-report.ts';
import { overrideReport } from './report-approval.ts';

/** What overrides are weighed with. */
export interface OverrideContext extends RunPlace {
  /** The commit that is judged, in full; null when it is not known, and then no override counts. */
  readonly commit: string | null;
  /** What patterns of resources are compared with: for a resource its type and its address. */
  readonly namesOf: (subject: SubjectReference) => readonly string[];
}

/** Results with overrides applied, and what became of each override, by the place where it is written. */
export interface AppliedOverrides {
  readonly judged: readonly JudgedPolicy<AppliedResult>[];
  readonly overrides: readonly OverrideReport[];
}

/**
 * Applies overrides to what is left after exceptions: what blocks by a soft-mandatory rule, and enough of those whom the
 * rule lists approve for this very commit, is marked, so that it warns instead. Its outcome stays.
 */
export function applyOverrides(
  judged: readonly JudgedPolicy<AppliedResult>[],
  overrides: readonly Override[],
  context: OverrideContext,
): AppliedOverrides {
  const policies = judged.map(({ policy }) => policy);
  const rules = new Map(policies.flatMap(({ name, rules: all }) => all.map((rule) => [ruleKey(name, rule.id), rule])));
  const byRule = new Map<string, Approval[]>();
  const approvals = [...overrides].sort(comparePlaced).map((override): Approval => {
    const named = elsewhere(override.scope, context) === null ? rulesNamed(override.rule, policies) : [];
    const approval: Approval = {
      override,
      scope: override.scope,
      covers: compileScope(override.scope, context),
      rules: named.flatMap(({ policy, rule }) => {
        const header = rules.get(ruleKey(policy, rule));
        return header === undefined ? [] : [{ policy, header }];
      }),
      matched: 0,
      lacking: null,
    };
    if (!isSameCommit(override, context.commit)) return approval;
    for (const { policy, header } of approval.rules) {
      if (!isListed(override, header)) continue;
      const key = ruleKey(policy, header.id);
      const others = byRule.get(key);
      if (others === undefined) byRule.set(key, [approval]);
      else others.push(approval);
    }
    return approval;
  });
  const applied = judged.map((entry) => applyTo(entry, byRule, context));
  return { judged: applied, overrides: approvals.map((approval) => overrideReport(approval, policies, context)) };
}

function applyTo(
  { policy, results }: JudgedPolicy<AppliedResult>,
  byRule: ReadonlyMap<string, readonly Approval[]>,
  context: OverrideContext,
): JudgedPolicy<AppliedResult> {
  const candidates = new Map<string, { rule: RuleHeader; find: Candidates<Approval> }>();
  for (const rule of policy.rules) {
    const approvals = byRule.get(ruleKey(policy.name, rule.id));
    if (approvals !== undefined) candidates.set(rule.id, { rule, find: indexScopes(approvals) });
  }
  if (candidates.size === 0) return { policy, results };
  return {
    policy,
    results: results.map((result) => {
      const candidate = candidates.get(result.rule);
      if (candidate === undefined) return result;
      const { rule, find } = candidate;
      if (effectOf(result.outcome, rule.level, rule.onUnknown) !== 'block') return result;
      const override = verdictOverride(rule, find(result, context.namesOf(result.subject)));
      return override === null ? result : { ...result, override };
    }),
  };
}

/** The override that some approvals make together; null while there are too few people. */
function verdictOverride(rule: RuleHeader, approvals: readonly Approval[]): VerdictOverride | null {
  const people = Map.groupBy(approvals, ({ override }) => override.approver.toLowerCase());
  const wanted = Math.max(1, rule.override?.minApprovals ?? 1);
  const [first] = approvals;
  if (first === undefined || people.size < wanted) {
    for (const approval of approvals) approval.lacking = { wanted, given: people.size };
    return null;
  }
  for (const approval of approvals) approval.matched += 1;
  const approvers = [...people.values()].flatMap((given) => {
    const latest = given
      .map(({ override }) => override)
      .sort(byTime)
      .at(-1);
    return latest === undefined ? [] : [{ name: latest.approver, at: latest.at }];
  });
  return { approvers: approvers.sort((a, b) => compareText(a.name, b.name)), commit: first.override.commit };
}

function byTime(a: Override, b: Override): number {
  return Date.parse(a.at) - Date.parse(b.at) || compareText(a.at, b.at) || compareText(a.approver, b.approver);
}

function ruleKey(policy: string, rule: string): string {
  return JSON.stringify([policy, rule]);
}
