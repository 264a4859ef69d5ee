import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientWith, refusalOf } from '../../../test/client.ts';
import { type GitHub, type RepositoryHandle, startGitHub } from '../index.ts';

describe('contents', () => {
  let github: GitHub;
  let repo: RepositoryHandle;
  beforeAll(async () => {
    github = await startGitHub();
    repo = await github.createRepository({
      owner: 'acme',
      name: 'infra',
      files: { 'main.tf': 'a\n', 'modules/net/ä b.tf': 'n\n', 'large.bin': Buffer.alloc(1_048_577, 120) },
    });
  });
  afterAll(() => github.close());

  const at = { owner: 'acme', repo: 'infra' };
  const client = () => clientWith(github, repo, { contents: 'write' });
  const base64 = (text: string) => Buffer.from(text).toString('base64');

  it('give a file', async () => {
    const { data } = await client().repos.getContent({ ...at, path: 'modules/net/ä b.tf' });
    expect(data).toMatchObject({ type: 'file', encoding: 'base64', content: base64('n\n'), size: 2, name: 'ä b.tf' });
  });

  it('give a file as it is', async () => {
    const { data } = await client().repos.getContent({ ...at, path: 'main.tf', mediaType: { format: 'raw' } });
    expect(data).toBe('a\n');
  });

  it('give a folder', async () => {
    const { data } = await client().repos.getContent({ ...at, path: '' });
    expect(Array.isArray(data) ? data.map(({ name, type }) => [name, type]) : data).toEqual([
      ['large.bin', 'file'],
      ['main.tf', 'file'],
      ['modules', 'dir'],
    ]);
  });

  it('leave the content of a file above 1 MB out', async () => {
    const { data } = await client().repos.getContent({ ...at, path: 'large.bin' });
    expect(data).toMatchObject({ size: 1_048_577, content: '', encoding: 'none' });
  });

  it.each([
    { name: 'a file', path: 'nothing.tf', ref: 'main' },
    { name: 'a ref', path: 'main.tf', ref: 'nothing' },
  ])('answer 404 when $name is missing', async ({ path, ref }) => {
    expect((await refusalOf(client().repos.getContent({ ...at, path, ref }))).status).toBe(404);
  });

  it('are written on a branch', async () => {
    await github.createRef(repo, 'refs/heads/write');
    const file = { ...at, path: 'new.tf', branch: 'write' };
    const made = await client().repos.createOrUpdateFileContents({ ...file, message: 'add', content: base64('1') });
    expect(made.status).toBe(201);
    const sha = made.data.content?.sha ?? '';
    const changed = await client().repos.createOrUpdateFileContents({
      ...file,
      message: 'change',
      content: base64('2'),
      sha,
    });
    expect(changed.status).toBe(200);
    const stale = client().repos.createOrUpdateFileContents({ ...file, message: 'change', content: base64('3'), sha });
    expect(await refusalOf(stale)).toMatchObject({ status: 409, body: { message: `new.tf does not match ${sha}` } });
    const blind = client().repos.createOrUpdateFileContents({ ...file, message: 'change', content: base64('3') });
    expect(await refusalOf(blind)).toMatchObject({
      status: 422,
      body: { message: 'Invalid request.\n\n"sha" wasn\'t supplied.' },
    });
    await client().repos.deleteFile({ ...file, message: 'remove', sha: changed.data.content?.sha ?? '' });
    expect((await refusalOf(client().repos.getContent({ ...at, path: 'new.tf', ref: 'write' }))).status).toBe(404);
  });

  it.each([
    { name: 'no Base64', content: '%%%', branch: 'main', status: 422 },
    { name: 'a branch that is missing', content: '', branch: 'nothing', status: 404 },
  ])('refuse $name', async ({ content, branch, status }) => {
    const asked = client().repos.createOrUpdateFileContents({ ...at, path: 'x', message: 'x', content, branch });
    expect((await refusalOf(asked)).status).toBe(status);
  });
});

