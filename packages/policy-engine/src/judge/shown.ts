import { type HostValue, preview } from '@tollgate/cel';

/** The most characters of one value in a message. */
const MAX_VALUE = 200;
/** The most characters of one expression in a message. */
const MAX_EXPRESSION = 240;

/**
 * inert makes text from the configuration fit to stand in a message, where what is between back quotes is shown as code:
 * it can neither open nor close such quotes.
 */
export function inert(text: string): string {
  return text.replaceAll('`', "'");
}

/** A name or an expression in a message, shown as code: on one line, and cut when it is long. */
export function asCode(text: string): string {
  return `\`${inert(cut(text.trim().replaceAll(/\s+/g, ' '), MAX_EXPRESSION))}\``;
}

/** A value as it stands in a message: a string as it is, everything else as expressions write it. */
export function shownValue(value: HostValue): string {
  // What an optional value gives when there is none.
  if (value === undefined) return '(not set)';
  return inert(typeof value === 'string' ? cut(value, MAX_VALUE) : preview(value));
}

function cut(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit - 1).toWellFormed()}…` : text;
}
