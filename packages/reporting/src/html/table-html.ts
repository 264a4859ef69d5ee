import type { Cell, Column, Table, Tree } from '@tollgate/policy-engine';
import { counted } from '../counted.ts';
import { cellPhrase, cellSort, type TableRow, tableRows } from '../table-rows.ts';
import { type Html, html, when } from './markup.ts';
import { type PlaceUrl, phraseHtml } from './phrase-html.ts';

/** Shorter tables are looked through faster than searched. */
const searchableRows = 10;

/** Longer tables are scrolled in the page, below a head that stays. */
const longRows = 100;

/**
 * Writes a table or a tree. It is complete without a script; the script of the page makes it sortable, searchable and rows
 * collapsible, and shows the controls, which are hidden until then.
 */
export function tableHtml(block: Table | Tree, name: string, placeUrl?: PlaceUrl): Html {
  const rows = tableRows(block);
  const isTree = rows.some(({ depth }) => depth > 0);
  const controls = [
    ...(rows.length > searchableRows ? [searchControl(name, rows.length)] : []),
    ...(isTree ? [foldButtons] : []),
  ];
  return html`<div class="table${rows.length > longRows ? ' long' : ''}">
${when(controls.length > 0, html`<div class="controls" hidden>\n${controls}</div>\n`)}<div class="scroll" role="group" aria-label="${name}" tabindex="0">
<table class="data${isTree ? ' tree' : ''}">
<thead><tr>${block.columns.map((column) => html`<th scope="col"${alignment(column)}>${column.title}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => rowHtml(row, block.columns, placeUrl))}</tbody>
</table>
</div>
</div>
`;
}

/** The search, and how many rows it finds. */
function searchControl(name: string, rows: number): Html {
  return html`<input type="search" placeholder="Filter rows" aria-label="Filter: ${name}" autocomplete="off" spellcheck="false">
<output>${counted(rows, 'row')}</output>
`;
}

const foldButtons = html`<button type="button" data-fold="open">Expand all</button>
<button type="button" data-fold="close">Collapse all</button>
`;

function rowHtml({ cells, depth, folded }: TableRow, columns: readonly Column[], placeUrl?: PlaceUrl): Html {
  const [first, ...rest] = cells.map((cell, index) => ({
    cell,
    mark: html`${alignment(columns[index])}${order(cell)}`,
  }));
  const level = html`${when(depth > 0, html` data-depth="${depth}"`)}${when(folded, html` data-folded`)}`;
  const content = (cell: Cell) => phraseHtml(cellPhrase(cell), placeUrl);
  return html`<tr${level}>${first === undefined ? [] : html`<th scope="row"${first.mark}>${content(first.cell)}</th>`}${rest.map(
    ({ cell, mark }) => html`<td${mark}>${content(cell)}</td>`,
  )}</tr>
`;
}

function alignment(column: Column | undefined): Html {
  return when(column?.align === 'right', html` class="number"`);
}

/** What the script orders a cell by: an amount and a text are told apart, because 10 is more than 9 but not after it. */
function order(cell: Cell): Html {
  const sort = cellSort(cell);
  if (sort === undefined) return html``;
  return typeof sort === 'number' ? html` data-amount="${sort}"` : html` data-text="${sort}"`;
}
