import type { BodyValue } from './body.ts';
import { bareWord, type Expression, type FunctionCall, type Traversal } from './expression.ts';
import { type JsonString, jsonOffsets } from './json/json-node.ts';
import { type Embedding, parseExpression } from './parse.ts';
import { parseTraversal } from './parse-reference.ts';
import type { Source } from './source.ts';

/**
 * These functions look at a value as syntax, for arguments that are not evaluated: references (`depends_on`), type
 * constraints, lists and maps of such. In JSON a reference or call is written as a string.
 */

/** traversalOf gives a value that is a reference: `a.b[0]`, or the string `"a.b[0]"` in JSON. */
export function traversalOf(value: BodyValue): Traversal | undefined {
  if (value.syntax === 'json') {
    if (value.node.kind !== 'string') return undefined;
    const { source, node } = value;
    return parseTraversal(node.value, { file: source.file, within: embedding(source, node) }).traversal;
  }
  const expression = unwrap(value.expression);
  if (expression.kind === 'traversal') return expression;
  const word = bareWord(expression);
  if (word === undefined) return undefined;
  const range = { start: expression.start, end: expression.end };
  return { kind: 'traversal', root: word, rootEnd: range.end, steps: [], ...range };
}

/** keywordOf gives a value that is a single word, such as `string` or `all`. */
export function keywordOf(value: BodyValue): string | undefined {
  const traversal = traversalOf(value);
  return traversal?.steps.length === 0 ? traversal.root : undefined;
}

/** callOf gives a value that is a function call, such as `list(string)`. */
export function callOf(value: BodyValue): FunctionCall | undefined {
  if (value.syntax === 'native') {
    const expression = unwrap(value.expression);
    return expression.kind === 'call' ? expression : undefined;
  }
  if (value.node.kind !== 'string') return undefined;
  const { source, node } = value;
  const parsed = parseExpression(node.value, { file: source.file, within: embedding(source, node) });
  return parsed.diagnostics.length === 0 && parsed.expression.kind === 'call' ? parsed.expression : undefined;
}

/** listOf gives the items of a value that is written as a list. */
export function listOf(value: BodyValue): BodyValue[] | undefined {
  if (value.syntax === 'json') {
    if (value.node.kind !== 'array') return undefined;
    return value.node.items.map((node) => ({ syntax: 'json', source: value.source, node }));
  }
  const expression = unwrap(value.expression);
  if (expression.kind !== 'tuple') return undefined;
  return expression.items.map((item) => nativeValue(value.source, item));
}

/** mapOf gives keys and values of a value that is written as an object. */
export function mapOf(value: BodyValue): { key: BodyValue; value: BodyValue }[] | undefined {
  const { source } = value;
  if (value.syntax === 'json') {
    if (value.node.kind !== 'object') return undefined;
    return value.node.members.map((member) => ({
      key: { syntax: 'json', source, node: member.name },
      value: { syntax: 'json', source, node: member.value },
    }));
  }
  const expression = unwrap(value.expression);
  if (expression.kind !== 'object') return undefined;
  return expression.items.map((item) => ({
    key: nativeValue(source, item.key),
    value: nativeValue(source, item.value),
  }));
}

function nativeValue(source: Source, expression: Expression): BodyValue {
  return { syntax: 'native', source, expression };
}

function embedding(source: Source, node: JsonString): Embedding {
  return { source, map: jsonOffsets(source, node) };
}

/** Parentheses, and a string that is one interpolation, change nothing. */
function unwrap(expression: Expression): Expression {
  let inner = expression;
  while (inner.kind === 'parentheses' || inner.kind === 'template-wrap') inner = inner.expression;
  return inner;
}
