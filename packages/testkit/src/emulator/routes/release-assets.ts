import { created, json, listed, NO_CONTENT, redirect } from '../answer.ts';
import { badRequest, notFound } from '../api-error.ts';
import type { RepositoryRoutes } from '../context.ts';
import { addAsset, assetName, requireFreeAssetName } from '../domain/releases.ts';
import { downloadLink } from '../downloads.ts';
import { releaseAsset } from '../shapes/release.ts';
import type { Asset, Release } from '../state/release.ts';
import type { Repository } from '../state/repository.ts';

function findAsset(repo: Repository, id: number): Asset {
  const asset = repo.assets.get(id);
  if (asset === undefined) throw notFound();
  return asset;
}

function findRelease(repo: Repository, id: number): Release {
  const release = repo.releases.get(id);
  if (release === undefined) throw notFound();
  return release;
}

/** Files of releases. */
export const releaseAssetRoutes: RepositoryRoutes = {
  'repos/list-release-assets': ({ state, repo, path }) => {
    const { id } = findRelease(repo, path.release_id);
    return listed(
      [...repo.assets.values()].filter((asset) => asset.release === id),
      (asset) => releaseAsset(state, repo, asset),
    );
  },

  'repos/upload-release-asset': ({ state, repo, path, query, raw, contentType, token }) => {
    if (contentType === '') throw badRequest('Content-Type is missing');
    const asset = addAsset(state, repo, findRelease(repo, path.release_id), {
      name: query.name,
      label: query.label ?? null,
      contentType,
      content: raw,
      uploader: token.actor,
    });
    return created(releaseAsset(state, repo, asset));
  },

  'repos/get-release-asset': ({ state, repo, path, media }) => {
    const asset = findAsset(repo, path.asset_id);
    if (media !== 'octet-stream') return json(releaseAsset(state, repo, asset));
    asset.downloads += 1;
    return redirect(downloadLink(state, { kind: 'asset', repository: repo.id, id: asset.id }));
  },

  'repos/update-release-asset': ({ state, repo, path, body }) => {
    const asset = findAsset(repo, path.asset_id);
    const name = body.name === undefined ? asset.name : assetName(body.name);
    if (name !== asset.name) requireFreeAssetName(repo, asset.release, name);
    asset.name = name;
    asset.label = body.label ?? asset.label;
    asset.updatedAt = state.clock.write();
    return json(releaseAsset(state, repo, asset));
  },

  'repos/delete-release-asset': ({ repo, path }) => {
    repo.assets.delete(findAsset(repo, path.asset_id).id);
    return NO_CONTENT;
  },
};
