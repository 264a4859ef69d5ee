import type { LexerResult } from '../lexer.ts';
import type { Range } from '../range.ts';
import { Token, type TokenList } from '../token.ts';

/**
 * A line as `terraform fmt` aligns it. It ends at a line break token, so that a heredoc with its text is one line.
 */
export interface FormatLine extends Range {
  /** The space before an `=` that is aligned with its neighbours. */
  readonly assignGap: Range | undefined;
  /** The space before an `=` whose value goes on over further lines: always one space. */
  readonly openingGap: Range | undefined;
  /** The space before the line comment that follows code. */
  readonly commentGap: Range | undefined;
}

/** formatLines cuts a text into lines and finds what is aligned in each. */
export function formatLines(text: string, { tokens, comments }: LexerResult): FormatLine[] {
  const lines: FormatLine[] = [];
  let first = 0;
  let start = 0;
  for (let index = 0; index < tokens.count; index++) {
    const kind = tokens.kinds[index];
    if (kind !== Token.Newline && kind !== Token.EndOfFile) continue;
    const end = tokens.ends[index] ?? text.length;
    const lastComment = kind === Token.EndOfFile ? comments.at(-1) : undefined;
    const behindCode =
      lastComment !== undefined && lastComment.style !== '/*' && lastComment.start >= start
        ? lastComment.start
        : (tokens.starts[index] ?? end);
    lines.push({ start, end, ...findGaps(text, tokens, first, index, behindCode) });
    first = index + 1;
    start = end;
  }
  return lines;
}

/** `behindCode` is where the comment or the line break at the end of the line begins. */
function findGaps(
  text: string,
  tokens: TokenList,
  first: number,
  last: number,
  behindCode: number,
): Pick<FormatLine, 'assignGap' | 'openingGap' | 'commentGap'> {
  const isComment = /[#/]/.test(text.charAt(behindCode));
  const commentGap = isComment && last > first ? gapBefore(text, behindCode) : undefined;
  for (let index = first + 1; index < last; index++) {
    if (tokens.kinds[index] !== Token.Equals) continue;
    const gap = gapBefore(text, tokens.starts[index] ?? 0);
    const net = netBrackets(tokens, index, last);
    return { assignGap: net === 0 ? gap : undefined, openingGap: net > 0 ? gap : undefined, commentGap };
  }
  return { assignGap: undefined, openingGap: undefined, commentGap };
}

function gapBefore(text: string, end: number): Range {
  let start = end;
  while (start > 0 && (text.charAt(start - 1) === ' ' || text.charAt(start - 1) === '\t')) start--;
  return { start, end };
}

const openers: ReadonlySet<number> = new Set([
  Token.OpenBrace,
  Token.OpenBracket,
  Token.OpenParen,
  Token.OpenInterpolation,
  Token.OpenDirective,
]);
const closers: ReadonlySet<number> = new Set([
  Token.CloseBrace,
  Token.CloseBracket,
  Token.CloseParen,
  Token.CloseSequence,
]);

/** How many more brackets are opened than closed between two tokens. */
function netBrackets(tokens: TokenList, first: number, last: number): number {
  let net = 0;
  for (let index = first; index < last; index++) {
    const kind = tokens.kinds[index] ?? 0;
    if (openers.has(kind)) net++;
    else if (closers.has(kind)) net--;
  }
  return net;
}
