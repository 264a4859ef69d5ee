import type { BinaryOperator, Expression, Step, UnaryOperator } from './expression.ts';
import { parseFunctionCall } from './parse-call.ts';
import { parseObject, parseTuple } from './parse-collection.ts';
import { parseTemplateExpression } from './parse-template.ts';
import { parseSteps } from './parse-traversal.ts';
import type { Parser } from './parser.ts';
import { Token, tokenKindCount } from './token.ts';

/** Operator chains longer than this make the parser check how deep the whole tree has become. */
const longChain = 100;

/** parseExpression reads one expression. On a mistake the parser is failing, and the result is what there is. */
export function parseExpression(parser: Parser): Expression {
  if (!parser.enter()) return parser.invalid();
  const expression = parseConditional(parser);
  parser.leave();
  return expression;
}

/** `a ? b : c ? d : e` is read in a loop, as it may be long, and put together from the right. */
function parseConditional(parser: Parser): Expression {
  const first = parseBinary(parser, 0);
  if (parser.failing || parser.peek() !== Token.Question) return first;
  const branches: { condition: Expression; whenTrue: Expression }[] = [];
  let last = first;
  while (parser.peek() === Token.Question) {
    parser.read();
    const whenTrue = parseExpression(parser);
    if (parser.failing) return first;
    if (parser.peek() !== Token.Colon) {
      parser.failAtNext(
        'Missing false expression in conditional',
        'A conditional is written "condition ? value : value": behind a colon the value for a false condition is missing here.',
      );
      return first;
    }
    parser.read();
    branches.push({ condition: last, whenTrue });
    last = parseBinary(parser, 0);
    if (parser.failing) return first;
  }
  if (branches.length > longChain) parser.longChain = true;
  return branches.reduceRight<Expression>(
    (whenFalse, { condition, whenTrue }) => ({
      kind: 'conditional',
      condition,
      whenTrue,
      whenFalse,
      start: condition.start,
      end: whenFalse.end,
    }),
    last,
  );
}

const operators: readonly (readonly [kind: number, operator: BinaryOperator, level: number])[] = [
  [Token.Or, '||', 1],
  [Token.And, '&&', 2],
  [Token.EqualEqual, '==', 3],
  [Token.NotEqual, '!=', 3],
  [Token.Less, '<', 4],
  [Token.LessEqual, '<=', 4],
  [Token.Greater, '>', 4],
  [Token.GreaterEqual, '>=', 4],
  [Token.Plus, '+', 5],
  [Token.Minus, '-', 5],
  [Token.Star, '*', 6],
  [Token.Slash, '/', 6],
  [Token.Percent, '%', 6],
];

/** How strongly each token binds its operands; 0 for all that is no binary operator. */
const bindingLevels = new Uint8Array(tokenKindCount);
const operatorOf: BinaryOperator[] = [];
for (const [kind, operator, level] of operators) {
  bindingLevels[kind] = level;
  operatorOf[kind] = operator;
}

/** Reads operands as long as operators bind more strongly than the one on the left. */
function parseBinary(parser: Parser, leftLevel: number): Expression {
  let left = parseOperand(parser);
  for (let length = 0; !parser.failing; length++) {
    const kind = parser.peek();
    const level = bindingLevels[kind] ?? 0;
    const operator = operatorOf[kind];
    if (level <= leftLevel || operator === undefined) break;
    const operatorRange = parser.rangeOf(parser.read());
    const right = parseBinary(parser, level);
    left = { kind: 'binary', operator, operatorRange, left, right, start: left.start, end: right.end };
    if (length === longChain) parser.longChain = true;
  }
  return left;
}

function parseOperand(parser: Parser): Expression {
  const term = parseTerm(parser);
  return parser.failing ? term : parseSteps(parser, term);
}

function parseTerm(parser: Parser): Expression {
  switch (parser.peek()) {
    case Token.Identifier:
      return parseWord(parser);
    case Token.OpenQuote:
    case Token.OpenHeredoc:
      return parseTemplateExpression(parser);
    case Token.Number:
      return parseNumber(parser);
    case Token.OpenBracket:
      return parseTuple(parser);
    case Token.OpenBrace:
      return parseObject(parser);
    case Token.OpenParen:
      return parseParentheses(parser);
    case Token.Minus:
      return parseUnary(parser, '-');
    case Token.Not:
      return parseUnary(parser, '!');
    default:
      return failOnMissingTerm(parser);
  }
}

function failOnMissingTerm(parser: Parser): Expression {
  const invalid = parser.invalid();
  if (parser.atEnd()) {
    parser.fail(invalid, 'Missing expression', 'The text ends where an expression should begin.');
  } else {
    const found = parser.textOf(parser.next()).trim();
    const what = found === '' ? 'the line ends' : `found ${JSON.stringify(found)}`;
    parser.fail(invalid, 'Invalid expression', `An expression should begin here, but ${what}.`);
  }
  return invalid;
}

const noSteps: readonly Step[] = [];

function parseWord(parser: Parser): Expression {
  const word = parser.read();
  const next = parser.peek();
  if (next === Token.OpenParen || next === Token.DoubleColon) return parseFunctionCall(parser, word);
  const name = parser.textOf(word);
  const start = parser.startOf(word);
  const end = parser.endOf(word);
  switch (name) {
    case 'true':
      return { kind: 'bool', value: true, start, end };
    case 'false':
      return { kind: 'bool', value: false, start, end };
    case 'null':
      return { kind: 'null', start, end };
    default:
      return { kind: 'traversal', root: name, rootEnd: end, steps: noSteps, start, end };
  }
}

const numberPattern = /^\d+(?:\.\d*)?(?:[eE][+-]?\d+)?$/;

function parseNumber(parser: Parser): Expression {
  const index = parser.read();
  const text = parser.textOf(index);
  checkNumber(parser, index, text);
  return { kind: 'number', text, start: parser.startOf(index), end: parser.endOf(index) };
}

/** checkNumber reports a number token that is none, like `1.2.3`. */
export function checkNumber(parser: Parser, index: number, text: string): void {
  if (numberPattern.test(text)) return;
  parser.report(
    parser.rangeOf(index),
    'Invalid number literal',
    `"${text}" is not a number. Write digits with at most one decimal point and an exponent, or quote it to make a string.`,
  );
}

function parseUnary(parser: Parser, operator: UnaryOperator): Expression {
  if (!parser.enter()) return parser.invalid();
  const operatorRange = parser.rangeOf(parser.read());
  const operand = parseOperand(parser);
  parser.leave();
  return { kind: 'unary', operator, operatorRange, operand, start: operatorRange.start, end: operand.end };
}

function parseParentheses(parser: Parser): Expression {
  const open = parser.read();
  const newlines = parser.newlines;
  parser.newlines = false;
  const expression = parseExpression(parser);
  if (!parser.failing && parser.peek() !== Token.CloseParen) {
    parser.failAtNext('Unbalanced parentheses', 'A closing parenthesis is missing behind the expression.');
  }
  const end = parser.failing ? expression.end : parser.endOf(parser.read());
  parser.newlines = newlines;
  return { kind: 'parentheses', expression, start: parser.startOf(open), end };
}
