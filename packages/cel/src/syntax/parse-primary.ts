import { Double, MAX_INT, MIN_INT } from '../values/number.ts';
import type { Value } from '../values/value.ts';
import type { Node } from './ast.ts';
import { makeCall, parseBracketed, parseParameters } from './parse-member.ts';
import { parseExpression } from './parser.ts';
import {
  expect,
  failUnexpected,
  invalidNode,
  type ParserState,
  parseSequence,
  peek,
  rangeFrom,
  rangeOf,
  report,
  SyntaxStop,
  take,
} from './parser-state.ts';
import { KEYWORDS, type Punctuation, RESERVED, type Token } from './token.ts';

/** A literal, a name, a call, or something in brackets. */
export function parsePrimary(state: ParserState): Node {
  const token = peek(state);
  switch (token.kind) {
    case 'literal':
      return takeLiteral(state, token, token.value);
    case 'integer':
      return takeInteger(state, token, token.value);
    case 'double':
      return takeLiteral(state, token, new Double(token.value));
    case 'name':
      return parseName(state, token, token.text);
    case 'invalid':
      state.at += 1;
      return { kind: 'invalid', range: rangeOf(state, token) };
    case 'punctuation':
      return parsePunctuated(state, token, token.text);
    default:
      return failUnexpected(state, 'an expression');
  }
}

function takeLiteral(state: ParserState, token: Token, value: Value, offset = token.offset): Node {
  state.at += 1;
  return { kind: 'literal', range: rangeFrom(state, offset), value };
}

function takeInteger(state: ParserState, token: Token, value: bigint, offset = token.offset): Node {
  const node = takeLiteral(state, token, value, offset);
  if (value > MAX_INT || value < MIN_INT) report(state, node.range, `the number ${value} does not fit in 64 bits`);
  return node;
}

function parseName(state: ParserState, token: Token, text: string, absoluteFrom: number | null = null): Node {
  if (absoluteFrom === null) {
    if (text === 'true' || text === 'false') return takeLiteral(state, token, text === 'true');
    if (text === 'null') return takeLiteral(state, token, null);
  }
  if (KEYWORDS.has(text)) failUnexpected(state, 'an expression');
  if (RESERVED.has(text)) {
    report(state, rangeOf(state, token), `"${text}" is a reserved word and cannot be a name`);
    throw new SyntaxStop();
  }
  state.at += 1;
  const offset = absoluteFrom ?? token.offset;
  const absolute = absoluteFrom !== null;
  const nameRange = rangeOf(state, token);
  const opening = peek(state);
  if (!take(state, '(')) return { kind: 'ident', range: rangeFrom(state, offset), name: text, absolute };
  const parameters = parseParameters(state, opening);
  return makeCall(state, null, text, nameRange, parameters, offset);
}

function parsePunctuated(state: ParserState, token: Token, text: Punctuation): Node {
  state.at += 1;
  switch (text) {
    case '(': {
      const inner = parseBracketed(state, ')', token);
      return { ...inner, range: rangeFrom(state, token.offset) };
    }
    case '[':
      return parseList(state, token);
    case '{':
      return parseMap(state, token);
    case '.': {
      const name = peek(state);
      if (name.kind === 'name') return parseName(state, name, name.text, token.offset);
      return failUnexpected(state, 'a name');
    }
    case '-': {
      const number = peek(state);
      if (number.kind === 'integer') return takeInteger(state, number, -number.value, token.offset);
      if (number.kind === 'double') return takeLiteral(state, number, new Double(-number.value), token.offset);
    }
  }
  state.at -= 1;
  return failUnexpected(state, 'an expression');
}

function parseList(state: ParserState, opening: Token): Node {
  const elements = parseSequence(
    state,
    ']',
    opening,
    'many-with-last-comma',
    () => {
      const optional = take(state, '?');
      return { value: parseExpression(state), optional };
    },
    () => ({ value: invalidNode(state), optional: false }),
  );
  return { kind: 'list', range: rangeFrom(state, opening.offset), elements };
}

function parseMap(state: ParserState, opening: Token): Node {
  const entries = parseSequence(
    state,
    '}',
    opening,
    'many-with-last-comma',
    () => {
      const optional = take(state, '?');
      const key = parseExpression(state);
      expect(state, ':');
      return { key, value: parseExpression(state), optional };
    },
    () => ({ key: invalidNode(state), value: invalidNode(state), optional: false }),
  );
  return { kind: 'map', range: rangeFrom(state, opening.offset), entries };
}
