import type { Row } from './row-tree.ts';
import { columnHasAmounts, type SortOrder } from './sort-rows.ts';

/** Makes a button of every column's title; it orders by the column, then the other way, then as written. */
export function sortableColumns(
  container: HTMLElement,
  rows: readonly Row[],
  onOrder: (order: SortOrder | undefined) => void,
): void {
  const titles = container.querySelectorAll<HTMLTableCellElement>('thead th');
  for (const title of titles) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...title.childNodes);
    title.append(button);
    button.addEventListener('click', () => {
      const isAmount = rows.some((row) => columnHasAmounts(row, title.cellIndex));
      const direction = nextDirection(title.ariaSort, isAmount);
      for (const other of titles) other.ariaSort = null;
      title.ariaSort = direction ?? null;
      onOrder(direction && { column: title.cellIndex, direction });
    });
  }
}

/** Of amounts people look for the largest, of names for the first; then the other way, then there is no order. */
function nextDirection(current: string | null, isAmount: boolean): SortOrder['direction'] | undefined {
  if (current === null) return isAmount ? 'descending' : 'ascending';
  if (current === 'descending') return isAmount ? 'ascending' : undefined;
  return isAmount ? undefined : 'descending';
}
