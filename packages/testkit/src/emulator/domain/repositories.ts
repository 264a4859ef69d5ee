import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { branchTip, copyRepository, initRepository, readDefaultBranch } from '../git/bare-repository.ts';
import { commitFiles, type Files } from '../git/commit-files.ts';
import type { Account } from '../state/account.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Repository } from '../state/repository.ts';
import { signatureOf } from './identity.ts';
import { addDefaultLabels } from './labels.ts';

/** A repository to make. */
export interface NewRepository {
  readonly owner: string;
  readonly name: string;
  /** Default false. */
  readonly private?: boolean;
  /** A git repository on this disk whose branches and tags are copied. */
  readonly from?: string;
  /** Files of a first commit on the default branch. */
  readonly files?: Files;
  /** Default `main`, or the current branch of `from`. */
  readonly defaultBranch?: string;
  /** Default `Organization`. */
  readonly ownerType?: 'User' | 'Organization';
  /** Whether code scanning is on. Default true. */
  readonly codeScanning?: boolean;
}

/** createRepository makes a repository from another one on disk, with a first commit of files, or empty. */
export async function createRepository(state: GitHubState, wanted: NewRepository): Promise<Repository> {
  const owner = accountOf(state, wanted.owner, wanted.ownerType ?? 'Organization');
  const dir = await folderOf(state, wanted.owner, wanted.name);
  if (wanted.from === undefined) await initRepository(dir, wanted.defaultBranch ?? 'main');
  else await copyRepository(dir, wanted.from);
  const defaultBranch = wanted.defaultBranch ?? (wanted.from === undefined ? 'main' : await readDefaultBranch(dir));
  const repo = emptyRepository(state, owner, wanted.name, dir, {
    private: wanted.private ?? false,
    defaultBranch,
    codeScanning: wanted.codeScanning ?? true,
  });
  if (wanted.files !== undefined) {
    await commitFiles(dir, {
      files: wanted.files,
      message: 'Initial commit',
      author: signatureOf(state.accounts.user('octocat'), state.clock.write()),
      branch: defaultBranch,
      parent: wanted.from === undefined ? undefined : await branchTip(dir, defaultBranch),
    });
  }
  return repo;
}

/** forkRepository copies a repository to another owner. */
export async function forkRepository(
  state: GitHubState,
  parent: Repository,
  { owner, name = parent.name }: { readonly owner: string; readonly name?: string },
): Promise<Repository> {
  const dir = await folderOf(state, owner, name);
  await copyRepository(dir, parent.dir);
  return emptyRepository(state, accountOf(state, owner, 'User'), name, dir, {
    private: parent.private,
    defaultBranch: parent.defaultBranch,
    codeScanning: parent.codeScanning,
    forkOf: parent,
  });
}

function accountOf({ accounts }: GitHubState, login: string, type: 'User' | 'Organization'): Account {
  return type === 'User' ? accounts.user(login) : accounts.organization(login);
}

async function folderOf({ folder, repositories }: GitHubState, owner: string, name: string): Promise<string> {
  if (!/^[\w.-]+$/.test(owner) || !/^[\w.-]+$/.test(name)) {
    throw new Error(`${owner}/${name} is no name of a repository: use letters, digits, "-", "_" and ".".`);
  }
  if (repositories.find(owner, name) !== undefined) throw new Error(`The repository ${owner}/${name} exists already.`);
  await mkdir(join(folder, owner.toLowerCase()), { recursive: true });
  return join(folder, owner.toLowerCase(), `${name.toLowerCase()}.git`);
}

function emptyRepository(
  state: GitHubState,
  owner: Account,
  name: string,
  dir: string,
  more: Pick<Repository, 'private' | 'defaultBranch' | 'codeScanning'> & { readonly forkOf?: Repository },
): Repository {
  const createdAt = state.clock.write();
  const repo: Repository = {
    id: state.ids('repository'),
    owner,
    name,
    fullName: `${owner.login}/${name}`,
    private: more.private,
    dir,
    defaultBranch: more.defaultBranch,
    forkOf: more.forkOf,
    createdAt,
    pushedAt: createdAt,
    codeScanning: more.codeScanning,
    lastNumber: 0,
    issues: new Map(),
    comments: new Map(),
    labels: new Map(),
    reviews: new Map(),
    reviewComments: new Map(),
    checkSuites: new Map(),
    checkRuns: new Map(),
    statuses: [],
    deployments: new Map(),
    environments: new Map(),
    releases: new Map(),
    assets: new Map(),
    sarifs: new Map(),
    analyses: new Map(),
    alerts: new Map(),
    workflowRuns: new Map(),
    artifacts: new Map(),
    collaborators: new Map(),
  };
  addDefaultLabels(state, repo);
  state.repositories.add(repo);
  return repo;
}
