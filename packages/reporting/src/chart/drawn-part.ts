import type { Chart } from '@tollgate/policy-engine';

/** More bars, or points of a line, than these cannot be told apart. */
const mostMarks = { bars: 16, lines: 60 } as const;

/** The part of a chart that is drawn: its first categories, and how many are left out. */
export function drawnPart(chart: Chart): { readonly drawn: Chart; readonly leftOut: number } {
  const { form, series, categories } = chart;
  const perCategory = form === 'bars' ? Math.max(1, series.length) : 1;
  const drawn = categories.slice(0, Math.max(1, Math.floor(mostMarks[form] / perCategory)));
  return { drawn: { ...chart, categories: drawn }, leftOut: categories.length - drawn.length };
}
