import type { Chart, Table } from '@tollgate/policy-engine';
import { chartTitle, leftOutText, notKnown } from '../chart/chart-words.ts';
import { drawnPart } from '../chart/drawn-part.ts';
import { barsHtml } from './bars-html.ts';
import { linesHtml } from './lines-html.ts';
import { type Html, html, when } from './markup.ts';
import { tableHtml } from './table-html.ts';

/** Draws a chart. Bars are a table themselves; lines have their numbers in one, closed. */
export function chartHtml(chart: Chart): Html {
  const { drawn, leftOut } = drawnPart(chart);
  const drawing =
    chart.form === 'bars'
      ? barsHtml(drawn)
      : html`${linesHtml(drawn)}<details><summary>Numbers</summary>
${tableHtml(numbers(chart), chartTitle(chart))}</details>
`;
  return html`<figure>
<figcaption>${chartTitle(chart)}</figcaption>
${drawing}${when(leftOut > 0, html`<p class="note">${leftOutText(leftOut)}</p>\n`)}</figure>
`;
}

function numbers({ series, categories, limit }: Chart): Table {
  const rows = categories.map(({ label, values }) => [
    label,
    ...series.map((_, index) => {
      const value = values[index] ?? null;
      return value === null ? notKnown : { shown: value.shown, sort: value.amount };
    }),
    ...(limit === undefined ? [] : [limit.value.shown]),
  ]);
  const titles = [...series, ...(limit === undefined ? [] : [limit.label])];
  const columns = [
    { title: 'Category', align: 'left' } as const,
    ...titles.map((title) => ({ title, align: 'right' }) as const),
  ];
  return { kind: 'table', columns, rows };
}
