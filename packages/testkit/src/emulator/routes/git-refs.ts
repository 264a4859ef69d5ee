import { requireWorkflows } from '../access.ts';
import { created, json, listed, NO_CONTENT } from '../answer.ts';
import { notFound, unprocessable } from '../api-error.ts';
import type { RepositoryRoutes } from '../context.ts';
import { refreshPullRequests } from '../domain/pull-requests.ts';
import { branchTip, changesWorkflows } from '../git/bare-repository.ts';
import { isAncestor } from '../git/commits.ts';
import { deleteRef, isRefName, listRefs, type Ref, readRef, typeOf, writeRef } from '../git/refs.ts';
import { nodeId } from '../ids.ts';
import { repositoryUrl } from '../shapes/repository.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Repository } from '../state/repository.ts';
import type { Token } from '../tokens.ts';

function gitRef(state: GitHubState, repo: Repository, { name, sha, type }: Ref) {
  const url = repositoryUrl(state, repo);
  return {
    ref: name,
    node_id: nodeId('Ref', `${repo.id}:${name}`),
    url: `${url}/git/${name}`,
    object: { sha, type, url: `${url}/git/${type}s/${sha}` },
  };
}

async function mustRead(repo: Repository, name: string): Promise<Ref> {
  const ref = await readRef(repo.dir, name);
  if (ref === undefined) throw unprocessable('Reference does not exist');
  return ref;
}

/** Refs that GitHub keeps for itself. */
function refuseHidden(name: string): void {
  if (name.startsWith('refs/pull/')) throw unprocessable('Reference cannot be updated');
}

/** A commit that brings changes of workflow files needs a permission of its own. */
async function checkWorkflows(repo: Repository, token: Token, base: string | undefined, sha: string): Promise<void> {
  const known = base ?? (await branchTip(repo.dir, repo.defaultBranch));
  if ((await typeOf(repo.dir, sha)) === 'commit' && (await changesWorkflows(repo.dir, known, sha))) {
    requireWorkflows(token);
  }
}

/** Refs as git has them. */
export const gitRefRoutes: RepositoryRoutes = {
  'git/get-ref': async ({ state, repo, path }) => {
    const ref = await readRef(repo.dir, `refs/${path.ref}`);
    if (ref === undefined) throw notFound();
    return json(gitRef(state, repo, ref));
  },

  'git/list-matching-refs': async ({ state, repo, path }) => {
    const refs = await listRefs(repo.dir);
    return listed(
      refs.filter(({ name }) => name.startsWith(`refs/${path.ref}`)),
      (ref) => gitRef(state, repo, ref),
    );
  },

  'git/create-ref': async ({ state, repo, body, token }) => {
    const { ref, sha } = body;
    if (!ref.startsWith('refs/') || ref.split('/').length < 3) {
      throw unprocessable(
        `Reference name must start with 'refs/' and contain at least three slash-separated components.`,
      );
    }
    if (!isRefName(ref)) throw unprocessable(`${ref} is not a valid ref name.`);
    refuseHidden(ref);
    if ((await typeOf(repo.dir, sha)) === undefined) throw unprocessable('Object does not exist');
    if ((await readRef(repo.dir, ref)) !== undefined) throw unprocessable('Reference already exists');
    await checkWorkflows(repo, token, undefined, sha);
    await writeRef(repo.dir, ref, sha);
    state.clock.write();
    await refreshPullRequests(state, repo);
    return created(gitRef(state, repo, await mustRead(repo, ref)));
  },

  'git/update-ref': async ({ state, repo, path, body, token }) => {
    const name = `refs/${path.ref}`;
    const before = await mustRead(repo, name);
    refuseHidden(name);
    if ((await typeOf(repo.dir, body.sha)) === undefined) throw unprocessable('Object does not exist');
    if (body.force !== true && !(await isAncestor(repo.dir, before.commit, body.sha))) {
      throw unprocessable('Update is not a fast forward');
    }
    await checkWorkflows(repo, token, before.commit, body.sha);
    await writeRef(repo.dir, name, body.sha);
    state.clock.write();
    await refreshPullRequests(state, repo);
    return json(gitRef(state, repo, await mustRead(repo, name)));
  },

  'git/delete-ref': async ({ state, repo, path }) => {
    const { name } = await mustRead(repo, `refs/${path.ref}`);
    refuseHidden(name);
    await deleteRef(repo.dir, name);
    state.clock.write();
    await refreshPullRequests(state, repo);
    return NO_CONTENT;
  },
};
