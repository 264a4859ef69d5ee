import { type ApiError, unprocessable, validationFailed } from '../api-error.ts';
import { listRefs, resolveCommit } from '../git/refs.ts';
import { characters, limit } from '../limits.ts';
import type { Account } from '../state/account.ts';
import type {
  Annotation,
  CheckConclusion,
  CheckRun,
  CheckStatus,
  CheckSuite,
  CommitStatus,
  StatusState,
} from '../state/check.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Repository } from '../state/repository.ts';
import type { App } from '../tokens.ts';

/** What a client says about a check run when it creates or updates one. */
export interface CheckInput {
  readonly name?: string | undefined;
  readonly details_url?: string | undefined;
  readonly external_id?: string | undefined;
  readonly status?: CheckStatus | undefined;
  readonly conclusion?: CheckConclusion | undefined;
  readonly started_at?: string | undefined;
  readonly completed_at?: string | undefined;
  readonly output?:
    | {
        readonly title?: string | undefined;
        readonly summary?: string | undefined;
        readonly text?: string | undefined;
        readonly annotations?: readonly Annotation[] | undefined;
      }
    | undefined;
}

/** createCheckRun adds a check run to the suite of its app on that commit. */
export async function createCheckRun(
  state: GitHubState,
  repo: Repository,
  { head_sha, ...input }: CheckInput & { readonly name: string; readonly head_sha: string },
  app: App,
): Promise<CheckRun> {
  const sha = await resolveCommit(repo.dir, head_sha);
  if (sha !== head_sha) throw unprocessable(`No commit found for SHA: ${head_sha}`);
  checkInput(input);
  const run: CheckRun = {
    id: state.ids('checkRun'),
    suite: await suiteOf(state, repo, sha, app),
    name: input.name,
    detailsUrl: null,
    externalId: '',
    status: 'queued',
    conclusion: null,
    startedAt: state.clock.now(),
    completedAt: null,
    title: null,
    summary: null,
    text: null,
    annotations: [],
  };
  repo.checkRuns.set(run.id, run);
  apply(state, run, input);
  return run;
}

/** updateCheckRun changes a check run; annotations are added to those it has. */
export function updateCheckRun(state: GitHubState, run: CheckRun, input: CheckInput): void {
  checkInput(input);
  apply(state, run, input);
}

function apply(state: GitHubState, run: CheckRun, input: CheckInput): void {
  const now = state.clock.write();
  run.name = input.name ?? run.name;
  run.detailsUrl = input.details_url ?? run.detailsUrl;
  run.externalId = input.external_id ?? run.externalId;
  if (input.started_at !== undefined) run.startedAt = new Date(input.started_at);
  if (input.conclusion !== undefined) {
    // A conclusion completes the run, whatever its status was.
    run.status = 'completed';
    run.conclusion = input.conclusion;
    run.completedAt = input.completed_at === undefined ? now : new Date(input.completed_at);
  } else if (input.status !== undefined) {
    run.status = input.status;
    run.conclusion = null;
    run.completedAt = null;
  }
  if (input.output !== undefined) {
    run.title = input.output.title ?? run.title;
    run.summary = input.output.summary ?? run.summary;
    run.text = input.output.text ?? run.text;
    run.annotations.push(...(input.output.annotations ?? []));
  }
  run.suite.updatedAt = now;
}

function checkInput({ status, conclusion, output }: CheckInput): void {
  if (status === 'completed' && conclusion === undefined) {
    throw unprocessable('Invalid request.\n\n"conclusion" wasn\'t supplied.');
  }
  for (const annotation of output?.annotations ?? []) checkAnnotation(annotation);
}

