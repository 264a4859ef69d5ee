import type { Account } from './account.ts';
import type { CheckRun, CheckSuite, CommitStatus } from './check.ts';
import type { Alert, Analysis, SarifUpload } from './code-scanning.ts';
import type { Deployment, Environment } from './deployment.ts';
import type { Issue, IssueComment, Label } from './issue.ts';
import type { Asset, Release } from './release.ts';
import type { Review, ReviewComment } from './review.ts';
import type { Role } from './team.ts';
import type { Artifact, WorkflowRun } from './workflow-run.ts';

/** A repository: its bare git repository on disk, and what GitHub keeps beside it. */
export interface Repository {
  readonly id: number;
  readonly owner: Account;
  readonly name: string;
  /** `owner/name`. */
  readonly fullName: string;
  readonly private: boolean;
  /** Folder of the bare git repository. */
  readonly dir: string;
  readonly defaultBranch: string;
  readonly forkOf: Repository | undefined;
  readonly createdAt: Date;
  pushedAt: Date;
  /** Whether code scanning is switched on; in a private repository it costs. */
  readonly codeScanning: boolean;
  lastNumber: number;
  readonly issues: Map<number, Issue>;
  readonly comments: Map<number, IssueComment>;
  /** By name in lower case. */
  readonly labels: Map<string, Label>;
  readonly reviews: Map<number, Review>;
  readonly reviewComments: Map<number, ReviewComment>;
  readonly checkSuites: Map<number, CheckSuite>;
  readonly checkRuns: Map<number, CheckRun>;
  /** Oldest first. */
  readonly statuses: CommitStatus[];
  readonly deployments: Map<number, Deployment>;
  readonly environments: Map<string, Environment>;
  readonly releases: Map<number, Release>;
  readonly assets: Map<number, Asset>;
  readonly sarifs: Map<string, SarifUpload>;
  readonly analyses: Map<number, Analysis>;
  readonly alerts: Map<number, Alert>;
  readonly workflowRuns: Map<number, WorkflowRun>;
  readonly artifacts: Map<number, Artifact>;
  /** Direct collaborators by login in lower case. */
  readonly collaborators: Map<string, { readonly account: Account; readonly role: Role }>;
}

/** The repositories of one emulator, found by name in any case or by number. */
export class Repositories {
  readonly #byName = new Map<string, Repository>();

  add(repository: Repository): void {
    const key = repository.fullName.toLowerCase();
    if (this.#byName.has(key)) throw new Error(`The repository ${repository.fullName} exists already.`);
    this.#byName.set(key, repository);
  }

  find(owner: string, name: string): Repository | undefined {
    return this.#byName.get(`${owner}/${name}`.toLowerCase());
  }

  byId(id: number): Repository | undefined {
    return this.#byName.values().find((repository) => repository.id === id);
  }

  all(): Repository[] {
    return [...this.#byName.values()];
  }
}
