import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SecretMasker } from './commands/masking.ts';
import { type GithubSettings, githubContext, runnerContext } from './environment.ts';
import type { GithubEvent } from './events/types.ts';
import type { ExpressionScope, StatusFunctions } from './expressions/expressions.ts';
import { hashFiles } from './expressions/hash-files.ts';
import type { PlainMapping } from './plain-data.ts';
import { killGroup } from './process.ts';
import type { Conclusion } from './result.ts';
import type { ArtifactStore } from './stand-ins/artifact-store.ts';
import type { StandIn } from './stand-ins/stand-ins.ts';
import type { StepTimeout } from './steps/stage-process.ts';

/** Knobs of the harness; the defaults are those of a real run, or harmless. */
export interface HarnessKnobs {
  /** Step debug logging, as after "Enable debug logging" in a re-run. */
  debug?: boolean;
  /** After this long a process is stopped and its step fails, in milliseconds; 120,000 unless told. */
  limitMs?: number;
  /** How long a minute of `timeout-minutes` lasts, in milliseconds; 60,000 unless told. */
  minuteMs?: number;
  /** How long output is awaited after a process ended while something it started still writes; 5,000 ms unless told. */
  drainMs?: number;
  /** PATH of the machine. */
  systemPath?: string;
}

/** What one job runs with. */
export interface JobFacts {
  root: string;
  workspace: string | null;
  event: GithubEvent;
  settings: GithubSettings;
  token: string;
  secrets: Readonly<Record<string, string>>;
  vars: Readonly<Record<string, string>>;
  workflow: { name: string; path: string };
  job: string;
  inputs: PlainMapping;
  needs: PlainMapping;
  matrix: PlainMapping;
  strategy: PlainMapping;
  /** `uses:` references to folders or stand-ins. */
  actions: Readonly<Record<string, string | StandIn>>;
  /** Folders of git repositories for actions/checkout, by owner/name. */
  repositories: Readonly<Record<string, string>>;
  artifacts: ArtifactStore;
  knobs: HarnessKnobs;
}

/** What `steps.<id>` holds. */
export interface StepRecord {
  outputs: Record<string, string>;
  outcome: Conclusion;
  conclusion: Conclusion;
}

/** The state of one job while its steps run. */
export class JobRun {
  readonly options: JobFacts;
  readonly workspace: string;
  readonly temp: string;
  readonly home: string;
  readonly masker = new SecretMasker();
  readonly github: PlainMapping;
  readonly runner: PlainMapping;
  /** Variables of workflow and job, and of GITHUB_ENV. */
  readonly env = new Map<string, string>();
  /** Folders of GITHUB_PATH, the latest last. */
  prependPath: string[] = [];
  status: 'success' | 'failure' | 'cancelled' = 'success';
  /** `timeout-minutes` of the job while it lasts; null when there is none or when it has cancelled the job. */
  timeout: StepTimeout | null = null;
  readonly steps = new Map<string, StepRecord>();
  /** Post parts of actions that ran, in the order in which they were registered. */
  readonly posts: (() => Promise<void>)[] = [];
  readonly #leftovers: number[] = [];

  constructor(options: JobFacts) {
    this.options = options;
    const repositoryName = options.event.repository.split('/')[1] ?? 'repository';
    this.temp = join(options.root, 'work', '_temp');
    this.home = join(options.root, 'home');
    this.workspace = resolve(options.workspace ?? join(options.root, 'work', repositoryName, repositoryName));
    const tools = join(options.root, 'tools');
    for (const folder of [this.temp, this.home, tools, this.workspace, join(this.temp, '_github_workflow')]) {
      mkdirSync(folder, { recursive: true });
    }
    const eventPath = join(this.temp, '_github_workflow', 'event.json');
    writeFileSync(eventPath, JSON.stringify(options.event.payload, null, 2));
    this.github = githubContext({ ...options, workspace: this.workspace, eventPath });
    this.runner = runnerContext({ temp: this.temp, tools, workspace: join(this.workspace, '..') }, this.debug);
    for (const secret of [...Object.values(options.secrets), options.token]) this.masker.addLines(secret);
    this.masker.add(Buffer.from(`x-access-token:${options.token}`).toString('base64'));
  }

  get debug(): boolean {
    return this.options.knobs.debug ?? false;
  }

  /** setVariable sets a variable for the steps that follow. */
  setVariable(name: string, value: string): void {
    this.env.set(name, value);
  }

  /** addPath puts a folder in front of PATH for the steps that follow. */
  addPath(folder: string): void {
    this.prependPath = [...this.prependPath.filter((known) => known !== folder), folder];
  }

  /** take lets the end of a step count for the job: a failure fails it, and what cancelled it stays. */
  take(conclusion: Conclusion): void {
    if (conclusion === 'cancelled' || (conclusion === 'failure' && this.status === 'success')) this.status = conclusion;
  }

  /** statusFunctions are success(), failure() and cancelled() outside of composite actions. */
  statusFunctions(): StatusFunctions {
    return {
      success: () => this.status === 'success',
      failure: () => this.status === 'failure',
      cancelled: () => this.status === 'cancelled',
    };
  }

  /** scope gives what an expression of a step sees; `own` replaces contexts, `github` adds to that one. */
  scope(own: PlainMapping, github: PlainMapping, status: StatusFunctions): ExpressionScope {
    const { options } = this;
    return {
      contexts: {
        github: { ...this.github, ...github },
        runner: this.runner,
        job: { status: this.status },
        vars: options.vars,
        secrets: { ...options.secrets, github_token: options.token },
        inputs: options.inputs,
        needs: options.needs,
        matrix: options.matrix,
        strategy: options.strategy,
        steps: stepsContext(this.steps),
        env: Object.fromEntries(this.env),
        ...own,
      },
      status,
      hashFiles: (patterns) => hashFiles(this.workspace, patterns),
    };
  }

  /** leftBehind remembers processes that a step left running; they end with the job. */
  leftBehind(group: number): void {
    this.#leftovers.push(group);
  }

  /** close ends what steps left running. */
  close(): void {
    for (const group of this.#leftovers.splice(0)) killGroup(group);
  }
}

/** stepsContext gives the `steps` context. */
export function stepsContext(steps: ReadonlyMap<string, StepRecord>): PlainMapping {
  return Object.fromEntries(
    [...steps].map(([id, record]) => [
      id,
      { outputs: record.outputs, outcome: record.outcome, conclusion: record.conclusion },
    ]),
  );
}
