import type { Chart, ChartCategory, ChartValue } from '@tollgate/policy-engine';
import { textColumns } from '../text-columns.ts';
import { clip, visible } from '../visible.ts';
import { chartScale, position } from './chart-scale.ts';
import { chartTitle, leftOutText, notKnown } from './chart-words.ts';
import { drawnPart } from './drawn-part.ts';

/** How many characters the longest bar has. */
const barWidth = 30;

const labelLimit = 48;

/** Draws a chart of either form as bars of characters, one a line, below a line that says what it shows. */
export function chartText(chart: Chart): readonly string[] {
  const { drawn, leftOut } = drawnPart(chart);
  const scale = chartScale(drawn);
  const longest = Math.max(scale.most, -scale.least);
  const named = drawn.series.length > 1;
  const row = (label: string, series: string, value: ChartValue | null) => [
    clip(visible(label), labelLimit),
    ...(named ? [clip(visible(series), labelLimit)] : []),
    value === null ? notKnown : visible(value.shown),
    value === null ? '' : bar(value.amount, longest),
  ];
  const rows = drawn.categories.flatMap((category) =>
    toldValues(drawn, category).map(({ series, value }, index) =>
      row(index === 0 ? category.label : '', series, value),
    ),
  );
  if (drawn.limit !== undefined) rows.push(row(drawn.limit.label, 'limit', drawn.limit.value));
  const lines = textColumns(rows, named ? ['left', 'left', 'right'] : ['left', 'right']);
  return [chartTitle(chart), ...lines, ...(leftOut === 0 ? [] : [leftOutText(leftOut)])];
}

/** The values of a category by series. A gap in a line is filled by the other lines; a bar that is missing has to be told. */
function toldValues({ form, series }: Chart, { values }: ChartCategory) {
  const all = series.map((name, index) => ({ series: name, value: values[index] ?? null }));
  const known = all.filter(({ value }) => value !== null);
  return form === 'lines' && known.length > 0 ? known : all;
}

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** A bar for an amount; a light one when it is below zero. What is not zero has at least a trace. */
function bar(amount: number, longest: number): string {
  const length = position(Math.abs(amount), { least: 0, most: longest }) * barWidth;
  if (length === 0) return '';
  if (amount < 0) return '░'.repeat(Math.max(1, Math.round(length)));
  const steps = Math.max(1, Math.round(length * eighths.length));
  return '█'.repeat(Math.floor(steps / eighths.length)) + eighths[steps % eighths.length];
}
