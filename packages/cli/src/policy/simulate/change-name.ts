import type { SimulatedChange } from '@tollgate/policy-engine';

/** What people call a change: the first characters of a hash, an input by its name. */
export function shortId({ kind, id }: Pick<SimulatedChange, 'kind' | 'id'>): string {
  return kind === 'commit' ? id.slice(0, 10) : id;
}
