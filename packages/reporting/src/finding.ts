import { code, type Inline, type Source, text, type Verdict } from '@tollgate/policy-engine';
import { messagePhrase, sentences } from './phrase.ts';
import { clip } from './visible.ts';

/** How much evidence stands beside a message; the JSON has all of it. */
const shownEvidence = 2;
const expressionLimit = 80;
const valueLimit = 60;

/** What a verdict found: its message, the values behind it, and the exception that does not count any more. */
export function findingPhrase({ message, evidence, exception, outcome, underlying, missing }: Verdict): Inline[] {
  // The message of what is unknown gives the reasons; of what is missing there is no value.
  const isTold = (underlying ?? outcome) === 'unknown' || missing !== undefined;
  const untold = (isTold ? [] : (evidence ?? []))
    .filter(({ expression, value }) => isFound(expression) && !tells(message, value))
    .slice(0, shownEvidence);
  const values = untold.flatMap(({ expression, value }, index) => [
    text(index === 0 ? ' (' : ', '),
    code(clip(expression, expressionLimit)),
    text(' is '),
    code(clip(value, valueLimit)),
  ]);
  const finding = [...messagePhrase(message), ...values, ...(values.length > 0 ? [text(')')] : [])];
  const idle = exception !== undefined && exception.status !== 'active' && !message.includes(exception.message);
  return idle ? sentences([finding, messagePhrase(exception.message)]) : finding;
}

/** The place of a subject, and of the call in the root module that brings it in. */
export function wherePhrase(source: Source | undefined): Inline[] {
  if (source === undefined) return [];
  const [outermost] = source.callers ?? [];
  const place: Inline = { kind: 'place', place: source };
  return outermost === undefined ? [place] : [place, text(', called at '), { kind: 'place', place: outermost }];
}

/** Names set as code in a list that ends with a word: `a`, `b` or `c`. */
export function namesPhrase(names: readonly string[], word: 'and' | 'or'): Inline[] {
  return names.flatMap((name, index) => {
    if (index === 0) return [code(name)];
    return [text(index === names.length - 1 ? ` ${word} ` : ', '), code(name)];
  });
}

/** Whether an expression is of something that was found: neither a parameter of the policy nor a name inside of the condition. */
function isFound(expression: string): boolean {
  return !/^params\b/.test(expression) && !/^[a-z_]\w*$/i.test(expression);
}

/** Whether a message names a value already. Short ones, such as a number, can stand in it by chance. */
function tells(message: string, value: string): boolean {
  const bare = /^".*"$/s.test(value) ? value.slice(1, -1) : value;
  return bare.length > 2 && message.includes(bare);
}
