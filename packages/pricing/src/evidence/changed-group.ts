import type { ResourceChange } from '../changes/cost-change.ts';
import { type Bounds, between, exactly, sumOfBounds } from '../gate/bounds.ts';
import { openDelta } from '../gate/open-delta.ts';
import { type Amount, amount, larger } from '../money/amount.ts';
import { blockAddress, type InstanceGroup, instanceGroups } from './instance-group.ts';
import { isOfCost, largestFirst } from './largest-first.ts';

/** Instances of one block whose cost changes in the same way. */
export interface ChangedGroup extends InstanceGroup<ResourceChange> {
  /** By how much their cost changes together: what has no price, and usage that is not told, leaves an end open. */
  readonly delta: Bounds;
  /** By how much it changes at most, whichever way, as far as is known. */
  readonly weight: Amount;
}

/** What changes the cost, or may: what moves most money first, then by root module and address. */
export function changedGroups(resources: readonly ResourceChange[]): readonly ChangedGroup[] {
  return instanceGroups(resources.filter(isOfCost), told)
    .map(weighed)
    .sort((a, b) => b.weight.cmp(a.weight));
}

/** The same, instance by instance. */
export function singleChanges(resources: readonly ResourceChange[]): readonly ChangedGroup[] {
  return largestFirst(resources).map((first) => weighed({ address: first.address, first, members: [first] }));
}

function told({ change, before, after, delta, deltaRange, reasons, previous, source }: ResourceChange): unknown {
  const was = previous === undefined ? null : blockAddress(previous.address);
  return [change, before, after, delta, deltaRange, reasons, was, source?.file, source?.startLine];
}

function weighed(group: InstanceGroup<ResourceChange>): ChangedGroup {
  const known = sumOfBounds(group.members.map(knownDelta));
  const open = group.members.flatMap((member) => openDelta(member, 'unknown') ?? []);
  const ends = [known.low, known.high].map((end) => (end ?? amount(0)).abs());
  return { ...group, delta: sumOfBounds([known, ...open]), weight: ends.reduce(larger) };
}

function knownDelta({ delta, deltaRange }: ResourceChange): Bounds {
  return deltaRange === null
    ? exactly(amount(delta ?? 0))
    : between(amount(deltaRange.low), amount(deltaRange.high), '');
}
