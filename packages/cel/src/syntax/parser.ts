import { type Problem, problemAt } from '../problem.ts';
import type { BinaryOperator, Node } from './ast.ts';
import { tokenize } from './lexer.ts';
import { parseMember } from './parse-member.ts';
import {
  expect,
  failTooDeep,
  failUnexpected,
  isNext,
  MAX_DEPTH,
  type ParserState,
  peek,
  rangeFrom,
  SyntaxStop,
  take,
} from './parser-state.ts';
import { indexLines } from './range.ts';

/** Longest source in UTF-16 code units. */
const MAX_SOURCE_LENGTH = 100_000;
const MAX_PROBLEMS = 20;

const RELATIONS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '==', '!=', 'in']);
const SUMS: ReadonlySet<string> = new Set(['+', '-']);
const PRODUCTS: ReadonlySet<string> = new Set(['*', '/', '%']);

/** Parses an expression into its tree. With problems, the tree has `invalid` nodes where they are. */
export function parse(source: string): { root: Node; problems: Problem[] } {
  const lines = indexLines(source);
  if (source.length > MAX_SOURCE_LENGTH) {
    const range = lines.range(0, 0);
    const message = `the expression has ${source.length} characters; at most ${MAX_SOURCE_LENGTH} are allowed`;
    return { root: { kind: 'invalid', range }, problems: [problemAt(range, message)] };
  }
  const { tokens, problems } = tokenize(source);
  const lexical = problems.map((problem) => problemAt(lines.range(problem.offset, problem.end), problem.message));
  const root = parseAll({ source, tokens, lines, problems: lexical, at: 0, depth: 0 });
  return { root, problems: lexical.sort((a, b) => a.offset - b.offset).slice(0, MAX_PROBLEMS) };
}

function parseAll(state: ParserState): Node {
  try {
    const root = parseExpression(state);
    if (peek(state).kind !== 'end') failUnexpected(state, 'an operator or the end');
    return root;
  } catch (error) {
    if (!(error instanceof SyntaxStop)) throw error;
    return { kind: 'invalid', range: state.lines.range(0, state.source.length) };
  }
}

/** A whole expression: `condition ? a : b`, or what binds closer. */
export function parseExpression(state: ParserState): Node {
  state.depth += 1;
  if (state.depth > MAX_DEPTH) failTooDeep(state);
  const offset = peek(state).offset;
  const condition = parseOr(state);
  let node = condition;
  if (take(state, '?')) {
    const then = parseOr(state);
    expect(state, ':');
    const otherwise = parseExpression(state);
    node = { kind: 'conditional', range: rangeFrom(state, offset), condition, then, otherwise };
  }
  state.depth -= 1;
  return node;
}

function parseOr(state: ParserState): Node {
  return parseLogical(state, '||', () => parseLogical(state, '&&', () => parseRelation(state)));
}

function parseLogical(state: ParserState, operator: '&&' | '||', operand: () => Node): Node {
  const offset = peek(state).offset;
  const first = operand();
  if (!isNext(state, operator)) return first;
  const operands = [first];
  while (take(state, operator)) operands.push(operand());
  return { kind: 'logical', range: rangeFrom(state, offset), operator, operands };
}

function parseRelation(state: ParserState): Node {
  return parseLeftAssociative(state, RELATIONS, () => parseSum(state));
}

function parseSum(state: ParserState): Node {
  return parseLeftAssociative(state, SUMS, () => parseProduct(state));
}

function parseProduct(state: ParserState): Node {
  return parseLeftAssociative(state, PRODUCTS, () => parseUnary(state));
}

function parseLeftAssociative(state: ParserState, operators: ReadonlySet<string>, operand: () => Node): Node {
  const offset = peek(state).offset;
  let left = operand();
  let height = 0;
  for (let operator = nextOperator(state, operators); operator !== null; operator = nextOperator(state, operators)) {
    height += 1;
    if (state.depth + height > MAX_DEPTH) failTooDeep(state);
    state.at += 1;
    const right = operand();
    left = { kind: 'binary', range: rangeFrom(state, offset), operator, left, right };
  }
  return left;
}

function nextOperator(state: ParserState, operators: ReadonlySet<string>): BinaryOperator | null {
  const token = peek(state);
  if (token.kind !== 'punctuation' && token.kind !== 'name') return null;
  return operators.has(token.text) ? (token.text as BinaryOperator) : null;
}

function parseUnary(state: ParserState): Node {
  const token = peek(state);
  if (token.kind !== 'punctuation' || (token.text !== '!' && token.text !== '-')) return parseMember(state);
  const operator = token.text;
  const next = state.tokens[state.at + 1];
  if (operator === '-' && (next?.kind === 'integer' || next?.kind === 'double')) return parseMember(state);
  state.depth += 1;
  if (state.depth > MAX_DEPTH) failTooDeep(state);
  state.at += 1;
  // Signs of one kind may be repeated; `!-x` and `-!x` are not in the grammar.
  const operand = isNext(state, operator) ? parseUnary(state) : parseMember(state);
  state.depth -= 1;
  return { kind: 'unary', range: rangeFrom(state, token.offset), operator, operand };
}
