import type { Chart, ChartValue } from '@tollgate/policy-engine';
import { type ChartScale, chartScale, position } from '../chart/chart-scale.ts';
import { type Html, html } from './markup.ts';

/** The plane of the drawing, which is stretched to the room that there is. */
const width = 1000;
const height = 200;

/** Draws lines over the categories, with gaps for what is not known. The numbers stand beside it for who cannot see it. */
export function linesHtml(chart: Chart): Html {
  const { series, categories, limit } = chart;
  const scale = chartScale(chart);
  const y = (amount: number) => decimal(height * (1 - position(amount, scale)));
  const lines = series.map((_, index) => {
    const values = categories.map(({ values }) => values[index] ?? null);
    return html`<path class="series-${index % 4}" d="${linePath(values, y)}"/>`;
  });
  const level = limit === undefined ? [] : html`<path class="limit" d="M0 ${y(limit.value.amount)}H${width}"/>`;
  return html`<div class="lines" aria-hidden="true">
<div class="highest">${highest(chart, scale)}</div>
<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none"><path class="zero" d="M0 ${y(0)}H${width}"/>${level}${lines}</svg>
<div class="categories">${endLabels(categories)}</div>
<div class="legend">${series.map((name, index) => legend(`series-${index % 4}`, name))}${
    limit === undefined ? [] : legend('limit', `${limit.label} ${limit.value.shown}`)
  }</div>
</div>
`;
}

function legend(style: string, name: string): Html {
  return html`<span><svg viewBox="0 0 24 10"><path class="${style}" d="M0 5H24"/></svg> ${name}</span>`;
}

/** The path through what is known; a point alone becomes a dot. */
function linePath(values: readonly (ChartValue | null)[], y: (amount: number) => string): string {
  const step = width / Math.max(1, values.length - 1);
  return values
    .map((value, index) => {
      if (value === null) return '';
      const point = `${decimal(step * index)} ${y(value.amount)}`;
      const before = values[index - 1] ?? null;
      return before === null ? `M${point}h0` : `L${point}`;
    })
    .join('');
}

/** How the largest amount is written. */
function highest({ categories, limit }: Chart, { most }: ChartScale): string {
  const values = [...categories.flatMap(({ values }) => values), limit?.value ?? null];
  return values.find((value) => value?.amount === most)?.shown ?? '';
}

function endLabels(categories: Chart['categories']): Html[] {
  const middle = categories.length > 2 ? [categories[Math.floor(categories.length / 2)]] : [];
  const shown = categories.length > 1 ? [categories[0], ...middle, categories.at(-1)] : [categories[0]];
  return shown.map((category) => html`<span>${category?.label ?? ''}</span>`);
}

function decimal(value: number): string {
  return String(Number(value.toFixed(2)));
}
