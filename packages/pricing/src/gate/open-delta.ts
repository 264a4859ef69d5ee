import type { ComponentChange, ComponentState, ResourceChange } from '../changes/cost-change.ts';
import { amount } from '../money/amount.ts';
import { type Bounds, exactly, opened, sumOfBounds } from './bounds.ts';
import { codeMark } from './code-mark.ts';
import type { UntoldUsage } from './untold-usage.ts';

/**
 * What is to be added to the delta of a resource, since something of it is not known: an amount with an open end, or null for none.
 * What is not known before and after alike makes no difference.
 */
export function openDelta(change: ResourceChange, usage: UntoldUsage): Bounds | null {
  const open = [openPrices(change, usage), openNumber(change)].filter((bounds) => bounds !== null);
  return open.length === 0 ? null : sumOfBounds(open);
}

/** The same, for what has no price or no usage. */
export function openPrices(change: ResourceChange, usage: UntoldUsage): Bounds | null {
  const { address, status, components } = change;
  const open: Bounds[] = [];
  if (status === 'unsupported' && (change.change === 'added' || change.change === 'removed')) {
    const end = change.change === 'added' ? 'above' : 'below';
    open.push(opened(nothing, end, `there is no cost model for ${codeMark(address)}`));
  }
  for (const component of components) {
    const end = openEnd(component, usage);
    if (end !== null) open.push(opened(nothing, end, reasonOf(component, address)));
  }
  return open.length === 0 ? null : sumOfBounds(open);
}

/** The same, for a number of instances that is not known: there may be more than the one that is counted. */
export function openNumber(change: ResourceChange): Bounds | null {
  const end = endOfNumber(change);
  return end === null
    ? null
    : opened(nothing, end, `the number of instances of ${codeMark(change.address)} is not known`);
}

/** The same number of instances, whatever it is, makes the delta of each larger. */
function endOfNumber({ unknownInstances, delta, deltaRange }: ResourceChange): OpenEnd | null {
  if (unknownInstances === undefined) return null;
  if (unknownInstances !== 'both') return unknownInstances === 'after' ? 'above' : 'below';
  const canFall = amount(deltaRange?.low ?? delta ?? 0).lt(0);
  const canRise = amount(deltaRange?.high ?? delta ?? 0).gt(0);
  if (canFall && canRise) return 'both';
  return canRise ? 'above' : canFall ? 'below' : null;
}

const nothing = exactly(amount(0));

type OpenEnd = 'above' | 'below' | 'both';

function openEnd({ before, after }: ComponentChange, usage: UntoldUsage): OpenEnd | null {
  const [isBefore, isAfter] = [isOpen(before, usage), isOpen(after, usage)];
  if (isBefore && isAfter) return endOfSameUsage(before, after);
  if (isBefore) return 'below';
  return isAfter ? 'above' : null;
}

function isOpen(state: ComponentState | null, usage: UntoldUsage): boolean {
  if (state === null || state.status === 'priced') return false;
  return state.status === 'unpriced' || usage === 'unknown';
}

/** The same usage, whatever it is, costs more when its unit does. */
function endOfSameUsage(before: ComponentState | null, after: ComponentState | null): OpenEnd | null {
  const [was, is] = [unitPriceOf(before), unitPriceOf(after)];
  if (was === null || is === null) return 'both';
  const rise = amount(is).cmp(amount(was));
  return rise === 0 ? null : rise > 0 ? 'above' : 'below';
}

function unitPriceOf(state: ComponentState | null): string | null {
  return state?.status === 'usage-needed' ? state.unitPrice : null;
}

function reasonOf({ name, before, after }: ComponentChange, address: string): string {
  const isUsage = (after ?? before)?.status === 'usage-needed';
  return isUsage ? `usage of ${codeMark(address)} is not told` : `${codeMark(address)} has no price for ${name}`;
}
