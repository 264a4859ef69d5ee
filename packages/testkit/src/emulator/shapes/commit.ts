import { isoTime } from '../clock.ts';
import type { Commit, Signature } from '../git/commits.ts';
import type { ChangedFile } from '../git/diff.ts';
import { nodeId } from '../ids.ts';
import type { Account } from '../state/account.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Repository } from '../state/repository.ts';
import { nullableUser } from './account.ts';
import { repositoryPage, repositoryUrl } from './repository.ts';

/** Commits are not signed here. */
const UNSIGNED = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };

/** Name, address and time of a commit, as the API writes them. */
export function gitUser({ name, email, date }: Signature) {
  return { name, email, date: isoTime(date) };
}

/** The account behind an address that GitHub gives out itself (`login@users.noreply.github.com`). */
export function accountOfEmail({ accounts }: GitHubState, email: string): Account | undefined {
  const login = /^(?:\d+\+)?(.+)@users\.noreply\.github\.com$/.exec(email)?.[1];
  return login === undefined ? undefined : accounts.find(login);
}

/** The address that GitHub gives to an account. */
export function emailOf({ id, login }: Account): string {
  return `${id}+${login}@users.noreply.github.com`;
}

/** A commit with the accounts behind it (schema `commit`), without its files. */
export function commit(state: GitHubState, repo: Repository, data: Commit) {
  const url = repositoryUrl(state, repo);
  const page = repositoryPage(state, repo);
  return {
    sha: data.sha,
    node_id: nodeId('Commit', data.sha),
    commit: {
      author: gitUser(data.author),
      committer: gitUser(data.committer),
      message: data.message,
      tree: { sha: data.tree, url: `${url}/git/trees/${data.tree}` },
      url: `${url}/git/commits/${data.sha}`,
      comment_count: 0,
      verification: UNSIGNED,
    },
    url: `${url}/commits/${data.sha}`,
    html_url: `${page}/commit/${data.sha}`,
    comments_url: `${url}/commits/${data.sha}/comments`,
    author: nullableUser(state, accountOfEmail(state, data.author.email)),
    committer: nullableUser(state, accountOfEmail(state, data.committer.email)),
    parents: data.parents.map((sha) => ({ sha, url: `${url}/commits/${sha}`, html_url: `${page}/commit/${sha}` })),
  };
}

/** A commit as git has it (schema `git-commit`). */
export function gitCommit(state: GitHubState, repo: Repository, data: Commit) {
  const url = repositoryUrl(state, repo);
  const page = repositoryPage(state, repo);
  return {
    sha: data.sha,
    node_id: nodeId('Commit', data.sha),
    url: `${url}/git/commits/${data.sha}`,
    html_url: `${page}/commit/${data.sha}`,
    author: gitUser(data.author),
    committer: gitUser(data.committer),
    tree: { sha: data.tree, url: `${url}/git/trees/${data.tree}` },
    message: data.message,
    parents: data.parents.map((sha) => ({ sha, url: `${url}/git/commits/${sha}`, html_url: `${page}/commit/${sha}` })),
    verification: UNSIGNED,
  };
}

/** A changed file (schema `diff-entry`), its links at the given commit. */
export function diffEntry(state: GitHubState, repo: Repository, file: ChangedFile, sha: string) {
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  const page = repositoryPage(state, repo);
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${page}/blob/${sha}/${path}`,
    raw_url: `${page}/raw/${sha}/${path}`,
    contents_url: `${repositoryUrl(state, repo)}/contents/${path}?ref=${sha}`,
    ...(file.previousPath === undefined ? {} : { previous_filename: file.previousPath }),
    ...(file.patch === undefined ? {} : { patch: file.patch }),
  };
}

/** A commit in a few words (schema `simple-commit`). */
export function simpleCommit({ sha, tree, message, author, committer }: Commit) {
  return {
    id: sha,
    tree_id: tree,
    message,
    timestamp: isoTime(committer.date),
    author: { name: author.name, email: author.email },
    committer: { name: committer.name, email: committer.email },
  };
}
