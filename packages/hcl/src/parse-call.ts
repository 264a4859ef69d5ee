import { compact } from './compact.ts';
import type { Expression } from './expression.ts';
import { parseExpression } from './parse-expression.ts';
import type { Parser } from './parser.ts';
import type { Range } from './range.ts';
import { Token } from './token.ts';

/** parseFunctionCall reads on behind the first word of `name(…)` or `space::name(…)`. */
export function parseFunctionCall(parser: Parser, word: number): Expression {
  const start = parser.startOf(word);
  let name = parser.textOf(word);
  let nameEnd = parser.endOf(word);
  while (parser.peek() === Token.DoubleColon) {
    parser.read();
    if (parser.peek() !== Token.Identifier) {
      parser.failAtNext('Missing function name', 'The name of a function must follow "::".');
      return { kind: 'invalid', start, end: nameEnd };
    }
    const part = parser.read();
    name += `::${parser.textOf(part)}`;
    nameEnd = parser.endOf(part);
  }
  if (parser.peek() !== Token.OpenParen) {
    parser.failAtNext('Missing open parenthesis', `The arguments of ${name} must follow in parentheses.`);
    return { kind: 'invalid', start, end: nameEnd };
  }
  const open = parser.rangeOf(parser.read());
  const newlines = parser.newlines;
  parser.newlines = false;
  const nameRange = { start, end: nameEnd };
  const { args, expandFinal } = parseArguments(parser, { start, end: open.end });
  const close = parser.failing ? emptyAt(args.at(-1)?.end ?? open.end) : parser.rangeOf(parser.read());
  parser.newlines = newlines;
  return {
    kind: 'call',
    name,
    nameRange,
    args: compact(args),
    expandFinal,
    closeParenRange: close,
    start,
    end: close.end,
  };
}

function emptyAt(offset: number): Range {
  return { start: offset, end: offset };
}

/** Reads arguments up to, but not including, the closing parenthesis; without it the parser is failing. */
function parseArguments(parser: Parser, opening: Range): { args: Expression[]; expandFinal: boolean } {
  const args: Expression[] = [];
  while (parser.peek() !== Token.CloseParen) {
    args.push(parseExpression(parser));
    if (parser.failing) break;
    const separator = parser.peek();
    if (separator === Token.Ellipsis) {
      const ellipsis = parser.read();
      if (parser.peek() !== Token.CloseParen) {
        const detail = 'Only the last argument can be expanded with "...": a closing parenthesis must follow.';
        parser.fail(parser.rangeOf(ellipsis), 'Missing closing parenthesis', detail);
      }
      return { args, expandFinal: true };
    }
    if (separator === Token.CloseParen) break;
    if (separator !== Token.Comma) {
      if (parser.atEnd()) {
        parser.fail(
          opening,
          'Unterminated function call',
          'The closing parenthesis of this call is missing. A bracket further down may be unbalanced.',
        );
      } else {
        parser.failAtNext('Missing argument separator', 'A comma must stand between two arguments.');
      }
      break;
    }
    parser.read();
  }
  return { args, expandFinal: false };
}
