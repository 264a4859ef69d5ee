import type { Annotation } from './commands/annotations.ts';
import type { GithubSettings } from './environment.ts';
import type { GithubEvent } from './events/types.ts';
import type { HarnessKnobs } from './job-run.ts';
import type { DefaultPermissions, TokenPermissions } from './jobs/token-permissions.ts';
import type { PlainMapping } from './plain-data.ts';
import type { Conclusion, StepResult } from './result.ts';
import type { Artifact } from './stand-ins/artifact-store.ts';
import type { StandIn } from './stand-ins/stand-ins.ts';

/** What jobs and workflows run with. */
export interface RunOptions extends HarnessKnobs {
  /** The workflow: path of a file, or its text. */
  workflow: string;
  event: GithubEvent;
  github?: GithubSettings;
  /** Folder of the git repository that actions/checkout takes the event's repository from. */
  repository?: string;
  /** Further git repositories, by owner/name. */
  repositories?: Readonly<Record<string, string>>;
  secrets?: Readonly<Record<string, string>>;
  vars?: Readonly<Record<string, string>>;
  /** `inputs` of workflow_dispatch; those of the event unless told. */
  inputs?: PlainMapping;
  /**
   * What a `uses:` stands for: a reference, with or without `@ref`, to a folder with an action.yml or to a function.
   * @example { 'tollgate/tollgate/actions/<name>@v1': '/build/actions/<name>' }
   */
  actions?: Readonly<Record<string, string | StandIn>>;
  /** Makes the token of a job. Without it every job has `github.token`. */
  createToken?(permissions: TokenPermissions): string | Promise<string>;
  /** The setting of the repository for tokens; `restricted` unless told. */
  defaultPermissions?: DefaultPermissions;
  /** Keeps artifacts in this folder, so that another run can find them; else they are gone with the run. */
  artifacts?: string;
}

/** runJob takes one job out of a workflow. */
export interface RunJobOptions extends RunOptions {
  /** The id of the job; may be left out when there is only one. */
  job?: string;
  /** Where the steps run; an empty folder that is deleted afterwards unless told. */
  workspace?: string;
  /** Results of the jobs that it needs; success without outputs unless told. */
  needs?: Readonly<Record<string, { result: Conclusion; outputs?: Record<string, string> }>>;
}

/** One job, or one combination of the matrix of a job. */
export interface CombinationResult {
  name: string;
  matrix: PlainMapping;
  conclusion: Conclusion;
  steps: StepResult[];
  outputs: Record<string, string>;
  /** Log of what GitHub does around the steps: job outputs. */
  log: string;
}

/** How a job ended. For a matrix, steps and annotations of all combinations one after the other, outputs of the last that set each. */
export interface JobResult {
  id: string;
  name: string;
  /** After `continue-on-error`; the worst of the combinations. */
  conclusion: Conclusion;
  steps: StepResult[];
  outputs: Record<string, string>;
  annotations: Annotation[];
  /** Step summaries in the order of the run page. */
  summary: string;
  log: string;
  faults: string[];
  permissions: TokenPermissions;
  artifacts: Artifact[];
  combinations: CombinationResult[];
}

/** How a workflow ended, with its jobs in the order in which they ran. Jobs of called workflows are named `caller / job`. */
export interface WorkflowResult {
  conclusion: Conclusion;
  jobs: Record<string, JobResult>;
  artifacts: Artifact[];
}