function checkAnnotation(annotation: Annotation): void {
  const { path, start_line, end_line, start_column, end_column, message, title, raw_details } = annotation;
  if (path === '') throw invalid('path', 'path is missing');
  if (start_line < 1 || end_line < start_line) throw invalid('end_line', 'end_line must not be before start_line');
  if ((start_column !== undefined || end_column !== undefined) && start_line !== end_line) {
    throw invalid('start_column', 'columns are only supported when start_line and end_line are the same');
  }
  if ((start_column ?? 1) < 1 || (end_column ?? Number.MAX_SAFE_INTEGER) < (start_column ?? 1)) {
    throw invalid('end_column', 'end_column must not be before start_column');
  }
  if (bytes(message) > limit('annotationMessage')) throw invalid('message', 'message exceeds 64 KB');
  if (bytes(raw_details) > limit('annotationRawDetails')) throw invalid('raw_details', 'raw_details exceeds 64 KB');
  if (characters(title ?? '') > limit('annotationTitle')) {
    throw invalid('title', `title is too long (maximum is ${limit('annotationTitle')} characters)`);
  }
}

function invalid(field: string, message: string): ApiError {
  return validationFailed({ resource: 'CheckAnnotation', code: 'custom', field, message });
}

function bytes(text: string | undefined): number {
  return Buffer.byteLength(text ?? '');
}

/** suiteOf gives the suite of an app on a commit, and makes it with the app's first check run there. */
export async function suiteOf(state: GitHubState, repo: Repository, sha: string, app: App): Promise<CheckSuite> {
  const known = [...repo.checkSuites.values()].find((suite) => suite.headSha === sha && suite.app.id === app.id);
  if (known !== undefined) return known;
  const branches = await listRefs(repo.dir, 'refs/heads/');
  const branch = branches.find((ref) => ref.commit === sha)?.name.replace('refs/heads/', '') ?? null;
  const createdAt = state.clock.now();
  const suite: CheckSuite = {
    id: state.ids('checkSuite'),
    app,
    headSha: sha,
    headBranch: branch,
    createdAt,
    updatedAt: createdAt,
  };
  repo.checkSuites.set(suite.id, suite);
  return suite;
}

/** latestRuns keeps, of the runs of one name in one suite, the newest. */
export function latestRuns(runs: readonly CheckRun[]): CheckRun[] {
  const newest = new Map(runs.map((run) => [`${run.suite.id} ${run.name}`, run]));
  return [...newest.values()];
}

/** createStatus adds a commit status. */
export async function createStatus(
  state: GitHubState,
  repo: Repository,
  sha: string,
  input: {
    state: StatusState;
    context: string;
    description: string | null;
    targetUrl: string | null;
    creator: Account;
  },
): Promise<CommitStatus> {
  if ((await resolveCommit(repo.dir, sha)) !== sha) throw unprocessable(`No commit found for SHA: ${sha}`);
  const most = limit('statusDescription');
  if (input.description !== null && characters(input.description) > most) {
    throw tooLong('description', most);
  }
  if (characters(input.context) > limit('statusContext')) throw tooLong('context', limit('statusContext'));
  const same = repo.statuses.filter((one) => one.sha === sha && sameContext(one.context, input.context));
  if (same.length >= limit('statusesOfContext')) {
    const message = 'This SHA and context has reached the maximum number of statuses.';
    throw validationFailed({ resource: 'Status', code: 'custom', field: 'context', message });
  }
  const status: CommitStatus = { id: state.ids('status'), sha, ...input, createdAt: state.clock.write() };
  repo.statuses.push(status);
  return status;
}

function tooLong(field: string, most: number): ApiError {
  const message = `${field} is too long (maximum is ${most} characters)`;
  return validationFailed({ resource: 'Status', code: 'custom', field, message });
}

function sameContext(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** currentStatuses gives the newest status of every context, newest last. */
export function currentStatuses(repo: Repository, sha: string): CommitStatus[] {
  const newest = new Map<string, CommitStatus>();
  for (const status of repo.statuses) {
    if (status.sha === sha) newest.set(status.context.toLowerCase(), status);
  }
  return [...newest.values()];
}

/** combinedState is failure when one failed, pending when one is open or there is none, success otherwise. */
export function combinedState(statuses: readonly CommitStatus[]): 'failure' | 'pending' | 'success' {
  if (statuses.some(({ state }) => state === 'failure' || state === 'error')) return 'failure';
  return statuses.length === 0 || statuses.some(({ state }) => state === 'pending') ? 'pending' : 'success';
}
