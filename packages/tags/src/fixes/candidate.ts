import type { Change, ValueOrigin } from '@tollgate/resources';
import type { Demand } from './want.ts';

/** What is to be done with a key. */
export type Action =
  | { readonly kind: 'add'; readonly key: string; readonly to: string; readonly origin: ValueOrigin }
  | { readonly kind: 'rename' | 'set'; readonly key: string; readonly to: string }
  | { readonly kind: 'remove'; readonly key: string }
  | { readonly kind: 'none'; readonly key: string | null };

/** What is to be done with one key of one subject, for all rules that want it. */
export interface Candidate {
  readonly demands: readonly [Demand, ...Demand[]];
  readonly action: Action;
  readonly change: Change;
  /** There is another place for the same, when the edit cannot be made. */
  readonly hasNext: boolean;
}
