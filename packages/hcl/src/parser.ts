import { type Diagnostic, errorAt } from './diagnostic.ts';
import type { InvalidExpression } from './expression.ts';
import { OpenBrackets } from './open-brackets.ts';
import type { Range } from './range.ts';
import type { Source } from './source.ts';
import { Token, type TokenList } from './token.ts';

/** Limits that keep hostile input from costing more than its length. */
export interface ParseLimits {
  /** How deep expressions and blocks may be nested; 250 unless told. */
  readonly maxDepth?: number;
}

export const defaultMaxDepth = 250;

/** More errors than this in one text help nobody. */
const maxDiagnostics = 100;

/** Turns offsets of the parsed text into offsets of the source, where the two differ (JSON strings). */
export type OffsetMap = (offset: number) => number;

/**
 * Parser is the state of one run over a token list: where it stands, whether line breaks count, and what went wrong.
 *
 * After a mistake `failing` is true, and every parse function returns at once with what it has; the item of the body
 * in which it happened is then skipped, and parsing goes on behind it.
 */
export class Parser {
  readonly source: Source;
  readonly text: string;
  readonly diagnostics: Diagnostic[] = [];
  readonly maxDepth: number;
  /** Whether line breaks are tokens here (bodies, objects) or white space (inside brackets). */
  newlines = true;
  failing = false;
  depth = 0;
  /** True from a skipped item up to the next one that is sound: what stands between may be the rest of it. */
  recovering = false;
  /** True when an operator chain is so long that the height of the tree has to be checked. */
  longChain = false;
  /** True when the end of the text came inside of something. */
  truncated = false;
  readonly #kinds: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #last: number;
  readonly #map: OffsetMap | undefined;
  #next = 0;
  #previous = 0;
  /** The end (of the text, or of what the lexer gave up on) at which something was reported as not closed. */
  #reportedEnd = -1;

  constructor(source: Source, text: string, tokens: TokenList, limits: ParseLimits, map?: OffsetMap) {
    this.source = source;
    this.text = text;
    this.maxDepth = limits.maxDepth ?? defaultMaxDepth;
    this.#kinds = tokens.kinds;
    this.#starts = tokens.starts;
    this.#ends = tokens.ends;
    this.#last = tokens.count - 1;
    this.#map = map;
  }

