import { content, created, json } from '../answer.ts';
import { ApiError, notFound, unprocessable } from '../api-error.ts';
import type { RepositoryRoutes } from '../context.ts';
import { signatureOf } from '../domain/identity.ts';
import { commitOf } from '../git/bare-repository.ts';
import type { Signature } from '../git/commits.ts';
import {
  readBlob,
  readTag,
  readTree,
  type TreeChange,
  writeBlob,
  writeCommit,
  writeTag,
  writeTree,
} from '../git/objects.ts';
import { resolveCommit, typeOf } from '../git/refs.ts';
import { nodeId } from '../ids.ts';
import { limit } from '../limits.ts';
import { gitCommit, gitUser } from '../shapes/commit.ts';
import { repositoryUrl } from '../shapes/repository.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Repository } from '../state/repository.ts';

interface Person {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly date?: string | undefined;
}

function signed({ name, email, date }: Person | undefined = {}, otherwise: Signature): Signature {
  return {
    name: name ?? otherwise.name,
    email: email ?? otherwise.email,
    date: date === undefined ? otherwise.date : new Date(date),
  };
}

function blobUrl(state: GitHubState, repo: Repository, sha: string): string {
  return `${repositoryUrl(state, repo)}/git/blobs/${sha}`;
}

async function treeBody(state: GitHubState, repo: Repository, sha: string, recursive: boolean) {
  const entries = (await readTree(repo.dir, sha, recursive)) ?? [];
  const url = `${repositoryUrl(state, repo)}/git`;
  const most = limit('treeEntries');
  return {
    sha,
    url: `${url}/trees/${sha}`,
    tree: entries.slice(0, most).map((entry) => ({
      path: entry.path,
      mode: entry.mode,
      type: entry.type,
      sha: entry.sha,
      ...(entry.size === undefined ? {} : { size: entry.size }),
      // A submodule is a commit of another repository: nothing here to link to.
      ...(entry.type === 'commit' ? {} : { url: `${url}/${entry.type}s/${entry.sha}` }),
    })),
    truncated: entries.length > most,
  };
}

interface WantedEntry {
  readonly path?: string | undefined;
  readonly mode?: string | undefined;
  readonly type?: string | undefined;
  readonly sha?: string | null | undefined;
  readonly content?: string | undefined;
}

async function changeOf(repo: Repository, entry: WantedEntry): Promise<TreeChange> {
  const { path = '', mode = '100644', sha, content: text } = entry;
  if (path === '' || /(^|\/)(\.{0,2}|\.git)(\/|$)/i.test(path)) {
    throw unprocessable('tree.path contains a malformed path component');
  }
  if (text !== undefined && sha !== undefined)
    throw unprocessable('Must supply either tree.sha or tree.content, not both');
  if (text !== undefined) return { path, mode, sha: await writeBlob(repo.dir, text) };
  if (sha === undefined) throw unprocessable('Must supply tree.sha or tree.content');
  const wanted = mode === '040000' ? 'tree' : mode === '160000' ? 'commit' : 'blob';
  if (sha !== null && wanted !== 'commit' && (await typeOf(repo.dir, sha)) !== wanted) {
    throw unprocessable(`tree.sha ${sha} is not a valid ${wanted}`);
  }
  return { path, mode, sha };
}

/** Blobs, trees, commits and tags as git has them. */
export const gitObjectRoutes: RepositoryRoutes = {
  'git/create-blob': async ({ state, repo, body }) => {
    const sha = await writeBlob(repo.dir, Buffer.from(body.content, body.encoding === 'base64' ? 'base64' : 'utf8'));
    return created({ sha, url: blobUrl(state, repo, sha) });
  },

  'git/get-blob': async ({ state, repo, path, media }) => {
    const sha = path.file_sha;
    if ((await typeOf(repo.dir, sha)) !== 'blob') throw notFound();
    const bytes = await readBlob(repo.dir, sha);
    if (media === 'raw') return content('application/vnd.github.raw; charset=utf-8', bytes);
    return json({
      sha,
      node_id: nodeId('Blob', sha),
      size: bytes.length,
      url: blobUrl(state, repo, sha),
      content: bytes.toString('base64').replace(/.{60}/g, '$&\n'),
      encoding: 'base64',
    });
  },

  'git/get-tree': async ({ state, repo, path, query }) => {
    const commit = await resolveCommit(repo.dir, path.tree_sha);
    const sha = commit === undefined ? path.tree_sha : (await commitOf(repo.dir, commit)).tree;
    if ((await typeOf(repo.dir, sha)) !== 'tree') throw notFound();
    // Any value means yes, even "false" and "0".
    return json(await treeBody(state, repo, sha, query.recursive !== undefined));
  },

  'git/create-tree': async ({ state, repo, body }) => {
    if (body.tree.length === 0) throw unprocessable('Invalid tree info');
    const base = body.base_tree;
    const type = base === undefined ? 'tree' : await typeOf(repo.dir, base);
    if (type !== 'tree' && type !== 'commit') throw unprocessable('base_tree is not a valid tree oid');
    const changes = await Promise.all(body.tree.map((entry) => changeOf(repo, entry)));
    return created(await treeBody(state, repo, await writeTree(repo.dir, base, changes), false));
  },

  'git/get-commit': async ({ state, repo, path }) => {
    if ((await typeOf(repo.dir, path.commit_sha)) !== 'commit') throw notFound();
    return json(gitCommit(state, repo, await commitOf(repo.dir, path.commit_sha)));
  },

  'git/create-commit': async ({ state, repo, body, token }) => {
    if ((await typeOf(repo.dir, body.tree)) !== 'tree') throw unprocessable('Tree SHA does not exist');
    const parents = body.parents ?? [];
    for (const parent of parents) {
      if ((await typeOf(repo.dir, parent)) !== 'commit') {
        throw unprocessable('Parent SHA does not exist or is not a commit object');
      }
    }
    const author = signed(body.author, signatureOf(token.actor, state.clock.write()));
    const sha = await writeCommit(repo.dir, {
      tree: body.tree,
      parents,
      message: body.message,
      author,
      committer: signed(body.committer, author),
    });
    return created(gitCommit(state, repo, await commitOf(repo.dir, sha)));
  },

  'git/create-tag': async ({ state, repo, body, token }) => {
    if ((await typeOf(repo.dir, body.object)) !== body.type) throw unprocessable('Object does not exist');
    const tagger = signed(body.tagger, signatureOf(token.actor, state.clock.write()));
    const sha = await writeTag(repo.dir, { ...body, tagger });
    return created(await tagBody(state, repo, sha));
  },

  'git/get-tag': async ({ state, repo, path }) => {
    if ((await typeOf(repo.dir, path.tag_sha)) !== 'tag') throw new ApiError(404, 'Not Found');
    return json(await tagBody(state, repo, path.tag_sha));
  },
};

async function tagBody(state: GitHubState, repo: Repository, sha: string) {
  const { tag, object, type, tagger, message } = await readTag(repo.dir, sha);
  const url = `${repositoryUrl(state, repo)}/git`;
  return {
    node_id: nodeId('Tag', sha),
    tag,
    sha,
    url: `${url}/tags/${sha}`,
    message,
    tagger: gitUser(tagger),
    object: { type, sha: object, url: `${url}/${type}s/${object}` },
    verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
  };
}
