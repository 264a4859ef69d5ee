import { evaluate } from '../../expressions/index.ts';
import { DYNAMIC, unknownValue, type Value } from '../../values/index.ts';
import type { ConfigExpression } from '../config/config-expression.ts';
import { messageOf } from '../message.ts';
import { blameCall } from './blamed-range.ts';
import type { LocalNames } from './local-names.ts';
import type { ModuleRun } from './module-run.ts';

/** The value of an expression. When it failed, the mistake is reported and the value says why it is not known. */
export interface Outcome {
  readonly value: Value;
  readonly failed: boolean;
}

/** evaluateIn evaluates an expression of a module instance. */
export function evaluateIn(run: ModuleRun, { expression, source }: ConfigExpression, names: LocalNames): Outcome {
  const { value, diagnostics } = evaluate(expression, source, run.scope(names));
  if (diagnostics.length === 0) return { value, failed: false };
  for (const diagnostic of diagnostics) run.shared.report(messageOf(blameCall(diagnostic, expression)));
  return { value: unknownValue(DYNAMIC, [FAILED]), failed: true };
}

const FAILED = 'an expression that it needs is wrong';
