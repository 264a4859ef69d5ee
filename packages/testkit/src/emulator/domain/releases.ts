import { type ApiError, validationFailed } from '../api-error.ts';
import { isAncestor } from '../git/commits.ts';
import { isRefName, listRefs, readRef, resolveCommit, writeRef } from '../git/refs.ts';
import { characters, limit } from '../limits.ts';
import { repositoryPage } from '../shapes/repository.ts';
import type { Account } from '../state/account.ts';
import type { GitHubState } from '../state/github-state.ts';
import { isPull } from '../state/pull-request.ts';
import type { Asset, Release } from '../state/release.ts';
import type { Repository } from '../state/repository.ts';

/** What a client says about a release. */
export interface ReleaseInput {
  readonly tag_name?: string | undefined;
  readonly target_commitish?: string | undefined;
  readonly name?: string | undefined;
  readonly body?: string | undefined;
  readonly draft?: boolean | undefined;
  readonly prerelease?: boolean | undefined;
  readonly make_latest?: 'true' | 'false' | 'legacy' | undefined;
}

/** createRelease makes a release, and its tag when that is missing and the release is no draft. */
export async function createRelease(
  state: GitHubState,
  repo: Repository,
  input: ReleaseInput & { readonly tag_name: string; readonly generate_release_notes?: boolean | undefined },
  author: Account,
): Promise<Release> {
  const draft = input.draft ?? false;
  const target = input.target_commitish ?? repo.defaultBranch;
  const notes =
    input.generate_release_notes === true ? await generateNotes(state, repo, input.tag_name, { target }) : undefined;
  const body = [input.body, notes?.body].filter((text) => text !== undefined).join('\n\n');
  checkBodyLength(body);
  if (!draft) await publishTag(repo, input.tag_name, target, undefined);
  const createdAt = state.clock.write();
  const release: Release = {
    id: state.ids('release'),
    author,
    tag: input.tag_name,
    target,
    name: input.name ?? notes?.name ?? null,
    body: input.body === undefined && notes === undefined ? null : body,
    draft,
    prerelease: input.prerelease ?? false,
    makeLatest: input.make_latest ?? 'true',
    createdAt,
    publishedAt: draft ? null : createdAt,
    updatedAt: createdAt,
  };
  repo.releases.set(release.id, release);
  return release;
}

/** updateRelease changes a release; one that stops being a draft is published and gets its tag. */
export async function updateRelease(
  state: GitHubState,
  repo: Repository,
  release: Release,
  input: ReleaseInput,
): Promise<void> {
  checkBodyLength(input.body ?? '');
  const tag = input.tag_name ?? release.tag;
  const target = input.target_commitish ?? release.target;
  const draft = input.draft ?? release.draft;
  if (!draft) await publishTag(repo, tag, target, release);
  const now = state.clock.write();
  release.tag = tag;
  release.target = target;
  release.name = input.name ?? release.name;
  release.body = input.body ?? release.body;
  release.prerelease = input.prerelease ?? release.prerelease;
  release.makeLatest = input.make_latest ?? release.makeLatest;
  release.draft = draft;
  release.publishedAt = draft ? null : (release.publishedAt ?? now);
  release.updatedAt = now;
}

function checkBodyLength(body: string): void {
  const most = limit('releaseBody');
  if (characters(body) <= most) return;
  throw invalid('custom', 'body', `body is too long (maximum is ${most} characters)`);
}

async function publishTag(repo: Repository, tag: string, target: string, own: Release | undefined): Promise<void> {
  if (!isRefName(`refs/tags/${tag}`)) throw invalid('custom', 'tag_name', 'tag_name is not well-formed');
  const taken = [...repo.releases.values()].some((other) => other !== own && !other.draft && other.tag === tag);
  if (taken) throw invalid('already_exists', 'tag_name');
  if ((await readRef(repo.dir, `refs/tags/${tag}`)) !== undefined) return;
  const commit = await resolveCommit(repo.dir, target);
  if (commit === undefined) throw invalid('invalid', 'target_commitish');
  await writeRef(repo.dir, `refs/tags/${tag}`, commit);
}

