import { identifierEnd, startsIdentifier } from './identifier.ts';
import { anchorAt, closeTemplates, endsUnclosedSequence } from './lexer-recovery.ts';
import { createLexerState, type LexerState } from './lexer-state.ts';
import { lexBare, lexHeredoc, lexQuoted } from './lexer-template.ts';
import { type Comment, Token, type TokenKind, type TokenList } from './token.ts';

/** What a text is: configuration (also a single expression), or a template without quotes around it. */
export type LexerMode = 'configuration' | 'template';

export interface LexerResult {
  /** All tokens; the last is `EndOfFile`. Only spaces, tabs and comments lie between them. */
  readonly tokens: TokenList;
  readonly comments: Comment[];
}

/**
 * lex splits a text into tokens. It never fails: what the language does not know becomes a token that the parser
 * reports. With `anchors` a block header at the start of a line closes everything that is open.
 */
export function lex(text: string, mode: LexerMode, anchors = false): LexerResult {
  const state = createLexerState(text, anchors);
  while (state.position < text.length) {
    const frame = state.frames.at(-1);
    if (frame === undefined) {
      if (mode === 'template') lexBare(state);
      else lexPlain(state);
    } else if (frame.kind === 'quoted') lexQuoted(state);
    else if (frame.kind === 'heredoc') lexHeredoc(state, frame);
    else lexPlain(state);
  }
  state.tokens.push(Token.EndOfFile, text.length, text.length);
  return { tokens: state.tokens, comments: state.comments };
}

/** Reads configuration tokens until a string, a heredoc or the end of a sequence changes what is around. */
function lexPlain(state: LexerState): void {
  const { text, tokens, frames } = state;
  const depth = frames.length;
  const length = text.length;
  while (state.position < length && frames.length === depth) {
    const at = state.position;
    const code = text.charCodeAt(at);
    const single = code < 128 ? (singleCharacterTokens[code] ?? Token.EndOfFile) : Token.EndOfFile;
    if (single !== Token.EndOfFile) {
      tokens.push(single, at, at + 1);
      state.position = at + 1;
    } else if (code === 32 || code === 9) {
      state.position = at + 1;
    } else if ((code >= 97 && code <= 122) || startsIdentifier(text, at)) {
      const end = identifierEnd(text, at);
      tokens.push(Token.Identifier, at, end);
      state.position = end;
    } else if (code >= 48 && code <= 57) {
      const end = numberEnd(text, at);
      tokens.push(Token.Number, at, end);
      state.position = end;
    } else {
      state.position = lexSymbol(state, code);
    }
  }
}

/** Characters that are a token by themselves, whatever follows; `EndOfFile` (0) for all others. */
const singleCharacterTokens: TokenKind[] = Array.from({ length: 128 }, () => Token.EndOfFile);
for (const [character, kind] of [
  ['[', Token.OpenBracket],
  [']', Token.CloseBracket],
  ['(', Token.OpenParen],
  [')', Token.CloseParen],
  [',', Token.Comma],
  ['*', Token.Star],
  ['%', Token.Percent],
  ['+', Token.Plus],
  ['-', Token.Minus],
  ['?', Token.Question],
  ['^', Token.Caret],
  [';', Token.Semicolon],
  ['`', Token.Backtick],
  ["'", Token.Apostrophe],
] as const) {
  singleCharacterTokens[character.charCodeAt(0)] = kind;
}

