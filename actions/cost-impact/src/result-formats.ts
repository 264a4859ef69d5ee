import type { ResultFormat } from '@tollgate/action-kit';
import type { CostImpactInputs } from './inputs.ts';

/** The formats that the result is offered in. Writers are loaded late: most runs write none. */
export function resultFormats(inputs: CostImpactInputs): readonly ResultFormat[] {
  return [
    {
      name: 'markdown',
      file: inputs['markdown-file'],
      write: async (_, github) => (await writers()).wholeMarkdown(github),
    },
    { name: 'html', file: inputs['html-file'], write: async (_, github) => (await writers()).wholePage(github) },
  ];
}

function writers() {
  return import('./result-writers.ts');
}
