import type { Chart } from '@tollgate/policy-engine';

/** The amounts between which a chart is drawn; zero is always among them, so that lengths can be compared. */
export interface ChartScale {
  readonly least: number;
  readonly most: number;
}

/** The scale of all amounts of a chart and of its limit. What is no finite number counts as zero. */
export function chartScale({ categories, limit }: Chart): ChartScale {
  const amounts = categories.flatMap(({ values }) => values.map((value) => value?.amount ?? 0));
  if (limit !== undefined) amounts.push(limit.value.amount);
  return amounts
    .filter(Number.isFinite)
    .reduce<ChartScale>(
      ({ least, most }, amount) => ({ least: Math.min(least, amount), most: Math.max(most, amount) }),
      { least: 0, most: 0 },
    );
}

/** Where an amount lies on a scale: 0 at its least, 1 at its most. */
export function position(amount: number, { least, most }: ChartScale): number {
  if (most === least) return 0;
  const finite = Number.isFinite(amount) ? amount : 0;
  return Math.min(1, Math.max(0, (finite - least) / (most - least)));
}
