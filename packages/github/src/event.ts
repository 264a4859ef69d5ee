import type { GitHubClient } from './client.ts';
import { GitHubError } from './error.ts';

/** A repository as `owner/name`, in its two parts. */
export interface RepositoryName {
  readonly owner: string;
  readonly name: string;
}

/** The pull request that an event is about. */
export interface PullRequestReference {
  readonly number: number;
  /** Undefined where the event names only the number, as a comment does: see `completeEvent`. */
  readonly head: PullRequestHead | undefined;
}

export interface PullRequestHead {
  /** The newest commit of the pull request, not the merge commit that the workflow runs on. */
  readonly sha: string;
  /** Whether the head is in another repository, so that the token is read-only. */
  readonly fromFork: boolean;
}

/** Where a run that another one follows came from. */
export interface FollowedBranch {
  /** The owner of the repository that the branch is in: of the fork, for a pull request from one. */
  readonly owner: string;
  readonly branch: string;
  readonly sha: string;
}

/** What happened, as far as an action needs it. */
export interface EventContext {
  readonly event: string;
  readonly repository: RepositoryName;
  /** The commit that check runs and statuses belong to. */
  readonly sha: string;
  readonly ref: string;
  /** Undefined for an event without one: push, schedule, merge group, a comment on an issue. */
  readonly pullRequest: PullRequestReference | undefined;
  /** The branch of the run that a `workflow_run` follows, where the event does not name its pull request: see `completeEvent`. */
  readonly followedBranch?: FollowedBranch;
  /** The newest commit of the branch that a pull request or a merge group goes to; undefined for other events. */
  readonly baseSha: string | undefined;
  /** The tip of the branch before a push; undefined for other events, and for a branch that is new. */
  readonly pushedFrom?: string;
  /** `https://github.com`, or the server's own. */
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly runUrl: string;
}

type Json = { readonly [key: string]: unknown };

/**
 * Reads the event of a workflow run from the runner's environment and the event's payload.
 * @throws GitHubError where the environment is not a runner's.
 */
export function eventContext(env: Readonly<Record<string, string | undefined>>, payload: unknown): EventContext {
  const repository = repositoryName(required(env, 'GITHUB_REPOSITORY'));
  const event = required(env, 'GITHUB_EVENT_NAME');
  const serverUrl = env.GITHUB_SERVER_URL ?? 'https://github.com';
  const pullRequest = pullRequestOf(payload, fullName(repository));
  const followedBranch = pullRequest === undefined ? followedBranchOf(payload) : undefined;
  const pushedFrom = event === 'push' ? pushedFromOf(payload) : undefined;
  return {
    event,
    repository,
    sha: pullRequest?.head?.sha ?? shaOf(payload) ?? required(env, 'GITHUB_SHA'),
    ref: env.GITHUB_REF ?? '',
    pullRequest,
    ...(followedBranch !== undefined && { followedBranch }),
    baseSha: baseShaOf(payload),
    ...(pushedFrom !== undefined && { pushedFrom }),
    serverUrl,
    apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
    runUrl: `${serverUrl}/${fullName(repository)}/actions/runs/${env.GITHUB_RUN_ID ?? ''}`,
  };
}

/**
 * Asks GitHub for what the event does not tell of its pull request: the head where it names only the number, so that check runs
 * and statuses go to the pull request's commit and not to the default branch, and the number where a run follows that of a fork.
 * A run that follows one of a commit that is not the newest any more is about no pull request.
 */
export async function completeEvent(client: GitHubClient, context: EventContext): Promise<EventContext> {
  const { repository, followedBranch } = context;
  const pullRequest =
    context.pullRequest ??
    (followedBranch === undefined ? undefined : await openPullRequest(client, repository, followedBranch));
  if (pullRequest === undefined) return context;
  if (pullRequest.head !== undefined) return { ...context, pullRequest };
  const { data } = await client.rest.pulls.get({
    owner: repository.owner,
    repo: repository.name,
    pull_number: pullRequest.number,
  });
  // A run that follows another one tells of the commit of that one, and not of what was pushed since.
  if (context.event === 'workflow_run' && data.head.sha !== context.sha) return { ...context, pullRequest: undefined };
  const head = headOf({ sha: data.head.sha, repo: data.head.repo }, fullName(repository));
  return { ...context, sha: data.head.sha, pullRequest: { ...pullRequest, head } };
}

