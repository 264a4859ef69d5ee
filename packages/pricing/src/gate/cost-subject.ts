import type { ResourceView } from '@tollgate/resources';
import type { Estimation } from '../estimate/estimation.ts';
import type { JudgedCost } from './judged-cost.ts';
import type { UntoldUsage } from './untold-usage.ts';

/** What the gate `cost` judges: the change as a whole, one environment, one root module, or one resource. */
export type CostSubject = {
  readonly currency: string;
  readonly cost: (usage: UntoldUsage) => JudgedCost;
} & (
  | { readonly scope: 'total' | 'environment' | 'root-module' }
  | {
      readonly scope: 'resource';
      /** The resource after the change; what is removed is as it was. */
      readonly view: ResourceView;
      /** Prices resources, this one and those that use it, and what they could be instead. */
      readonly estimation: Pick<Estimation, 'costOf' | 'costWith' | 'usedBy'>;
    }
);

/** What a subject can be, as conditions name it. */
export const costScopes: readonly CostSubject['scope'][] = ['total', 'environment', 'root-module', 'resource'];
