import { visible } from './visible.ts';

/** Errors of the language itself: one that reaches the user is a mistake of ours, not of the input. */
const unexpected = new Set([
  'Error',
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'EvalError',
  'URIError',
  'AggregateError',
]);

/**
 * What a person reads when a run failed. The errors of our packages carry a whole sentence with the way out; anything else
 * is named as ours. Never a stack.
 */
export function failureMessage(error: unknown): string {
  if (!(error instanceof Error)) return `Tollgate failed unexpectedly: ${visible(String(error))}. Please report it.`;
  const message = error.message.split('\n').map(visible).join('\n');
  return unexpected.has(error.name)
    ? `Tollgate failed unexpectedly (${error.name}: ${message}). Please report it with the input that caused it.`
    : message;
}
