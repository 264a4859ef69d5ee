import type { Chart } from '@tollgate/policy-engine';
import { clip, visible } from '../visible.ts';
import { chartScale } from './chart-scale.ts';
import { chartTitle } from './chart-words.ts';

/** Labels of bars may take half of the picture; of longer ones Mermaid draws none at all. */
const labelLimit = 56;
const partLimit = 16;
const titleLimit = 80;

/** Labels below more points would stand over each other. */
const pointLimit = 18;

/** Larger amounts would be written with an exponent, which the grammar of Mermaid does not know. */
const amountLimit = 1e15;

/**
 * Writes a chart in the language of Mermaid, which GitHub draws; undefined for what its `xychart-beta` would draw wrong: it has
 * no gaps for what is not known, begins bars at its least amount instead of zero, and has no legend that tells lines apart. Bars
 * of several series it draws over each other (mermaid-js/mermaid#7392), so each becomes a category of its own.
 */
export function chartMermaid(chart: Chart): string | undefined {
  const { form, series, categories, limit } = chart;
  const points = categories.flatMap(({ label, values }) =>
    series.map((name, index) => ({ label, name: series.length > 1 ? name : '', value: values[index] ?? null })),
  );
  const amounts = points.map(({ value }) => value?.amount ?? Number.NaN);
  const { least, most } = chartScale(chart);
  if (points.length === 0 || ![...amounts, least, most].every((amount) => Math.abs(amount) < amountLimit)) return;
  if (form === 'bars' ? least < 0 : series.length > 1 || points.length > pointLimit) return;
  const labels = points.map(({ label, name, value }) =>
    // Beside a bar is room for what it amounts to; below the points of a line is none.
    form === 'bars' ? pointLabel(label, [name, value?.shown ?? '']) : pointLabel(label, []),
  );
  const values = amounts.map(decimal).join(', ');
  const level = limit === undefined ? [] : [`  line [${amounts.map(() => decimal(limit.value.amount)).join(', ')}]`];
  return [
    ...settings(form, points.length),
    `xychart-beta${form === 'bars' ? ' horizontal' : ''}`,
    `  title ${quoted(clip(heading(chart), titleLimit))}`,
    `  x-axis [${labels.map(quoted).join(', ')}]`,
    `  y-axis ${decimal(least)} --> ${decimal(most === least ? least + 1 : most)}`,
    `  ${form === 'bars' ? 'bar' : 'line'} [${values}]`,
    ...level,
  ].join('\n');
}

/** The name of a point with what else is said of it, of which the name is shortened. */
function pointLabel(name: string, more: readonly string[]): string {
  const rest = more.filter((part) => part !== '').map((part) => `, ${clip(visible(part), partLimit)}`);
  return clip(visible(name), labelLimit - rest.join('').length) + rest.join('');
}

function heading(chart: Chart): string {
  const { limit } = chart;
  return limit === undefined
    ? chartTitle(chart)
    : `${chartTitle(chart)}, ${visible(limit.label)} ${visible(limit.value.shown)}`;
}

/** Wide enough for the amounts at the axis, as high as the bars need, in colours that are seen on white and on black. */
function settings(form: Chart['form'], points: number): string[] {
  return [
    '---',
    'config:',
    '  xyChart:',
    '    width: 900',
    `    height: ${form === 'bars' ? 80 + 36 * points : 320}`,
    '    xAxis:',
    '      labelFontSize: 12',
    '  themeVariables:',
    '    xyChart:',
    '      plotColorPalette: "#3f83d9, #d1552f"',
    '---',
  ];
}

function decimal(amount: number): string {
  return String(Number(amount.toFixed(2)));
}

/**
 * Signs with a meaning in Mermaid, and what they are written as. Its grammar has no escapes; directives (`%%{init}`), entities
 * (`#quot;`), Markdown strings and HTML are looked for in quoted text too.
 */
const lookalikes: Readonly<Record<string, string>> = {
  '"': '″',
  '`': '′',
  '\\': '⧵',
  '<': '‹',
  '>': '›',
  '{': '(',
  '}': ')',
  '%': '％',
  '#': '＃',
  ';': ',',
  $: '＄',
  '&': '＆',
};

function quoted(label: string): string {
  return `"${label.replaceAll(/["`\\<>{}%#;&]|\$(?=\$)/g, (sign) => lookalikes[sign] ?? sign)}"`;
}
