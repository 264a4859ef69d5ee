import type { Decision, DecisionOutcome } from '../decide.ts';
import { nearest } from '../documents/nearest.ts';
import { quote } from '../documents/quote.ts';
import { PolicyEngineError } from '../error.ts';
import { rulesNamed, unknownRule } from '../exceptions/rule-name.ts';
import type { Explanation } from '../judge/explain.ts';
import type { LayeredPolicy } from '../layers/layered-policy.ts';
import type { ReadBeside } from '../packs/beside.ts';
import type { SubjectReference } from '../subject.ts';
import { compareText } from '../text-order.ts';
import type { Effect } from '../verdict.ts';
import type { ExplainWork } from './explain-work.ts';
import type { ExplainedRule, PolicyExplanation } from './explanation.ts';

/** What is to be explained. */
export interface ExplainRequest {
  /** The id of the subject: for a resource, its address. */
  readonly subject: string;
  /** `policy/rule`, `policy/*` or the id of a rule; null for all. */
  readonly rule: string | null;
  /** The day of the run. */
  readonly now: string;
  /** The decision of the run, with the exceptions and overrides that were applied. */
  readonly decision: Pick<Decision, 'verdicts'>;
  /** Reads what rules name beside their policies; nothing is there unless given. */
  readonly readBeside?: ReadBeside;
}

/**
 * explainSubject says why the rules of policies judge a subject as they do, or why they do not look at it.
 * @throws PolicyEngineError for a subject or a rule that is not there.
 */
export async function explainSubject(
  policies: readonly LayeredPolicy[],
  works: readonly ExplainWork[],
  { subject: id, rule, now, decision, readBeside }: ExplainRequest,
): Promise<PolicyExplanation> {
  const subjects = works.flatMap((work) => work.subjects());
  const subject = subjects.find(({ reference }) => reference.id === id);
  if (subject === undefined) {
    throw new PolicyEngineError(
      unknownSubject(
        id,
        subjects.map(({ reference }) => reference),
      ),
    );
  }
  const wanted = wantedRules(rule, policies);
  const explained: ExplainedRule[] = [];
  for (const work of works) {
    const explanations = (await work.explain(policies, id, now, readBeside)).filter(wanted);
    explained.push(...explanations.map((explanation) => explainedRule(explanation, policies, decision)));
  }
  const judged = new Set(
    works.filter((work) => work.subjects().some(({ reference }) => reference.id === id)).map(({ gate }) => gate),
  );
  return {
    kind: 'PolicyExplanation',
    version: 1,
    subject: subject.reference,
    source: subject.source ?? null,
    outcome: outcomeOf(explained),
    rules: explained.sort(compareRules),
    elsewhere: policies
      .filter(
        (policy) =>
          !judged.has(policy.gate) && policy.rules.some(({ id }) => wanted({ policy: policy.name, rule: id })),
      )
      .map(({ name, gate }) => ({ policy: name, gate })),
  };
}

function unknownSubject(id: string, subjects: readonly SubjectReference[]): string {
  const noun = subjects.some(({ kind }) => kind === 'resource') ? 'resource' : 'subject';
  const known = subjects.map((subject) => subject.id);
  const near = nearest(id, known);
  // Whoever leaves out an instance key means all instances.
  const within = known.filter((one) => one.startsWith(`${id}[`));
  const other = [...new Set(within.length > 0 ? within : known)].sort(compareText);
  const shown = other.slice(0, 10).map(quote).join(', ');
  const rest = other.length > 10 ? ` and ${other.length - 10} more` : '';
  const mend =
    near !== undefined && within.length === 0
      ? `Did you mean ${quote(near)}?`
      : other.length === 0
        ? 'There is none at all.'
        : `There is ${shown}${rest}.`;
  return `There is no ${noun} ${quote(id)}. ${mend}`;
}

function wantedRules(
  name: string | null,
  policies: readonly LayeredPolicy[],
): (rule: Pick<Explanation, 'policy' | 'rule'>) => boolean {
  if (name === null) return () => true;
  const rules = rulesNamed(name, policies);
  if (rules.length === 0) {
    throw new PolicyEngineError(`What is to be explained ${unknownRule(name, policies).replace(/^is for /, 'is ')}`);
  }
  return ({ policy, rule }) => rules.some((one) => one.policy === policy && one.rule === rule);
}

function explainedRule(
  explanation: Explanation,
  policies: readonly LayeredPolicy[],
  decision: Pick<Decision, 'verdicts'>,
): ExplainedRule {
  const { policy, rule, subject } = explanation;
  const verdict = decision.verdicts.find(
    (one) => one.policy === policy && one.rule === rule && isSame(one.subject, subject),
  );
  const written = policies.find(({ name }) => name === policy)?.rules.find(({ id }) => id === rule);
  return {
    ...explanation,
    level: written?.level ?? 'hard-mandatory',
    effect: verdict?.effect ?? 'none',
    description: written?.description ?? null,
    remedy: written?.remedy ?? null,
    exception: verdict?.exception ?? null,
    override: verdict?.override ?? null,
  };
}

function isSame(one: SubjectReference, other: SubjectReference): boolean {
  return one.kind === other.kind && one.id === other.id;
}

/** What decides most, last. */
const effects: readonly Effect[] = ['none', 'warn', 'block', 'fail'];
const outcomes: Readonly<Record<Effect, DecisionOutcome>> = {
  none: 'passed',
  warn: 'warned',
  block: 'blocked',
  fail: 'failed',
};

function outcomeOf(rules: readonly ExplainedRule[]): DecisionOutcome {
  const worst = effects.findLast((effect) => rules.some((rule) => rule.effect === effect));
  return outcomes[worst ?? 'none'];
}

function compareRules(a: ExplainedRule, b: ExplainedRule): number {
  return (
    effects.indexOf(b.effect) - effects.indexOf(a.effect) ||
    Number(a.outcome === null) - Number(b.outcome === null) ||
    compareText(a.policy, b.policy) ||
    compareText(a.rule, b.rule)
  );
}
