import type { ResourceInput } from '@tollgate/resources';
import { evaluateModule, memoryTree } from '@tollgate/terraform';

/** A configuration as the gate takes it, with the places of attributes. */
export function configurationInput(text: string): ResourceInput {
  const evaluation = evaluateModule(memoryTree({ 'main.tf': text }), { places: true });
  const errors = evaluation.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ summary, detail }) => `${summary}: ${detail}`).join('\n'));
  return { kind: 'configuration', evaluation };
}
