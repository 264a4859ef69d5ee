import { compact } from './compact.ts';
import { bareWord, type Expression, type ObjectItem } from './expression.ts';
import { parseExpression } from './parse-expression.ts';
import { parseFor } from './parse-for.ts';
import type { Parser } from './parser.ts';
import { Token } from './token.ts';

/** parseTuple reads `[a, b]` or `[for …]`. */
export function parseTuple(parser: Parser): Expression {
  const open = parser.read();
  const newlines = parser.newlines;
  parser.newlines = false;
  if (parser.isWord('for')) {
    const result = parseFor(parser, open, 'tuple');
    parser.newlines = newlines;
    return result;
  }
  const items: Expression[] = [];
  while (parser.peek() !== Token.CloseBracket) {
    items.push(parseExpression(parser));
    if (parser.failing) break;
    const separator = parser.peek();
    if (separator === Token.CloseBracket) break;
    if (separator !== Token.Comma) {
      failInTuple(parser, open);
      break;
    }
    parser.read();
  }
  const openRange = parser.rangeOf(open);
  const end = parser.failing ? (items.at(-1)?.end ?? openRange.end) : parser.endOf(parser.read());
  parser.newlines = newlines;
  return { kind: 'tuple', items: compact(items), openRange, start: openRange.start, end };
}

function failInTuple(parser: Parser, open: number): void {
  if (parser.atEnd()) {
    parser.fail(
      parser.rangeOf(open),
      'Unterminated tuple constructor expression',
      'The closing bracket of this list is missing. A bracket further down may be unbalanced.',
    );
  } else {
    parser.failAtNext('Missing item separator', 'A comma must stand between two items of a list.');
  }
}

/** parseObject reads `{ key = value }` or `{for …}`. */
export function parseObject(parser: Parser): Expression {
  const open = parser.read();
  const newlines = parser.newlines;
  parser.newlines = false;
  if (parser.isWord('for')) {
    const result = parseFor(parser, open, 'object');
    parser.newlines = newlines;
    return result;
  }
  parser.newlines = true;
  const items: ObjectItem[] = [];
  for (;;) {
    const kind = parser.peek();
    if (kind === Token.Newline) {
      parser.read();
      continue;
    }
    if (kind === Token.CloseBrace) break;
    const item = parseItem(parser, open);
    if (item !== undefined) items.push(item);
    if (parser.failing) break;
    const separator = parser.peek();
    if (separator === Token.CloseBrace) break;
    if (separator !== Token.Comma && separator !== Token.Newline) {
      failBehindItem(parser, open);
      break;
    }
    parser.read();
  }
  const openRange = parser.rangeOf(open);
  const end = parser.failing ? (items.at(-1)?.end ?? openRange.end) : parser.endOf(parser.read());
  parser.newlines = newlines;
  return { kind: 'object', items: compact(items), openRange, syntax: 'native', start: openRange.start, end };
}

function parseItem(parser: Parser, open: number): ObjectItem | undefined {
  const inParentheses = parser.peek() === Token.OpenParen;
  const key = parseExpression(parser);
  if (parser.failing) return undefined;
  const operator = parser.peek();
  if (operator !== Token.Equals && operator !== Token.Colon) {
    failBehindKey(parser, open, operator);
    return undefined;
  }
  const operatorRange = parser.rangeOf(parser.read());
  const value = parseExpression(parser);
  const name = inParentheses ? undefined : bareWord(key);
  return { key, name, operatorRange, value, start: key.start, end: value.end };
}

function failBehindKey(parser: Parser, open: number, found: number): void {
  if (parser.atEnd()) {
    failUnterminated(parser, open);
  } else if (found === Token.Newline || found === Token.Comma) {
    parser.failAtNext('Missing attribute value', 'An equals sign ("=") and a value must follow the key.');
  } else {
    const hint = found === Token.Identifier ? ' A key with dots or spaces must be written in quotes.' : '';
    parser.failAtNext('Missing key/value separator', `An equals sign ("=") must follow the key.${hint}`);
  }
}

function failBehindItem(parser: Parser, open: number): void {
  if (parser.atEnd()) {
    failUnterminated(parser, open);
  } else {
    parser.failAtNext('Missing attribute separator', 'A comma or a line break must stand between two attributes.');
  }
}

function failUnterminated(parser: Parser, open: number): void {
  parser.fail(
    parser.rangeOf(open),
    'Unterminated object constructor expression',
    'The closing brace of this object is missing. A brace further down may be unbalanced.',
  );
}
