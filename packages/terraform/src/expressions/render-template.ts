import { type Diagnostic, formatRange, parseTemplate } from '@tollgate/hcl';
import type { FunctionContext } from '../functions/index.ts';
import { quoteText } from '../values/quote.ts';
import type { Value } from '../values/value.ts';
import { LimitError, ValueError } from '../values/value-error.ts';
import { evaluate } from './evaluate.ts';
import { LIMIT_EXCEEDED } from './frame.ts';
import { findReferences } from './references.ts';
import type { Scope } from './scope.ts';

/**
 * templateRenderer gives what `templatefile` and `templatestring` render with: templates see the variables that they are
 * given and no others, and the functions of the scope they are called from, but cannot render further templates.
 */
export function templateRenderer(findFunction: Scope['findFunction']): NonNullable<FunctionContext['renderTemplate']> {
  return (template, variables, context) => {
    const { source, expression, diagnostics } = parseTemplate(template.text, { file: template.name });
    refuse(diagnostics, '', 0);
    for (const reference of findReferences(expression)) {
      if (variables.has(reference.root)) continue;
      const where = formatRange(source, { start: reference.start, end: reference.rootEnd });
      const message = `vars map does not contain key ${quoteText(reference.root)}, referenced at ${where}`;
      throw new ValueError(message, { argument: 1 });
    }
    const result = evaluate(expression, source, variableScope(variables, findFunction, context));
    refuse(result.diagnostics);
    if (result.value.kind === 'null') throw new ValueError(nullResult(formatRange(source, expression)));
    return result.value;
  };
}

function nullResult(where: string): string {
  return (
    `${where}: Template result is null; The result of the template is null, which is not a valid result ` +
    'for a templatestring call.'
  );
}

function variableScope(
  variables: ReadonlyMap<string, Value>,
  findFunction: Scope['findFunction'],
  context: FunctionContext,
): Scope {
  return {
    check: () => [],
    lookup: ({ root }) => {
      const value = variables.get(root);
      if (value !== undefined) return { value, steps: 0 };
      return { summary: 'Unknown variable', detail: `There is no variable named ${quoteText(root)}.` };
    },
    findFunction,
    context,
  };
}

/** Mistakes in a template become one message of the function that renders it. */
export function refuse(diagnostics: readonly Diagnostic[], prefix = '', argument?: number): void {
  const [first] = diagnostics;
  if (first === undefined) return;
  const limit = diagnostics.find(({ summary }) => summary === LIMIT_EXCEEDED);
  if (limit !== undefined) throw new LimitError(limit.detail);
  const more = diagnostics.length > 1 ? `, and ${diagnostics.length - 1} other diagnostic(s)` : '';
  const where = formatRange(first.source, first.range);
  const message = `${prefix}${where}: ${first.summary}; ${first.detail}${more}`;
  throw new ValueError(message, argument === undefined ? {} : { argument });
}