/** The open pull request from a branch whose newest commit is still the one that the run was about. */
async function openPullRequest(
  client: GitHubClient,
  repository: RepositoryName,
  { owner, branch, sha }: FollowedBranch,
): Promise<PullRequestReference | undefined> {
  const { data } = await client.rest.pulls.list({
    owner: repository.owner,
    repo: repository.name,
    head: `${owner}:${branch}`,
    state: 'open',
  });
  const [pull, ...others] = data.filter(({ head }) => head.sha === sha);
  // One branch can be asked to go to several: which of them the run was about, nothing tells.
  if (pull === undefined || others.length > 0) return undefined;
  return {
    number: pull.number,
    head: headOf({ sha: pull.head.sha, repo: pull.head.repo }, fullName(repository)),
  };
}

function fullName({ owner, name }: RepositoryName): string {
  return `${owner}/${name}`;
}

/** The commit of an event whose workflow runs on another one: a merge group's head, the head of the run before. */
function shaOf(payload: unknown): string | undefined {
  return text(object(payload, 'merge_group'), 'head_sha') ?? text(object(payload, 'workflow_run'), 'head_sha');
}

function baseShaOf(payload: unknown): string | undefined {
  return (
    text(object(object(payload, 'pull_request'), 'base'), 'sha') ?? text(object(payload, 'merge_group'), 'base_sha')
  );
}

/** Zeros stand for no commit. */
function pushedFromOf(payload: unknown): string | undefined {
  const before = isJson(payload) ? text(payload, 'before') : undefined;
  return before === undefined || /^0+$/.test(before) ? undefined : before;
}

/** From `pull_request` events, a comment on a pull request, or the run that a `workflow_run` follows. */
function pullRequestOf(payload: unknown, repository: string): PullRequestReference | undefined {
  const pull = object(payload, 'pull_request') ?? commentedPullRequest(payload) ?? followedPullRequest(payload);
  const number = pull?.number;
  if (typeof number !== 'number') return undefined;
  return { number, head: headOf(object(pull, 'head'), repository) };
}

/** An issue that is a pull request has a member `pull_request`, but no commits. */
function commentedPullRequest(payload: unknown): Json | undefined {
  const issue = object(payload, 'issue');
  return object(issue, 'pull_request') === undefined ? undefined : { number: issue?.number };
}

/** The list is empty for a pull request from a fork; of several from one branch nothing tells which one the run was about. */
function followedPullRequest(payload: unknown): Json | undefined {
  const pulls = object(payload, 'workflow_run')?.pull_requests;
  const only: unknown = Array.isArray(pulls) && pulls.length === 1 ? pulls[0] : undefined;
  return isJson(only) ? { number: only.number } : undefined;
}

function followedBranchOf(payload: unknown): FollowedBranch | undefined {
  const run = object(payload, 'workflow_run');
  const owner = text(object(object(run, 'head_repository'), 'owner'), 'login');
  const branch = text(run, 'head_branch');
  const sha = text(run, 'head_sha');
  const isAboutPullRequest = text(run, 'event') === 'pull_request';
  if (!isAboutPullRequest || owner === undefined || branch === undefined || sha === undefined) return undefined;
  return { owner, branch, sha };
}

function headOf(head: Json | undefined, repository: string): PullRequestHead | undefined {
  const sha = text(head, 'sha');
  // A deleted fork has no repository any more.
  const from = text(object(head, 'repo'), 'full_name');
  return sha === undefined ? undefined : { sha, fromFork: from?.toLowerCase() !== repository.toLowerCase() };
}

function repositoryName(fullName: string): RepositoryName {
  const [owner, name, ...rest] = fullName.split('/');
  if (!owner || !name || rest.length > 0) {
    throw new GitHubError(
      `GITHUB_REPOSITORY is "${fullName}", which is not owner/name. Run this in a GitHub Actions workflow.`,
    );
  }
  return { owner, name };
}

function required(env: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') {
    throw new GitHubError(`${name} is not set. Run this in a GitHub Actions workflow, where the runner sets it.`);
  }
  return value;
}

function object(value: unknown, key: string): Json | undefined {
  const member = isJson(value) ? value[key] : undefined;
  return isJson(member) ? member : undefined;
}

function text(value: Json | undefined, key: string): string | undefined {
  const member = value?.[key];
  return typeof member === 'string' ? member : undefined;
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
