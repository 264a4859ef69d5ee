import { children } from './children.ts';
import type { Expression } from './expression.ts';

/** isHigherThan is true when a tree has more levels than a limit. It keeps its own stack, so it cannot overflow. */
export function isHigherThan(root: Expression, limit: number): boolean {
  const pending: { node: Expression; level: number }[] = [{ node: root, level: 1 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.level > limit) return true;
    for (const node of children(next.node)) pending.push({ node, level: next.level + 1 });
  }
  return false;
}
