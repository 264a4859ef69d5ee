import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientWith, refusalOf } from '../../../test/client.ts';
import { type GitHub, type RepositoryHandle, startGitHub } from '../index.ts';

describe('releases', () => {
  let github: GitHub;
  let repo: RepositoryHandle;
  let first: string;
  beforeEach(async () => {
    github = await startGitHub();
    repo = await github.createRepository({ owner: 'acme', name: 'infra', files: { 'main.tf': 'a\n' } });
    first = (await github.refs(repo))['refs/heads/main'] ?? '';
    await github.commit(repo, { files: { 'main.tf': 'b\n' } });
  });
  afterEach(() => github.close());

  const at = { owner: 'acme', repo: 'infra' };
  const client = () => clientWith(github, repo, { contents: 'write' });
  const reader = () => clientWith(github, repo, { contents: 'read' });

  it('make their tag when it is missing', async () => {
    await client().repos.createRelease({ ...at, tag_name: 'v1.0.0', target_commitish: first });
    expect((await github.refs(repo))['refs/tags/v1.0.0']).toBe(first);
  });

  it('take a tag that is there as it is', async () => {
    await github.createRef(repo, 'v1.0.0', first);
    await client().repos.createRelease({ ...at, tag_name: 'v1.0.0', target_commitish: 'main' });
    expect((await github.refs(repo))['refs/tags/v1.0.0']).toBe(first);
  });

  it.each([
    {
      name: 'a tag that has a release',
      input: { tag_name: 'v1' },
      error: { code: 'already_exists', field: 'tag_name' },
    },
    {
      name: 'a target that is missing',
      input: { tag_name: 'v2', target_commitish: 'no' },
      error: { code: 'invalid', field: 'target_commitish' },
    },
    { name: 'a tag that git refuses', input: { tag_name: 'v 2' }, error: { code: 'custom', field: 'tag_name' } },
  ])('refuse $name', async ({ input, error }) => {
    await client().repos.createRelease({ ...at, tag_name: 'v1' });
    const refusal = await refusalOf(client().repos.createRelease({ ...at, ...input }));
    expect(refusal).toMatchObject({ status: 422, body: { errors: [{ resource: 'Release', ...error }] } });
  });

  it('are hidden as drafts, and get their tag when they are published', async () => {
    const { data } = await client().repos.createRelease({ ...at, tag_name: 'v1', draft: true });
    expect(await github.refs(repo)).not.toHaveProperty('refs/tags/v1');
    expect((await reader().repos.listReleases(at)).data).toEqual([]);
    expect((await client().repos.listReleases(at)).data).toHaveLength(1);
    expect((await refusalOf(client().repos.getReleaseByTag({ ...at, tag: 'v1' }))).status).toBe(404);
    await client().repos.updateRelease({ ...at, release_id: data.id, draft: false });
    expect((await reader().repos.getReleaseByTag({ ...at, tag: 'v1' })).data.published_at).not.toBeNull();
    expect(await github.refs(repo)).toHaveProperty('refs/tags/v1');
  });

  it('are the latest unless they are a prerelease or say no', async () => {
    const latest = async () => (await client().repos.getLatestRelease(at)).data.tag_name;
    expect((await refusalOf(client().repos.getLatestRelease(at))).status).toBe(404);
    await client().repos.createRelease({ ...at, tag_name: 'v1' });
    await client().repos.createRelease({ ...at, tag_name: 'v2-beta', prerelease: true });
    await client().repos.createRelease({ ...at, tag_name: 'v0.9.1', make_latest: 'false' });
    expect(await latest()).toBe('v1');
    await client().repos.createRelease({ ...at, tag_name: 'v2' });
    expect(await latest()).toBe('v2');
  });

  it('are found by a tag with a slash', async () => {
    await client().repos.createRelease({ ...at, tag_name: 'app/v1' });
    expect((await client().repos.getReleaseByTag({ ...at, tag: 'app/v1' })).data.tag_name).toBe('app/v1');
  });

  it('list the pull requests since the last one', async () => {
    await client().repos.createRelease({ ...at, tag_name: 'v1' });
    await github.commit(repo, { branch: 'feature', files: { 'x.tf': '' } });
    const pull = await github.createPullRequest(repo, { head: 'feature', title: 'Add x', author: 'dora' });
    await github.mergePullRequest(repo, pull.number);
    const { data } = await client().repos.generateReleaseNotes({ ...at, tag_name: 'v2' });
    expect(data).toEqual({
      name: 'v2',
      body: [
        "## What's Changed",
        `* Add x by @dora in ${github.url}/acme/infra/pull/${pull.number}`,
        '',
        '',
        `**Full Changelog**: ${github.url}/acme/infra/compare/v1...v2`,
      ].join('\n'),
    });
  });

  it('keep files, which are downloaded through a link that gets old', async () => {
    let now = new Date('2026-01-05T09:00:00Z');
    const timed = await startGitHub({ now: () => now });
    try {
      const own = await timed.createRepository({ ...at, name: 'infra', private: true, files: { a: '1' } });
      const writer = clientWith(timed, own, { contents: 'write' });
      const { data } = await writer.repos.createRelease({ ...at, tag_name: 'v1' });
      const upload = await writer.request(`POST ${data.upload_url}`, {
        name: 'plan (1).txt',
        label: 'Plan',
        data: 'the plan',
        headers: { 'content-type': 'text/plain' },
      });
      expect(upload.data).toMatchObject({ name: 'plan.1.txt', label: 'Plan', size: 8, content_type: 'text/plain' });
      expect(timed.releases(own)[0]?.assets[0]?.content.toString()).toBe('the plan');
      const token = timed.createToken({ repository: own.fullName, permissions: { contents: 'read' } });
      const answer = await fetch(upload.data.url, {
        headers: { authorization: `Bearer ${token}`, accept: 'application/octet-stream' },
        redirect: 'manual',
      });
      expect(answer.status).toBe(302);
      const link = answer.headers.get('location') ?? '';
      expect(await (await fetch(link)).text()).toBe('the plan');
      now = new Date('2026-01-05T09:02:00Z');
      expect((await fetch(link)).status).toBe(404);
    } finally {
      await timed.close();
    }
  });

  it('take files on the upload host only', async () => {
    const { data } = await client().repos.createRelease({ ...at, tag_name: 'v1' });
    const token = github.createToken({ repository: repo.fullName, permissions: { contents: 'write' } });
    const answer = await fetch(`${data.url}/assets?name=x`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'text/plain' },
      body: 'x',
    });
    expect(answer.status).toBe(404);
  });
});
