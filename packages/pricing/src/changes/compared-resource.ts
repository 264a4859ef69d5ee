import type { CostComponent } from '../estimate/cost-report.ts';
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
  const linesBefore = before.cost.components.map((line) => withRenamed(line, renamed));
  const pairs = pairComponents(linesBefore, after.cost.components);
  const components = changedComponents(pairs);
  const instances = unknownInstances(before, after);
  const isSameNumber = instances.unknownInstances === undefined || instances.unknownInstances === 'both';
  const isSame = components.length === 0 && delta.low.eq(0) && delta.high.eq(0) && isSameNumber;
  return {
    change: {
      ...identityOf(after),
      ...instances,
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

/** A line of a bill can name another resource, such as the launch template that it is for. */
function withRenamed(line: CostComponent, renamed: (text: string) => string): CostComponent {
  const { group, reason } = line;
  return { ...line, group: group.map(renamed), ...(reason === undefined ? {} : { reason: renamed(reason) }) };
}

/** A resource that is only there after the change. */
export function addedResource(after: CostedResource): ComparedResource {
  const delta = deltaOf(null, after);
  return {
    change: {
      ...identityOf(after),
      ...unknownInstances(null, after),
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
      ...unknownInstances(before, null),
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
      ...unknownInstances(null, after),
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

function unknownInstances(
  before: CostedResource | null,
  after: CostedResource | null,
): Pick<ResourceChange, 'unknownInstances'> {
  const [isBefore, isAfter] = [before, after].map((side) => side?.cost.instances === 'unknown');
  if (isBefore) return { unknownInstances: isAfter ? 'both' : 'before' };
  return isAfter ? { unknownInstances: 'after' } : {};
}

function identityOf({ cost: { address, type, region } }: CostedResource) {
  return { address, type, region };
}

function deltaTexts(delta: Delta) {
  return { delta: amountText(delta.value), deltaRange: deltaRangeOf(delta) };
}
