import { type Diagnostic, type Expression, errorAt, type Range, type Source } from '@tollgate/hcl';
import type { Budget, FunctionContext } from '../functions/index.ts';
import { DYNAMIC } from '../values/type.ts';
import { unknownValue, type Value } from '../values/value.ts';
import type { Scope } from './scope.ts';

/** Names that an expression itself gives to values: those of `for`, innermost first. */
export interface LocalName {
  readonly name: string;
  readonly value: Value;
  readonly outer: LocalName | undefined;
}

/** Where an evaluation stands: what can be seen from there, and where mistakes are noted. */
export interface Frame {
  readonly source: Source;
  readonly scope: Scope;
  readonly locals: LocalName | undefined;
  /** The element that the nearest splat is working on. */
  readonly item: Value | undefined;
  /** Mistakes are added here. */
  readonly problems: Diagnostic[];
  readonly budget: Budget;
  /** The context of the scope, with the budget. */
  readonly context: FunctionContext;
  /** Evaluates a part of the expression. */
  readonly evaluate: (expression: Expression, frame: Frame) => Value;
}

/** The summary of what is wrong with an expression that is too much to evaluate here; Terraform may well evaluate it. */
export const LIMIT_EXCEEDED = 'Expression exceeds a limit';

/** What an expression that cannot be evaluated is worth. */
export const NOTHING: Value = unknownValue(DYNAMIC);

/** fail notes a mistake and gives the value that stands in for the missing one. */
export function fail(frame: Frame, range: Range, summary: string, detail: string): Value {
  frame.problems.push(errorAt(frame.source, range, summary, detail));
  return NOTHING;
}

/** attempt evaluates something apart: its mistakes are given back instead of being noted. */
export function attempt(frame: Frame, expression: Expression): { value: Value; problems: readonly Diagnostic[] } {
  const problems: Diagnostic[] = [];
  const value = frame.evaluate(expression, { ...frame, problems });
  return { value, problems };
}

/** withLocal adds a name to what can be seen; without a name nothing is added. */
export function withLocal(frame: Frame, name: string | undefined, value: Value): Frame {
  return name === undefined ? frame : { ...frame, locals: { name, value, outer: frame.locals } };
}

/** findLocal gives the value of a name that the expression itself has given. */
export function findLocal(frame: Frame, name: string): Value | undefined {
  for (let local = frame.locals; local !== undefined; local = local.outer) if (local.name === name) return local.value;
  return undefined;
}
