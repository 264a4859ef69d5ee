import type { Row } from './row-tree.ts';

/**
 * Makes the rows of a tree go with the keys that trees have everywhere: up and down, right to open and left to close or to go
 * outwards, first and last, and Enter or Space to turn. One row at a time is a stop of the tab key.
 */
export function treeKeys(
  body: HTMLTableSectionElement,
  rowOf: ReadonlyMap<Element, Row>,
  turn: (row: Row, open: boolean) => void,
): void {
  let stop: HTMLElement | undefined;
  const makeStop = (element: HTMLElement | null | undefined) => {
    if (!element) return;
    if (stop !== undefined) stop.tabIndex = -1;
    stop = element;
    stop.tabIndex = 0;
  };
  for (const { element } of rowOf.values()) element.tabIndex = -1;
  makeStop(firstShown(body));
  body.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) makeStop(target.closest('tr'));
  });
  // What a search or a closed row hides cannot be a stop.
  new MutationObserver(() => {
    if (stop?.hidden) makeStop(firstShown(body));
  }).observe(body, { subtree: true, attributes: true, attributeFilter: ['hidden'] });

  body.addEventListener('keydown', (event) => {
    const { target, key, altKey, ctrlKey, metaKey } = event;
    const row = target instanceof Element ? rowOf.get(target) : undefined;
    if (row === undefined || altKey || ctrlKey || metaKey) return;
    const step = stepOf(key, row, body);
    if (step === undefined) return;
    event.preventDefault();
    if ('open' in step) turn(row, step.open);
    else step.focus?.focus();
  });
}

type Step = { readonly open: boolean } | { readonly focus: HTMLElement | undefined };

/** What a key does on a row; nothing when it is not one of a tree. */
function stepOf(key: string, { element, children, parent }: Row, body: HTMLElement): Step | undefined {
  const isOpen = element.ariaExpanded === 'true';
  const canTurn = children.length > 0;
  switch (key) {
    case 'ArrowDown':
      return { focus: shownAfter(element) };
    case 'ArrowUp':
      return { focus: shownBefore(element) };
    case 'Home':
      return { focus: firstShown(body) };
    case 'End':
      return { focus: lastShown(body) };
    case 'ArrowRight':
      return canTurn && !isOpen ? { open: true } : { focus: canTurn ? shownAfter(element) : undefined };
    case 'ArrowLeft':
      return canTurn && isOpen ? { open: false } : { focus: parent?.element };
    case 'Enter':
    case ' ':
      return canTurn ? { open: !isOpen } : undefined;
    default:
      return undefined;
  }
}

const firstShown = (body: HTMLElement) => firstOf(body.firstElementChild, (row) => row.nextElementSibling);
const lastShown = (body: HTMLElement) => firstOf(body.lastElementChild, (row) => row.previousElementSibling);
const shownAfter = (row: HTMLElement) => firstOf(row.nextElementSibling, (next) => next.nextElementSibling);
const shownBefore = (row: HTMLElement) => firstOf(row.previousElementSibling, (next) => next.previousElementSibling);

function firstOf(from: Element | null, next: (row: Element) => Element | null): HTMLElement | undefined {
  for (let at = from; at !== null; at = next(at)) if (at instanceof HTMLElement && !at.hidden) return at;
  return undefined;
}
