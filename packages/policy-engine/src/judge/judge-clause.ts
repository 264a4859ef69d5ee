import type { Outcome as Evaluated } from '@tollgate/cel';
import type { Subject } from '../gates/subject.ts';
import type { SourcePlace } from '../subject.ts';
import type { RuleResult } from '../verdict.ts';
import type { CompiledClause, Expression, Message } from './compiled-policy.ts';
import type { PolicyInput } from './policy-input.ts';
import { inert, shownValue } from './shown.ts';
import { accountOf, evidenceOf } from './trace-account.ts';

/** What one clause says of one subject. */
export type ClauseResult = Pick<RuleResult, 'outcome' | 'message' | 'missing' | 'evidence'>;

/** Which rule is at work, for the messages of errors. */
export interface RuleName {
  readonly policy: string;
  readonly rule: string;
}

const passed: ClauseResult = { outcome: 'pass', message: 'The condition holds.' };
const notApplicable: ClauseResult = { outcome: 'not-applicable', message: 'The rule does not apply: `when` is false.' };

/** The most reasons of an unknown verdict that a message names. */
const MAX_REASONS = 5;

/** Whether a clause is about a subject at all, as far as this needs no evaluation. */
export function isMatched(
  clause: Pick<CompiledClause<never>, 'filters' | 'asksFor'>,
  subject: Subject<unknown>,
): boolean {
  if (subject.unlessAsked !== undefined && !clause.asksFor.has(subject.unlessAsked)) return false;
  for (const filter of clause.filters) if (!filter.accepts(subject)) return false;
  return true;
}

/**
 * judgeClause says what a clause that matches comes to. While it is unknown whether the clause is about the subject, it is
 * kept only by what keeps it in any case: the verdict is that of "if `when`, then the condition".
 */
export function judgeClause<Data>(
  clause: CompiledClause<Data>,
  subject: Subject<Data>,
  input: PolicyInput,
  name: RuleName,
): ClauseResult {
  const when = judgeWhens(clause.whens, input, name);
  if (when !== null && when.outcome !== 'unknown') return when;
  const result = judgeCondition(clause, subject, input, name);
  if (when === null || result.outcome === 'pass' || result.outcome === 'not-applicable') return result;
  return when;
}

/** Null when all hold; the first that is false decides, then an error, then what is unknown. */
function judgeWhens(whens: readonly Expression[], input: PolicyInput, name: RuleName): ClauseResult | null {
  let undecided: ClauseResult | null = null;
  for (const when of whens) {
    const outcome = when.program.evaluate(input);
    if (outcome.kind === 'value') {
      if (outcome.value === false) return notApplicable;
    } else if (undecided === null || (undecided.outcome === 'unknown' && outcome.kind === 'error')) {
      undecided = withoutValue(when, outcome, input, name);
    }
  }
  return undecided;
}

function judgeCondition<Data>(
  clause: CompiledClause<Data>,
  subject: Subject<Data>,
  input: PolicyInput,
  name: RuleName,
): ClauseResult {
  const { condition } = clause;
  if (condition.kind === 'form') {
    const result = condition.check(subject);
    if (result.outcome !== 'fail' || clause.message === null) return result;
    return { ...result, message: messageText(clause.message, input) };
  }
  const { expression } = condition;
  const outcome = expression.program.evaluate(input);
  if (outcome.kind !== 'value') return withoutValue(expression, outcome, input, name);
  if (outcome.value === true) return passed;
  const { source } = expression.program;
  const trace = expression.program.evaluate(input, { trace: true }).trace;
  const account = accountOf(source, trace);
  const message = clause.message === null ? account.sentences.join(' ') : messageText(clause.message, input);
  return { outcome: 'fail', message, ...(account.evidence.length === 0 ? {} : { evidence: account.evidence }) };
}

/** The result of an evaluation that came to no value. The values that stand in the way are its evidence. */
function withoutValue(
  expression: Expression,
  outcome: Exclude<Evaluated, { kind: 'value' }>,
  input: PolicyInput,
  name: RuleName,
): ClauseResult {
  const trace = expression.program.evaluate(input, { trace: true }).trace;
  const evidence = evidenceOf(trace);
  const message =
    outcome.kind === 'unknown'
      ? unknownMessage(outcome.reasons)
      : errorMessage(name, expression.placeOf(outcome.line, outcome.column), outcome.message);
  return { outcome: outcome.kind, message, ...(evidence.length === 0 ? {} : { evidence }) };
}

/** The sentence for a verdict that cannot be known yet. */
export function unknownMessage(reasons: readonly string[]): string {
  const more = reasons.length > MAX_REASONS ? [`${reasons.length - MAX_REASONS} more`] : [];
  const named = [...reasons.slice(0, MAX_REASONS).map(balanced), ...more].join('; ');
  return `Cannot be told before apply: ${named === '' ? 'a value that it needs is not known' : named}.`;
}

/** Gates set names in reasons as code. A name with a back quote of its own must not open a code mark that nothing closes. */
function balanced(reason: string): string {
  return reason.split('`').length % 2 === 1 ? reason : inert(reason);
}

function errorMessage({ policy, rule }: RuleName, place: SourcePlace, message: string): string {
  return `Rule \`${policy}/${rule}\` could not be evaluated at ${inert(placeText(place))}: ${inert(message)}.`;
}

/** A place as messages write it: `policies/tags.yml:8:16`. */
export function placeText({ file, startLine, startColumn = 1 }: SourcePlace): string {
  return `${file}:${startLine}:${startColumn}`;
}

/** A rule's message with the values of its expressions. One that fails has no say in the verdict. */
export function messageText(message: Message, input: PolicyInput): string {
  return message.map((part) => (typeof part === 'string' ? part : expressionText(part, input))).join('');
}

function expressionText({ program }: Expression, input: PolicyInput): string {
  const outcome = program.evaluate(input);
  switch (outcome.kind) {
    case 'value':
      return shownValue(outcome.value);
    case 'unknown':
      return '(known after apply)';
    case 'error':
      return '(error)';
  }
}
