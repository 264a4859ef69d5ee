import type { ResourceView } from '@tollgate/resources';
import type { JsonObject } from '@tollgate/terraform';
import { type Amount, amount } from '../money/amount.ts';
import { lineReasons, priceReasons } from './bill-reasons.ts';
import { type ChangedInput, changedInputs } from './changed-inputs.ts';
import type { ComponentPair } from './compare-components.ts';
import type { ChangeReason } from './cost-change.ts';
import type { EstimatedResource, EstimatedRoot } from './estimated-root.ts';

/** A resource on both sides of a comparison, with the lines of its bills. */
export interface EstimatedPair {
  readonly before: EstimatedResource;
  readonly after: EstimatedResource;
  readonly components: readonly ComponentPair[];
}

/** More attributes than this are not weighed: each is one more estimate. */
const mostWeighed = 6;

/** What tells a price is short; a text that is longer is cut. */
const longestShown = 120;

/** A reason with by how much it alone changes the cost, one way or the other; null when that was not found out. */
interface WeighedReason {
  readonly reason: ChangeReason;
  readonly weight: Amount | null;
}

/**
 * Says why the cost of a resource changes, what weighs most first. What does not move the cost by itself is left out when something
 * else does. Where no input differs, what differs in the bill is told.
 */
export function changeReasons(
  pair: EstimatedPair,
  roots: { readonly before: EstimatedRoot; readonly after: EstimatedRoot },
  renamed: (text: string) => string,
): readonly ChangeReason[] {
  const { before, after } = pair;
  const bills = { before: before.costed.cost, after: after.costed.cost, components: pair.components };
  const inputs = changedInputs({ before: before.view, after: after.view }, roots, renamed);
  const own = inputs.filter(({ attribute }) => attribute !== null);
  const around = [
    ...inputs.filter(({ attribute }) => attribute === null).map(reasonOf),
    ...scheduleReasons(pair),
    ...priceReasons(bills),
  ];
  const isWeighed = own.length + around.length > 1 && own.length <= mostWeighed;
  const found: readonly WeighedReason[] = isWeighed
    ? [...weighedAttributes(own, pair, roots.before), ...weighedSurroundings(around, pair, roots.after)]
    : [...own.map(reasonOf), ...around].map((reason) => ({ reason, weight: null }));
  const told = found.length === 0 ? lineReasons(bills) : heaviestFirst(found);
  return after.view.action === 'replace' ? [...told, { kind: 'replaced' }] : told;
}

function reasonOf({ kind, name, before, after }: ChangedInput): ChangeReason {
  return { kind, name, before: shown(before), after: shown(after) };
}

function shown(text: string | null): string | null {
  return text !== null && text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

function scheduleReasons({ before, after }: EstimatedPair): readonly ChangeReason[] {
  const [then, now] = [before.costed.cost.schedule ?? null, after.costed.cost.schedule ?? null];
  return then === now ? [] : [{ kind: 'schedule', name: 'schedule', before: then, after: now }];
}

/** What the resource would have cost before with one attribute as it is now. */
function weighedAttributes(
  inputs: readonly ChangedInput[],
  { before, after }: EstimatedPair,
  root: EstimatedRoot,
): readonly WeighedReason[] {
  const weights = new Map<string | null, Amount>();
  return inputs.map((input) => {
    const known = weights.get(input.attribute);
    const weight = known ?? distance(before, root.costOf(withAttribute(before.view, input, after.view)).high);
    weights.set(input.attribute, weight);
    return { reason: reasonOf(input), weight };
  });
}

/** What the resource would cost now with all attributes as they were: usage, prices and what it refers to, together. */
function weighedSurroundings(
  reasons: readonly ChangeReason[],
  { before, after }: EstimatedPair,
  root: EstimatedRoot,
): readonly WeighedReason[] {
  if (reasons.length === 0) return [];
  const weight = distance(before, root.costOf({ ...before.view, address: after.view.address }).high);
  return reasons.map((reason) => ({ reason, weight }));
}

function distance({ costed }: EstimatedResource, cost: Amount): Amount {
  return cost.minus(costed.high).abs();
}

function withAttribute(view: ResourceView, { attribute, after }: ChangedInput, from: ResourceView): ResourceView {
  if (attribute === null) return view;
  // It can be that of the provider, and the resource's own goes before it.
  if (attribute === 'region') return { ...view, values: { ...view.values, region: after } };
  const isOther = ({ path }: ResourceView['reasons'][number]) => path[0] !== attribute;
  return {
    ...view,
    values: withMember(view.values, attribute, from.values),
    unknown: withMember(view.unknown, attribute, from.unknown),
    sensitive: withMember(view.sensitive, attribute, from.sensitive),
    reasons: [...view.reasons.filter(isOther), ...from.reasons.filter((reason) => !isOther(reason))],
  };
}

function withMember(object: JsonObject, name: string, from: JsonObject): JsonObject {
  const others = Object.entries(object).filter(([key]) => key !== name);
  return Object.fromEntries([...others, ...Object.entries(from).filter(([key]) => key === name)]);
}

function heaviestFirst(found: readonly WeighedReason[]): readonly ChangeReason[] {
  const zero = amount(0);
  const weightOf = ({ weight }: WeighedReason) => weight ?? zero;
  const moving = found.filter((one) => weightOf(one).gt(0));
  // Sorting is stable: what weighs the same stays in the order of names.
  return (moving.length === 0 ? found : moving)
    .toSorted((a, b) => weightOf(b).cmp(weightOf(a)))
    .map(({ reason }) => reason);
}
