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

/** What happened, as far as an action needs it. */
export interface EventContext {
  readonly event: string;
  readonly repository: RepositoryName;
  /** The commit that check runs and statuses belong to. */
  readonly sha: string;
  readonly ref: string;
  /** Undefined for an event without one: push, schedule, merge group, a comment on an issue. */
  readonly pullRequest: PullRequestReference | undefined;
  /** The newest commit of the branch that a pull request or a merge group goes to; undefined for other events. */
  readonly baseSha: string | undefined;
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
  return {
    event,
    repository,
    sha: pullRequest?.head?.sha ?? shaOf(payload) ?? required(env, 'GITHUB_SHA'),
    ref: env.GITHUB_REF ?? '',
    pullRequest,
    baseSha: baseShaOf(payload),
    serverUrl,
    apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
    runUrl: `${serverUrl}/${fullName(repository)}/actions/runs/${env.GITHUB_RUN_ID ?? ''}`,
  };
}

/**
 * Asks GitHub for the head of the pull request where the event names only its number, so that check runs and statuses go to
 * the pull request's commit and not to the default branch.
 */
export async function completeEvent(client: GitHubClient, context: EventContext): Promise<EventContext> {
  const { repository, pullRequest } = context;
  if (pullRequest === undefined || pullRequest.head !== undefined) return context;
  const { data } = await client.rest.pulls.get({
    owner: repository.owner,
    repo: repository.name,
    pull_number: pullRequest.number,
  });
  const head = headOf({ sha: data.head.sha, repo: data.head.repo }, fullName(repository));
  return { ...context, sha: data.head.sha, pullRequest: { ...pullRequest, head } };
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

/** The list is empty for a pull request from a fork. */
function followedPullRequest(payload: unknown): Json | undefined {
  const pulls = object(payload, 'workflow_run')?.pull_requests;
  const first: unknown = Array.isArray(pulls) ? pulls[0] : undefined;
  return isJson(first) ? { number: first.number } : undefined;
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
