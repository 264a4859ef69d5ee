import type { Evaluation } from '@tollgate/terraform';
import type { CostedResource } from '../estimate/resource-cost.ts';
import type { ComponentPair } from './compare-components.ts';
import { addedResource, type ComparedResource, keptResource, removedResource } from './compared-resource.ts';
import type { ChangeReason, ResourceChange } from './cost-change.ts';
import { type Identifiable, pairResources, type ResourcePair } from './pair-resources.ts';
import { renamedAddresses } from './renamed-addresses.ts';

/** A resource on one side of a comparison. */
export interface SideResource extends Identifiable {
  readonly costed: CostedResource;
  /** The address before the change, where a plan tells it. */
  readonly previousAddress: string | null;
}

/** Two sides of a root module. */
export interface SideComparison<R extends SideResource> {
  readonly before: readonly R[];
  readonly after: readonly R[];
  readonly moved: Evaluation['moved'];
  /**
   * Says why the cost of a resource changes; asked for only when it does.
   *
   * @param renamed makes a text about the state before such that it has the addresses after the change
   */
  readonly reasons: (
    pair: { readonly before: R; readonly after: R; readonly components: readonly ComponentPair[] },
    renamed: (text: string) => string,
  ) => readonly ChangeReason[];
}

/** What a change does to a root module. */
export interface ComparedRoot {
  readonly before: readonly CostedResource[];
  readonly after: readonly CostedResource[];
  readonly resources: readonly ComparedResource[];
}

/** Compares what resources cost before and after a change. */
export function compareSides<R extends SideResource>({
  before,
  after,
  moved,
  reasons,
}: SideComparison<R>): ComparedRoot {
  const pairs = pairResources(before, after, moved);
  const renamed = renamedAddresses(pairs);
  const resources = pairs.flatMap((pair): ComparedResource[] => {
    const { before: then, after: now } = pair;
    if (now === null) return then === null ? [] : [removedResource(then.costed)];
    if (then === null) return [addedResource(now.costed)];
    return [
      keptResource({
        before: then.costed,
        after: now.costed,
        previous: previousOf(pair),
        renamed,
        reasons: (components) => reasons({ before: then, after: now, components }, renamed),
      }),
    ];
  });
  return { before: before.map(({ costed }) => costed), after: after.map(({ costed }) => costed), resources };
}

function previousOf({ before, after, by }: ResourcePair<SideResource>): ResourceChange['previous'] {
  if (before !== null && by !== null) return { address: before.address, by };
  // Of a plan, both sides have the addresses after the change.
  const planned = after?.previousAddress ?? null;
  return planned === null ? undefined : { address: planned, by: 'moved-block' };
}
