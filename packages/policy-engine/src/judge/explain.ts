import type { Outcome as Evaluated, Trace } from '@tollgate/cel';
import type { Layer } from '../documents/policy.ts';
import { PolicyEngineError } from '../error.ts';
import type { Gate } from '../gates/gate.ts';
import type { Subject } from '../gates/subject.ts';
import type { Source, SourcePlace, SubjectReference } from '../subject.ts';
import type { RuleResult, VerdictEvidence } from '../verdict.ts';
import type { CompiledClause, CompiledPolicy, CompiledRule, Expression, SubjectFilter } from './compiled-policy.ts';
import { judgeSubject } from './judge.ts';
import { judgeClause, placeText, type RuleName, unknownMessage } from './judge-clause.ts';
import { PolicyInput, timestampOf } from './policy-input.ts';
import { type SmallestChanges, smallestChanges } from './smallest-change.ts';

/** Why a rule says of a subject what it says. */
export interface Explanation {
  readonly policy: string;
  readonly rule: string;
  readonly subject: SubjectReference;
  readonly source: Source | null;
  /** Null when the rule is not about the subject. */
  readonly outcome: RuleResult['outcome'] | null;
  readonly message: string;
  /** A lower layer took the subject out by `exclude`. */
  readonly isExcluded: boolean;
  readonly clauses: readonly ExplainedClause[];
  /** For a rule that is not kept: the fewest changes of the subject with which it is. */
  readonly smallestChanges: SmallestChanges | null;
}

/** What one layer demands, and what came of it. */
export interface ExplainedClause {
  readonly layer: Layer;
  readonly place: SourcePlace;
  /** The parts of the match that leave the subject out; none when the clause is about it. */
  readonly leftOutBy: readonly LeftOut[];
  /** The conditions of the match; not evaluated when the clause is not about the subject. */
  readonly whens: readonly ExplainedExpression[];
  /** Not evaluated when the clause is not about the subject. */
  readonly condition: ExplainedExpression | ExplainedForm | null;
  readonly outcome: RuleResult['outcome'] | null;
  readonly message: string;
}

export interface LeftOut {
  readonly part: SubjectFilter['part'] | 'unless-asked';
  readonly place: SourcePlace;
  /** A sentence. */
  readonly reason: string;
}

export interface ExplainedExpression {
  readonly kind: 'expression';
  readonly source: string;
  readonly place: SourcePlace;
  readonly outcome: 'true' | 'false' | 'unknown' | 'error';
  /** Why it is unknown or an error; empty otherwise. */
  readonly reason: string;
  /** Which parts decided, with their values. */
  readonly trace: Trace | null;
}

export interface ExplainedForm {
  readonly kind: 'form';
  readonly form: string;
  readonly place: SourcePlace;
  readonly outcome: RuleResult['outcome'];
  readonly message: string;
  readonly evidence: readonly VerdictEvidence[];
}

/**
 * explainResult says why a rule of a policy gives a subject its verdict: for every clause which part of the match left the
 * subject out, what the conditions came to and which of their parts decided, and what would have to change.
 * @throws PolicyEngineError when the policy has no such rule, or `now` is not a day.
 */
export function explainResult<Data>(
  policy: CompiledPolicy<Data>,
  ruleId: string,
  subject: Subject<Data>,
  { now, changeable }: { readonly now: string } & Pick<Gate<Data>, 'changeable'>,
): Explanation {
  const rule = policy.rules.find(({ id }) => id === ruleId);
  if (rule === undefined) {
    const ids = policy.rules.map(({ id }) => id).join(', ');
    throw new PolicyEngineError(`Policy "${policy.name}" has no rule "${ruleId}". Its rules are ${ids}.`);
  }
  const input = new PolicyInput(policy.params, timestampOf(now));
  const name: RuleName = { policy: policy.name, rule: rule.id };
  const result = judgeSubject(rule, subject, input, name);
  const isExcluded = rule.isExcluded?.(subject.names) === true;
  const isBroken = result?.outcome === 'fail' || result?.outcome === 'error';
  return {
    policy: policy.name,
    rule: rule.id,
    subject: subject.reference,
    source: subject.source ?? null,
    outcome: result?.outcome ?? null,
    message: result?.message ?? notAbout(rule, isExcluded),
    isExcluded,
    clauses: rule.clauses.map((clause) => explainClause(clause, subject, input, name)),
    smallestChanges: isBroken ? smallestChanges(rule, subject, input, { name, changeable }) : null,
  };
}

