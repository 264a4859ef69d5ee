import type { Row } from './row-tree.ts';
import { treeKeys } from './tree-keys.ts';

/** Makes a tree of a table, for eyes, hands and screen readers; `show` is called when a row was opened or closed. */
export function treeGrid(
  container: HTMLElement,
  body: HTMLTableSectionElement,
  all: readonly Row[],
  show: () => void,
): void {
  const table = container.querySelector('table');
  table?.setAttribute('role', 'treegrid');
  table?.setAttribute('aria-label', container.querySelector('.scroll')?.ariaLabel ?? '');
  for (const { element } of all) element.ariaLevel = String(Number(element.dataset.depth ?? 0) + 1);
  const rowOf = new Map<Element, Row>(all.map((row) => [row.element, row]));
  const turn = (row: Row, open: boolean) => {
    row.open = open;
    show();
  };
  treeKeys(body, rowOf, turn);
  body.addEventListener('click', ({ target }) => {
    // A click on a link leads elsewhere, and who marks a name wants to copy it.
    if (!(target instanceof Element) || target.closest('a') !== null || getSelection()?.isCollapsed === false) return;
    const row = rowOf.get(target.closest('th')?.parentElement ?? target);
    if (row !== undefined && row.children.length > 0) turn(row, row.element.ariaExpanded !== 'true');
  });
  for (const button of container.querySelectorAll<HTMLElement>('[data-fold]')) {
    button.addEventListener('click', () => {
      for (const row of all) row.open = button.dataset.fold === 'open';
      show();
    });
  }
}
