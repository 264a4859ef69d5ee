import type { Node } from '@tollgate/cel';
import { type Constant, constantOf, constantsOf } from './constant.ts';
import { constantResult } from './constant-result.ts';

/**
 * What holds of a term when a condition has a wanted result. A term is a part of the expression that is the same wherever
 * its text is, for nothing in an expression has effects.
 */
export type Fact =
  | { readonly term: string; readonly kind: 'one-of'; readonly values: ReadonlySet<Constant> }
  | { readonly term: string; readonly kind: 'none-of'; readonly values: ReadonlySet<Constant> }
  | LimitFact
  | { readonly term: string; readonly kind: 'starts-with'; readonly prefix: string };

/** A number that a term is above or below; the number itself is allowed when it is inclusive. */
export interface LimitFact {
  readonly term: string;
  readonly kind: 'above' | 'below';
  readonly limit: number;
  readonly inclusive: boolean;
}

/** Facts that hold together. */
export type Branch = readonly Fact[];

/** How many ways to a result are looked at; what has more of them is taken to be possible. */
const MAX_BRANCHES = 64;
/** Nothing is known, so that everything is possible. */
const anything: readonly Branch[] = [[]];

/** An expression with its source, and the text that makes its terms unlike those of others with other parameters. */
export interface Expression {
  readonly root: Node;
  readonly source: string;
  readonly scope: string;
}

/**
 * branchesOf gives the ways in which a condition can come to a result: in each, all its facts hold. No way at all means
 * that it never comes to it. There can be ways that no input takes; there is no input whose way is left out.
 */
export function branchesOf(node: Node, result: boolean, expression: Expression): readonly Branch[] {
  switch (node.kind) {
    case 'literal':
      return typeof node.value !== 'boolean' || node.value === result ? anything : [];
    case 'unary':
      return node.operator === '!' ? branchesOf(node.operand, !result, expression) : anything;
    case 'logical': {
      const parts = node.operands.map((operand) => branchesOf(operand, result, expression));
      return (node.operator === '&&') === result ? together(parts) : eitherOf(parts);
    }
    case 'conditional': {
      const { condition, then, otherwise } = node;
      return eitherOf([
        together([branchesOf(condition, true, expression), branchesOf(then, result, expression)]),
        together([branchesOf(condition, false, expression), branchesOf(otherwise, result, expression)]),
      ]);
    }
    default: {
      const constant = node.kind === 'binary' ? constantResult(node, expression.source) : null;
      if (constant !== null) return constant === result ? anything : [];
      const fact = factOf(node, result, expression);
      return fact === null ? anything : [[fact]];
    }
  }
}

/** All of several parts at once: every way of one with every way of the others. */
function together(parts: readonly (readonly Branch[])[]): readonly Branch[] {
  if (parts.some((part) => part.length === 0)) return [];
  let ways: readonly Branch[] = [parts.flatMap((part) => (part.length === 1 ? part.flat() : []))];
  for (const part of parts) {
    // A part that would make too many ways is left out: without its facts more is possible, never less.
    if (part.length === 1 || ways.length * part.length > MAX_BRANCHES) continue;
    ways = ways.flatMap((way) => part.map((other) => [...way, ...other]));
  }
  return ways;
}

function eitherOf(parts: readonly (readonly Branch[])[]): readonly Branch[] {
  const ways = parts.flat();
  return ways.length > MAX_BRANCHES ? anything : ways;
}

function factOf(node: Node, result: boolean, expression: Expression): Fact | null {
  switch (node.kind) {
    case 'binary':
      return comparisonFact(node, result, expression);
    case 'call': {
      const [argument] = node.arguments;
      const prefix = argument === undefined ? undefined : constantOf(argument);
      if (node.name === 'startsWith' && node.target !== null && typeof prefix === 'string' && result) {
        return { term: termOf(node.target, expression), kind: 'starts-with', prefix };
      }
      return truth(node, result, expression);
    }
    case 'ident':
    case 'select':
    case 'index':
    case 'has':
      return truth(node, result, expression);
    default:
      return null;
  }
}

function truth(node: Node, result: boolean, expression: Expression): Fact {
  return { term: termOf(node, expression), kind: 'one-of', values: new Set([result]) };
}

function comparisonFact(node: Node & { kind: 'binary' }, result: boolean, expression: Expression): Fact | null {
  const { operator, left, right } = node;
  if (operator === 'in') {
    const values = constantsOf(right);
    if (values === undefined) return truth(node, result, expression);
    return { term: termOf(left, expression), kind: result ? 'one-of' : 'none-of', values: new Set(values) };
  }
  const [constantLeft, constantRight] = [constantOf(left), constantOf(right)];
  const constant = constantRight ?? constantLeft;
  if (operator === '==' || operator === '!=') {
    const value = constantRight === undefined ? constantLeft : constantRight;
    if (value === undefined) return null;
    const term = termOf(constantRight === undefined ? right : left, expression);
    return { term, kind: (operator === '==') === result ? 'one-of' : 'none-of', values: new Set([value]) };
  }
  // A comparison that is false says nothing of the opposite one: with NaN both are.
  if (!result || typeof constant !== 'number') return null;
  const isFlipped = constantRight === undefined;
  const term = termOf(isFlipped ? right : left, expression);
  switch (operator) {
    case '<':
    case '<=':
      return { term, kind: isFlipped ? 'above' : 'below', limit: constant, inclusive: operator === '<=' };
    case '>':
    case '>=':
      return { term, kind: isFlipped ? 'below' : 'above', limit: constant, inclusive: operator === '>=' };
    default:
      return null;
  }
}

/** The text of a term; `a["b"]` and `a.b` are the same, and parameters are those of their policy. */
function termOf(node: Node, { source, scope }: Expression): string {
  const path = pathText(node);
  const text = path ?? source.slice(node.range.offset, node.range.offset + node.range.length);
  return /\bparams\b/.test(text) ? `${scope}\0${text}` : text;
}

/** A chain of fields, with the kind of the access that ends it. */
function pathText(node: Node): string | null {
  if (node.kind === 'ident') return node.name;
  if (node.kind === 'select' && !node.optional) return joined(node.operand, node.field);
  if (node.kind !== 'index' || node.optional) return null;
  return node.index.kind === 'literal' && typeof node.index.value === 'string'
    ? joined(node.operand, node.index.value)
    : null;
}

function joined(operand: Node, field: string): string | null {
  const path = pathText(operand);
  return path === null ? null : `${path}[${JSON.stringify(field)}]`;
}
