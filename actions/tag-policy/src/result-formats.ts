import type { ResultFormat } from '@tollgate/action-kit';
import type { TagPolicyInputs } from './inputs.ts';

/** The formats that the result is offered in. Writers are loaded late: most runs write none. */
export function resultFormats(inputs: TagPolicyInputs): readonly ResultFormat[] {
  return [
    { name: 'sarif', file: inputs['sarif-file'], write: async (report) => (await writers()).toSarif(report) },
    { name: 'junit', file: inputs['junit-file'], write: async (report) => (await writers()).toJUnit(report) },
  ];
}

function writers() {
  return import('./result-writers.ts');
}
