import { type Row, readRows } from './row-tree.ts';
import { type Found, rowSearch } from './search-rows.ts';
import { showRows } from './show-rows.ts';
import { sortRows } from './sort-rows.ts';
import { sortableColumns } from './sortable-columns.ts';
import { treeGrid } from './tree-grid.ts';

/** As many rows are laid out at once; with all of a very long table every change would take seconds. */
const rowsAtOnce = 1000;

/** Brings a table of the page to life: order by column, search, and rows that open and close. */
export function liveTable(container: HTMLElement): void {
  const body = container.querySelector('tbody');
  if (body === null) return;
  const { all, outermost } = readRows(body);
  let ordered = all;
  let found: Found | undefined;
  let most = rowsAtOnce;

  const more = document.createElement('button');
  more.type = 'button';
  more.className = 'more';
  container.append(more);
  const show = () => {
    const left = showRows(ordered, found, most);
    more.hidden = left === 0;
    more.textContent = `Show ${Math.min(left, rowsAtOnce).toLocaleString('en-US')} more of ${left.toLocaleString('en-US')}`;
  };
  more.addEventListener('click', () => {
    most += rowsAtOnce;
    show();
  });

  if (all.length > 1) {
    sortableColumns(container, outermost, (order) => {
      ordered = sortRows(outermost, order);
      const sorted = document.createDocumentFragment();
      for (const { element } of ordered) sorted.append(element);
      body.append(sorted);
      show();
    });
  }
  if (outermost.length < all.length) treeGrid(container, body, all, show);
  const controls = container.querySelector<HTMLElement>('.controls');
  if (controls !== null) {
    searchable(controls, all, (result) => {
      found = result;
      show();
    });
    controls.hidden = false;
  }
  show();
}

/** Searches while the reader writes, and says how many rows match. */
function searchable(controls: HTMLElement, all: readonly Row[], onFound: (found: Found | undefined) => void): void {
  const input = controls.querySelector('input');
  const output = controls.querySelector('output');
  if (input === null || output === null) return;
  const search = rowSearch(all);
  const total = output.textContent;
  input.addEventListener('input', () => {
    const found = search(input.value);
    output.textContent = found === undefined ? total : `${found.matches.size.toLocaleString('en-US')} of ${total}`;
    onFound(found);
  });
}
