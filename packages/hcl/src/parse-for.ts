import type { Expression } from './expression.ts';
import { parseExpression } from './parse-expression.ts';
import type { Parser } from './parser.ts';
import { Token } from './token.ts';

/** The names that a `for` declares. */
export interface ForNames {
  readonly keyVariable: string | undefined;
  readonly valueVariable: string;
}

/**
 * parseForIntro reads `name in` or `key, name in` behind the word `for`; undefined with an error where that fails.
 * It serves expressions and template directives, which differ only in the title of their errors.
 */
export function parseForIntro(parser: Parser, errorSummary: string): ForNames | undefined {
  if (parser.peek() !== Token.Identifier) {
    parser.failAtNext(errorSummary, 'The name of a variable must follow "for".');
    return undefined;
  }
  let valueVariable = parser.textOf(parser.read());
  let keyVariable: string | undefined;
  if (parser.peek() === Token.Comma) {
    parser.read();
    if (parser.peek() !== Token.Identifier) {
      parser.failAtNext(errorSummary, 'The name of the variable for the value must follow the comma.');
      return undefined;
    }
    keyVariable = valueVariable;
    valueVariable = parser.textOf(parser.read());
  }
  if (!parser.isWord('in')) {
    parser.failAtNext(errorSummary, 'The word "in" must follow the names of the variables.');
    return undefined;
  }
  parser.read();
  return { keyVariable, valueVariable };
}

const summary = "Invalid 'for' expression";

/** parseFor reads on at the word `for` behind an opening bracket or brace. */
export function parseFor(parser: Parser, open: number, result: 'tuple' | 'object'): Expression {
  const openRange = parser.rangeOf(open);
  const invalid = (): Expression => ({
    kind: 'invalid',
    start: openRange.start,
    end: parser.endOf(parser.previous()),
  });
  parser.read();
  const names = parseForIntro(parser, summary);
  if (names === undefined) return invalid();
  const collection = parseExpression(parser);
  if (parser.failing) return invalid();
  if (parser.peek() !== Token.Colon) {
    parser.failAtNext(summary, 'A colon must follow the collection.');
    return invalid();
  }
  parser.read();
  const { key, value } = parseForResult(parser);
  if (parser.failing) return invalid();
  const ellipsis = parser.peek() === Token.Ellipsis ? parser.rangeOf(parser.read()) : undefined;
  let condition: Expression | undefined;
  if (parser.isWord('if')) {
    parser.read();
    condition = parseExpression(parser);
    if (parser.failing) return invalid();
  }
  if (parser.peek() !== (result === 'tuple' ? Token.CloseBracket : Token.CloseBrace)) {
    parser.failAtNext(summary, "The 'for' expression should end here, but something else follows.");
    return invalid();
  }
  const closeRange = parser.rangeOf(parser.read());
  if (result === 'tuple' && key !== undefined) {
    parser.report(key, summary, 'A list has no keys: "=>" is only for objects, in braces.');
  }
  if (result === 'tuple' && ellipsis !== undefined) {
    parser.report(ellipsis, summary, 'Grouping with "..." is only for objects, in braces.');
  }
  if (result === 'object' && key === undefined) {
    parser.report(value, summary, 'An object needs keys: write "key => value" behind the colon.');
  }
  return {
    kind: 'for',
    result,
    ...names,
    collection,
    key,
    value,
    condition,
    group: ellipsis !== undefined,
    openRange,
    closeRange,
    start: openRange.start,
    end: closeRange.end,
  };
}

function parseForResult(parser: Parser): { key: Expression | undefined; value: Expression } {
  const first = parseExpression(parser);
  if (parser.failing || parser.peek() !== Token.Arrow) return { key: undefined, value: first };
  parser.read();
  return { key: first, value: parseExpression(parser) };
}
