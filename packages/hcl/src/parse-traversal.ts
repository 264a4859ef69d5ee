import { compact } from './compact.ts';
import type { Expression, IndexStep, LiteralKey, Splat, SplatItem, Step } from './expression.ts';
import { staticString } from './expression.ts';
import { checkNumber, parseExpression } from './parse-expression.ts';
import type { Parser } from './parser.ts';
import { type Range, rangeOf } from './range.ts';
import { Token } from './token.ts';

const longChain = 100;

/** What was read so far: an expression and the steps on it that are not part of a node yet. */
interface Chain {
  readonly start: number;
  base: Expression;
  steps: Step[];
}

/** parseSteps reads all that follows a term directly: `.name`, `[key]`, `.0`, `[*]` and `.*`. */
export function parseSteps(parser: Parser, term: Expression): Expression {
  let kind = parser.peek();
  if (kind !== Token.Dot && kind !== Token.OpenBracket) return term;
  const chain: Chain = { start: term.start, base: term, steps: [] };
  for (let length = 0; !parser.failing; length++) {
    if (kind === Token.Dot) parseDot(parser, chain);
    else if (kind === Token.OpenBracket) parseBracket(parser, chain);
    else break;
    if (length === longChain) parser.longChain = true;
    kind = parser.peek();
  }
  return settle(chain);
}

/** settle makes a node of the steps that wait for one. */
function settle(chain: Chain): Expression {
  const { base, steps } = chain;
  const last = steps.at(-1);
  if (last === undefined) return base;
  chain.steps = [];
  const { start } = base;
  const { end } = last;
  if (base.kind === 'traversal' && base.steps.length === 0) {
    chain.base = { kind: 'traversal', root: base.root, rootEnd: base.rootEnd, steps: compact(steps), start, end };
  } else {
    chain.base = { kind: 'relative-traversal', source: base, steps: compact(steps), start, end };
  }
  return chain.base;
}

function parseDot(parser: Parser, chain: Chain): void {
  const dot = parser.read();
  switch (parser.peek()) {
    case Token.Identifier:
      chain.steps.push(readAttributeStep(parser, dot));
      return;
    case Token.Number:
      chain.steps.push(readLegacyIndex(parser, dot, undefined));
      return;
    case Token.Star:
      chain.base = parseAttributeSplat(parser, dot, chain.start, settle(chain));
      return;
    default:
      parser.failAtNext('Invalid attribute name', 'The name of an attribute must follow the dot.');
  }
}

function readAttributeStep(parser: Parser, dot: number): Step {
  const name = parser.read();
  return { kind: 'attribute-step', name: parser.textOf(name), start: parser.startOf(dot), end: parser.endOf(name) };
}

/** `.0`, an index as Terraform wrote it before version 0.12. `.0.1` arrives as the one number `0.1`. */
function readLegacyIndex(parser: Parser, dot: number, star: number | undefined): IndexStep {
  const token = parser.read();
  const text = parser.textOf(token);
  const range = parser.rangeOf(token);
  if (text.includes('.')) {
    const advice = star === undefined ? 'brackets for both, like [0][1]' : 'a full splat and brackets, like [*][0][1]';
    const detail = `Two indexes in a row cannot be written with dots. Use ${advice}.`;
    // Behind a splat HashiCorp's parser points at the star.
    parser.fail(star === undefined ? range : parser.rangeOf(star), 'Invalid legacy index syntax', detail);
  } else {
    checkNumber(parser, token, text);
  }
  const key: LiteralKey = { kind: 'number', text, ...range };
  return { kind: 'index-step', key, legacy: true, start: parser.startOf(dot), end: range.end };
}

/** `source.*` with the attribute steps that follow; anything else after it works on the whole result. */
function parseAttributeSplat(parser: Parser, dot: number, start: number, source: Expression): Splat {
  const star = parser.read();
  const item: SplatItem = { kind: 'splat-item', start: parser.startOf(dot), end: parser.endOf(star) };
  const steps: Step[] = [];
  while (!parser.failing && parser.peek() === Token.Dot) {
    const stepDot = parser.read();
    const kind = parser.peek();
    if (kind === Token.Identifier) steps.push(readAttributeStep(parser, stepDot));
    else if (kind === Token.Number) {
      steps.push(readLegacyIndex(parser, stepDot, star));
    } else failInSplat(parser, kind, star);
  }
  const first = steps[0];
  const end = steps.at(-1)?.end ?? item.end;
  const each: Expression =
    first === undefined ? item : { kind: 'relative-traversal', source: item, steps, start: first.start, end };
  return { kind: 'splat', source, each, item, attributeOnly: true, markerRange: rangeOf(item), start, end };
}

function failInSplat(parser: Parser, found: number, star: number): void {
  if (found === Token.Star) {
    parser.failAtNext('Nested splat expression not allowed', 'After ".*" only attribute names may follow. Use "[*]".');
  } else {
    // As in HashiCorp's parser the range is that of the star, not of what follows the dot.
    parser.fail(parser.rangeOf(star), 'Invalid attribute name', 'The name of an attribute must follow the dot.');
  }
}

function parseBracket(parser: Parser, chain: Chain): void {
  const open = parser.read();
  if (parser.peek() === Token.Star) {
    chain.base = parseFullSplat(parser, open, chain.start, settle(chain));
    return;
  }
  const newlines = parser.newlines;
  parser.newlines = false;
  const key = parseExpression(parser);
  if (!parser.failing && parser.peek() !== Token.CloseBracket) {
    failOnBracket(parser, 'Missing close bracket on index', 'A closing bracket ("]") must follow the index.');
  }
  const end = parser.failing ? key.end : parser.endOf(parser.read());
  parser.newlines = newlines;
  const bracketRange: Range = { start: parser.startOf(open), end };
  const literal = literalKey(key);
  if (literal === undefined) {
    chain.base = { kind: 'index', collection: settle(chain), key, bracketRange, start: chain.start, end };
  } else {
    chain.steps.push({ kind: 'index-step', key: literal, legacy: false, ...bracketRange });
  }
}

function failOnBracket(parser: Parser, summary: string, detail: string): void {
  parser.failAtClosing(Token.OpenBracket, Token.CloseBracket, summary, detail);
}

function literalKey(key: Expression): LiteralKey | undefined {
  if (key.kind === 'number' || key.kind === 'bool' || key.kind === 'null') return key;
  const value = staticString(key);
  return value === undefined ? undefined : { kind: 'string', value, start: key.start, end: key.end };
}

/** `source[*]`: all steps that follow work on each element. */
function parseFullSplat(parser: Parser, open: number, start: number, source: Expression): Splat {
  const star = parser.read();
  if (parser.peek() !== Token.CloseBracket) {
    failOnBracket(parser, 'Missing close bracket on splat index', 'A closing bracket ("]") must follow the star.');
  }
  const markerEnd = parser.endOf(parser.failing ? star : parser.read());
  const item: SplatItem = { kind: 'splat-item', start: parser.startOf(open), end: markerEnd };
  let each: Expression = item;
  if (!parser.failing && parser.enter()) {
    each = parseSteps(parser, item);
    parser.leave();
  }
  const markerRange = rangeOf(item);
  return { kind: 'splat', source, each, item, attributeOnly: false, markerRange, start, end: each.end };
}
