import { join } from 'node:path';
import { runIdOf } from './environment.ts';
import { RunnerError } from './errors.ts';
import { evaluateText, resolveValue } from './expressions/expressions.ts';
import { runStepsJob } from './jobs/job-runner.ts';
import { type JobSurroundings, type NeededJob, startOf } from './jobs/job-scope.ts';
import {
  type CalledWorkflow,
  calledWorkflowFile,
  readWorkflow,
  refuseOtherEvents,
  type Workflow,
  type WorkflowJob,
} from './jobs/workflow.ts';
import { callInputs, dispatchInputs } from './jobs/workflow-inputs.ts';
import { mappingAt, type PlainMapping } from './plain-data.ts';
import { type Conclusion, worseConclusion } from './result.ts';
import { withRunFolder } from './run-folder.ts';
import type { JobResult, RunOptions, WorkflowResult } from './run-options.ts';
import { ArtifactStore } from './stand-ins/artifact-store.ts';

/** Reusable workflows may call others this deep (GitHub documentation on reusing workflows, 2026-11-20). */
const MAX_CALL_DEPTH = 10;

/** Around all jobs of one workflow. */
type WorkflowSurroundings = Omit<JobSurroundings, 'needs' | 'ancestors'> & { depth: number };

/** The jobs of a workflow that have ended. */
interface Ended {
  needed: Map<string, NeededJob>;
  results: Map<string, JobResult>;
}

/**
 * runWorkflow runs all jobs of a workflow in the order of `needs`, one after the other, each in a workspace of its own;
 * local reusable workflows too.
 * @throws RunnerError for a workflow that GitHub refuses, one that the event does not start, and for what the harness cannot run
 */
export async function runWorkflow(options: RunOptions): Promise<WorkflowResult> {
  const workflow = await readWorkflow(options.workflow);
  refuseOtherEvents(workflow, options.event);
  return withRunFolder(async (root) => {
    const artifacts = new ArtifactStore(options.artifacts ?? join(root, 'artifacts'));
    const { needed, results } = await runJobs({
      options,
      workflow,
      entry: workflow,
      inputs:
        options.inputs ?? dispatchInputs(workflow, mappingAt(options.event.payload.inputs, 'inputs of the event')),
      secrets: options.event.fork ? {} : (options.secrets ?? {}),
      ceiling: null,
      root,
      workspace: null,
      artifacts,
      depth: 0,
    });
    return {
      conclusion: worstOf(needed),
      jobs: Object.fromEntries(results),
      artifacts: artifacts.read(runIdOf(options.github ?? {})),
    };
  });
}

async function runJobs(around: WorkflowSurroundings): Promise<Ended> {
  const ended: Ended = { needed: new Map(), results: new Map() };
  const waiting = [...around.workflow.jobs.values()];
  while (waiting.length > 0) {
    const index = waiting.findIndex((job) => job.needs.every((id) => ended.needed.has(id)));
    const [job] = waiting.splice(index, 1);
    // GitHub's parser has refused unknown needs and circles before.
    if (job === undefined || index < 0) {
      throw new RunnerError(`The jobs of ${around.workflow.path} wait for each other.`);
    }
    await runNextJob(job, around, ended);
  }
  return ended;
}

async function runNextJob(job: WorkflowJob, around: WorkflowSurroundings, ended: Ended): Promise<void> {
  const needs = Object.fromEntries(
    job.needs.map((id): [string, NeededJob] => [id, ended.needed.get(id) ?? { result: 'skipped', outputs: {} }]),
  );
  const surroundings: JobSurroundings = { ...around, needs, ancestors: ancestorsOf(job, around.workflow, ended) };
  if (job.work.kind === 'calls') {
    ended.needed.set(job.id, await callWorkflow(job, job.work, surroundings, around.depth, ended.results));
    return;
  }
  const result = await runStepsJob(job, job.work.steps, surroundings);
  ended.results.set(job.id, result);
  ended.needed.set(job.id, { result: result.conclusion, outputs: result.outputs });
}

/** The outputs of a called workflow come from its jobs, by `on.workflow_call.outputs`. */
async function callWorkflow(
  job: WorkflowJob,
  call: CalledWorkflow,
  around: JobSurroundings,
  depth: number,
  results: Map<string, JobResult>,
): Promise<NeededJob> {
  if (depth >= MAX_CALL_DEPTH) {
    throw new RunnerError(`Reusable workflows call each other more than ${MAX_CALL_DEPTH} levels deep.`);
  }
  const { permissions, combinations } = startOf(job, around);
  const workflow = await readWorkflow(calledWorkflowFile(around.workflow, call.reference));
  let result: Conclusion = 'skipped';
  let outputs: Record<string, string> = {};
  for (const { scope, strategy } of combinations) {
    const own = { ...scope, contexts: { ...scope.contexts, secrets: { ...around.secrets } } };
    const ended = await runJobs({
      ...around,
      workflow,
      inputs: callInputs(workflow, mappingAt(resolveValue(call.inputs, own), 'with')),
      secrets: call.secrets === 'inherit' ? around.secrets : textsOf(call.secrets, (value) => evaluateText(value, own)),
      ceiling: permissions,
      root: join(around.root, `${job.id}-${strategy['job-index']}`),
      depth: depth + 1,
    });
    for (const [id, jobResult] of ended.results) results.set(`${job.id} / ${id}`, jobResult);
    result = worseConclusion(result, worstOf(ended.needed));
    const jobs = Object.fromEntries(
      [...ended.needed].map(([id, needed]) => [id, { result: needed.result, outputs: needed.outputs }]),
    );
    const declared = mappingAt(
      mappingAt(workflow.on.workflow_call, 'on.workflow_call').outputs,
      'on.workflow_call.outputs',
    );
    const inside = { ...own, contexts: { ...own.contexts, jobs } };
    outputs = textsOf(declared, (output) => evaluateText(mappingAt(output, 'output').value, inside));
  }
  return { result, outputs };
}

function ancestorsOf(job: WorkflowJob, workflow: Workflow, ended: Ended): Record<string, Conclusion> {
  const found: Record<string, Conclusion> = {};
  const visit = (id: string): void => {
    if (id in found) return;
    found[id] = ended.needed.get(id)?.result ?? 'skipped';
    for (const above of workflow.jobs.get(id)?.needs ?? []) visit(above);
  };
  for (const id of job.needs) visit(id);
  return found;
}

function worstOf(jobs: ReadonlyMap<string, NeededJob>): Conclusion {
  return [...jobs.values()].reduce<Conclusion>((worst, job) => worseConclusion(worst, job.result), 'skipped');
}

function textsOf(mapping: PlainMapping, text: (value: PlainMapping[string]) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(mapping).map(([name, value]) => [name, text(value)]));
}
