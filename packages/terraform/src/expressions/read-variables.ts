import { type Diagnostic, errorAt, parseConfig } from '@tollgate/hcl';
import type { TemplateSource } from '../functions/index.ts';
import { quoteText } from '../values/quote.ts';
import type { Value } from '../values/value.ts';
import { evaluate } from './evaluate.ts';
import { refuse } from './render-template.ts';
import type { Scope } from './scope.ts';

/**
 * readVariables reads the text of a variables file, in which no names and no functions can be used. Throws ValueError with
 * Terraform's words for what is wrong with it.
 */
export function readVariables(text: TemplateSource): ReadonlyMap<string, Value> {
  const { source, body, diagnostics } = parseConfig(text.text, { file: text.name });
  refuse(diagnostics, 'invalid tfvars syntax: ');
  const values = new Map<string, Value>();
  const blocks: Diagnostic[] = [];
  for (const item of body.items) {
    if (item.kind !== 'block') continue;
    blocks.push(
      errorAt(source, item.typeRange, `Unexpected ${quoteText(item.type)} block`, 'Blocks are not allowed here.'),
    );
  }
  refuse(blocks, 'invalid tfvars content: ');
  for (const item of body.items) {
    if (item.kind === 'block') continue;
    const result = evaluate(item.expression, source, CONSTANTS);
    refuse(result.diagnostics, `invalid expression for variable ${quoteText(item.name)}: `);
    values.set(item.name, result.value);
  }
  return values;
}

/** A scope without names and functions. */
export const CONSTANTS: Scope = {
  check: () => [],
  lookup: () => ({ summary: 'Variables not allowed', detail: 'Variables may not be used here.' }),
  findFunction: () => ({
    kind: 'missing',
    problem: { summary: 'Function calls not allowed', detail: 'Functions may not be called here.' },
  }),
  context: {},
};
