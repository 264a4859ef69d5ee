/** A row of a table with the rows that it contains. */
export interface Row {
  readonly element: HTMLTableRowElement;
  readonly parent: Row | undefined;
  /** In the order in which the page was written. */
  readonly children: Row[];
  /** Whether the reader sees what it contains. */
  open: boolean;
}

/** Reads the rows of a table body, which say how many rows contain them; gives all of them and the outermost. */
export function readRows(body: HTMLTableSectionElement): { readonly all: readonly Row[]; readonly outermost: Row[] } {
  const all: Row[] = [];
  const outermost: Row[] = [];
  const path: Row[] = [];
  for (const element of body.rows) {
    path.length = Math.min(path.length, Number(element.dataset.depth ?? 0));
    const parent = path.at(-1);
    const row: Row = { element, parent, children: [], open: element.dataset.folded === undefined };
    (parent?.children ?? outermost).push(row);
    path.push(row);
    all.push(row);
  }
  return { all, outermost };
}
