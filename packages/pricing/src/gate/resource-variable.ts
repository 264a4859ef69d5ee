import { type PlainObject, unknown } from '@tollgate/cel';
import { type ResourceView, resourceInput } from '@tollgate/resources';
import type { Estimation } from '../estimate/estimation.ts';

const untoldUse = unknown('the plan does not tell all that may refer to it; give the configuration');

/** The variable `resource`: that of the gate `resource`, and what refers to it. */
export function resourceVariable(view: ResourceView, { usedBy }: Pick<Estimation, 'usedBy'>): PlainObject {
  // The getter of the input is kept, so that what was before is read only when it is asked for.
  return Object.defineProperty(resourceInput(view), 'usedBy', {
    enumerable: true,
    get: () => usedBy(view)?.map(({ address, type }) => ({ address, type })) ?? untoldUse,
  });
}
