import type { CostRange } from '../estimate/cost-report.ts';
import type { CostCase, CostedResource } from '../estimate/resource-cost.ts';
import { type Amount, amount, amountText, larger, smaller, sumOf } from '../money/amount.ts';

/** By how much a cost changes, not rounded: from the high end before to the high end after, and what it can be. */
export interface Delta {
  readonly value: Amount;
  readonly low: Amount;
  readonly high: Amount;
}

const nothing: Pick<CostedResource, 'low' | 'high' | 'cases'> = { low: amount(0), high: amount(0), cases: [] };

/**
 * By how much the cost of one resource changes; null is what is not there. Where both sides hang on the same unknown attributes,
 * these have one value, whichever it is, and the sides are compared case by case. Otherwise either side can be anything in its range.
 *
 * @param renamed a text about the state before, with addresses as they are after the change
 */
export function deltaOf(
  before: CostedResource | null,
  after: CostedResource | null,
  renamed: (text: string) => string = (text) => text,
): Delta {
  const [then, now] = [before ?? nothing, after ?? nothing];
  const value = now.high.minus(then.high);
  const byCase = caseByCase(then.cases, now.cases, renamed);
  if (byCase === null) return { value, low: now.low.minus(then.high), high: now.high.minus(then.low) };
  return { value, low: byCase.reduce(smaller), high: byCase.reduce(larger) };
}

/** The delta in each case; null when the sides do not have the same cases. */
function caseByCase(
  before: readonly CostCase[],
  after: readonly CostCase[],
  renamed: (text: string) => string,
): readonly Amount[] | null {
  if (before.length !== after.length || before.length === 0) return null;
  const totals = new Map(before.map((one) => [caseKey(one, renamed), one.total]));
  const deltas = after.flatMap((one) => {
    const total = totals.get(caseKey(one, (text) => text));
    return total === undefined ? [] : [one.total.minus(total)];
  });
  return deltas.length === after.length ? deltas : null;
}

function caseKey({ chosen, unknowns }: CostCase, renamed: (text: string) => string): string {
  const choices = [...chosen].map(([attribute, value]) => [
    renamed(attribute),
    value,
    renamed(unknowns.get(attribute) ?? ''),
  ]);
  return choices
    .map((choice) => JSON.stringify(choice))
    .sort()
    .join();
}

/** The sum of deltas, each of which may be anything that it can be. */
export function sumOfDeltas(deltas: readonly Delta[]): Delta {
  return {
    value: sumOf(deltas.map(({ value }) => value)),
    low: sumOf(deltas.map(({ low }) => low)),
    high: sumOf(deltas.map(({ high }) => high)),
  };
}

/** The range of a delta as reports have it: null when it is known. */
export function deltaRangeOf({ low, high }: Delta): CostRange | null {
  return low.eq(high) ? null : { low: amountText(low), high: amountText(high) };
}
