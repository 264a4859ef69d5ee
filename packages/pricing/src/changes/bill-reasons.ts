import { componentLabel } from '../estimate/cost-gaps.ts';
import type { CostComponent, ResourceCost } from '../estimate/cost-report.ts';
import type { ComponentPair } from './compare-components.ts';
import type { ChangeReason } from './cost-change.ts';

/** The bills of a resource before and after a change, with which line was which. */
export interface BillPair {
  readonly before: ResourceCost;
  readonly after: ResourceCost;
  readonly components: readonly ComponentPair[];
}

/** A line on both sides, with what its price depends on. */
interface LinePair {
  readonly before: CostComponent;
  readonly after: CostComponent;
  readonly dimensions: { readonly before: ReadonlyMap<string, string>; readonly after: ReadonlyMap<string, string> };
}

/** What is paid at the same rate, for the same things in the same place, and has another price. */
export function priceReasons(bills: BillPair): readonly ChangeReason[] {
  const reasons = linePairs(bills).flatMap((pair): ChangeReason[] => {
    const { before, after } = pair;
    const [then, now] = [before.unitPrice, after.unitPrice];
    const isSameLine = before.name === after.name && changedDimensions(pair).length === 0;
    if (after.rate === null || then === null || now === null || then === now || !isSameLine) return [];
    return isPriceOfUsage(before) || isPriceOfUsage(after)
      ? []
      : [{ kind: 'price', rate: after.rate, before: then, after: now }];
  });
  return unique(reasons);
}

/** What differs in the lines of two bills beside prices: what rates depend on, and quantities. */
export function lineReasons(bills: BillPair): readonly ChangeReason[] {
  const dimensions = linePairs(bills).flatMap((pair) =>
    changedDimensions(pair).map((name): ChangeReason => {
      const { before, after } = pair.dimensions;
      return { kind: 'dimension', name, before: before.get(name) ?? null, after: after.get(name) ?? null };
    }),
  );
  return unique([...dimensions, ...bills.components.flatMap(quantityReasons)]);
}

/** The lines on both sides that have the same rate. */
function linePairs({ before, after, components }: BillPair): readonly LinePair[] {
  return components.flatMap(({ before: then, after: now }) => {
    if (then === null || now === null || then.rate !== now.rate) return [];
    return [
      { before: then, after: now, dimensions: { before: dimensionsOf(then, before), after: dimensionsOf(now, after) } },
    ];
  });
}

function dimensionsOf({ region, dimensions = {}, plus }: CostComponent, resource: ResourceCost) {
  return new Map([
    ['region', region ?? resource.region],
    ...Object.entries(dimensions),
    ...(plus === undefined ? [] : [['plus', plus.rate] as const, ...Object.entries(plus.dimensions ?? {})]),
  ]);
}

function changedDimensions({ dimensions: { before, after } }: LinePair): readonly string[] {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.filter((name) => before.get(name) !== after.get(name));
}

function quantityReasons({ before, after }: ComponentPair): readonly ChangeReason[] {
  const [then, now] = [before?.monthlyQuantity ?? null, after?.monthlyQuantity ?? null];
  const line = after ?? before;
  if (line === null || then === now) return [];
  const text = (quantity: string | null) => (quantity === null ? null : `${quantity} ${line.unit}`);
  return [
    { kind: line.usageBased ? 'usage' : 'quantity', name: componentLabel(line), before: text(then), after: text(now) },
  ];
}

/** The usage file can tell what a unit costs; that it changed is told as usage. */
function isPriceOfUsage({ price, rules }: CostComponent): boolean {
  return price === undefined && rules === undefined;
}

function unique(reasons: readonly ChangeReason[]): readonly ChangeReason[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}
