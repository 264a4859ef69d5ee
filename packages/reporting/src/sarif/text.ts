import { clip, visible } from '../visible.ts';

/** The longest text of a message; GitHub shows the first sentences. */
const textLimit = 1_000;

/**
 * Text from outside for a SARIF message, on one line. A message can hold links, `[text](target)`: a zero-width space between
 * the brackets leaves the text readable and makes none.
 */
export function sarifText(text: string): string {
  return clip(visible(text), textLimit).replaceAll('](', ']\u200b(');
}
