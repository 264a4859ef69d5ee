import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { RunnerError } from '../errors.ts';
import type { GithubEvent } from '../events/types.ts';
import { parseWorkflowFile } from '../github-parsers.ts';
import { isMapping, listAt, mappingAt, type Plain, type PlainMapping, textAt } from '../plain-data.ts';
import type { ScriptDefaults } from '../steps/script-step.ts';
import { readSteps, type StepDefinition } from '../steps/step-definition.ts';

/** A workflow as written. Expressions are not evaluated yet. */
export interface Workflow {
  /** The `name:`, else the path. */
  name: string;
  /** From the top of the repository: `.github/workflows/ci.yml`. */
  path: string;
  /** The folder that `.github` is in, for workflows of the same repository that it calls; null for a text. */
  root: string | null;
  on: PlainMapping;
  env: PlainMapping;
  permissions: Plain | undefined;
  defaults: ScriptDefaults;
  jobs: Map<string, WorkflowJob>;
}

/** A job as written. */
export interface WorkflowJob {
  id: string;
  name: Plain | undefined;
  needs: string[];
  condition: Plain | undefined;
  permissions: Plain | undefined;
  env: PlainMapping;
  strategy: Plain | undefined;
  outputs: PlainMapping;
  defaults: ScriptDefaults;
  continueOnError: Plain;
  timeoutMinutes: Plain;
  work: { kind: 'steps'; steps: StepDefinition[] } | CalledWorkflow;
}

/** A job that calls a reusable workflow. */
export interface CalledWorkflow {
  kind: 'calls';
  reference: string;
  inputs: PlainMapping;
  secrets: 'inherit' | PlainMapping;
}

/** readWorkflow reads a workflow, given as a path or as its text, after GitHub's own parser accepted it. */
export async function readWorkflow(source: string): Promise<Workflow> {
  const isText = source.includes('\n');
  if (!isText && !existsSync(source)) throw new RunnerError(`There is no workflow file ${source}.`);
  const path = `.github/workflows/${isText ? 'workflow.yml' : basename(source)}`;
  const written = await parseWorkflowFile(path, isText ? source : readFileSync(source, 'utf8'));
  const jobs = Object.entries(mappingAt(written.jobs, 'jobs'));
  return {
    name: textAt(written.name, 'name') ?? path,
    path,
    root: isText ? null : resolve(dirname(source), '..', '..'),
    on: readTriggers(written.on),
    env: mappingAt(written.env, 'env'),
    permissions: written.permissions,
    defaults: readDefaults(written.defaults, 'defaults'),
    jobs: new Map(jobs.map(([id, job]) => [id, readJob(id, mappingAt(job, `jobs.${id}`))])),
  };
}

/** calledWorkflowFile gives the file of a reusable workflow of the same repository. */
export function calledWorkflowFile(workflow: Workflow, reference: string): string {
  if (!reference.startsWith('./')) {
    throw new RunnerError(
      `The reusable workflow ${reference} is in another repository; the harness runs local ones ("./…") only.`,
    );
  }
  if (workflow.root === null) {
    throw new RunnerError(
      `The workflow calls ${reference}: give it as a file, not as a text, so that the other file can be found.`,
    );
  }
  return join(workflow.root, reference);
}

/** Pull request activities that start a workflow which lists none (GitHub documentation on events, 2026-11-20). */
const DEFAULT_ACTIVITIES: Readonly<Record<string, readonly string[]>> = {
  pull_request: ['opened', 'synchronize', 'reopened'],
  pull_request_target: ['opened', 'synchronize', 'reopened'],
};

/** refuseOtherEvents throws when the workflow does not start for an event. Filters for branches and paths are not looked at. */
export function refuseOtherEvents(workflow: Workflow, event: GithubEvent): void {
  if (!(event.name in workflow.on)) {
    throw new RunnerError(
      `The workflow ${workflow.path} does not run on ${event.name}, only on ${Object.keys(workflow.on).join(', ')}.`,
    );
  }
  const trigger = workflow.on[event.name];
  const written = isMapping(trigger) ? trigger.types : undefined;
  const types = typeof written === 'string' ? [written] : listAt(written, 'types');
  const activities: readonly Plain[] = types.length > 0 ? types : (DEFAULT_ACTIVITIES[event.name] ?? []);
  const action = event.payload.action;
  if (activities.length > 0 && action !== undefined && !activities.includes(action)) {
    throw new RunnerError(
      `The workflow ${workflow.path} does not run on ${event.name} ${action}, only on ${activities.join(', ')}.`,
    );
  }
}

/** `on:` may be one name, a list of names, or a mapping. */
function readTriggers(on: Plain | undefined): PlainMapping {
  if (typeof on === 'string') return { [on]: null };
  if (Array.isArray(on)) return Object.fromEntries(on.map((name) => [String(name), null]));
  return mappingAt(on, 'on');
}

function readJob(id: string, job: PlainMapping): WorkflowJob {
  const where = `jobs.${id}`;
  const needs = typeof job.needs === 'string' ? [job.needs] : listAt(job.needs, `${where}.needs`).map(String);
  for (const unsupported of ['container', 'services']) {
    if (job[unsupported] !== undefined) {
      throw new RunnerError(`${where}.${unsupported}: the harness runs no containers.`);
    }
  }
  return {
    id,
    name: job.name,
    needs,
    condition: job.if,
    permissions: job.permissions,
    env: mappingAt(job.env, `${where}.env`),
    strategy: job.strategy,
    outputs: mappingAt(job.outputs, `${where}.outputs`),
    defaults: readDefaults(job.defaults, `${where}.defaults`),
    continueOnError: job['continue-on-error'] ?? false,
    timeoutMinutes: job['timeout-minutes'] ?? null,
    work: readWork(job, where),
  };
}

function readWork(job: PlainMapping, where: string): WorkflowJob['work'] {
  const reference = textAt(job.uses, `${where}.uses`);
  if (reference === null) return { kind: 'steps', steps: readSteps(job.steps, `${where}.steps`) };
  const secrets = job.secrets === 'inherit' ? 'inherit' : mappingAt(job.secrets, `${where}.secrets`);
  return { kind: 'calls', reference, inputs: mappingAt(job.with, `${where}.with`), secrets };
}

function readDefaults(defaults: Plain | undefined, where: string): ScriptDefaults {
  const run = mappingAt(mappingAt(defaults, where).run, `${where}.run`);
  return {
    shell: textAt(run.shell, `${where}.run.shell`),
    workingDirectory: textAt(run['working-directory'], `${where}.run.working-directory`),
  };
}
