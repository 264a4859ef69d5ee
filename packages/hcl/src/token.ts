import type { Range } from './range.ts';

/** The kinds of tokens. Plain numbers, so that a token list is three flat arrays. */
export const Token = {
  EndOfFile: 0,
  /** A line break; it starts at the line comment before it, if there is one, as HashiCorp's parser reports it. */
  Newline: 1,
  Identifier: 2,
  Number: 3,
  OpenQuote: 4,
  CloseQuote: 5,
  /** `<<EOT` or `<<-EOT` with its line break. */
  OpenHeredoc: 6,
  /** The line of the closing marker without its line break. */
  CloseHeredoc: 7,
  /** Literal text in quotes, with escapes. */
  QuotedText: 8,
  /** Literal text of a heredoc (one token a line) or a bare template. */
  Text: 9,
  OpenInterpolation: 10,
  OpenDirective: 11,
  CloseSequence: 12,
  OpenBrace: 13,
  CloseBrace: 14,
  OpenBracket: 15,
  CloseBracket: 16,
  OpenParen: 17,
  CloseParen: 18,
  Dot: 19,
  Comma: 20,
  Equals: 21,
  Colon: 22,
  DoubleColon: 23,
  Question: 24,
  Ellipsis: 25,
  Arrow: 26,
  Star: 27,
  Slash: 28,
  Percent: 29,
  Plus: 30,
  Minus: 31,
  EqualEqual: 32,
  NotEqual: 33,
  Less: 34,
  LessEqual: 35,
  Greater: 36,
  GreaterEqual: 37,
  And: 38,
  Or: 39,
  Not: 40,
  /** A line break inside quotes, which is an error. */
  QuotedNewline: 41,
  /** Of no length: the lexer took the templates that are open here for unclosed and went on behind them. */
  Resume: 42,
  /** Of no length: a block header at the start of a line, behind which everything open is taken for unclosed. */
  Anchor: 43,
  Invalid: 44,
  Ampersand: 45,
  Pipe: 46,
  Tilde: 47,
  Caret: 48,
  Backtick: 49,
  Apostrophe: 50,
  Semicolon: 51,
} as const;

export type TokenKind = (typeof Token)[keyof typeof Token];

/** How many token kinds there are. */
export const tokenKindCount = 52;

/** A comment, without the line break that ends it. */
export interface Comment extends Range {
  readonly style: '#' | '//' | '/*';
}

/** TokenList holds tokens as flat arrays: kind, start and end (offsets into the text). */
export class TokenList {
  kinds: Uint8Array;
  starts: Uint32Array;
  ends: Uint32Array;
  count = 0;

  constructor(capacity: number) {
    this.kinds = new Uint8Array(capacity);
    this.starts = new Uint32Array(capacity);
    this.ends = new Uint32Array(capacity);
  }

  push(kind: TokenKind, start: number, end: number): void {
    if (this.count === this.kinds.length) this.#grow();
    this.kinds[this.count] = kind;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count++;
  }

  #grow(): void {
    const capacity = this.kinds.length * 2;
    const kinds = new Uint8Array(capacity);
    const starts = new Uint32Array(capacity);
    const ends = new Uint32Array(capacity);
    kinds.set(this.kinds);
    starts.set(this.starts);
    ends.set(this.ends);
    this.kinds = kinds;
    this.starts = starts;
    this.ends = ends;
  }
}
