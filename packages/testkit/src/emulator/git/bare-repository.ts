import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Commit, listCommits, readCommit } from './commits.ts';
import { readRef, writeRef } from './refs.ts';
import { git } from './run-git.ts';

/** What GitHub lets clients do with its repositories, in git's own configuration. */
const CONFIGURATION = `
[http]
\treceivepack = true
[uploadpack]
\tallowAnySHA1InWant = true
\tallowFilter = true
[receive]
\thideRefs = refs/pull
\tautogc = false
[gc]
\tauto = 0
[core]
\tlogAllRefUpdates = false
\tfsync = none
`;

/** initRepository makes an empty bare repository: what `git init --bare` writes, without starting git. */
export async function initRepository(dir: string, defaultBranch: string): Promise<void> {
  const folders = ['objects/info', 'objects/pack', 'refs/heads', 'refs/tags'];
  await Promise.all(folders.map((folder) => mkdir(join(dir, folder), { recursive: true })));
  await writeFile(join(dir, 'HEAD'), `ref: refs/heads/${defaultBranch}\n`);
  await writeFile(join(dir, 'config'), `[core]\n\trepositoryformatversion = 0\n\tbare = true\n${CONFIGURATION}`);
}

/** copyRepository makes a bare copy of branches and tags of another repository. */
export async function copyRepository(dir: string, from: string): Promise<void> {
  await rm(dir, { recursive: true, force: true });
  await git(dir, ['clone', '--quiet', '--bare', '--template=', '--', from, dir]);
  await appendFile(`${dir}/config`, CONFIGURATION);
}

/** readDefaultBranch gives the branch that HEAD names. */
export async function readDefaultBranch(dir: string): Promise<string> {
  return (await git(dir, ['symbolic-ref', 'HEAD'])).replace(/^refs\/heads\//, '');
}

/** fetchRef copies a branch with its history from another repository on this disk into a ref of this one. */
export async function fetchRef(dir: string, from: string, source: string, target: string): Promise<void> {
  await fetchCommits(dir, from, `+${source}:${target}`);
}

/** fetchCommits copies the history of a ref from another repository on this disk; no ref of this one is written. */
export async function fetchCommits(dir: string, from: string, source: string): Promise<void> {
  await git(dir, ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--', from, source]);
}

/** commitOf gives a commit that must be there. */
export async function commitOf(dir: string, sha: string): Promise<Commit> {
  const commit = await readCommit(dir, sha);
  if (commit === undefined) throw new Error(`The repository ${dir} has no commit ${sha}.`);
  return commit;
}

/** branchTip gives the newest commit of a branch, or undefined. */
export async function branchTip(dir: string, branch: string): Promise<string | undefined> {
  return (await readRef(dir, `refs/heads/${branch}`))?.commit;
}

/** moveBranch points a branch at a commit. */
export async function moveBranch(dir: string, branch: string, sha: string): Promise<void> {
  await writeRef(dir, `refs/heads/${branch}`, sha);
}

/** changesWorkflows says whether the commits that `head` adds to `base` touch workflow files. */
export async function changesWorkflows(dir: string, base: string | undefined, head: string): Promise<boolean> {
  const range = base === undefined ? [head] : [`^${base}`, head];
  const commits = await listCommits(dir, range, { path: '.github/workflows', most: 1 });
  return commits.length > 0;
}
