import type { LexerState } from './lexer-state.ts';
import { Token } from './token.ts';

/** `name =` or `type "label" {`: what a new item of a body looks like. */
const bodyItem = /[ \t]*[A-Za-z_][\w-]*(?:[ \t]*=(?![=>])|(?:[ \t]+(?:"[^"\n]*"|[A-Za-z_][\w-]*))*[ \t]*\{)/y;
/** A line on which a forgotten quote is more likely than a string that goes on. */
const behindString = /[ \t]*(?:[}\])]|#|\/\/|\r?\n|$)/y;
const blockHeader = /[A-Za-z_][\w-]*(?:[ \t]+(?:"[^"\n]*"|[A-Za-z_][\w-]*))*[ \t]*\{/y;

/** Longer lines are no closing marker of a heredoc. */
const longestMarkerLine = 200;

function matchesAt(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(text);
}

/** endsUnclosedString is true when the line that starts at an offset does not look like the rest of a string. */
export function endsUnclosedString(state: LexerState, lineStart: number): boolean {
  if (state.openHeredocs > 0) return false;
  return matchesAt(behindString, state.text, lineStart) || matchesAt(bodyItem, state.text, lineStart);
}

/** endsUnclosedSequence is true when the line at an offset cannot belong to the `${ … }` that is open. */
export function endsUnclosedSequence(state: LexerState, lineStart: number): boolean {
  if (state.openHeredocs > 0) return false;
  const frame = state.frames.at(-1);
  return frame?.kind === 'sequence' && frame.braces === state.braces && matchesAt(bodyItem, state.text, lineStart);
}

/** closeTemplates gives up on all templates that are open and goes on in the body around them. */
export function closeTemplates(state: LexerState): void {
  const outermost = state.frames.find((frame) => frame.kind === 'sequence');
  if (outermost?.kind === 'sequence') state.braces = outermost.braces - 1;
  state.frames.length = 0;
  state.openHeredocs = 0;
  state.tokens.push(Token.Resume, state.position, state.position);
}

/** anchorAt closes everything that is open when a block header stands at the start of the line at an offset. */
export function anchorAt(state: LexerState, lineStart: number): boolean {
  if (!state.anchors || !matchesAt(blockHeader, state.text, lineStart)) return false;
  state.frames.length = 0;
  state.openHeredocs = 0;
  state.braces = 0;
  state.position = lineStart;
  state.tokens.push(Token.Anchor, lineStart, lineStart);
  return true;
}

/** markerFollows is true when a line with only the marker comes at or after an offset. */
export function markerFollows(state: LexerState, marker: string, offset: number): boolean {
  if (state.lastLines === undefined) {
    state.lastLines = new Map();
    let start = 0;
    for (let end = state.text.indexOf('\n'); end >= 0; end = state.text.indexOf('\n', start)) {
      if (end - start <= longestMarkerLine) state.lastLines.set(state.text.slice(start, end).trim(), start);
      start = end + 1;
    }
  }
  return (state.lastLines.get(marker) ?? -1) >= offset;
}
