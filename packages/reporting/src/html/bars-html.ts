import type { Chart, ChartValue } from '@tollgate/policy-engine';
import { type ChartScale, chartScale, position } from '../chart/chart-scale.ts';
import { notKnown } from '../chart/chart-words.ts';
import { type Html, html, when } from './markup.ts';

/**
 * Draws bars as a table whose last column holds them: it is read like any other, is as wide as there is room, and every bar
 * stands beside its amount.
 */
export function barsHtml(chart: Chart): Html {
  const { series, categories, limit } = chart;
  const scale = chartScale(chart);
  const named = series.length > 1;
  const end = limit === undefined ? undefined : percent(position(limit.value.amount, scale));
  const rows = categories.flatMap(({ label, values }) =>
    series.map((name, index) => {
      const value = values[index] ?? null;
      const span = named ? html` rowspan="${series.length}"` : html``;
      return html`<tr${when(index === 0, html` class="first"`)}>${when(index === 0, html`<th scope="row"${span}>${label}</th>`)}${when(
        named,
        html`<td>${name}</td>`,
      )}<td class="number">${value?.shown ?? notKnown}</td><td class="bar">${barSvg(value, scale, index, end)}</td></tr>
`;
    }),
  );
  return html`<table class="bars${named ? ' several' : ''}">
<tbody>
${rows}${limit === undefined ? [] : limitRow(limit, named, end ?? '')}</tbody>
</table>
`;
}

function limitRow({ label, value }: NonNullable<Chart['limit']>, named: boolean, end: string): Html {
  return html`<tr class="first"><th scope="row"${when(named, html` colspan="2"`)}>${label}</th><td class="number">${value.shown}</td><td class="bar"><svg aria-hidden="true">${limitMark(end)}</svg></td></tr>
`;
}

function barSvg(value: ChartValue | null, scale: ChartScale, series: number, limit: string | undefined): Html {
  const zero = position(0, scale);
  const at = position(value?.amount ?? 0, scale);
  const bar = html`<rect class="series-${series % 4}" x="${percent(Math.min(zero, at))}" width="${percent(Math.abs(at - zero))}" height="100%"/>`;
  return html`<svg aria-hidden="true">${when(value !== null, bar)}${limit === undefined ? [] : limitMark(limit)}</svg>`;
}

function limitMark(at: string): Html {
  return html`<line class="limit" x1="${at}" x2="${at}" y1="0" y2="100%"/>`;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}
