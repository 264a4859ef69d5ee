import type { ResourceView } from '@tollgate/resources';
import type { Estimation } from '../estimate/estimation.ts';
import type { CostedResource } from '../estimate/resource-cost.ts';

/** A resource with its cost. */
export interface EstimatedResource {
  readonly view: ResourceView;
  readonly costed: CostedResource;
}

/** A root module whose resources were estimated: one side of a comparison. */
export interface EstimatedRoot extends Omit<Estimation, 'views'> {
  readonly resources: readonly EstimatedResource[];
}

/** Prices all resources of a root module. What is not there, such as a root module that is new, has none. */
export function estimateRoot({ views, ...estimation }: Estimation): EstimatedRoot {
  const costs = new Map(views.map((view) => [view, estimation.costOf(view)]));
  return {
    ...estimation,
    resources: [...costs].map(([view, costed]) => ({ view, costed })),
    // Who asks for what a resource could be instead asks for the resource itself as well.
    costOf: (view) => costs.get(view) ?? estimation.costOf(view),
  };
}
