import { DEFAULT_TOKEN, runIdOf } from '../environment.ts';
import { messageOf } from '../errors.ts';
import { type ExpressionScope, evaluateText, hasExpression, resolveValue } from '../expressions/expressions.ts';
import { JobRun } from '../job-run.ts';
import { textAt } from '../plain-data.ts';
import { type Conclusion, type StageResult, type StepResult, worseConclusion } from '../result.ts';
import type { CombinationResult, JobResult } from '../run-options.ts';
import { runPre } from '../steps/extra-stages.ts';
import { StageRecorder } from '../steps/stage-recorder.ts';
import type { StepDefinition } from '../steps/step-definition.ts';
import { jobPlace, timeoutOf } from '../steps/step-frame.ts';
import { runStep } from '../steps/step-runner.ts';
import { resolveAction } from '../steps/uses.ts';
import { type JobCombination, type JobSurroundings, jobFacts, startOf } from './job-scope.ts';
import { combinationName } from './matrix.ts';
import type { TokenPermissions } from './token-permissions.ts';
import type { WorkflowJob } from './workflow.ts';

/** runStepsJob runs a job with all combinations of its matrix, one after the other; `fail-fast` and `max-parallel` have no effect. */
export async function runStepsJob(
  job: WorkflowJob,
  steps: StepDefinition[],
  around: JobSurroundings,
): Promise<JobResult> {
  const { options } = around;
  const { permissions, combinations } = startOf(job, around);
  const results: CombinationResult[] = [];
  let conclusion: Conclusion = 'skipped';
  for (const combination of combinations) {
    const token = (await options.createToken?.(permissions)) ?? options.github?.token ?? DEFAULT_TOKEN;
    const jobRun = new JobRun(jobFacts(job, around, combination, token));
    const result = await runCombination(job, steps, around, combination, jobRun);
    results.push(result);
    const tolerated = result.conclusion === 'failure' && resolveValue(job.continueOnError, combination.scope) === true;
    conclusion = worseConclusion(conclusion, tolerated ? 'success' : result.conclusion);
  }
  const artifacts = around.artifacts.read(runIdOf(options.github ?? {}));
  return { ...jobResult(job, permissions, conclusion, results), artifacts };
}

/** runJobSteps runs the steps of a job: the pre parts of all actions, the steps, the post parts the other way round. */
export async function runJobSteps(
  jobRun: JobRun,
  steps: StepDefinition[],
  defaults: WorkflowJob['defaults'],
): Promise<StepResult[]> {
  // GitHub fetches all actions before the first step, so an unknown one stops the job at its start.
  for (const { work } of steps) {
    if (work.kind === 'uses') resolveAction(work.reference, jobRun.workspace, jobRun.options.actions);
  }
  const places = steps.map((step) => ({ step, place: jobPlace(jobRun, defaults) }));
  for (const { step, place } of places) await runPre(step, place);
  const results: StepResult[] = [];
  for (const { step, place } of places) results.push(await runStep(step, place));
  for (let post = jobRun.posts.pop(); post !== undefined; post = jobRun.posts.pop()) await post();
  return results.map((result, index) => ({ ...result, post: places[index]?.place.parts.post ?? null }));
}

async function runCombination(
  job: WorkflowJob,
  steps: StepDefinition[],
  around: JobSurroundings,
  combination: JobCombination,
  jobRun: JobRun,
): Promise<CombinationResult> {
  const { defaults } = around.workflow;
  try {
    for (const env of [around.workflow.env, job.env]) {
      const scope = jobRun.scope({}, {}, jobRun.statusFunctions());
      for (const [name, value] of Object.entries(env)) jobRun.setVariable(name, evaluateText(value, scope));
    }
    jobRun.timeout = timeoutOf(job.timeoutMinutes, combination.scope, jobRun);
    const results = await runJobSteps(jobRun, steps, {
      shell: job.defaults.shell ?? defaults.shell,
      workingDirectory: job.defaults.workingDirectory ?? defaults.workingDirectory,
    });
    const { outputs, log } = jobOutputs(job, jobRun);
    const name = combinationTitle(job, combination);
    return { name, matrix: combination.matrix, conclusion: jobRun.status, steps: results, outputs, log };
  } finally {
    jobRun.close();
  }
}

/** Empty outputs and outputs with a secret in them are left out (actions/runner JobExtension.cs). */
function jobOutputs(job: WorkflowJob, jobRun: JobRun): { outputs: Record<string, string>; log: string } {
  const recorder = new StageRecorder(jobRun.masker, jobRun.debug, new Map(), null);
  const scope: ExpressionScope = jobRun.scope({}, {}, jobRun.statusFunctions());
  const outputs: Record<string, string> = {};
  try {
    for (const [name, written] of Object.entries(job.outputs)) {
      const value = evaluateText(written, scope);
      if (value === '') continue;
      if (jobRun.masker.mask(value) === value) outputs[name] = value;
      else recorder.warning(`Skip output '${name}' since it may contain secret.`);
    }
  } catch (thrown) {
    recorder.fail(`Fail to evaluate job outputs: ${messageOf(thrown)}`);
    jobRun.take('failure');
  }
  return { outputs, log: recorder.result('success', 'success', 0).log };
}

/** A name without a matrix value gets the values of the combination in brackets. */
function combinationTitle(job: WorkflowJob, combination: JobCombination): string {
  const written = textAt(job.name, `jobs.${job.id}.name`) ?? '';
  const name = written === '' ? job.id : evaluateText(written, combination.scope);
  return hasExpression(written) && written.includes('matrix') ? name : `${name}${combinationName(combination.matrix)}`;
}

function jobResult(
  job: WorkflowJob,
  permissions: TokenPermissions,
  conclusion: Conclusion,
  combinations: CombinationResult[],
): Omit<JobResult, 'artifacts'> {
  const steps = combinations.flatMap((combination) => combination.steps);
  const stages = combinations.flatMap((combination) => stagesInOrder(combination.steps));
  const logs = [...stages.map((stage) => stage.log), ...combinations.map((combination) => combination.log)];
  return {
    id: job.id,
    name: combinations.length === 1 ? (combinations[0]?.name ?? job.id) : job.id,
    conclusion,
    steps,
    outputs: Object.fromEntries(combinations.flatMap((combination) => Object.entries(combination.outputs))),
    annotations: stages.flatMap((stage) => stage.annotations),
    summary: stages.map((stage) => stage.summary ?? '').join(''),
    log: logs.filter((log) => log !== '').join('\n'),
    faults: stages.flatMap((stage) => stage.faults),
    permissions,
    combinations,
  };
}

function stagesInOrder(steps: readonly StepResult[]): StageResult[] {
  const pre = steps.flatMap((step) => (step.pre === null ? [] : [step.pre]));
  const post = steps.flatMap((step) => (step.post === null ? [] : [step.post]));
  return [...pre, ...steps, ...post.toReversed()];
}
