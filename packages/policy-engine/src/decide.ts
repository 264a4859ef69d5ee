import { PolicyEngineError } from './error.ts';
import type { ExceptionReport } from './exceptions/exception-report.ts';
import type { OverrideReport } from './overrides/override-report.ts';
import { comparePlaced } from './place-order.ts';
import { identify, type PolicyHeader, type PolicyIdentity } from './policy.ts';
import { inResultOrder } from './result-order.ts';
import { compareText } from './text-order.ts';
import { type AppliedResult, type Effect, effectOf, type Outcome, type RuleResult, type Verdict } from './verdict.ts';
import { weighVerdicts } from './weigh-verdicts.ts';

/** `failed`: the gate could not do its work, which is never a pass. */
export type DecisionOutcome = 'passed' | 'warned' | 'blocked' | 'failed';

/** What all policies together say of all subjects. Published schema: `schema/decision.json`. */
export interface Decision {
  readonly kind: 'Decision';
  readonly version: 1;
  readonly outcome: DecisionOutcome;
  readonly verdicts: readonly Verdict[];
  readonly summary: Readonly<Record<Exclude<Outcome, 'not-applicable'>, number>>;
  readonly policies: readonly DecidingPolicy[];
  /** Every exception that was given, with what became of it. */
  readonly exceptions: readonly ExceptionReport[];
  /** Every override that was given, with what became of it. */
  readonly overrides: readonly OverrideReport[];
  /** What a reader must know beside the verdicts, such as a policy that matched nothing. */
  readonly notices: readonly string[];
}

/** A policy that took part in a decision. */
export interface DecidingPolicy extends PolicyIdentity {
  /** How many verdicts it gives, not counting what it does not apply to. With 0 it matched nothing and says nothing. */
  readonly matched: number;
}

/** A policy with what its gate found: before or after exceptions and overrides were applied. */
export interface JudgedPolicy<Result extends AppliedResult = RuleResult> {
  readonly policy: PolicyHeader;
  readonly results: readonly Result[];
}

/** What is known beside the results. None of it changes the outcome: exceptions and overrides did so in the results. */
export interface DecisionRemarks {
  readonly exceptions?: readonly ExceptionReport[];
  readonly overrides?: readonly OverrideReport[];
  /** Sentences for the reader. */
  readonly notices?: readonly string[];
}

/**
 * Weighs what the gates found and gives the decision: the worst effect of any verdict. Verdicts are ordered by policy, rule
 * and subject, so that the order of the input does not show.
 * @throws PolicyEngineError for two policies of one name, or a result whose rule its policy does not have.
 */
export function decide(judged: readonly JudgedPolicy<AppliedResult>[], remarks: DecisionRemarks = {}): Decision {
  const ordered = [...judged].sort((a, b) => compareText(a.policy.name, b.policy.name));
  for (const [index, { policy }] of ordered.entries()) {
    if (index > 0 && ordered[index - 1]?.policy.name === policy.name) {
      throw new PolicyEngineError(`Two policies are named "${policy.name}". Give one of them another name.`);
    }
  }
  const verdicts: Verdict[] = [];
  const policies = ordered.map((entry) => ({ ...identify(entry.policy), matched: weigh(entry, verdicts) }));
  const { outcome, summary } = weighVerdicts(verdicts);
  return {
    kind: 'Decision',
    version: 1,
    outcome,
    verdicts,
    summary,
    policies,
    exceptions: [...(remarks.exceptions ?? [])].sort(comparePlaced),
    overrides: [...(remarks.overrides ?? [])].sort(comparePlaced),
    notices: [...policies.flatMap(vacuous), ...new Set([...(remarks.notices ?? [])].sort(compareText))],
  };
}

/** Adds the verdicts of a policy; gives how many subjects of rules it applies to. */
function weigh({ policy, results }: JudgedPolicy<AppliedResult>, verdicts: Verdict[]): number {
  const rules = new Map(policy.rules.map((rule) => [rule.id, rule]));
  let matched = 0;
  for (const result of inResultOrder(results)) {
    const rule = rules.get(result.rule);
    if (rule === undefined) {
      throw new PolicyEngineError(
        `Policy "${policy.name}" has no rule "${result.rule}", yet there is a result for it.`,
      );
    }
    const { outcome } = result;
    const effect = overridden(effectOf(outcome, rule.level, rule.onUnknown), result);
    verdicts.push(verdictOf(policy.name, rule.level, effect, result));
    if (outcome !== 'not-applicable') matched += 1;
  }
  return matched;
}

function overridden(effect: Effect, { override }: AppliedResult): Effect {
  return override !== undefined && effect === 'block' ? 'warn' : effect;
}

/** Fields are named one by one, in an order of their own: copying what is there costs several times as much. */
function verdictOf(policy: string, level: Verdict['level'], effect: Effect, result: AppliedResult): Verdict {
  const { rule, outcome, subject, message } = result;
  const verdict: { -readonly [field in keyof Verdict]: Verdict[field] } = {
    policy,
    rule,
    level,
    outcome,
    effect,
    subject,
    message,
  };
  if (result.missing !== undefined) verdict.missing = result.missing;
  if (result.evidence !== undefined) verdict.evidence = result.evidence;
  if (result.source !== undefined) verdict.source = result.source;
  if (result.underlying !== undefined) verdict.underlying = result.underlying;
  if (result.exception !== undefined) verdict.exception = result.exception;
  if (result.override !== undefined) verdict.override = result.override;
  return verdict;
}

/** The notice of a policy that matched nothing; none of another one. */
export function vacuous({ name, matched }: DecidingPolicy): string[] {
  return matched > 0 ? [] : [`Policy "${name}" matched nothing: no subject in the input is one that it judges.`];
}
