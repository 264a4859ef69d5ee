import { type Problem, problemAt } from '../problem.ts';
import type { Node } from './ast.ts';
import type { LineIndex, Range } from './range.ts';
import type { Punctuation, Token } from './token.ts';

/** Deepest nesting, which keeps the recursion of parser, check and evaluation far from the end of the stack. */
export const MAX_DEPTH = 250;

/** Thrown inside the parser to get back to the next closing bracket; it never leaves the parser. */
export class SyntaxStop extends Error {}

/** How many items may stand between brackets, and whether a comma may follow the last one. */
export type Count = 'one' | 'many' | 'many-with-last-comma';

/** The state of one pass over the tokens of a source. */
export interface ParserState {
  readonly source: string;
  readonly tokens: readonly Token[];
  readonly lines: LineIndex;
  readonly problems: Problem[];
  /** The index of the next token. */
  at: number;
  depth: number;
}

/** The next token; after the end, the end again. */
export function peek(state: ParserState): Token {
  const token = state.tokens[Math.min(state.at, state.tokens.length - 1)];
  if (token === undefined) throw new Error('a token list ends with an end token');
  return token;
}

/** Whether the next token is this one. */
export function isNext(state: ParserState, text: Punctuation): boolean {
  const token = peek(state);
  return token.kind === 'punctuation' && token.text === text;
}

/** Takes the next token if it is this one. */
export function take(state: ParserState, text: Punctuation): boolean {
  if (!isNext(state, text)) return false;
  state.at += 1;
  return true;
}

/** Takes the next token, which must be this one. */
export function expect(state: ParserState, text: Punctuation, opened?: Token): void {
  if (take(state, text)) return;
  const where =
    opened === undefined
      ? ''
      : ` to close the "${tokenText(state, opened)}" of column ${rangeOf(state, opened).column}`;
  failUnexpected(state, `"${text}"${where}`);
}

/** A token as it is written. */
export function tokenText(state: ParserState, token: Token): string {
  return state.source.slice(token.offset, token.end);
}

/** The range of a token. */
export function rangeOf(state: ParserState, token: Token): Range {
  return state.lines.range(token.offset, token.end);
}

/** The range from a place to the end of the last token taken. */
export function rangeFrom(state: ParserState, offset: number): Range {
  return state.lines.range(offset, state.tokens[state.at - 1]?.end ?? offset);
}

/** Reports a problem and goes on. */
export function report(state: ParserState, range: Range, message: string): void {
  state.problems.push(problemAt(range, message));
}

/** Reports that something else is expected here, and gives up up to the next closing bracket. */
export function failUnexpected(state: ParserState, wanted: string): never {
  const token = peek(state);
  if (token.kind === 'invalid') throw new SyntaxStop();
  const found = token.kind === 'end' ? 'the expression ends' : `found "${shorten(tokenText(state, token))}"`;
  report(state, rangeOf(state, token), `${found} where ${wanted} is expected`);
  throw new SyntaxStop();
}

/** Reports that the nesting is too deep, and gives up the whole expression. */
export function failTooDeep(state: ParserState): never {
  report(state, rangeOf(state, peek(state)), `the expression is nested deeper than ${MAX_DEPTH} levels`);
  state.at = state.tokens.length - 1;
  throw new SyntaxStop();
}

/**
 * Items between commas up to a closing bracket. An item with a mistake is replaced, so that the mistakes in the next
 * ones are found as well.
 */
export function parseSequence<T>(
  state: ParserState,
  close: Punctuation,
  opening: Token,
  count: Count,
  item: () => T,
  replacement: () => T,
): T[] {
  const items: T[] = [];
  const depth = state.depth;
  if (count !== 'one' && take(state, close)) return items;
  do {
    if (count === 'many-with-last-comma' && items.length > 0 && isNext(state, close)) break;
    try {
      items.push(item());
      if (!isNext(state, close) && (count === 'one' || !isNext(state, ','))) expect(state, close, opening);
    } catch (error) {
      if (!(error instanceof SyntaxStop)) throw error;
      state.depth = depth;
      items.push(replacement());
      skipItem(state);
    }
  } while (take(state, ','));
  if (!take(state, close)) throw new SyntaxStop();
  return items;
}

/** Goes to the comma or closing bracket that ends the item with the mistake. */
function skipItem(state: ParserState): void {
  for (let open = 0; ; state.at += 1) {
    const token = peek(state);
    if (token.kind === 'end') return;
    if (token.kind !== 'punctuation') continue;
    if ('([{'.includes(token.text)) open += 1;
    else if (open === 0 && ')]},'.includes(token.text)) return;
    else if (')]}'.includes(token.text)) open -= 1;
  }
}

/** The node that stands for what could not be parsed here. */
export function invalidNode(state: ParserState): Node {
  return { kind: 'invalid', range: rangeOf(state, peek(state)) };
}

function shorten(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}
