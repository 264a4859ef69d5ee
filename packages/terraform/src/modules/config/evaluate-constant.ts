import type { Diagnostic, Expression, Source } from '@tollgate/hcl';
import { CONSTANTS, type Evaluated, evaluate, findReferences } from '../../expressions/index.ts';

/**
 * evaluateConstant evaluates an expression in which no names and no functions can be used. Of a name that is used
 * nevertheless, only its beginning is blamed.
 */
export function evaluateConstant(expression: Expression, source: Source): Evaluated {
  const result = evaluate(expression, source, CONSTANTS);
  if (result.diagnostics.length === 0) return result;
  const ends = new Map(findReferences(expression).map(({ start, rootEnd }) => [start, rootEnd]));
  const diagnostics = result.diagnostics.map((diagnostic): Diagnostic => {
    const end = diagnostic.summary === 'Variables not allowed' ? ends.get(diagnostic.range.start) : undefined;
    return end === undefined ? diagnostic : { ...diagnostic, range: { start: diagnostic.range.start, end } };
  });
  return { value: result.value, diagnostics };
}
