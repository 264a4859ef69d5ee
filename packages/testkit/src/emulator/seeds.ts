import { ensureEnvironment } from './domain/deployments.ts';
import { signatureOf } from './domain/identity.ts';
import { createIssue } from './domain/issues.ts';
import { createMergeGroup, type MergeGroup } from './domain/merge-queue.ts';
import {
  findPull,
  type MergeMethod,
  mergePullRequest,
  openPullRequest,
  refreshPullRequests,
} from './domain/pull-requests.ts';
import { createRepository, forkRepository, type NewRepository } from './domain/repositories.ts';
import { createArtifact, createWorkflowRun, type NewArtifact, type NewWorkflowRun } from './domain/workflow-runs.ts';
import { branchTip, fetchRef } from './git/bare-repository.ts';
import { commitFiles, type Files } from './git/commit-files.ts';
import { resolveCommit, writeRef } from './git/refs.ts';
import type { GitHubState } from './state/github-state.ts';
import type { Repository } from './state/repository.ts';
import type { Role } from './state/team.ts';
import type { TokenRequest } from './tokens.ts';

/** A repository as a test holds it. */
export interface RepositoryHandle {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly fullName: string;
  readonly defaultBranch: string;
  /** The bare repository on disk. */
  readonly gitDir: string;
  /** Address for `git clone`, without a token. */
  readonly cloneUrl: string;
}

/** A repository by its handle or its full name. */
export type RepositoryRef = string | { readonly fullName: string };

/** A pull request as a test holds it. */
export interface PullRequestHandle {
  readonly number: number;
  readonly headSha: string;
  readonly baseSha: string;
  /** Commit of `refs/pull/N/merge`; undefined when git finds a conflict. */
  readonly mergeSha: string | undefined;
}

/** A pull request to open. */
export interface PullRequestSeed {
  /** Branch with the change. */
  readonly head: string;
  readonly base?: string;
  readonly title: string;
  readonly body?: string;
  readonly draft?: boolean;
  /** Opens it from a fork, which is made when it does not exist; a branch it lacks is copied to it. */
  readonly fork?: { readonly owner: string; readonly name?: string };
  /** Login. Default `octocat`, or the owner of the fork. */
  readonly author?: string;
}

/** A commit to make. */
export interface CommitSeed {
  /** Branch to move; it starts at the default branch when it is new. */
  readonly branch?: string;
  /** Text or bytes by path; null removes a file. */
  readonly files: Files;
  readonly message?: string;
  /** Login. Default `octocat`. */
  readonly author?: string;
}

/** repositoryOf finds a repository that a test names. */
export function repositoryOf(state: GitHubState, ref: RepositoryRef): Repository {
  const fullName = typeof ref === 'string' ? ref : ref.fullName;
  const [owner = '', name = ''] = fullName.split('/');
  const repo = state.repositories.find(owner, name);
  if (repo === undefined) throw new Error(`The emulator has no repository ${fullName}. Make it with createRepository.`);
  return repo;
}

