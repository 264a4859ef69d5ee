import { requireWorkflows } from '../access.ts';
import { type Answer, content, created, json } from '../answer.ts';
import { ApiError, forbidden, notFound, unprocessable } from '../api-error.ts';
import type { RepositoryRoutes } from '../context.ts';
import { changeFile } from '../domain/contents.ts';
import { branchTip } from '../git/bare-repository.ts';
import type { Commit } from '../git/commits.ts';
import { readBlob, readEntry, readTree, type TreeEntry } from '../git/objects.ts';
import { resolveCommit } from '../git/refs.ts';
import { limit } from '../limits.ts';
import { gitCommit } from '../shapes/commit.ts';
import { repositoryPage, repositoryUrl } from '../shapes/repository.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Repository } from '../state/repository.ts';
import type { Token } from '../tokens.ts';

const TYPES = { '040000': 'dir', '120000': 'symlink', '160000': 'submodule' } as const;

function typeOfEntry({ mode }: TreeEntry): 'dir' | 'symlink' | 'submodule' | 'file' {
  return mode === '040000' || mode === '120000' || mode === '160000' ? TYPES[mode] : 'file';
}

function entryBody(state: GitHubState, repo: Repository, entry: TreeEntry, ref: string) {
  const path = entry.path.split('/').map(encodeURIComponent).join('/');
  const type = typeOfEntry(entry);
  const page = repositoryPage(state, repo);
  const self = `${repositoryUrl(state, repo)}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const html = `${page}/${type === 'dir' ? 'tree' : 'blob'}/${ref}/${path}`;
  const git = `${repositoryUrl(state, repo)}/git/${type === 'dir' ? 'trees' : 'blobs'}/${entry.sha}`;
  return {
    name: entry.path.slice(entry.path.lastIndexOf('/') + 1),
    path: entry.path,
    sha: entry.sha,
    size: entry.size ?? 0,
    url: self,
    html_url: html,
    git_url: type === 'submodule' ? null : git,
    download_url: type === 'file' || type === 'symlink' ? `${page}/raw/${ref}/${path}` : null,
    type,
    _links: { self, git: type === 'submodule' ? null : git, html },
  };
}

async function fileBody(state: GitHubState, repo: Repository, entry: TreeEntry, ref: string) {
  const body = entryBody(state, repo, entry, ref);
  if (body.type === 'symlink') return { ...body, target: (await readBlob(repo.dir, entry.sha)).toString() };
  if (body.type === 'submodule') return { ...body, submodule_git_url: `${state.addresses.server}/submodule.git` };
  // Above 1 MB the content is left out, and only the raw form gives it.
  if (body.size > limit('contentsFile')) return { ...body, content: '', encoding: 'none' };
  const bytes = await readBlob(repo.dir, entry.sha);
  return { ...body, content: bytes.toString('base64').replace(/.{60}/g, '$&\n'), encoding: 'base64' };
}

async function directory(
  state: GitHubState,
  repo: Repository,
  entry: TreeEntry,
  ref: string,
  object: boolean,
): Promise<Answer> {
  const prefix = entry.path === '' ? '' : `${entry.path}/`;
  const tree = (await readTree(repo.dir, entry.sha)) ?? [];
  const entries = tree
    .slice(0, limit('contentsDirectory'))
    .map((inner) => entryBody(state, repo, { ...inner, path: `${prefix}${inner.path}` }, ref));
  return json(object ? { ...entryBody(state, repo, entry, ref), entries } : entries);
}

function checkWorkflowFile(path: string, token: Token): void {
  if (path.startsWith('.github/workflows/')) requireWorkflows(token);
}

/** The links of the two halves of the answer to a change: the file and the commit. */
async function changed(state: GitHubState, repo: Repository, commit: Commit, path: string, branch: string) {
  const entry = await readEntry(repo.dir, commit.sha, path);
  return {
    content: entry === undefined ? null : entryBody(state, repo, entry, branch),
    commit: gitCommit(state, repo, commit),
  };
}

/** Files of a repository. */
export const contentRoutes: RepositoryRoutes = {
  'repos/get-content': async ({ state, repo, path, query, media }) => {
    const ref = query.ref ?? repo.defaultBranch;
    const commit = await resolveCommit(repo.dir, ref);
    if (commit === undefined) {
      if ((await branchTip(repo.dir, repo.defaultBranch)) === undefined)
        throw new ApiError(404, 'This repository is empty.');
      throw new ApiError(404, `No commit found for the ref ${ref}`);
    }
    const entry = await readEntry(repo.dir, commit, path.path.replace(/\/$/, ''));
    if (entry === undefined) throw notFound();
    if (entry.type === 'tree') return directory(state, repo, entry, ref, media === 'object');
    if (media === 'raw')
      return content('application/vnd.github.raw; charset=utf-8', await readBlob(repo.dir, entry.sha));
    if ((entry.size ?? 0) > 100 * limit('contentsFile'))
      throw forbidden('This API returns blobs up to 100 MB in size.');
    return json(await fileBody(state, repo, entry, ref));
  },

  'repos/create-or-update-file-contents': async ({ state, repo, path, body, token }) => {
    checkWorkflowFile(path.path, token);
    if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(body.content)) throw unprocessable('content is not valid Base64');
    const { commit, isNew } = await changeFile(
      state,
      repo,
      {
        path: path.path,
        content: Buffer.from(body.content, 'base64'),
        message: body.message,
        branch: body.branch,
        sha: body.sha,
        author: body.author,
        committer: body.committer,
      },
      token,
    );
    const answer = await changed(state, repo, commit, path.path, body.branch ?? repo.defaultBranch);
    return isNew ? created(answer) : json(answer);
  },

  'repos/delete-file': async ({ state, repo, path, body, token }) => {
    checkWorkflowFile(path.path, token);
    const { author, committer } = body;
    const whole = (person: { name?: string; email?: string } | undefined) =>
      person?.name === undefined || person.email === undefined ? undefined : { name: person.name, email: person.email };
    const { commit } = await changeFile(
      state,
      repo,
      {
        path: path.path,
        content: null,
        message: body.message,
        branch: body.branch,
        sha: body.sha,
        author: whole(author),
        committer: whole(committer),
      },
      token,
    );
    return json(await changed(state, repo, commit, path.path, body.branch ?? repo.defaultBranch));
  },
};
