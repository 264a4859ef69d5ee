import type { Json } from '../json.ts';
import type { App } from '../tokens.ts';
import type { Account } from './account.ts';
import type { Team } from './team.ts';

export type DeploymentState = 'error' | 'failure' | 'inactive' | 'in_progress' | 'queued' | 'pending' | 'success';

/** A request to deploy a commit. */
export interface Deployment {
  readonly id: number;
  readonly sha: string;
  readonly ref: string;
  readonly task: string;
  readonly payload: Json;
  readonly environment: string;
  readonly description: string | null;
  readonly creator: Account;
  readonly app: App | undefined;
  readonly createdAt: Date;
  updatedAt: Date;
  readonly transient: boolean;
  readonly production: boolean;
  /** Oldest first. */
  readonly statuses: DeploymentStatus[];
}

/** What became of a deployment. */
export interface DeploymentStatus {
  readonly id: number;
  readonly state: DeploymentState;
  readonly description: string;
  readonly environment: string;
  readonly environmentUrl: string;
  readonly logUrl: string;
  readonly creator: Account;
  readonly app: App | undefined;
  readonly createdAt: Date;
}

/** An environment with the rules that protect it. */
export interface Environment {
  readonly id: number;
  readonly name: string;
  /** Minutes. */
  readonly waitTimer: number;
  readonly reviewers: readonly (Account | Team)[];
  readonly preventSelfReview: boolean;
  readonly branches: 'all' | 'protected' | 'custom';
  readonly createdAt: Date;
}
