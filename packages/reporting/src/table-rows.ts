import type { Cell, Phrase, Table, Tree, TreeRow } from '@tollgate/policy-engine';

/** A row of a table or a tree on its own line. */
export interface TableRow {
  readonly cells: readonly Cell[];
  /** How many rows contain it. */
  readonly depth: number;
  /** Whether it contains rows that are closed at first. */
  readonly folded: boolean;
}

/** The rows of a table or a tree from top to bottom, each tree row before those that it contains. */
export function tableRows(block: Table | Tree): readonly TableRow[] {
  if (block.kind === 'table') return block.rows.map((cells) => ({ cells, depth: 0, folded: false }));
  const rows: TableRow[] = [];
  const add = ({ cells, children, folded = false }: TreeRow, depth: number) => {
    rows.push({ cells, depth, folded: folded && children.length > 0 });
    for (const child of children) add(child, depth + 1);
  };
  for (const row of block.rows) add(row, 0);
  return rows;
}

/** What is read in a cell. */
export function cellPhrase(cell: Cell): Phrase {
  return typeof cell === 'object' && 'shown' in cell ? cell.shown : cell;
}

/** What a cell is ordered by, if not by its text. */
export function cellSort(cell: Cell): number | string | undefined {
  return typeof cell === 'object' && 'shown' in cell ? cell.sort : undefined;
}
