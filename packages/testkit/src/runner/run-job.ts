import { join } from 'node:path';
import { RunnerError } from './errors.ts';
import { runStepsJob } from './jobs/job-runner.ts';
import type { NeededJob } from './jobs/job-scope.ts';
import { readWorkflow, refuseOtherEvents, type Workflow, type WorkflowJob } from './jobs/workflow.ts';
import { dispatchInputs } from './jobs/workflow-inputs.ts';
import { mappingAt } from './plain-data.ts';
import { withRunFolder } from './run-folder.ts';
import type { JobResult, RunJobOptions } from './run-options.ts';
import { ArtifactStore } from './stand-ins/artifact-store.ts';

/**
 * runJob runs one job of a workflow as GitHub does: token by `permissions:`, matrix, steps, outputs. The jobs that it
 * needs are not run; `needs` says how they ended.
 * @throws RunnerError for a workflow that GitHub refuses, one that the event does not start, and for what the harness cannot run
 */
export async function runJob(options: RunJobOptions): Promise<JobResult> {
  const workflow = await readWorkflow(options.workflow);
  refuseOtherEvents(workflow, options.event);
  const job = chosenJob(workflow, options.job);
  const { work } = job;
  if (work.kind !== 'steps') {
    throw new RunnerError(`The job ${job.id} calls another workflow: run it with runWorkflow.`);
  }
  const needs = Object.fromEntries(
    job.needs.map((id): [string, NeededJob] => {
      const told = options.needs?.[id];
      return [id, { result: told?.result ?? 'success', outputs: told?.outputs ?? {} }];
    }),
  );
  return withRunFolder((root) =>
    runStepsJob(job, work.steps, {
      options,
      workflow,
      entry: workflow,
      inputs:
        options.inputs ?? dispatchInputs(workflow, mappingAt(options.event.payload.inputs, 'inputs of the event')),
      secrets: options.event.fork ? {} : (options.secrets ?? {}),
      ceiling: null,
      needs,
      ancestors: Object.fromEntries(Object.entries(needs).map(([id, needed]) => [id, needed.result])),
      root,
      workspace: options.workspace ?? null,
      artifacts: new ArtifactStore(options.artifacts ?? join(root, 'artifacts')),
    }),
  );
}

function chosenJob(workflow: Workflow, id: string | undefined): WorkflowJob {
  const ids = [...workflow.jobs.keys()];
  const wanted = id ?? (ids.length === 1 ? ids[0] : undefined);
  const job = wanted === undefined ? undefined : workflow.jobs.get(wanted);
  if (job !== undefined) return job;
  const question = id === undefined ? 'has several jobs' : `has no job "${id}"`;
  throw new RunnerError(`The workflow ${workflow.path} ${question}: say which with \`job\`, one of ${ids.join(', ')}.`);
}
