import type { RootModuleChange } from './cost-change.ts';

/**
 * Whether it is known what root modules cost before the change: those that were compared did, and what the change does not affect
 * costs what it did.
 */
export function isPastKnown(roots: readonly Pick<RootModuleChange, 'status'>[]): boolean {
  return roots.some(({ status }) => status === 'compared') || roots.every(({ status }) => status === 'unaffected');
}
