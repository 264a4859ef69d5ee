import type { Row } from './row-tree.ts';

export interface SortOrder {
  readonly column: number;
  readonly direction: 'ascending' | 'descending';
}

const texts = new Intl.Collator('en', { numeric: true });

/** All rows in an order, each before what it contains; as they were written when there is none. */
export function sortRows(outermost: readonly Row[], order: SortOrder | undefined): readonly Row[] {
  const hasAmounts = order !== undefined && outermost.some((row) => columnHasAmounts(row, order.column));
  const sorted: Row[] = [];
  const add = (rows: readonly Row[]) => {
    for (const row of order === undefined ? rows : inOrder(rows, order, hasAmounts)) {
      sorted.push(row);
      add(row.children);
    }
  };
  add(outermost);
  return sorted;
}

/** Whether a row or one that it contains says an amount in a column, so that those which do not have none that is known. */
export function columnHasAmounts({ element, children }: Row, column: number): boolean {
  return (
    element.cells[column]?.dataset.amount !== undefined || children.some((child) => columnHasAmounts(child, column))
  );
}

/** Rows by what stands in a column; those in which nothing is known come last, whatever the direction. */
function inOrder(rows: readonly Row[], { column, direction }: SortOrder, hasAmounts: boolean): Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const keyed = rows.map((row) => ({ row, key: keyOf(row.element.cells[column], hasAmounts) }));
  keyed.sort(({ key: a }, { key: b }) => {
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : texts.compare(String(a), String(b)));
  });
  return keyed.map(({ row }) => row);
}

function keyOf(cell: HTMLTableCellElement | undefined, hasAmounts: boolean): number | string | undefined {
  if (hasAmounts) return cell?.dataset.amount === undefined ? undefined : Number(cell.dataset.amount);
  return (cell?.dataset.text ?? cell?.textContent ?? '') || undefined;
}
