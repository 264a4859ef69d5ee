import { anchorAt, closeTemplates, endsUnclosedString, markerFollows } from './lexer-recovery.ts';
import type { Frame, LexerState } from './lexer-state.ts';
import { Token } from './token.ts';
import { isSpace, trimEndSpaces } from './white-space.ts';

const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;
const dollar = 36;
const percent = 37;
const backslash = 92;
const openBrace = 123;
const tilde = 126;

/** lexQuoted reads the inside of a string up to its closing quote or the next sequence. */
export function lexQuoted(state: LexerState): void {
  const { text, tokens } = state;
  const end = quotedTextEnd(text, state.position);
  if (end > state.position) tokens.push(Token.QuotedText, state.position, end);
  state.position = end;
  switch (text.charCodeAt(end)) {
    case quote:
      tokens.push(Token.CloseQuote, end, end + 1);
      state.frames.pop();
      state.position = end + 1;
      return;
    case dollar:
    case percent:
      openSequence(state);
      return;
    case backslash:
      tokens.push(Token.Invalid, end, end + 1);
      state.position = end + 1;
      return;
    case lineFeed:
    case carriageReturn:
      lexQuotedNewline(state);
  }
}

function quotedTextEnd(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case quote:
      case lineFeed:
      case carriageReturn:
        return at;
      case backslash: {
        const next = text.charCodeAt(at + 1);
        if (next === lineFeed || next === carriageReturn || Number.isNaN(next)) return at;
        at++;
        break;
      }
      case dollar:
      case percent:
        if (opensSequence(text, at)) return at;
        if (isEscapedSequence(text, at)) at += 2;
        break;
    }
  }
  return at;
}

function lexQuotedNewline(state: LexerState): void {
  const { text } = state;
  let end = state.position;
  while (text.charCodeAt(end) === lineFeed || text.charCodeAt(end) === carriageReturn) end++;
  const lineStart = text.charCodeAt(state.position) === carriageReturn ? state.position + 2 : state.position + 1;
  state.tokens.push(Token.QuotedNewline, state.position, end);
  state.position = end;
  if (end > lineStart || endsUnclosedString(state, end)) closeTemplates(state);
}

/** lexHeredoc reads one line, or the part of it before the next sequence. */
export function lexHeredoc(state: LexerState, frame: Frame & { kind: 'heredoc' }): void {
  const { text, tokens, position } = state;
  if (
    frame.startOfLine &&
    state.anchors &&
    !markerFollows(state, frame.marker, position) &&
    anchorAt(state, position)
  ) {
    return;
  }
  const end = plainTextEnd(text, position);
  state.position = end;
  if (text.charCodeAt(end) === lineFeed) {
    const breakStart = end > position && text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end;
    state.position = end + 1;
    if (frame.startOfLine && isMarkerLine(text, position, end, frame.marker)) {
      tokens.push(Token.CloseHeredoc, position, breakStart);
      tokens.push(Token.Newline, breakStart, end + 1);
      state.frames.pop();
      state.openHeredocs--;
      return;
    }
    tokens.push(Token.Text, position, end + 1);
    frame.startOfLine = true;
    return;
  }
  if (end > position) tokens.push(Token.Text, position, end);
  frame.startOfLine = false;
  if (end < text.length) openSequence(state);
}

/** lexBare reads one line of a template without quotes, or the part of it before the next sequence. */
export function lexBare(state: LexerState): void {
  const { text, tokens, position } = state;
  const stop = plainTextEnd(text, position);
  const end = text.charCodeAt(stop) === lineFeed ? stop + 1 : stop;
  if (end > position) tokens.push(Token.Text, position, end);
  state.position = end;
  if (stop === end && end < text.length) openSequence(state);
}

function isMarkerLine(text: string, start: number, end: number, marker: string): boolean {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return text.startsWith(marker, at) && trimEndSpaces(text.slice(at + marker.length, end)) === '';
}

/** The offset of the next line feed, `${` or `%{`, or the end of the text. */
function plainTextEnd(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === lineFeed) return at;
    if (code === dollar || code === percent) {
      if (opensSequence(text, at)) return at;
      if (isEscapedSequence(text, at)) at += 2;
    }
  }
  return at;
}

function opensSequence(text: string, at: number): boolean {
  return text.charCodeAt(at + 1) === openBrace;
}

/** isEscapedSequence is true for `$${` and `%%{`, which stand for `${` and `%{`. */
export function isEscapedSequence(text: string, at: number): boolean {
  return text.charCodeAt(at + 1) === text.charCodeAt(at) && text.charCodeAt(at + 2) === openBrace;
}

function openSequence(state: LexerState): void {
  const { text, position } = state;
  const kind = text.charCodeAt(position) === dollar ? Token.OpenInterpolation : Token.OpenDirective;
  const end = text.charCodeAt(position + 2) === tilde ? position + 3 : position + 2;
  state.tokens.push(kind, position, end);
  state.braces++;
  state.frames.push({ kind: 'sequence', braces: state.braces });
  state.position = end;
}
