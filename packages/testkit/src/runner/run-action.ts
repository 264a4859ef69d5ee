import { basename, join, resolve } from 'node:path';
import { DEFAULT_TOKEN, type GithubSettings } from './environment.ts';
import { RunnerError } from './errors.ts';
import { event as events, type GithubEvent } from './events/index.ts';
import { type HarnessKnobs, JobRun } from './job-run.ts';
import { runJobSteps } from './jobs/job-runner.ts';
import { mergeStages, type StageResult, type StepResult } from './result.ts';
import { withRunFolder } from './run-folder.ts';
import { ArtifactStore } from './stand-ins/artifact-store.ts';
import type { StandIn } from './stand-ins/stand-ins.ts';
import { readAction } from './steps/action-metadata.ts';
import type { StepDefinition } from './steps/step-definition.ts';

/** What an action runs with, as the only step of a job. */
export interface RunActionOptions extends HarnessKnobs {
  /** Folder with the action.yml. */
  action: string;
  /** As in `with:`; expressions are evaluated. */
  inputs?: Readonly<Record<string, string | number | boolean>>;
  /** A push to main unless told. */
  event?: GithubEvent;
  /** The folder that the action works in; an empty one that is deleted afterwards unless told. */
  workspace?: string;
  github?: GithubSettings;
  /** As in the step's `env:`. */
  env?: Readonly<Record<string, string>>;
  secrets?: Readonly<Record<string, string>>;
  vars?: Readonly<Record<string, string>>;
  timeoutMinutes?: number;
  /** What the action is called in `uses:`; `tollgate/tollgate/actions/<folder>@v1` unless told. */
  uses?: string;
  /** What `uses:` in a composite action stands for. */
  actions?: Readonly<Record<string, string | StandIn>>;
  /** Git repositories for actions/checkout in a composite action, by owner/name. */
  repositories?: Readonly<Record<string, string>>;
}

/**
 * What an action did. Conclusion, log, annotations, summary and faults are those of all its parts together; exit code
 * and outputs those of its main part.
 */
export interface ActionResult extends StageResult {
  stages: { pre: StageResult | null; main: StageResult; post: StageResult | null };
}

/**
 * runAction runs an action from its built files as GitHub's runner does, with its `pre` and `post` parts.
 * @throws RunnerError when the action.yml is not valid or names a file that is not there
 */
export async function runAction(options: RunActionOptions): Promise<ActionResult> {
  const directory = resolve(options.action);
  // The step would only fail; a test wants to know at once.
  readAction(directory);
  const reference = options.uses ?? `tollgate/tollgate/actions/${basename(directory)}@v1`;
  const step: StepDefinition = {
    id: 'action',
    where: reference,
    name: undefined,
    condition: undefined,
    continueOnError: false,
    timeoutMinutes: options.timeoutMinutes ?? null,
    env: { ...options.env },
    work: { kind: 'uses', reference, inputs: { ...options.inputs } },
  };
  return withRunFolder(async (root) => {
    const jobRun = new JobRun({
      root,
      workspace: options.workspace ?? null,
      event: options.event ?? events.push(),
      settings: options.github ?? {},
      token: options.github?.token ?? DEFAULT_TOKEN,
      secrets: options.secrets ?? {},
      vars: options.vars ?? {},
      workflow: { name: 'test', path: '.github/workflows/test.yml' },
      job: 'test',
      inputs: {},
      needs: {},
      matrix: {},
      strategy: {},
      actions: { [reference]: directory, ...options.actions },
      repositories: options.repositories ?? {},
      artifacts: new ArtifactStore(join(root, 'artifacts')),
      knobs: options,
    });
    try {
      const [result] = await runJobSteps(jobRun, [step], { shell: null, workingDirectory: null });
      if (result === undefined) throw new RunnerError(`${reference} did not run.`);
      return actionResult(result);
    } finally {
      jobRun.close();
    }
  });
}

function actionResult(step: StepResult): ActionResult {
  const { pre, post, id: _id, name: _name, ...main } = step;
  const begun = pre === null ? main : withOutcomeOf(main, mergeStages(pre, main));
  const whole = post === null ? begun : withOutcomeOf(main, mergeStages(begun, post));
  return { ...whole, stages: { pre, main, post } };
}

function withOutcomeOf(main: StageResult, merged: StageResult): StageResult {
  return { ...merged, exitCode: main.exitCode, outputs: main.outputs };
}
