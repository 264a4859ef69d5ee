import type { Row } from './row-tree.ts';
import type { Found } from './search-rows.ts';

/**
 * Shows the rows that are not inside of a closed one, from the top, and at most so many. After a search these are the matches,
 * what contains them, which is open then, and what they contain. Gives how many more there are.
 */
export function showRows(ordered: readonly Row[], found: Found | undefined, most: number): number {
  const opened = new Set<Row>();
  const matched = new Set<Row>();
  let count = 0;
  for (const row of ordered) {
    const { element, parent, children } = row;
    const isMatch = found === undefined || found.matches.has(row) || (parent !== undefined && matched.has(parent));
    const isAround = found?.around.has(row) ?? false;
    const isSeen = (isMatch || isAround) && (parent === undefined || opened.has(parent));
    const isOpen = row.open || isAround;
    if (isMatch) matched.add(row);
    if (isSeen && isOpen) opened.add(row);
    if (isSeen) count += 1;
    const isShown = isSeen && count <= most;
    if (element.hidden === isShown) element.hidden = !isShown;
    if (children.length > 0) element.ariaExpanded = String(isOpen);
  }
  return Math.max(0, count - most);
}
