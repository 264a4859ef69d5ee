import { limit } from './limits.ts';
import type { GitHubState } from './state/github-state.ts';

/** What a download link gives. */
export interface Download {
  readonly kind: 'asset' | 'artifact';
  readonly repository: number;
  readonly id: number;
}

/** A file to send. */
export interface File {
  readonly type: string;
  readonly content: Buffer;
}

/** downloadLink gives an address that needs no token and works for a minute, as GitHub's storage does. */
export function downloadLink({ addresses, clock }: GitHubState, { kind, repository, id }: Download): string {
  const until = clock.now().getTime() + limit('artifactLinkLife') * 1000;
  return `${addresses.server}/_downloads/${kind}/${repository}/${id}?until=${until}`;
}

/** openDownload gives the file behind a link, or undefined when there is none or the link is too old. */
export function openDownload({ clock, repositories }: GitHubState, address: URL): File | undefined {
  const [, kind, repository, id] = /^\/_downloads\/(asset|artifact)\/(\d+)\/(\d+)$/.exec(address.pathname) ?? [];
  if (Number(address.searchParams.get('until')) < clock.now().getTime()) return undefined;
  const repo = repositories.byId(Number(repository));
  if (kind === 'artifact') {
    const artifact = repo?.artifacts.get(Number(id));
    return artifact === undefined ? undefined : { type: 'application/zip', content: artifact.archive };
  }
  const asset = repo?.assets.get(Number(id));
  return asset === undefined ? undefined : { type: asset.contentType, content: asset.content };
}

/** releaseDownload gives the file under `/{owner}/{repo}/releases/download/{tag}/{name}` of a public repository. */
export function releaseDownload({ repositories }: GitHubState, pathname: string): File | undefined {
  const [, owner = '', name = '', tag = '', file = ''] =
    /^\/([^/]+)\/([^/]+)\/releases\/download\/([^/]+)\/([^/]+)$/.exec(pathname) ?? [];
  const repo = repositories.find(owner, name);
  if (repo === undefined || repo.private) return undefined;
  const release = [...repo.releases.values()].find((one) => !one.draft && one.tag === decodeURIComponent(tag));
  const asset = [...repo.assets.values()].find(
    (one) => one.release === release?.id && one.name === decodeURIComponent(file),
  );
  return asset === undefined ? undefined : { type: asset.contentType, content: asset.content };
}
