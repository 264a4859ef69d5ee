import type { GithubEvent, JobResult, StepResult } from './runner/index.ts';
import type { StagedPullRequest } from './staged-pull-request.ts';

/** How a built action runs as a step of a workflow. */
export interface StepOptions {
  /** The name of the action, and the folder of all of them. */
  readonly action: string;
  readonly actionsFolder: string;
  /** Of the job's token; a fork's token has fewer. */
  readonly permissions: Readonly<Record<string, string>>;
  /** As in `with:`. */
  readonly with: Readonly<Record<string, string>>;
  /** `fetch-depth` of the checkout; GitHub's default is 1. */
  readonly depth?: number;
  /** Shell commands between checkout and action, and after the action. */
  readonly before?: string;
  readonly after?: string;
  /** The event of the pull request unless given. */
  readonly event?: GithubEvent;
}

/** What the step did, and the job around it. */
export interface StepRun {
  readonly step: StepResult;
  readonly job: JobResult;
  /** What the commands after the action wrote. */
  readonly after: string;
}

/** runAsStep runs a built action after a checkout, in a job for a pull request. */
export async function runAsStep(stage: StagedPullRequest, options: StepOptions): Promise<StepRun> {
  const { action, actionsFolder, permissions, depth = 1, before = 'true', after = 'true', event } = options;
  const workflow = {
    on: event?.name ?? 'pull_request',
    permissions,
    jobs: {
      gate: {
        'runs-on': 'ubuntu-latest',
        steps: [
          { uses: 'actions/checkout@v5', with: { 'fetch-depth': depth } },
          { run: before },
          {
            uses: `tollgate/tollgate/actions/${action}@v1`,
            id: 'gate',
            with: { now: '2026-11-20', ...options.with },
            env: { TOLLGATE_RETRY_DELAY_MS: '1' },
          },
          { if: 'always()', id: 'after', run: after },
        ],
      },
    },
  };
  const job = await stage.runJob({
    // JSON is YAML.
    workflow: JSON.stringify(workflow, null, 2),
    actions: { 'tollgate/tollgate/actions/<name>@v1': `${actionsFolder}/<name>` },
    ...(event !== undefined && { event }),
  });
  const [step, last] = ['gate', 'after'].map((wanted) => job.steps.find(({ id }) => id === wanted));
  if (step === undefined) throw new Error(`The step did not run:\n${job.log}`);
  return { step, job, after: last?.stdout ?? '' };
}
