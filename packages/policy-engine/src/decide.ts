import { PolicyEngineError } from './error.ts';
import { identify, type PolicyHeader, type PolicyIdentity } from './policy.ts';
import { type Effect, effectOf, type Outcome, type RuleResult, type Verdict } from './verdict.ts';

/** `failed`: the gate could not do its work, which is never a pass. */
export type DecisionOutcome = 'passed' | 'warned' | 'blocked' | 'failed';

/** What all policies together say of all subjects. Published schema: `schema/decision.json`. */
export interface Decision {
  readonly kind: 'Decision';
  readonly version: 1;
  readonly outcome: DecisionOutcome;
  readonly verdicts: readonly Verdict[];
  readonly summary: Readonly<Record<Exclude<Outcome, 'not-applicable'>, number>>;
  readonly policies: readonly PolicyIdentity[];
  /** What a reader must know beside the verdicts, such as a policy that matched nothing. */
  readonly notices: readonly string[];
}

/** A policy with what its gate found. */
export interface JudgedPolicy {
  readonly policy: PolicyHeader;
  readonly results: readonly RuleResult[];
}

const outcomeByEffect: Readonly<Record<Effect, DecisionOutcome>> = {
  none: 'passed',
  warn: 'warned',
  block: 'blocked',
  fail: 'failed',
};
const effectsByWeight: readonly Effect[] = ['none', 'warn', 'block', 'fail'];

/**
 * Weighs what the gates found and gives the decision: the worst effect of any verdict. Verdicts are ordered by policy, rule
 * and subject, so that the order of the input does not show.
 * @throws PolicyEngineError for two policies of one name, or a result whose rule its policy does not have.
 */
export function decide(judged: readonly JudgedPolicy[]): Decision {
  const ordered = [...judged].sort((a, b) => compareText(a.policy.name, b.policy.name));
  for (const [index, { policy }] of ordered.entries()) {
    if (index > 0 && ordered[index - 1]?.policy.name === policy.name) {
      throw new PolicyEngineError(`Two policies are named "${policy.name}". Give one of them another name.`);
    }
  }
  const verdicts = ordered.flatMap(verdictsOf);
  return {
    kind: 'Decision',
    version: 1,
    outcome: outcomeByEffect[worstEffect(verdicts)],
    verdicts,
    summary: count(verdicts),
    policies: ordered.map(({ policy }) => identify(policy)),
    notices: ordered
      .filter(({ results }) => results.every((result) => result.outcome === 'not-applicable'))
      .map(({ policy }) => `Policy "${policy.name}" matched nothing: no subject in the input is one that it judges.`),
  };
}

function verdictsOf({ policy, results }: JudgedPolicy): Verdict[] {
  const rules = new Map(policy.rules.map((rule) => [rule.id, rule]));
  return results
    .map((result): Verdict => {
      const rule = rules.get(result.rule);
      if (rule === undefined) {
        throw new PolicyEngineError(
          `Policy "${policy.name}" has no rule "${result.rule}", yet there is a result for it.`,
        );
      }
      const { rule: id, outcome, ...rest } = result;
      return {
        policy: policy.name,
        rule: id,
        level: rule.level,
        outcome,
        effect: effectOf(outcome, rule.level, rule.onUnknown),
        ...rest,
      };
    })
    .sort(
      (a, b) =>
        compareText(a.rule, b.rule) ||
        compareText(a.subject.kind, b.subject.kind) ||
        compareText(a.subject.id, b.subject.id) ||
        compareText(a.message, b.message),
    );
}

function worstEffect(verdicts: readonly Verdict[]): Effect {
  let worst = 0;
  for (const { effect } of verdicts) worst = Math.max(worst, effectsByWeight.indexOf(effect));
  return effectsByWeight[worst] ?? 'fail';
}

function count(verdicts: readonly Verdict[]): Decision['summary'] {
  const counts = { pass: 0, fail: 0, unknown: 0, excepted: 0, error: 0 };
  for (const { outcome } of verdicts) if (outcome !== 'not-applicable') counts[outcome]++;
  return counts;
}

/** Orders by UTF-16 code units: the same on every machine, whatever its locale. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
