import { createHash } from 'node:crypto';
import { isoTime } from '../clock.ts';
import { nodeId } from '../ids.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Asset, Release } from '../state/release.ts';
import type { Repository } from '../state/repository.ts';
import { simpleUser } from './account.ts';
import { repositoryPage, repositoryUrl } from './repository.ts';

/** A release (schema `release`). */
export function release(state: GitHubState, repo: Repository, data: Release) {
  const url = `${repositoryUrl(state, repo)}/releases/${data.id}`;
  // A draft has no page under its tag yet.
  const tag = encodeURIComponent(data.draft ? `untagged-${data.id}` : data.tag);
  const archive = (form: string) => (data.draft ? null : `${repositoryUrl(state, repo)}/${form}/${data.tag}`);
  return {
    url,
    assets_url: `${url}/assets`,
    upload_url: `${state.addresses.uploads}/repos/${repo.fullName}/releases/${data.id}/assets{?name,label}`,
    html_url: `${repositoryPage(state, repo)}/releases/tag/${tag}`,
    id: data.id,
    node_id: nodeId('Release', data.id),
    author: simpleUser(state, data.author),
    tag_name: data.tag,
    target_commitish: data.target,
    name: data.name,
    draft: data.draft,
    immutable: false,
    prerelease: data.prerelease,
    created_at: isoTime(data.createdAt),
    updated_at: isoTime(data.updatedAt),
    published_at: data.publishedAt === null ? null : isoTime(data.publishedAt),
    assets: [...repo.assets.values()]
      .filter((asset) => asset.release === data.id)
      .map((asset) => releaseAsset(state, repo, asset)),
    tarball_url: archive('tarball'),
    zipball_url: archive('zipball'),
    body: data.body,
  };
}

/** A file of a release (schema `release-asset`). */
export function releaseAsset(state: GitHubState, repo: Repository, data: Asset) {
  const tag = repo.releases.get(data.release)?.tag ?? '';
  const page = repositoryPage(state, repo);
  return {
    url: `${repositoryUrl(state, repo)}/releases/assets/${data.id}`,
    id: data.id,
    node_id: nodeId('ReleaseAsset', data.id),
    name: data.name,
    label: data.label,
    uploader: simpleUser(state, data.uploader),
    content_type: data.contentType,
    state: 'uploaded',
    size: data.content.length,
    digest: `sha256:${createHash('sha256').update(data.content).digest('hex')}`,
    download_count: data.downloads,
    created_at: isoTime(data.createdAt),
    updated_at: isoTime(data.updatedAt),
    browser_download_url: `${page}/releases/download/${encodeURIComponent(tag)}/${encodeURIComponent(data.name)}`,
  };
}
