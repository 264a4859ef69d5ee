import { parseExpression } from '@tollgate/hcl';
import { evaluate, findReferences } from '../expressions/index.ts';
import type { SourceTree } from '../tree/index.ts';
import { deepMarks, isWhollyKnown, SENSITIVE, typeOf, typeText, type Value } from '../values/index.ts';
import { checkUnit } from './graph/check-references.ts';
import { loadConfiguration } from './load-configuration.ts';
import { type EvaluateOptions, withOpenTofu } from './options.ts';
import type { JsonValue } from './result/evaluation.ts';
import { publicValue } from './result/public-value.ts';
import { evaluateGraph } from './run/evaluate-graph.ts';
import { NO_NAMES } from './run/local-names.ts';

/** Expressions, evaluated in the scope of a root module. Plain data, fit for JSON. */
export interface ExpressionResults {
  readonly kind: 'ExpressionResults';
  readonly version: 1;
  readonly results: readonly ExpressionResult[];
}

/** The value of an expression, or what is wrong with it. */
export type ExpressionResult =
  | {
      readonly expr: string;
      readonly ok: true;
      /** Neither the value nor anything in it is unknown. */
      readonly known: boolean;
      /** The value or something in it must not be shown; the value is then null at those places. */
      readonly sensitive: boolean;
      /** As the `type` function of the Terraform console writes it. */
      readonly type: string;
      readonly value: JsonValue;
    }
  | { readonly expr: string; readonly ok: false; readonly error: string; readonly detail: string };

/**
 * evaluateExpressions evaluates expressions in the root module of a configuration, as the Terraform console does where
 * nothing has been applied yet: variables, locals, outputs of modules and functions have values, resources are unknown.
 *
 * @throws TerraformError when there is no such folder.
 */
export function evaluateExpressions(
  tree: SourceTree,
  given: EvaluateOptions,
  expressions: readonly string[],
): ExpressionResults {
  const options = withOpenTofu(tree, given);
  const configuration = loadConfiguration(tree, options);
  const { root } = evaluateGraph(tree, options, configuration, 'console');
  const scope = root.scope(NO_NAMES);
  const results = expressions.map((expr): ExpressionResult => {
    const { source, expression, diagnostics } = parseExpression(expr, { file: '<expression>' });
    const [mistake] = diagnostics;
    if (mistake !== undefined) return failed(expr, mistake);
    const value = { source, expression, references: findReferences(expression) };
    const unit = {
      module: root.node,
      expressions: [{ value, iterators: NO_ITERATORS }],
      repetition: 'none',
      self: false,
    } as const;
    const [problem] = checkUnit(unit, undefined);
    if (problem !== undefined) return failed(expr, problem);
    const outcome = evaluate(expression, source, scope);
    const [first] = outcome.diagnostics;
    return first === undefined ? succeeded(expr, outcome.value) : failed(expr, first);
  });
  return { kind: 'ExpressionResults', version: 1, results };
}

const NO_ITERATORS: ReadonlySet<string> = new Set();

function failed(
  expr: string,
  { summary, detail }: { readonly summary: string; readonly detail: string },
): ExpressionResult {
  return { expr, ok: false, error: summary, detail };
}

function succeeded(expr: string, value: Value): ExpressionResult {
  return {
    expr,
    ok: true,
    known: isWhollyKnown(value),
    sensitive: (deepMarks(value) & SENSITIVE) !== 0,
    type: typeText(typeOf(value)),
    value: publicValue(value),
  };
}