/** createSeeds gives the functions with which a test sets the scene, without tokens and permissions. */
export function createSeeds(state: GitHubState) {
  const find = (ref: RepositoryRef) => repositoryOf(state, ref);
  const handleOf = (repo: Repository): RepositoryHandle => ({
    id: repo.id,
    owner: repo.owner.login,
    name: repo.name,
    fullName: repo.fullName,
    defaultBranch: repo.defaultBranch,
    gitDir: repo.dir,
    cloneUrl: `${state.addresses.server}/${repo.fullName}.git`,
  });

  return {
    async createRepository(wanted: NewRepository): Promise<RepositoryHandle> {
      return handleOf(await createRepository(state, wanted));
    },

    async createFork(ref: RepositoryRef, target: { owner: string; name?: string }): Promise<RepositoryHandle> {
      return handleOf(await forkRepository(state, find(ref), target));
    },

    /** Commits files to a branch and gives the new tip; open pull requests follow. */
    async commit(ref: RepositoryRef, seed: CommitSeed): Promise<string> {
      const repo = find(ref);
      const branch = seed.branch ?? repo.defaultBranch;
      const parent = (await branchTip(repo.dir, branch)) ?? (await branchTip(repo.dir, repo.defaultBranch));
      const sha = await commitFiles(repo.dir, {
        files: seed.files,
        message: seed.message ?? `Change ${Object.keys(seed.files).join(', ')}`,
        author: signatureOf(state.accounts.user(seed.author ?? 'octocat'), state.clock.write()),
        branch,
        parent,
      });
      await refreshPullRequests(state, repo);
      return sha;
    },

    /** Makes a tag or any other ref (`refs/heads/next`) at a commit, by default the tip of the default branch. */
    async createRef(ref: RepositoryRef, name: string, target?: string): Promise<string> {
      const repo = find(ref);
      const sha = await resolveCommit(repo.dir, target ?? repo.defaultBranch);
      if (sha === undefined) throw new Error(`${repo.fullName} has no commit ${target ?? repo.defaultBranch}.`);
      await writeRef(repo.dir, name.startsWith('refs/') ? name : `refs/tags/${name}`, sha);
      await refreshPullRequests(state, repo);
      return sha;
    },

    async createPullRequest(ref: RepositoryRef, seed: PullRequestSeed): Promise<PullRequestHandle> {
      const repo = find(ref);
      const head = seed.fork === undefined ? repo : await forkFor(state, repo, seed.fork, seed.head);
      const author = state.accounts.user(seed.author ?? seed.fork?.owner ?? 'octocat');
      const { number, pull } = await openPullRequest(state, repo, {
        head: { repository: head, ref: seed.head },
        base: seed.base ?? repo.defaultBranch,
        title: seed.title,
        body: seed.body ?? null,
        draft: seed.draft ?? false,
        author,
      });
      return { number, headSha: pull.head.sha, baseSha: pull.base.sha, mergeSha: pull.mergeCommit };
    },

    /** Merges a pull request and gives the new tip of its base branch. */
    mergePullRequest(
      ref: RepositoryRef,
      number: number,
      { method, by = 'octocat' }: { method?: MergeMethod; by?: string } = {},
    ): Promise<string> {
      const repo = find(ref);
      const actor = state.accounts.user(by);
      return mergePullRequest(state, repo, findPull(repo, number), {
        ...(method === undefined ? {} : { method }),
        actor,
      });
    },

    /** Opens an issue and gives its number. */
    createIssue(
      ref: RepositoryRef,
      { title, body, author = 'octocat' }: { title: string; body?: string; author?: string },
    ): number {
      const user = state.accounts.user(author);
      return createIssue(state, find(ref), { title, body: body ?? null, author: user }).number;
    },

    /** Puts pull requests into the merge queue: their merge with the base under `refs/heads/gh-readonly-queue/`. */
    createMergeGroup(
      ref: RepositoryRef,
      wanted: { pullRequests: readonly number[]; base?: string },
    ): Promise<MergeGroup> {
      return createMergeGroup(state, find(ref), wanted);
    },

    /** Makes a token and gives its text. */
    createToken(wanted: TokenRequest): string {
      return state.tokens.create(wanted).value;
    },

    addCollaborator(ref: RepositoryRef, login: string, role: Role): void {
      const account = state.accounts.user(login);
      find(ref).collaborators.set(login.toLowerCase(), { account, role });
    },

    createTeam(wanted: {
      organization: string;
      slug: string;
      members: readonly string[];
      repositories?: Readonly<Record<string, Role>>;
    }): void {
      state.teams.push({
        id: state.ids('team'),
        organization: state.accounts.organization(wanted.organization),
        slug: wanted.slug.toLowerCase(),
        name: wanted.slug,
        members: wanted.members.map((login) => ({ account: state.accounts.user(login), role: 'member' })),
        repositories: new Map(
          Object.entries(wanted.repositories ?? {}).map(([name, role]) => [name.toLowerCase(), role]),
        ),
        createdAt: state.clock.now(),
      });
    },

    createEnvironment(
      ref: RepositoryRef,
      name: string,
      rules: { waitTimer?: number; reviewers?: readonly string[]; preventSelfReview?: boolean } = {},
    ): void {
      const { reviewers = [], ...rest } = rules;
      ensureEnvironment(state, find(ref), name, {
        ...rest,
        reviewers: reviewers.map((login) => state.accounts.user(login)),
      });
    },

    /** Records a run of a workflow and gives its id. */
    createWorkflowRun(ref: RepositoryRef, wanted: NewWorkflowRun): Promise<number> {
      return createWorkflowRun(state, find(ref), wanted);
    },

    /** Stores files as an artifact of a run and gives its id. */
    createArtifact(ref: RepositoryRef, wanted: NewArtifact): number {
      return createArtifact(state, find(ref), wanted);
    },
  };
}

async function forkFor(
  state: GitHubState,
  repo: Repository,
  { owner, name = repo.name }: { readonly owner: string; readonly name?: string },
  branch: string,
): Promise<Repository> {
  const fork = state.repositories.find(owner, name) ?? (await forkRepository(state, repo, { owner, name }));
  if ((await branchTip(fork.dir, branch)) === undefined) {
    await fetchRef(fork.dir, repo.dir, `refs/heads/${branch}`, `refs/heads/${branch}`);
  }
  return fork;
}