describe('commits', () => {
  let github: GitHub;
  let repo: RepositoryHandle;
  const shas: string[] = [];
  beforeAll(async () => {
    github = await startGitHub();
    repo = await github.createRepository({ owner: 'acme', name: 'infra', files: { 'main.tf': 'a\n' } });
    shas.push((await github.refs(repo))['refs/heads/main'] ?? '');
    shas.push(await github.commit(repo, { files: { 'x.tf': '1\n' }, author: 'dora', message: 'Add x' }));
    shas.push(await github.commit(repo, { branch: 'feature', files: { 'x.tf': '2\n' } }));
    shas.push(await github.commit(repo, { branch: 'feature', files: { 'y.tf': '' } }));
    await github.commit(repo, { files: { 'main.tf': 'b\n' } });
  });
  afterAll(() => github.close());

  const at = { owner: 'acme', repo: 'infra' };
  const client = () => clientWith(github, repo, { contents: 'read' });

  it.each([
    {
      name: 'a branch',
      query: { sha: 'feature' },
      messages: ['Change y.tf', 'Change x.tf', 'Add x', 'Initial commit'],
    },
    { name: 'a file', query: { path: 'x.tf' }, messages: ['Add x'] },
    { name: 'an author', query: { author: 'dora' }, messages: ['Add x'] },
    { name: 'a time', query: { until: '2026-01-05T09:00:01Z' }, messages: ['Initial commit'] },
  ])('are listed by $name', async ({ query, messages }) => {
    const { data } = await client().repos.listCommits({ ...at, ...query });
    expect(data.map(({ commit }) => commit.message)).toEqual(messages);
  });

  it('have an author, files and counts', async () => {
    const { data } = await client().repos.getCommit({ ...at, ref: shas[1] ?? '' });
    expect(data).toMatchObject({
      author: { login: 'dora' },
      stats: { additions: 1, deletions: 0, total: 1 },
      files: [{ filename: 'x.tf', status: 'added', patch: '@@ -0,0 +1 @@\n+1' }],
      parents: [{ sha: shas[0] }],
    });
  });

  it.each([
    { basehead: 'main...feature', expected: { status: 'diverged', ahead_by: 2, behind_by: 1, total_commits: 2 } },
    { basehead: 'feature...feature', expected: { status: 'identical', ahead_by: 0, behind_by: 0 } },
    { basehead: 'feature~1...feature', expected: undefined },
    { basehead: 'main...nothing', expected: undefined },
  ])('are compared: $basehead', async ({ basehead, expected }) => {
    const asked = client().repos.compareCommitsWithBasehead({ ...at, basehead });
    if (expected === undefined) expect((await refusalOf(asked)).status).toBe(404);
    else expect((await asked).data).toMatchObject(expected);
  });

  it('are compared page by page, with the files on the first', async () => {
    const page = async (number: number) =>
      (
        await client().repos.compareCommitsWithBasehead({
          ...at,
          basehead: 'main...feature',
          per_page: 1,
          page: number,
        })
      ).data;
    expect((await page(1)).commits.map(({ sha }) => sha)).toEqual([shas[2]]);
    expect((await page(1)).files?.map(({ filename }) => filename)).toEqual(['x.tf', 'y.tf']);
    expect(await page(2)).toMatchObject({ commits: [{ sha: shas[3] }], total_commits: 2 });
    expect(await page(2)).not.toHaveProperty('files');
  });

  it.each([
    { name: 'no commit', ref: 'nothing', status: 422 },
    { name: 'a shortened SHA', ref: 'short', status: 200 },
  ])('answer $status to $name', async ({ ref, status }) => {
    const asked = client().repos.getCommit({ ...at, ref: ref === 'short' ? (shas[1] ?? '').slice(0, 8) : ref });
    expect(status === 200 ? (await asked).status : (await refusalOf(asked)).status).toBe(status);
  });

  it('are a conflict in an empty repository', async () => {
    const empty = await github.createRepository({ owner: 'acme', name: 'empty' });
    const refusal = await refusalOf(
      clientWith(github, empty, { contents: 'read' }).repos.listCommits({ owner: 'acme', repo: 'empty' }),
    );
    expect(refusal).toMatchObject({ status: 409, body: { message: 'Git Repository is empty.' } });
  });
});
