import { join } from 'node:path';
import { githubContext } from '../environment.ts';
import {
  type ExpressionScope,
  evaluateCondition,
  resolveValue,
  type StatusFunctions,
} from '../expressions/expressions.ts';
import type { JobFacts } from '../job-run.ts';
import { mappingAt, type PlainMapping } from '../plain-data.ts';
import type { Conclusion } from '../result.ts';
import type { RunOptions } from '../run-options.ts';
import type { ArtifactStore } from '../stand-ins/artifact-store.ts';
import { expandMatrix } from './matrix.ts';
import { type TokenPermissions, tokenPermissions } from './token-permissions.ts';
import type { Workflow, WorkflowJob } from './workflow.ts';

/** What a job ended with, for the jobs that need it. */
export interface NeededJob {
  result: Conclusion;
  outputs: Record<string, string>;
}

/** Everything around a job. */
export interface JobSurroundings {
  options: RunOptions;
  workflow: Workflow;
  /** The workflow that GitHub started; inside a called one it is that of the caller. */
  entry: Workflow;
  inputs: PlainMapping;
  secrets: Readonly<Record<string, string>>;
  /** What the calling job may do, for jobs of a called workflow. */
  ceiling: TokenPermissions | null;
  needs: Readonly<Record<string, NeededJob>>;
  /** Results of all jobs that it depends on, directly or not. */
  ancestors: Readonly<Record<string, Conclusion>>;
  root: string;
  workspace: string | null;
  artifacts: ArtifactStore;
}

/** What GitHub decides before a job reaches a runner. No combinations means that the job is skipped. */
export interface JobStart {
  permissions: TokenPermissions;
  combinations: JobCombination[];
}

/** A combination of the matrix, with what expressions outside of steps see. */
export interface JobCombination {
  matrix: PlainMapping;
  strategy: PlainMapping;
  scope: ExpressionScope;
}

/** startOf evaluates the condition, the permissions and the matrix of a job. */
export function startOf(job: WorkflowJob, around: JobSurroundings): JobStart {
  const scope = serverScope(job, around);
  const permissions = tokenPermissions(around.workflow.permissions, job.permissions, {
    defaults: around.options.defaultPermissions ?? 'restricted',
    fork: around.options.event.fork,
    ...(around.ceiling === null ? {} : { ceiling: around.ceiling }),
  });
  if (!evaluateCondition(job.condition, scope)) return { permissions, combinations: [] };
  const written = mappingAt(resolveValue(job.strategy ?? null, scope), `jobs.${job.id}.strategy`);
  const matrices = expandMatrix(written.matrix);
  const combinations = matrices.map((matrix, index) => {
    const strategy = {
      'fail-fast': written['fail-fast'] ?? true,
      'job-index': index,
      'job-total': matrices.length,
      'max-parallel': written['max-parallel'] ?? matrices.length,
    };
    return { matrix, strategy, scope: { ...scope, contexts: { ...scope.contexts, matrix, strategy } } };
  });
  return { permissions, combinations };
}

/** jobFacts gives what one combination of a job runs with. */
export function jobFacts(
  job: WorkflowJob,
  around: JobSurroundings,
  combination: JobCombination,
  token: string,
): JobFacts {
  const { options } = around;
  return {
    root: join(around.root, `${job.id}-${combination.strategy['job-index']}`),
    workspace: around.workspace,
    event: options.event,
    settings: options.github ?? {},
    token,
    secrets: around.secrets,
    vars: options.vars ?? {},
    workflow: around.entry,
    job: job.id,
    inputs: around.inputs,
    needs: needsContext(around.needs),
    matrix: combination.matrix,
    strategy: combination.strategy,
    actions: options.actions ?? {},
    repositories: repositoriesOf(options),
    artifacts: around.artifacts,
    knobs: options,
  };
}

/** repositoriesOf gives the git repositories for actions/checkout by owner/name. */
export function repositoriesOf(
  options: Pick<RunOptions, 'event' | 'github' | 'repository' | 'repositories'>,
): Record<string, string> {
  const own = options.github?.repository ?? options.event.repository;
  return { ...options.repositories, ...(options.repository === undefined ? {} : { [own]: options.repository }) };
}

/** What GitHub evaluates itself, before there is a runner, sees no steps, secrets or files. */
function serverScope(job: WorkflowJob, around: JobSurroundings): ExpressionScope {
  const { options, ancestors } = around;
  const github = githubContext({
    event: options.event,
    settings: options.github ?? {},
    token: '',
    workflow: around.entry,
    job: job.id,
    workspace: '',
    eventPath: '',
  });
  const resultsOf = (jobs: string[]): (Conclusion | undefined)[] =>
    jobs.length === 0 ? Object.values(ancestors) : jobs.map((id) => ancestors[id]);
  // A failed or skipped job counts for everything down the chain, not only for the jobs that name it.
  const status: StatusFunctions = {
    success: (jobs) => resultsOf(jobs).every((result) => result === 'success'),
    failure: (jobs) => resultsOf(jobs).some((result) => result === 'failure'),
    cancelled: () => Object.values(ancestors).includes('cancelled'),
  };
  const needs = needsContext(around.needs);
  const contexts = { github, inputs: around.inputs, vars: { ...options.vars }, needs, matrix: {}, strategy: {} };
  return { contexts, status, hashFiles: null };
}

function needsContext(needs: Readonly<Record<string, NeededJob>>): PlainMapping {
  return Object.fromEntries(
    Object.entries(needs).map(([id, job]) => [id, { result: job.result, outputs: job.outputs }]),
  );
}