function invalid(code: string, field: string, message?: string): ApiError {
  return validationFailed({ resource: 'Release', code, field, ...(message === undefined ? {} : { message }) });
}

/** latestRelease gives the release that GitHub marks as latest, or undefined. */
export function latestRelease(repo: Repository): Release | undefined {
  const published = [...repo.releases.values()].filter(({ draft, prerelease }) => !draft && !prerelease);
  const time = ({ publishedAt }: Release) => publishedAt?.getTime() ?? 0;
  return published
    .filter(({ makeLatest }) => makeLatest !== 'false')
    .sort((a, b) => time(b) - time(a) || b.id - a.id)[0];
}

/** generateNotes lists the pull requests merged since the last release, in GitHub's form. */
export async function generateNotes(
  state: GitHubState,
  repo: Repository,
  tag: string,
  { target = repo.defaultBranch, previous }: { target?: string | undefined; previous?: string | undefined } = {},
): Promise<{ name: string; body: string }> {
  const tip = (await resolveCommit(repo.dir, tag)) ?? (await resolveCommit(repo.dir, target));
  if (tip === undefined) throw invalid('invalid', 'target_commitish');
  const before = previous ?? (await previousTag(repo, tip, tag));
  const start = before === undefined ? undefined : await resolveCommit(repo.dir, before);
  if (previous !== undefined && start === undefined) throw invalid('invalid', 'previous_tag_name');
  const lines: string[] = [];
  for (const { pull, title, author, number } of [...repo.issues.values()].filter(isPull)) {
    if (pull.mergedAt === undefined || pull.mergeCommit === undefined) continue;
    if (start !== undefined && (await isAncestor(repo.dir, pull.mergeCommit, start))) continue;
    if (!(await isAncestor(repo.dir, pull.mergeCommit, tip))) continue;
    lines.push(`* ${title} by @${author.login} in ${repositoryPage(state, repo)}/pull/${number}`);
  }
  const page = repositoryPage(state, repo);
  const history = before === undefined ? `${page}/commits/${tag}` : `${page}/compare/${before}...${tag}`;
  const changes = lines.length === 0 ? [] : ["## What's Changed", ...lines, '', ''];
  return { name: tag, body: [...changes, `**Full Changelog**: ${history}`].join('\n') };
}

async function previousTag(repo: Repository, tip: string, tag: string): Promise<string | undefined> {
  const published = [...repo.releases.values()].filter((release) => !release.draft && release.tag !== tag).reverse();
  const tags = await listRefs(repo.dir, 'refs/tags/');
  for (const release of published) {
    const commit = tags.find(({ name }) => name === `refs/tags/${release.tag}`)?.commit;
    if (commit !== undefined && (await isAncestor(repo.dir, commit, tip))) return release.tag;
  }
  return undefined;
}

/** assetName gives the name under which GitHub keeps a file: what is no letter, digit, "-", "_", "+" or "@" becomes ".". */
export function assetName(name: string): string {
  return name.replace(/[^\w+@-]+/g, '.').replace(/^\./, 'default.');
}

/** addAsset keeps an uploaded file of a release. */
export function addAsset(
  state: GitHubState,
  repo: Repository,
  release: Release,
  input: { name: string; label: string | null; contentType: string; content: Buffer; uploader: Account },
): Asset {
  const name = assetName(input.name);
  requireFreeAssetName(repo, release.id, name);
  const createdAt = state.clock.write();
  const asset: Asset = {
    id: state.ids('asset'),
    release: release.id,
    ...input,
    name,
    createdAt,
    updatedAt: createdAt,
    downloads: 0,
  };
  repo.assets.set(asset.id, asset);
  return asset;
}

/** requireFreeAssetName refuses a second file of the same name. */
export function requireFreeAssetName(repo: Repository, release: number, name: string): void {
  const taken = [...repo.assets.values()].some((asset) => asset.release === release && asset.name === name);
  if (taken) throw validationFailed({ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' });
}
