import type { SourcePlace } from '../subject.ts';

/** Finds what stands over a line, without looking at all that there is. */
export type LineIndex<Item> = (file: string, line: number) => readonly Item[];

interface Entry<Item> {
  readonly item: Item;
  readonly start: number;
  readonly end: number;
  /** The last end of this entry and all before it: no entry before it reaches further. */
  readonly reach: number;
}

/** indexLines makes an index of items by their lines. A file with many comments costs little more than one with few. */
export function indexLines<Item>(
  items: readonly { readonly item: Item; readonly lines: SourcePlace }[],
): LineIndex<Item> {
  const files = new Map<string, readonly Entry<Item>[]>();
  for (const [file, group] of Map.groupBy(items, ({ lines }) => lines.file)) files.set(file, entriesOf(group));
  return (file, line) => {
    const entries = files.get(file) ?? [];
    const found: Item[] = [];
    for (let index = lastStarting(entries, line); index >= 0; index -= 1) {
      const entry = entries[index];
      if (entry === undefined || entry.reach < line) break;
      if (entry.end >= line) found.push(entry.item);
    }
    return found;
  };
}

function entriesOf<Item>(items: readonly { readonly item: Item; readonly lines: SourcePlace }[]): Entry<Item>[] {
  let reach = 0;
  return [...items]
    .sort((a, b) => a.lines.startLine - b.lines.startLine)
    .map(({ item, lines }) => {
      const end = lines.endLine ?? lines.startLine;
      reach = Math.max(reach, end);
      return { item, start: lines.startLine, end, reach };
    });
}

/** The last entry that starts on a line or before; -1 when there is none. */
function lastStarting(entries: readonly Entry<unknown>[], line: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.start ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
