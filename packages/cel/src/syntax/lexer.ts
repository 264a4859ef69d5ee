import { MAX_UINT, Uint } from '../values/number.ts';
import { readString } from './string-literal.ts';
import { PUNCTUATION, type Token } from './token.ts';

/** A place in the source where no token could be read. */
export interface LexicalProblem {
  readonly offset: number;
  readonly end: number;
  readonly message: string;
  /** Where reading goes on; `end` unless given. */
  readonly resume?: number;
}

const SKIPPED = /(?:[\t\n\f\r ]+|\/\/[^\n]*)*/y;
const STRING_START = /(?:[rR][bB]?|[bB][rR]?)?(?:"""|'''|"|')/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const QUOTED_NAME = /`([A-Za-z0-9_.\-/ ]+)`/y;
const DOUBLE = /(?:\d*\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+)/y;
const INTEGER = /(?:0x[0-9a-fA-F]+|\d+)/y;
const LONG_NUMBER = 400;

/** Splits a source into tokens. What cannot be read is skipped and reported; the last token is always `end`. */
export function tokenize(source: string): { tokens: Token[]; problems: LexicalProblem[] } {
  const tokens: Token[] = [];
  const problems: LexicalProblem[] = [];
  let at = 0;
  for (;;) {
    at += matchAt(SKIPPED, source, at)?.length ?? 0;
    if (at >= source.length) break;
    const token = readToken(source, at);
    if ('message' in token) {
      problems.push(token);
      at = token.resume ?? token.end;
      tokens.push({ kind: 'invalid', offset: token.offset, end: at });
    } else {
      tokens.push(token);
      at = token.end;
    }
  }
  tokens.push({ kind: 'end', offset: source.length, end: source.length });
  return { tokens, problems };
}

/** What a sticky pattern matches at an offset, or undefined. */
function matchAt(pattern: RegExp, source: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(source)?.[0];
}

function readToken(source: string, offset: number): Token | LexicalProblem {
  const stringStart = matchAt(STRING_START, source, offset);
  if (stringStart !== undefined) return readString(source, offset, stringStart);
  const name = matchAt(NAME, source, offset);
  if (name !== undefined) return { kind: 'name', text: name, offset, end: offset + name.length };
  const number = readNumber(source, offset);
  if (number !== null) return number;
  const punctuation = PUNCTUATION.find((text) => source.startsWith(text, offset));
  if (punctuation !== undefined) {
    return { kind: 'punctuation', text: punctuation, offset, end: offset + punctuation.length };
  }
  const quoted = matchAt(QUOTED_NAME, source, offset);
  if (quoted !== undefined) {
    return { kind: 'quoted-name', text: quoted.slice(1, -1), offset, end: offset + quoted.length };
  }
  return unexpectedCharacter(source, offset);
}

const ADVICE: Readonly<Record<string, string>> = {
  '=': 'write "==" to compare',
  '&': 'write "&&" for "and"',
  '|': 'write "||" for "or"',
  '`': 'a field between backquotes is made of letters, digits, "_", ".", "-", "/" and spaces',
};

function unexpectedCharacter(source: string, offset: number): LexicalProblem {
  const character = String.fromCodePoint(source.codePointAt(offset) ?? 0);
  const advice = ADVICE[character];
  const message = `unexpected character "${character}"${advice === undefined ? '' : `: ${advice}`}`;
  return { offset, end: offset + character.length, message };
}

function readNumber(source: string, offset: number): Token | LexicalProblem | null {
  const double = matchAt(DOUBLE, source, offset);
  const text = double ?? matchAt(INTEGER, source, offset);
  if (text === undefined) return null;
  const end = offset + text.length;
  if (text.length > LONG_NUMBER) return { offset, end, message: 'the number is too long' };
  if (double !== undefined) return { kind: 'double', value: Number(text), offset, end };
  const value = BigInt(text);
  if (source[end] !== 'u' && source[end] !== 'U') return { kind: 'integer', value, offset, end };
  if (value > MAX_UINT) return { offset, end: end + 1, message: `the number ${text} does not fit in 64 bits` };
  return { kind: 'literal', value: new Uint(value), offset, end: end + 1 };
}