  /** peek gives the kind of the next token. */
  peek(): number {
    if (!this.newlines) while (this.#kinds[this.#next] === Token.Newline) this.#next++;
    return this.#kinds[this.#next] ?? Token.EndOfFile;
  }

  /** read takes the next token and gives its index. The end of the file is never passed. */
  read(): number {
    this.peek();
    const index = this.#next;
    this.#previous = index;
    if (index < this.#last) this.#next = index + 1;
    return index;
  }

  /** next gives the index of the next token without taking it. */
  next(): number {
    this.peek();
    return this.#next;
  }

  /** previous gives the index of the token that was read last. */
  previous(): number {
    return this.#previous;
  }

  kindOf(index: number): number {
    return this.#kinds[index] ?? Token.EndOfFile;
  }

  startOf(index: number): number {
    const start = this.#starts[index] ?? 0;
    return this.#map === undefined ? start : this.#map(start);
  }

  endOf(index: number): number {
    const end = this.#ends[index] ?? 0;
    return this.#map === undefined ? end : this.#map(end);
  }

  rangeOf(index: number): Range {
    return { start: this.startOf(index), end: this.endOf(index) };
  }

  textOf(index: number): string {
    return this.text.slice(this.#starts[index], this.#ends[index]);
  }

  /** rangeWithin gives the source range of a part of a token's text. */
  rangeWithin(index: number, start: number, end: number): Range {
    const base = this.#starts[index] ?? 0;
    const map = this.#map;
    return map === undefined
      ? { start: base + start, end: base + end }
      : { start: map(base + start), end: map(base + end) };
  }

  /** isWord is true when the next token is a certain identifier. */
  isWord(word: string): boolean {
    if (this.peek() !== Token.Identifier) return false;
    const start = this.#starts[this.#next] ?? 0;
    return (this.#ends[this.#next] ?? 0) - start === word.length && this.text.startsWith(word, start);
  }

  /** report notes a mistake that does not stop the parser. */
  report(range: Range, summary: string, detail: string): void {
    if (this.diagnostics.length < maxDiagnostics) {
      this.diagnostics.push(errorAt(this.source, range, summary, detail));
    }
  }

  /** fail notes a mistake, unless one is being recovered from, and makes all callers return. */
  fail(range: Range, summary: string, detail: string): void {
    // Where the lexer gave up, the first reading of the text has said more of what is open.
    if (!this.failing && this.peek() !== Token.Anchor) this.report(range, summary, detail);
    this.failing = true;
    if (!this.atEnd()) return;
    this.#reportedEnd = this.#next;
    if (this.peek() === Token.EndOfFile) this.truncated = true;
  }

  /** failAtNext fails at the next token. */
  failAtNext(summary: string, detail: string): void {
    this.fail(this.rangeOf(this.next()), summary, detail);
  }

  /**
   * failAtClosing fails like `failAtNext`, but points at the bracket that seems to close what is open (or at the end of
   * the text), as HashiCorp's parser does for an index.
   */
  failAtClosing(opener: number, closer: number, summary: string, detail: string): void {
    let index = this.next() + 1;
    const isSeen = this.diagnostics.length < maxDiagnostics;
    for (let nested = 0; isSeen && index < this.#last; index++) {
      const kind = this.kindOf(index);
      if (kind === opener) nested++;
      else if (kind === closer && nested-- === 0) break;
    }
    this.fail(this.rangeOf(Math.min(index, this.#last)), summary, detail);
  }

  /** reportUnclosed notes, once for each end of a text, that something is still open there. */
  reportUnclosed(range: Range, summary: string, detail: string): void {
    if (this.peek() === Token.EndOfFile) this.truncated = true;
    if (this.#reportedEnd !== this.#next) this.report(range, summary, detail);
    this.#reportedEnd = this.#next;
  }

  /** enter counts one level of nesting; false, with an error, when there are too many. */
  enter(): boolean {
    if (this.depth >= this.maxDepth) {
      this.failAtNext(
        'Nesting too deep',
        `Expressions and blocks are nested more than ${this.maxDepth} levels deep here. Move inner parts into values of their own.`,
      );
      return false;
    }
    this.depth++;
    return true;
  }

  leave(): void {
    this.depth--;
  }

  /** atEnd is true at the end of the text, and where the lexer gave up on what is open. */
  atEnd(): boolean {
    const kind = this.peek();
    return kind === Token.EndOfFile || kind === Token.Resume || kind === Token.Anchor;
  }

  /** invalid stands for the next token, which is no expression. */
  invalid(): InvalidExpression {
    const index = this.next();
    return { kind: 'invalid', start: this.startOf(index), end: this.endOf(index) };
  }

  /**
   * skipItem moves behind the item of a body that began with a token: to the first line break outside of all brackets
   * and strings that the item opened, or, where brackets were not closed, to what looks like the next item.
   */
  skipItem(first: number, item: 'attribute' | 'block'): void {
    this.#next = this.#itemEnd(first, item);
    this.recovering = true;
    this.failing = false;
    this.newlines = true;
  }

  #itemEnd(first: number, item: 'attribute' | 'block'): number {
    const open = new OpenBrackets();
    // Line breaks that were passed inside of brackets may be where the item should have ended.
    let next = this.#next;
    while (next > first + 1 && this.kindOf(next - 1) === Token.Newline) next--;
    for (let index = first; ; index++) {
      const kind = this.kindOf(index);
      if (kind === Token.EndOfFile && !open.isEmpty()) this.truncated = true;
      if (kind === Token.EndOfFile || kind === Token.Anchor) return index;
      // A closing brace that nothing in this item opened belongs to the block around it.
      if (kind === Token.CloseBrace && !open.hasBrace() && index >= next) return index;
      open.add(kind);
      if (index < next || (kind !== Token.Newline && kind !== Token.Resume)) continue;
      if (open.isEmpty() || (item === 'attribute' && this.#startsItem(index + 1, open.hasBrace()))) return index;
    }
  }

  /** A word with `=` or `{` behind it at the start of a line is no expression; within braces only a quote tells. */
  #startsItem(index: number, inBraces: boolean): boolean {
    if (this.kindOf(index) !== Token.Identifier) return false;
    const second = this.kindOf(index + 1);
    return second === Token.OpenQuote || (!inBraces && (second === Token.Equals || second === Token.OpenBrace));
  }
}
