import { graphemes } from './graphemes.ts';
import { normalizeText } from './text-order.ts';

/** Characters that never become part of a cluster with what follows. */
const DELIMITERS = new Set('-_:;/\\,.(){}[]|?!~ \t@#$%^&*+"\'');

/**
 * safePrefix shortens the beginning of a string to what stays as it is whatever text follows: a last letter may still
 * get an accent.
 */
export function safePrefix(text: string): string {
  const prefix = normalizeText(text);
  const clusters = graphemes(prefix);
  const last = clusters.at(-1);
  if (last === undefined || DELIMITERS.has(last)) return prefix;
  return prefix.slice(0, prefix.length - last.length);
}
