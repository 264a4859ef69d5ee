import type { CostComponent } from '../estimate/cost-report.ts';
import { amount, amountText } from '../money/amount.ts';
import { componentKey } from './component-key.ts';
import type { ComponentChange, ComponentState } from './cost-change.ts';
import { pairByKeys } from './pair-by-keys.ts';

/** A line of a bill on both sides; null where it is not. */
export interface ComponentPair {
  readonly before: CostComponent | null;
  readonly after: CostComponent | null;
}

/** Finds out which line was which: by name, and then by rate, since the name of a line can say what the rate depends on. */
export function pairComponents(
  before: readonly CostComponent[],
  after: readonly CostComponent[],
): readonly ComponentPair[] {
  const pairs = pairByKeys(before, after, [
    componentKey,
    ({ group, rate, unit }) => (rate === null ? null : JSON.stringify([...group, rate, unit])),
  ]);
  return [
    ...after.map((line) => ({ before: pairs.before.get(line) ?? null, after: line })),
    ...pairs.leftBefore.map((line) => ({ before: line, after: null })),
  ];
}

/** The lines that differ. */
export function changedComponents(pairs: readonly ComponentPair[]): readonly ComponentChange[] {
  return pairs.flatMap(({ before, after }) => {
    const line = after ?? before;
    if (line === null || isSame(before, after)) return [];
    const isRenamed = before !== null && before.name !== line.name;
    return [
      {
        group: line.group,
        name: line.name,
        ...(isRenamed ? { previousName: before.name } : {}),
        unit: line.unit,
        before: stateOf(before),
        after: stateOf(after),
        delta: deltaText(before, after),
      },
    ];
  });
}

function isSame(before: CostComponent | null, after: CostComponent | null): boolean {
  return before !== null && after !== null && textOf(before) === textOf(after);
}

function textOf(line: CostComponent): string {
  const { name, rate, dimensions = {}, monthlyQuantity, unitPrice, monthlyCost, status, reason = null } = line;
  return JSON.stringify([name, rate, dimensions, monthlyQuantity, unitPrice, monthlyCost, status, reason]);
}

function stateOf(line: CostComponent | null): ComponentState | null {
  if (line === null) return null;
  const { monthlyQuantity, unitPrice, monthlyCost, status } = line;
  return { monthlyQuantity, unitPrice, monthlyCost, status };
}

/** Null when a side has the line, and it is not known what it costs. */
function deltaText(before: CostComponent | null, after: CostComponent | null): string | null {
  const [then, now] = [before === null ? '0' : before.monthlyCost, after === null ? '0' : after.monthlyCost];
  return then === null || now === null ? null : amountText(amount(now).minus(then));
}
