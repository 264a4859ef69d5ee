import { join } from 'node:path';
import {
  type GitHub,
  type JobResult,
  type StagedPullRequest,
  type StepResult,
  stagePullRequest,
} from '@tollgate/testkit';
import { permissions } from '../src/metadata.gen.ts';

const root = join(import.meta.dirname, '../../..');

/** Files by path. */
export type Files = Readonly<Record<string, string>>;

/** How the action runs as a step of a workflow. */
export interface GateOptions {
  /** As in `with:`. */
  readonly with: Readonly<Record<string, string>>;
  /** `fetch-depth` of the checkout; GitHub's default is 1. */
  readonly depth?: number;
  /** A shell command between checkout and action. */
  readonly before?: string;
}

/** What the step did, and the job around it. */
export interface GateRun {
  readonly step: StepResult;
  readonly job: JobResult;
}

/** Puts a pull request on the emulator: files before the change, and what the change adds to them. */
export function openPullRequest(
  github: GitHub,
  base: Files,
  change: Files,
  more: { readonly forkOwner?: string } = {},
): Promise<StagedPullRequest> {
  return stagePullRequest(github, { base, head: { ...base, ...change }, ...more });
}

/** Runs the action after a checkout, with exactly the permissions of its README; a fork's token has fewer. */
export async function runGate(
  stage: StagedPullRequest,
  { with: given, depth = 1, before = 'true' }: GateOptions,
): Promise<GateRun> {
  const workflow = {
    on: 'pull_request',
    permissions,
    jobs: {
      policy: {
        'runs-on': 'ubuntu-latest',
        steps: [
          { uses: 'actions/checkout@v5', with: { 'fetch-depth': depth } },
          { run: before },
          {
            uses: 'tollgate/tollgate/actions/tag-policy@v1',
            id: 'policy',
            with: { now: '2026-11-20', ...given },
            env: { TOLLGATE_RETRY_DELAY_MS: '1' },
          },
          { if: 'always()', id: 'files', run: 'cat report.sarif report.xml report.json 2>/dev/null || true' },
        ],
      },
    },
  };
  const job = await stage.runJob({
    // JSON is YAML.
    workflow: JSON.stringify(workflow, null, 2),
    actions: { 'tollgate/tollgate/actions/<name>@v1': join(root, 'actions/<name>') },
  });
  const step = job.steps.find(({ id }) => id === 'policy');
  if (step === undefined) throw new Error(`The step did not run:\n${job.log}`);
  return { step, job };
}
