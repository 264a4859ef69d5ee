import type { ResourceView } from '@tollgate/resources';
import type { CostedResource } from '../estimate/resource-cost.ts';

/** What the gate `cost` judges: the change as a whole, one environment, one root module, or one resource. */
export type CostSubject =
  | { readonly scope: 'total' | 'environment' | 'root-module' }
  | {
      readonly scope: 'resource';
      /** The resource after the change; what is removed is as it was. */
      readonly view: ResourceView;
      /** The cost of the resource, or of what it could be instead: a view of the same address with other values. */
      readonly costOf: (view: ResourceView) => CostedResource;
    };
