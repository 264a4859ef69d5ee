import type { Account } from './account.ts';
import type { Repository } from './repository.ts';

/** A run of a workflow. */
export interface WorkflowRun {
  readonly id: number;
  readonly runNumber: number;
  readonly workflow: { readonly id: number; readonly name: string; readonly path: string };
  readonly event: string;
  readonly headRepository: Repository;
  readonly headBranch: string;
  readonly headSha: string;
  readonly actor: Account;
  readonly status: 'queued' | 'in_progress' | 'completed';
  readonly conclusion: 'success' | 'failure' | 'cancelled' | 'skipped' | 'timed_out' | null;
  readonly suite: number;
  readonly createdAt: Date;
}

/** A stored artifact: a zip archive. */
export interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly run: WorkflowRun;
  readonly archive: Buffer;
  readonly expired: boolean;
  readonly createdAt: Date;
}
