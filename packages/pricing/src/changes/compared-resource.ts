import type { CostedResource } from '../estimate/resource-cost.ts';
import { amountText } from '../money/amount.ts';
import { type ComponentPair, changedComponents, pairComponents } from './compare-components.ts';
import type { ChangeReason, ResourceChange } from './cost-change.ts';
import { type Delta, deltaOf, deltaRangeOf } from './delta.ts';

/** What a change does to a resource, in a root module that need not have a name yet. */
export interface ComparedResource {
  readonly change: Omit<ResourceChange, 'rootModule'>;
  /** Not rounded, for sums; null when what was before is not known. */
  readonly delta: Delta | null;
}

/** A resource that is on both sides. */
export interface ComparedSides {
  readonly before: CostedResource;
  readonly after: CostedResource;
  readonly previous: ResourceChange['previous'];
  /** Makes a text about the state before such that it has the addresses after the change. */
  readonly renamed: (text: string) => string;
  /** Why the cost changes; asked for only when it does. */
  readonly reasons: (components: readonly ComponentPair[]) => readonly ChangeReason[];
}

/** A resource that is on both sides. */
export function keptResource({ before, after, previous, renamed, reasons }: ComparedSides): ComparedResource {
  const delta = deltaOf(before, after, renamed);
  const pairs = pairComponents(before.cost.components, after.cost.components);
  const components = changedComponents(pairs);
  const isSame = components.length === 0 && delta.low.eq(0) && delta.high.eq(0);
  return {
    change: {
      ...identityOf(after),
      change: isSame ? (previous === undefined ? 'unchanged' : 'moved') : 'changed',
      ...(previous === undefined ? {} : { previous }),
      status: after.cost.status,
      statusBefore: before.cost.status,
      before: before.cost.monthlyCost,
      after: after.cost.monthlyCost,
      ...deltaTexts(delta),
      reasons: isSame ? [] : reasons(pairs),
      components,
      source: after.cost.source,
    },
    delta,
  };
}

/** A resource that is only there after the change. */
export function addedResource(after: CostedResource): ComparedResource {
  const delta = deltaOf(null, after);
  return {
    change: {
      ...identityOf(after),
      change: 'added',
      status: after.cost.status,
      statusBefore: null,
      before: null,
      after: after.cost.monthlyCost,
      ...deltaTexts(delta),
      reasons: [{ kind: 'added' }],
      components: changedComponents(pairComponents([], after.cost.components)),
      source: after.cost.source,
    },
    delta,
  };
}

/** A resource that is only there before the change. */
export function removedResource(before: CostedResource): ComparedResource {
  const delta = deltaOf(before, null);
  return {
    change: {
      ...identityOf(before),
      change: 'removed',
      status: before.cost.status,
      statusBefore: before.cost.status,
      before: before.cost.monthlyCost,
      after: null,
      ...deltaTexts(delta),
      reasons: [{ kind: 'removed' }],
      components: changedComponents(pairComponents(before.cost.components, [])),
      source: before.cost.source,
    },
    delta,
  };
}

/** A resource of which it is not known what was before. */
export function presentResource(after: CostedResource): ComparedResource {
  return {
    change: {
      ...identityOf(after),
      change: 'present',
      status: after.cost.status,
      statusBefore: null,
      before: null,
      after: after.cost.monthlyCost,
      delta: null,
      deltaRange: null,
      reasons: [],
      components: [],
      source: after.cost.source,
    },
    delta: null,
  };
}

function identityOf({ cost: { address, type, region } }: CostedResource) {
  return { address, type, region };
}

function deltaTexts(delta: Delta) {
  return { delta: amountText(delta.value), deltaRange: deltaRangeOf(delta) };
}