function notAbout(rule: CompiledRule<never>, isExcluded: boolean): string {
  if (isExcluded) return `A lower layer takes this subject out of the rule "${rule.id}".`;
  return `The rule "${rule.id}" is not about this subject.`;
}

function explainClause<Data>(
  clause: CompiledClause<Data>,
  subject: Subject<Data>,
  input: PolicyInput,
  name: RuleName,
): ExplainedClause {
  const leftOutBy = leftOut(clause, subject);
  const about = { layer: clause.layer, place: clause.place, leftOutBy };
  if (leftOutBy.length > 0) {
    return {
      ...about,
      whens: [],
      condition: null,
      outcome: null,
      message: leftOutBy.map(({ reason }) => reason).join(' '),
    };
  }
  input.subject = subject.input;
  const { outcome, message } = judgeClause(clause, subject, input, name);
  const whens = clause.whens.map((when) => explainExpression(when, input));
  return { ...about, whens, condition: explainCondition(clause, subject, input), outcome, message };
}

function leftOut(clause: CompiledClause<never>, subject: Subject<unknown>): readonly LeftOut[] {
  const parts: LeftOut[] = clause.filters
    .filter(({ accepts }) => !accepts(subject))
    .map(({ part, place }) => ({ part, place, reason: reasonOf(part, subject) }));
  const { unlessAsked } = subject;
  if (unlessAsked === undefined || clause.asksFor.has(unlessAsked)) return parts;
  const reason =
    unlessAsked === 'action'
      ? `What happens to it is ${listed(subject.actions ?? [])}, which is judged only where \`match.actions\` names it.`
      : `It is judged only where \`match.resources\` names it: ${listed(subject.names)}.`;
  return [...parts, { part: 'unless-asked', place: clause.place, reason }];
}

function reasonOf(part: SubjectFilter['part'], { names, actions }: Subject<unknown>): string {
  switch (part) {
    case 'resources':
      return `No pattern of \`match.resources\` takes in ${listed(names)}.`;
    case 'actions':
      return `\`match.actions\` does not name what happens to it: ${listed(actions ?? [])}.`;
    case 'changedOnly':
      return 'The change does not touch it, and `match.changedOnly` is set.';
  }
}

function listed(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(', ');
}

function explainCondition<Data>(
  { condition }: CompiledClause<Data>,
  subject: Subject<Data>,
  input: PolicyInput,
): ExplainedExpression | ExplainedForm {
  if (condition.kind === 'assert') return explainExpression(condition.expression, input);
  const { outcome, message, evidence = [] } = condition.check(subject);
  return { kind: 'form', form: condition.form, place: condition.place, outcome, message, evidence };
}

function explainExpression({ program, placeOf }: Expression, input: PolicyInput): ExplainedExpression {
  const evaluated = program.evaluate(input, { trace: true });
  return {
    kind: 'expression',
    source: program.source,
    place: placeOf(1, 1),
    outcome: evaluated.kind === 'value' ? (evaluated.value === true ? 'true' : 'false') : evaluated.kind,
    reason: reasonOfStop(evaluated, placeOf),
    trace: evaluated.trace ?? null,
  };
}

function reasonOfStop(evaluated: Evaluated, placeOf: Expression['placeOf']): string {
  if (evaluated.kind === 'unknown') return unknownMessage(evaluated.reasons);
  if (evaluated.kind === 'value') return '';
  return `At ${placeText(placeOf(evaluated.line, evaluated.column))}: ${evaluated.message}.`;
}
