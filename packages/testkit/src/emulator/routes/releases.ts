import { created, json, listed, NO_CONTENT } from '../answer.ts';
import { notFound } from '../api-error.ts';
import type { RepositoryRoutes } from '../context.ts';
import { createRelease, generateNotes, latestRelease, updateRelease } from '../domain/releases.ts';
import { covers } from '../permissions.ts';
import { release } from '../shapes/release.ts';
import type { Release } from '../state/release.ts';
import type { Repository } from '../state/repository.ts';
import type { Token } from '../tokens.ts';

/** Drafts are known only to those who may write. */
function visible(repo: Repository, token: Token): Release[] {
  const writes = covers(token.permissions, new Map([['contents', 'write']]));
  return [...repo.releases.values()].filter(({ draft }) => writes || !draft);
}

function found(releases: readonly Release[], fits: (one: Release) => boolean): Release {
  const one = releases.find(fits);
  if (one === undefined) throw notFound();
  return one;
}

/** Releases. */
export const releaseRoutes: RepositoryRoutes = {
  'repos/list-releases': ({ state, repo, token }) =>
    listed(visible(repo, token).reverse(), (one) => release(state, repo, one)),

  'repos/create-release': async ({ state, repo, body, token }) =>
    created(release(state, repo, await createRelease(state, repo, body, token.actor))),

  'repos/get-release': ({ state, repo, path, token }) =>
    json(
      release(
        state,
        repo,
        found(visible(repo, token), ({ id }) => id === path.release_id),
      ),
    ),

  'repos/get-latest-release': ({ state, repo }) => {
    const latest = latestRelease(repo);
    if (latest === undefined) throw notFound();
    return json(release(state, repo, latest));
  },

  'repos/get-release-by-tag': ({ state, repo, path, token }) => {
    const published = visible(repo, token).filter(({ draft }) => !draft);
    return json(
      release(
        state,
        repo,
        found(published, ({ tag }) => tag === path.tag),
      ),
    );
  },

  'repos/update-release': async ({ state, repo, path, body, token }) => {
    const one = found(visible(repo, token), ({ id }) => id === path.release_id);
    await updateRelease(state, repo, one, body);
    return json(release(state, repo, one));
  },

  'repos/delete-release': ({ repo, path, token }) => {
    const { id } = found(visible(repo, token), (one) => one.id === path.release_id);
    repo.releases.delete(id);
    for (const asset of repo.assets.values()) if (asset.release === id) repo.assets.delete(asset.id);
    return NO_CONTENT;
  },

  'repos/generate-release-notes': async ({ state, repo, body }) =>
    json(
      await generateNotes(state, repo, body.tag_name, {
        target: body.target_commitish,
        previous: body.previous_tag_name,
      }),
    ),
};
