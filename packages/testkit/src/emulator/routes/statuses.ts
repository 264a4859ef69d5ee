import { created, listed, listedAs } from '../answer.ts';
import { notFound } from '../api-error.ts';
import type { RepositoryRoutes } from '../context.ts';
import { combinedState, createStatus, currentStatuses } from '../domain/checks.ts';
import { resolveCommit } from '../git/refs.ts';
import { commitStatus, simpleCommitStatus } from '../shapes/check.ts';
import { minimalRepository, repositoryUrl } from '../shapes/repository.ts';
import type { Repository } from '../state/repository.ts';

async function commitOfRef(repo: Repository, ref: string): Promise<string> {
  const sha = await resolveCommit(repo.dir, ref);
  if (sha === undefined) throw notFound();
  return sha;
}

/** Commit statuses. */
export const statusRoutes: RepositoryRoutes = {
  'repos/create-commit-status': async ({ state, repo, path, body, token }) => {
    const status = await createStatus(state, repo, path.sha, {
      state: body.state,
      context: body.context ?? 'default',
      description: body.description ?? null,
      targetUrl: body.target_url ?? null,
      creator: token.actor,
    });
    return created(commitStatus(state, repo, status));
  },

  'repos/list-commit-statuses-for-ref': async ({ state, repo, path }) => {
    const sha = await commitOfRef(repo, path.ref);
    const newestFirst = repo.statuses.filter((status) => status.sha === sha).reverse();
    return listed(newestFirst, (status) => commitStatus(state, repo, status));
  },

  'repos/get-combined-status-for-ref': async ({ state, repo, path }) => {
    const sha = await commitOfRef(repo, path.ref);
    const statuses = currentStatuses(repo, sha);
    const url = repositoryUrl(state, repo);
    return listedAs('statuses', statuses, (status) => simpleCommitStatus(state, repo, status), {
      state: combinedState(statuses),
      sha,
      repository: minimalRepository(state, repo),
      commit_url: `${url}/commits/${sha}`,
      url: `${url}/commits/${sha}/status`,
    });
  },
};
