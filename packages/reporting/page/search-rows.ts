import type { Row } from './row-tree.ts';

/** What a search found. */
export interface Found {
  readonly matches: ReadonlySet<Row>;
  /** Rows that contain a match. */
  readonly around: ReadonlySet<Row>;
}

/** Makes the search for rows that hold every word of a text, in any case and order; nothing is found by a text without words. */
export function rowSearch(rows: readonly Row[]): (text: string) => Found | undefined {
  let texts: readonly string[] | undefined;
  return (text) => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return undefined;
    texts ??= rows.map(({ element }) => (element.textContent ?? '').toLowerCase());
    const matches = new Set<Row>();
    const around = new Set<Row>();
    for (const [index, row] of rows.entries()) {
      if (!words.every((word) => texts?.[index]?.includes(word))) continue;
      matches.add(row);
      for (let { parent } = row; parent !== undefined && !around.has(parent); { parent } = parent) around.add(parent);
    }
    return { matches, around };
  };
}
