import { type Node, qualifiedName, rootIdent } from './ast.ts';
import { expandMacro } from './macros.ts';
import { parsePrimary } from './parse-primary.ts';
import { parseExpression } from './parser.ts';
import {
  expect,
  failTooDeep,
  failUnexpected,
  invalidNode,
  isNext,
  MAX_DEPTH,
  type ParserState,
  parseSequence,
  peek,
  rangeFrom,
  rangeOf,
  report,
  take,
} from './parser-state.ts';
import type { Range } from './range.ts';
import { KEYWORDS, type Punctuation, type Token } from './token.ts';

/** An operand with its selections, indexes and calls. */
export function parseMember(state: ParserState): Node {
  const offset = peek(state).offset;
  let node = parsePrimary(state);
  let height = 0;
  for (;;) {
    const opening = peek(state);
    if (take(state, '.')) node = parseSelection(state, node, offset);
    else if (take(state, '[')) node = parseIndexing(state, node, offset, opening);
    else if (isNext(state, '{') && isTypeName(node)) node = parseMessage(state, node, offset);
    else return node;
    height += 1;
    if (state.depth + height > MAX_DEPTH) failTooDeep(state);
  }
}

function parseSelection(state: ParserState, operand: Node, offset: number): Node {
  const optional = take(state, '?');
  const token = peek(state);
  const quoted = token.kind === 'quoted-name';
  if (token.kind !== 'name' && !quoted) failUnexpected(state, 'the name of a field');
  if (KEYWORDS.has(token.text) && !quoted) failUnexpected(state, 'the name of a field');
  state.at += 1;
  const nameRange = rangeOf(state, token);
  const opening = peek(state);
  if (quoted || optional || !take(state, '(')) {
    const range = rangeFrom(state, offset);
    return { kind: 'select', range, operand, field: token.text, fieldRange: nameRange, optional, quoted };
  }
  const parameters = parseParameters(state, opening);
  return makeCall(state, operand, token.text, nameRange, parameters, offset);
}

/** A call, or the macro that it names. */
export function makeCall(
  state: ParserState,
  target: Node | null,
  name: string,
  nameRange: Range,
  parameters: readonly Node[],
  offset: number,
): Node {
  const range = rangeFrom(state, offset);
  const expanded = expandMacro({ kind: 'call', range, target, name, nameRange, arguments: parameters });
  if (!('message' in expanded)) return expanded;
  if (expanded.node.kind !== 'invalid') report(state, expanded.node.range, expanded.message);
  return { kind: 'invalid', range };
}

function parseIndexing(state: ParserState, operand: Node, offset: number, opening: Token): Node {
  const optional = take(state, '?');
  const index = parseBracketed(state, ']', opening);
  return { kind: 'index', range: rangeFrom(state, offset), operand, index, optional };
}

/** One expression up to a closing bracket; after a mistake in it, what follows the bracket is still parsed. */
export function parseBracketed(state: ParserState, close: Punctuation, opening: Token): Node {
  const [node] = parseSequence(
    state,
    close,
    opening,
    'one',
    () => parseExpression(state),
    () => invalidNode(state),
  );
  return node ?? failUnexpected(state, 'an expression');
}

/** The arguments of a call, after its opening bracket. */
export function parseParameters(state: ParserState, opening: Token): Node[] {
  return parseSequence(
    state,
    ')',
    opening,
    'many',
    () => parseExpression(state),
    () => invalidNode(state),
  );
}

function parseMessage(state: ParserState, type: Node, offset: number): Node {
  const opening = peek(state);
  take(state, '{');
  const fields = parseSequence(
    state,
    '}',
    opening,
    'many-with-last-comma',
    () => {
      const optional = take(state, '?');
      const token = peek(state);
      if (token.kind !== 'name' && token.kind !== 'quoted-name') failUnexpected(state, 'the name of a field');
      state.at += 1;
      expect(state, ':');
      return { name: token.text, value: parseExpression(state), optional };
    },
    () => ({ name: '', value: invalidNode(state), optional: false }),
  );
  const typeName = `${rootIdent(type)?.absolute ? '.' : ''}${qualifiedName(type)}`;
  return { kind: 'message', range: rangeFrom(state, offset), typeName, fields };
}

/** Whether a node can be the name of a type in front of the fields of a message. */
function isTypeName(node: Node): boolean {
  return qualifiedName(node) !== null;
}
