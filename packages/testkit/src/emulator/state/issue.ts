import type { App } from '../tokens.ts';
import type { Account } from './account.ts';
import type { PullRequest } from './pull-request.ts';

/** An issue. A pull request is an issue too, with `pull` set; both count in one row of numbers. */
export interface Issue {
  readonly id: number;
  readonly number: number;
  readonly author: Account;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  stateReason: 'completed' | 'reopened' | 'not_planned' | 'duplicate' | null;
  /** Names of labels in lower case, in the order of being added. */
  labels: string[];
  assignees: Account[];
  readonly createdAt: Date;
  updatedAt: Date;
  closedAt: Date | undefined;
  closedBy: Account | undefined;
  pull: PullRequest | undefined;
}

/** A comment in the conversation of an issue or pull request. */
export interface IssueComment {
  readonly id: number;
  readonly number: number;
  readonly author: Account;
  readonly app: App | undefined;
  body: string;
  readonly createdAt: Date;
  updatedAt: Date;
}

/** A label of a repository. */
export interface Label {
  readonly id: number;
  name: string;
  color: string;
  description: string | null;
  readonly isDefault: boolean;
}
