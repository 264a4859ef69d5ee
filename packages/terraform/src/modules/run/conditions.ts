import {
  BOOL,
  convert,
  deepMarks,
  SENSITIVE,
  STRING,
  type Value,
  ValueError,
  withoutMarks,
} from '../../values/index.ts';
import type { CheckRule } from '../config/check-rule.ts';
import { errorMessage, type Message, type Place, placeOf } from '../message.ts';
import { evaluateIn } from './evaluate-expression.ts';
import type { LocalNames } from './local-names.ts';
import type { ModuleRun } from './module-run.ts';

/** What became of a condition. One that is wrong has been reported. */
export type Verdict =
  | { readonly kind: 'passed' | 'unknown' | 'wrong' }
  | { readonly kind: 'failed'; readonly message: string };

/** conditionPlace is what messages about a condition point at. */
export function conditionPlace({ condition }: CheckRule): Place {
  return placeOf(condition.source, condition.expression);
}

/** checkConditions reports conditions that do not hold. What is not known yet is left to Terraform. */
export function checkConditions(run: ModuleRun, rules: readonly CheckRule[], names: LocalNames, summary: string): void {
  for (const rule of rules) {
    const verdict = evaluateCondition(run, rule, names);
    if (verdict.kind === 'failed' && run.shared.purpose === 'planned')
      run.shared.report(errorMessage(conditionPlace(rule), summary, verdict.message));
  }
}

/** evaluateCondition evaluates a condition, and the message for when it does not hold. */
export function evaluateCondition(
  run: ModuleRun,
  rule: CheckRule,
  names: LocalNames,
  wrongSummary = 'Invalid condition result',
): Verdict {
  const { value, failed } = evaluateIn(run, rule.condition, names);
  if (failed) return { kind: 'wrong' };
  const outcome = truthOf(withoutMarks(value), conditionPlace(rule), wrongSummary);
  if (typeof outcome === 'object') {
    run.shared.report(outcome);
    return { kind: 'wrong' };
  }
  if (outcome === undefined) return { kind: 'unknown' };
  return outcome ? { kind: 'passed' } : { kind: 'failed', message: failureMessage(run, rule, names) };
}

/** True or false, undefined when it is not known, or what is wrong with the value as a condition. */
function truthOf(value: Value, at: Place, summary: string): boolean | undefined | Message {
  if (value.kind === 'null') {
    return errorMessage(at, summary, 'Condition expression must return either true or false, not null.');
  }
  try {
    const truth = convert(value, BOOL);
    return truth.kind === 'bool' ? truth.value : undefined;
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    return errorMessage(at, summary, `Invalid condition result value: ${error.message}.`);
  }
}

function failureMessage(run: ModuleRun, { errorMessage: text }: CheckRule, names: LocalNames): string {
  if (text === undefined) return FAILED;
  const at = placeOf(text.source, text.expression);
  const refuse = (summary: string, detail: string) => {
    run.shared.report(errorMessage(at, summary, detail));
    return FAILED;
  };
  const { value, failed } = evaluateIn(run, text, names);
  if (failed) return FAILED;
  if ((deepMarks(value) & SENSITIVE) !== 0) {
    run.shared.report({
      severity: 'warning',
      summary: 'Error message refers to sensitive values',
      detail: SENSITIVE_TEXT,
      at,
    });
    return 'The error message included a sensitive value, so it will not be displayed.';
  }
  if (value.kind === 'null') {
    return refuse('Invalid error message', 'Unsuitable value for error message: must not be null.');
  }
  try {
    const message = convert(value, STRING);
    return message.kind === 'string' ? message.value.trim() : FAILED;
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    return refuse('Invalid error message', `Unsuitable value for error message: ${error.message}.`);
  }
}

const FAILED = 'Failed to evaluate condition error message.';
const SENSITIVE_TEXT =
  'The error expression used to explain this condition refers to sensitive values, so Terraform will not display the resulting message.\n\nYou can correct this by removing references to sensitive values, or by carefully using the nonsensitive() function if the expression will not reveal the sensitive data.';