/** Reads one token that is neither a word nor a number, and gives the offset behind it. */
function lexSymbol(state: LexerState, code: number): number {
  const { text, position: at } = state;
  const next = text.charCodeAt(at + 1);
  switch (code) {
    case 10: // line feed
      return lexNewline(state, at, at + 1);
    case 13: // carriage return
      if (next === 10) return lexNewline(state, at, at + 2);
      return emit(state, Token.Invalid, 1);
    case 34: // "
      state.frames.push({ kind: 'quoted' });
      return emit(state, Token.OpenQuote, 1);
    case 35: // #
      return lexLineComment(state, '#');
    case 47: // /
      if (next === 47) return lexLineComment(state, '//');
      if (next === 42 && state.mayCloseComment) return lexInlineComment(state);
      return emit(state, Token.Slash, 1);
    case 123: // {
      state.braces++;
      return emit(state, Token.OpenBrace, 1);
    case 125: // }
      return lexCloseBrace(state);
    case 126: // ~
      if (next === 125) return lexCloseSequence(state);
      return emit(state, Token.Tilde, 1);
    case 61: // =
      if (next === 61) return emit(state, Token.EqualEqual, 2);
      return next === 62 ? emit(state, Token.Arrow, 2) : emit(state, Token.Equals, 1);
    case 33: // !
      return next === 61 ? emit(state, Token.NotEqual, 2) : emit(state, Token.Not, 1);
    case 60: // <
      if (next === 61) return emit(state, Token.LessEqual, 2);
      return next === 60 ? lexHeredocOpening(state) : emit(state, Token.Less, 1);
    case 62: // >
      return next === 61 ? emit(state, Token.GreaterEqual, 2) : emit(state, Token.Greater, 1);
    case 38: // &
      return next === 38 ? emit(state, Token.And, 2) : emit(state, Token.Ampersand, 1);
    case 124: // |
      return next === 124 ? emit(state, Token.Or, 2) : emit(state, Token.Pipe, 1);
    case 58: // :
      return next === 58 ? emit(state, Token.DoubleColon, 2) : emit(state, Token.Colon, 1);
    case 46: // .
      if (next === 46 && text.charCodeAt(at + 2) === 46) return emit(state, Token.Ellipsis, 3);
      return emit(state, Token.Dot, 1);
    default:
      return emit(state, Token.Invalid, (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  }
}

function emit(state: LexerState, kind: TokenKind, length: number): number {
  const end = state.position + length;
  state.tokens.push(kind, state.position, end);
  return end;
}

function lexNewline(state: LexerState, start: number, end: number): number {
  if (state.frames.length > 0 && endsUnclosedSequence(state, end)) closeTemplates(state);
  state.tokens.push(Token.Newline, start, end);
  anchorAt(state, end);
  return end;
}

/** A line comment ends with the line, and its newline token begins with the comment. */
function lexLineComment(state: LexerState, style: '#' | '//'): number {
  const { text, position: start } = state;
  const lineFeed = text.indexOf('\n', start);
  if (lineFeed < 0) {
    state.comments.push({ start, end: text.length, style });
    return text.length;
  }
  const end = text.charCodeAt(lineFeed - 1) === 13 ? lineFeed - 1 : lineFeed;
  state.comments.push({ start, end, style });
  return lexNewline(state, start, lineFeed + 1);
}

function lexInlineComment(state: LexerState): number {
  const start = state.position;
  const close = state.text.indexOf('*/', start + 2);
  if (close < 0) {
    // As in HashiCorp's scanner: without an end it is no comment, but a slash and a star.
    state.mayCloseComment = false;
    return emit(state, Token.Slash, 1);
  }
  state.comments.push({ start, end: close + 2, style: '/*' });
  return close + 2;
}

function lexCloseBrace(state: LexerState): number {
  const frame = state.frames.at(-1);
  if (frame?.kind === 'sequence' && frame.braces === state.braces) {
    state.frames.pop();
    state.braces--;
    return emit(state, Token.CloseSequence, 1);
  }
  state.braces--;
  return emit(state, Token.CloseBrace, 1);
}

/** `~}`: also where no sequence is open, so that the parser can say what is wrong. */
function lexCloseSequence(state: LexerState): number {
  const frame = state.frames.at(-1);
  if (frame?.kind === 'sequence' && frame.braces === state.braces) state.frames.pop();
  state.braces--;
  return emit(state, Token.CloseSequence, 2);
}

/** `<<NAME` or `<<-NAME` directly before a line break; anything else is a pair of `<`. */
function lexHeredocOpening(state: LexerState): number {
  const { text, position } = state;
  const nameStart = text.charCodeAt(position + 2) === 45 ? position + 3 : position + 2;
  if (!startsIdentifier(text, nameStart)) return emit(state, Token.Less, 1);
  const nameEnd = identifierEnd(text, nameStart);
  const lineFeed = text.charCodeAt(nameEnd) === 13 ? nameEnd + 1 : nameEnd;
  if (text.charCodeAt(lineFeed) !== 10) return emit(state, Token.Less, 1);
  state.frames.push({ kind: 'heredoc', marker: text.slice(nameStart, nameEnd), startOfLine: true });
  state.openHeredocs++;
  return emit(state, Token.OpenHeredoc, lineFeed + 1 - position);
}

/**
 * The end of a number: digits, dots and exponents in any order, but never a dot at the end. `1.2.3` is one (invalid)
 * number, and `a.0.1` one number behind a dot, as in HashiCorp's scanner.
 */
function numberEnd(text: string, start: number): number {
  let end = start + 1;
  for (let at = end; ; ) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      at++;
      end = at;
    } else if (code === 46) {
      at++;
    } else if (code === 101 || code === 69) {
      const sign = text.charCodeAt(at + 1);
      const digit = sign === 43 || sign === 45 ? at + 2 : at + 1;
      if (!isDigit(text.charCodeAt(digit))) return end;
      at = digit + 1;
      end = at;
    } else {
      return end;
    }
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
