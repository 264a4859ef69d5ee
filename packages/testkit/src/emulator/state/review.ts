import type { Side } from '../git/diff-lines.ts';
import type { Account } from './account.ts';

export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';

/** A review of a pull request. */
export interface Review {
  readonly id: number;
  readonly number: number;
  readonly author: Account;
  readonly commit: string;
  body: string;
  state: ReviewState;
  submittedAt: Date | undefined;
}

/** A comment on a line or on a file of a pull request. */
export interface ReviewComment {
  readonly id: number;
  readonly number: number;
  readonly review: number;
  readonly author: Account;
  body: string;
  readonly path: string;
  readonly commit: string;
  readonly anchor: Anchor;
  readonly replyTo: number | undefined;
  readonly createdAt: Date;
  updatedAt: Date;
}

/** Where a review comment stands. */
export type Anchor =
  | { readonly kind: 'file' }
  | {
      readonly kind: 'line';
      readonly line: number;
      readonly side: Side;
      readonly start: { readonly line: number; readonly side: Side } | undefined;
      /** Lines down from the first hunk header. */
      readonly position: number;
      readonly hunk: string;
    };
