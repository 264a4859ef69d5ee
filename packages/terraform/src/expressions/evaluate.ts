import type {
  Diagnostic,
  Expression,
  Index,
  LiteralKey,
  NumberLiteral,
  RelativeTraversal,
  Source,
  Step,
  Traversal,
} from '@tollgate/hcl';
import { Budget } from '../functions/index.ts';
import { parseNumber } from '../values/number-parse.ts';
import { boolValue, depthOf, NULL, numberValue, sizeOf, stringValue, type Value } from '../values/value.ts';
import { LimitError, ValueError } from '../values/value-error.ts';
import { accessAttribute, accessIndex, isProblem } from './access.ts';
import { evaluateCall } from './call.ts';
import { evaluateConditional } from './conditional.ts';
import { evaluateObject, evaluateTuple } from './constructors.ts';
import { evaluateFor } from './for.ts';
import { type Frame, fail, findLocal, LIMIT_EXCEEDED, NOTHING } from './frame.ts';
import { evaluateBinary, evaluateUnary } from './operation.ts';
import { findReferences } from './references.ts';
import type { Scope } from './scope.ts';
import { evaluateSplat } from './splat.ts';
import { evaluateTemplate, evaluateTemplateFor } from './template.ts';

/** The value of an expression, and what is wrong with it. With errors, the value stands for "could be anything". */
export interface Evaluated {
  readonly value: Value;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * evaluate gives the value of an expression as Terraform would: the references are checked first, then the expression is
 * evaluated as far as values are known. It never throws, and never takes longer than its limits allow.
 *
 * @example
 * const { source, expression } = parseExpression('[for x in var.names : upper(x)]', { file: 'main.tf' });
 * const { value, diagnostics } = evaluate(expression, source, scope);
 */
export function evaluate(expression: Expression, source: Source, scope: Scope): Evaluated {
  const problems: Diagnostic[] = [];
  const { context } = scope;
  const budget = context.budget ?? new Budget();
  const frame: Frame = {
    source,
    scope,
    locals: undefined,
    item: undefined,
    problems,
    budget,
    context: context.budget === undefined ? { ...context, budget } : context,
    evaluate: evaluatePart,
  };
  for (const reference of findReferences(expression)) {
    for (const { summary, detail } of scope.check(reference)) fail(frame, reference, summary, detail);
  }
  if (problems.length > 0) return { value: NOTHING, diagnostics: problems };
  return { value: evaluateGuarded(expression, frame), diagnostics: problems };
}

/** Limits that are exceeded somewhere within end the whole evaluation. */
function evaluateGuarded(expression: Expression, frame: Frame): Value {
  try {
    return evaluatePart(expression, frame);
  } catch (error) {
    if (error instanceof ValueError) return fail(frame, expression, LIMIT_EXCEEDED, sentence(error.message));
    if (error instanceof RangeError)
      return fail(frame, expression, LIMIT_EXCEEDED, 'The value is too large or nested too deeply.');
    throw error;
  }
}

function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}${clause.endsWith('.') ? '' : '.'}`;
}

/** The largest value, and the deepest: what is beyond them could not be written out, and no configuration needs it. */
const MAX_SIZE = 2_000_000;
const MAX_DEPTH = 500;

function evaluatePart(expression: Expression, frame: Frame): Value {
  const value = evaluateNode(expression, frame);
  if (sizeOf(value) > MAX_SIZE) throw new LimitError(`the value would have more than ${MAX_SIZE} parts`);
  if (depthOf(value) > MAX_DEPTH) throw new LimitError(`the value would be nested more than ${MAX_DEPTH} levels deep`);
  return value;
}

function evaluateNode(expression: Expression, frame: Frame): Value {
  switch (expression.kind) {
    case 'number':
      return evaluateNumber(expression, frame);
    case 'bool':
      return boolValue(expression.value);
    case 'null':
      return NULL;
    case 'string':
      return stringValue(expression.value);
    case 'template':
      return evaluateTemplate(expression, frame);
    case 'template-wrap':
    case 'parentheses':
      return frame.evaluate(expression.expression, frame);
    case 'template-if':
    case 'conditional':
      return evaluateConditional(expression, frame);
    case 'template-for':
      return evaluateTemplateFor(expression, frame);
    case 'traversal':
      return evaluateTraversal(expression, frame);
    case 'relative-traversal':
      return evaluateRelative(expression, frame);
    case 'index':
      return evaluateIndex(expression, frame);
    case 'splat':
      return evaluateSplat(expression, frame);
    case 'splat-item':
      return frame.item ?? NOTHING;
    case 'call':
      return evaluateCall(expression, frame);
    case 'unary':
      return evaluateUnary(expression, frame);
    case 'binary':
      return evaluateBinary(expression, frame);
    case 'tuple':
      return evaluateTuple(expression, frame);
    case 'object':
      return evaluateObject(expression, frame);
    case 'for':
      return evaluateFor(expression, frame);
    case 'invalid':
      return fail(frame, expression, 'Invalid expression', 'This could not be read as an expression.');
  }
}

function evaluateNumber(expression: NumberLiteral, frame: Frame): Value {
  const number = parseNumber(expression.text);
  if (number !== undefined) return numberValue(number);
  const detail = 'Failed to recognize the value of this number literal.';
  return fail(frame, expression, 'Invalid number literal', detail);
}

function evaluateTraversal(expression: Traversal, frame: Frame): Value {
  const local = findLocal(frame, expression.root);
  if (local !== undefined) return follow(local, expression.steps, frame);
  const resolved = frame.scope.lookup(expression);
  if (isProblem(resolved)) return fail(frame, expression, resolved.summary, resolved.detail);
  return follow(resolved.value, expression.steps.slice(resolved.steps), frame);
}

function evaluateRelative(expression: RelativeTraversal, frame: Frame): Value {
  return follow(frame.evaluate(expression.source, frame), expression.steps, frame);
}

/** Follows steps from a value, up to the first that leads nowhere. */
function follow(value: Value, steps: readonly Step[], frame: Frame): Value {
  let current = value;
  for (const step of steps) {
    const next =
      step.kind === 'attribute-step'
        ? accessAttribute(current, step.name)
        : accessIndex(current, literalKey(step.key, frame));
    if (isProblem(next)) return fail(frame, step, next.summary, next.detail);
    current = next;
  }
  return current;
}

function literalKey(key: LiteralKey, frame: Frame): Value {
  return evaluatePart(key, frame);
}

function evaluateIndex(expression: Index, frame: Frame): Value {
  const collection = frame.evaluate(expression.collection, frame);
  const key = frame.evaluate(expression.key, frame);
  const result = accessIndex(collection, key);
  return isProblem(result) ? fail(frame, expression.bracketRange, result.summary, result.detail) : result;
}
