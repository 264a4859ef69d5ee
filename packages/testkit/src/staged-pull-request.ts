import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GitHub, PullRequestHandle, RepositoryHandle } from './emulator/index.ts';
import {
  type ActionResult,
  event,
  type GithubEvent,
  type JobResult,
  type RunActionOptions,
  type RunJobOptions,
  runAction,
  runJob,
} from './runner/index.ts';

/** What a staged pull request is made from. */
export interface PullRequestStage {
  /** Files of the base branch, and what the pull request makes of them: folders, or texts by path. */
  readonly base: string | Readonly<Record<string, string>>;
  readonly head: string | Readonly<Record<string, string>>;
  readonly title?: string;
  /** Name of the repository of `acme`; `infra` unless told. */
  readonly name?: string;
  /** Owner of the fork that it comes from. */
  readonly forkOwner?: string;
  readonly private?: boolean;
}

/** A pull request on the emulator that actions and workflows can be run for. */
export interface StagedPullRequest {
  readonly repository: RepositoryHandle;
  readonly pullRequest: PullRequestHandle;
  /** The event `pull_request` as it stands now. */
  readonly event: GithubEvent;
  /** Runs one built action for the pull request; `permissions` are those of the job's token. */
  runAction(
    options: Omit<RunActionOptions, 'event' | 'github'> & { permissions: TokenPermissions; event?: GithubEvent },
  ): Promise<ActionResult>;
  /** Runs a job of a workflow for the pull request; its `permissions:` decide the token. */
  runJob(options: Omit<RunJobOptions, 'event' | 'github' | 'repository' | 'createToken'>): Promise<JobResult>;
}

type TokenPermissions = Readonly<Record<string, 'read' | 'write' | 'none'>>;

/**
 * stagePullRequest puts a repository with a pull request on the emulator.
 *
 * @example
 * const stage = await stagePullRequest(github, { base: 'examples/pull-request/base', head: 'examples/pull-request/head' });
 * const job = await stage.runJob({ workflow: '.github/workflows/tag-policy.yml', actions });
 * expect(github.comments(stage.repository, stage.pullRequest.number)).toHaveLength(1);
 */
export async function stagePullRequest(github: GitHub, stage: PullRequestStage): Promise<StagedPullRequest> {
  const base = filesOf(stage.base);
  const head = filesOf(stage.head);
  const removed = Object.keys(base).filter((path) => head[path] === undefined);
  const repository = await github.createRepository({
    owner: 'acme',
    name: stage.name ?? 'infra',
    files: base,
    ...(stage.private !== undefined && { private: stage.private }),
  });
  await github.commit(repository, {
    branch: 'feature',
    files: { ...head, ...Object.fromEntries(removed.map((path) => [path, null])) },
  });
  const title = stage.title ?? 'Change the infrastructure';
  const pullRequest = await github.createPullRequest(repository, {
    head: 'feature',
    title,
    ...(stage.forkOwner !== undefined && { fork: { owner: stage.forkOwner } }),
  });
  const pullRequestEvent = event.pullRequest({
    repository: repository.fullName,
    number: pullRequest.number,
    title,
    head: {
      ref: 'feature',
      sha: pullRequest.headSha,
      ...(stage.forkOwner !== undefined && { repository: `${stage.forkOwner}/${repository.name}` }),
    },
    base: { ref: repository.defaultBranch, sha: pullRequest.baseSha },
    ...(pullRequest.mergeSha !== undefined && { mergeSha: pullRequest.mergeSha }),
  });
  const settings = { apiUrl: github.apiUrl, serverUrl: github.url, graphqlUrl: github.graphqlUrl };
  const createToken = (permissions: TokenPermissions) =>
    github.createToken({ repository: repository.fullName, permissions });

  return {
    repository,
    pullRequest,
    event: pullRequestEvent,
    runAction: ({ permissions, ...options }) =>
      runAction({ event: pullRequestEvent, ...options, github: { ...settings, token: createToken(permissions) } }),
    runJob: (options) =>
      runJob({ ...options, event: pullRequestEvent, github: settings, repository: repository.gitDir, createToken }),
  };
}

/** Texts by path, with forward slashes. */
function filesOf(files: PullRequestStage['base']): Readonly<Record<string, string>> {
  if (typeof files !== 'string') return files;
  const paths = readdirSync(files, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    paths.map((path) => [
      path.slice(files.length).replaceAll('\\', '/').replace(/^\//, ''),
      readFileSync(path, 'utf8'),
    ]),
  );
}
