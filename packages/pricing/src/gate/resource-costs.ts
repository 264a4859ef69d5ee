import type { ResourceChange } from '../changes/cost-change.ts';
import type { CostedResource } from '../estimate/resource-cost.ts';
import { amount } from '../money/amount.ts';
import { type Bounds, between, exactly, opened } from './bounds.ts';
import { codeMark } from './code-mark.ts';
import { deltaAndRise, type JudgedCost, unknownPast, withPercent } from './judged-cost.ts';
import { openDelta } from './open-delta.ts';
import type { UntoldUsage } from './untold-usage.ts';

/** What a resource costs. */
export interface ResourceCosts {
  /** Null when it was not there, or only the change tells what it cost. */
  readonly before: CostedResource | null;
  /** Null when it is not there. */
  readonly after: CostedResource | null;
  /** Why what was before is not known; null when it is. */
  readonly unknownBefore: string | null;
}

const nothing = exactly(amount(0));

/** The cost of one resource. */
export function resourceCosts(change: ResourceChange, costs: ResourceCosts, usage: UntoldUsage): JudgedCost {
  const after = boundsOf(costs.after, usage);
  const range = costs.after === null ? amount(0) : costs.after.high.minus(costs.after.low);
  if (costs.unknownBefore !== null) return withPercent({ ...unknownPast(after, costs.unknownBefore), after, range });
  const { address, delta, deltaRange } = change;
  const known =
    deltaRange === null
      ? exactly(amount(delta ?? 0))
      : between(amount(deltaRange.low), amount(deltaRange.high), `attributes of ${codeMark(address)} are not known`);
  return withPercent({
    before: costs.before === null ? toldBefore(change) : boundsOf(costs.before, usage),
    after,
    range,
    ...deltaAndRise([known], [openDelta(change, usage) ?? nothing]),
  });
}

/** What the change alone tells. */
function toldBefore({ address, before, statusBefore, unknownInstances }: ResourceChange): Bounds {
  const one = exactly(amount(before ?? 0));
  const known = unknownInstances === 'before' || unknownInstances === 'both' ? withUnknownNumber(one, address) : one;
  const isOpen = statusBefore === 'unpriced' || statusBefore === 'unsupported';
  return isOpen ? opened(known, 'above', `${codeMark(address)} had no price for something`) : known;
}

function boundsOf(costed: CostedResource | null, usage: UntoldUsage): Bounds {
  if (costed === null) return nothing;
  const { cost, low, high } = costed;
  const { address, status, components, unknowns, instances } = cost;
  const missing = components.find((component) => component.status === 'unpriced');
  const needsUsage = components.some((component) => component.status === 'usage-needed');
  let bounds = between(low, high, unknowns.join('; '));
  if (status === 'unsupported') bounds = opened(bounds, 'above', `there is no cost model for ${codeMark(address)}`);
  if (missing !== undefined) bounds = opened(bounds, 'above', `${codeMark(address)} has no price for ${missing.name}`);
  if (instances === 'unknown') bounds = withUnknownNumber(bounds, address);
  if (needsUsage && usage === 'unknown') bounds = opened(bounds, 'above', `usage of ${codeMark(address)} is not told`);
  return bounds;
}

/** One instance is counted. */
function withUnknownNumber(one: Bounds, address: string): Bounds {
  return opened(one, 'above', `the number of instances of ${codeMark(address)} is not known`);
}
