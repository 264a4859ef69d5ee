/**
 * Makes text from outside safe to show on one line: what would move the cursor, break the line, hide itself or turn the
 * reading direction becomes a visible escape, and half a surrogate pair the replacement character.
 */
export function visible(text: string): string {
  return unseen.test(text) ? text.toWellFormed().replaceAll(unseenGlobal, escapeOf) : text.toWellFormed();
}

// Control and format characters (category Cc, Cf: bidirectional overrides, zero-width and tag characters among them),
// line and paragraph separators. The joiners that emoji and some scripts need stay.
const pattern = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const unseen = pattern;
const unseenGlobal = new RegExp(pattern, 'gu');

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeOf(character: string): string {
  return shortEscapes[character] ?? `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

/** Shortens text to at most `limit` UTF-16 units, ending with an ellipsis and never inside a surrogate pair. */
export function clip(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
