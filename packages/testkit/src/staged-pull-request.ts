import type { GitHub, PullRequestHandle, RepositoryHandle } from './emulator/index.ts';
import { folderFiles } from './folder-files.ts';
import {
  type ActionResult,
  event,
  type GithubEvent,
  type JobResult,
  type RunActionOptions,
  type RunJobOptions,
  type RunOptions,
  runAction,
  runJob,
  runWorkflow,
  type WorkflowResult,
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
  /** Pushes files to its branch (null removes one) and gives the pull request with its new head, after the event `synchronize`. */
  push(files: Readonly<Record<string, string | null>>): Promise<StagedPullRequest>;
  /** Runs a job of a workflow for the pull request, or for another event; its `permissions:` decide the token. */
  runJob(options: InRepository<RunJobOptions>): Promise<JobResult>;
  /** Runs all jobs of a workflow in the same way. */
  runWorkflow(options: InRepository<RunOptions>): Promise<WorkflowResult>;
}

/** What is left to say of a run when the repository is known; the event is that of the pull request unless told. */
type InRepository<Options extends RunOptions> = Omit<Options, 'event' | 'github' | 'repository' | 'createToken'> & {
  readonly event?: GithubEvent;
};

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
  return staged(github, { repository, title, forkOwner: stage.forkOwner }, pullRequest, 'opened');
}

interface Stage {
  readonly repository: RepositoryHandle;
  readonly title: string;
  readonly forkOwner: string | undefined;
}

/** The pull request as it stands after an activity. */
function staged(
  github: GitHub,
  stage: Stage,
  pullRequest: PullRequestHandle,
  action: 'opened' | 'synchronize',
): StagedPullRequest {
  const { repository, title, forkOwner } = stage;
  const headRepository = forkOwner === undefined ? repository.fullName : `${forkOwner}/${repository.name}`;
  const pullRequestEvent = event.pullRequest({
    action,
    repository: repository.fullName,
    number: pullRequest.number,
    title,
    head: {
      ref: 'feature',
      sha: pullRequest.headSha,
      ...(forkOwner !== undefined && { repository: headRepository }),
    },
    base: { ref: repository.defaultBranch, sha: pullRequest.baseSha },
    ...(pullRequest.mergeSha !== undefined && { mergeSha: pullRequest.mergeSha }),
  });
  const settings = { apiUrl: github.apiUrl, serverUrl: github.url, graphqlUrl: github.graphqlUrl };
  const createToken = (permissions: TokenPermissions) =>
    github.createToken({ repository: repository.fullName, permissions });
  const surroundings = { github: settings, repository: repository.gitDir, createToken };

  return {
    repository,
    pullRequest,
    event: pullRequestEvent,
    async push(files) {
      await github.commit(headRepository, { branch: 'feature', files });
      const { head, base, mergeSha } = github.pullRequest(repository, pullRequest.number);
      const pushed = { number: pullRequest.number, headSha: head.sha, baseSha: base.sha, mergeSha };
      return staged(github, stage, pushed, 'synchronize');
    },
    runAction: ({ permissions, ...options }) =>
      runAction({ event: pullRequestEvent, ...options, github: { ...settings, token: createToken(permissions) } }),
    runJob: (options) => runJob({ event: pullRequestEvent, ...options, ...surroundings }),
    runWorkflow: (options) => runWorkflow({ event: pullRequestEvent, ...options, ...surroundings }),
  };
}

function filesOf(files: PullRequestStage['base']): Readonly<Record<string, string>> {
  return typeof files === 'string' ? folderFiles(files) : files;
}
