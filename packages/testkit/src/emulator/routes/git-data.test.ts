import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientWith, refusalOf } from '../../../test/client.ts';
import { git } from '../git/run-git.ts';
import { type GitHub, type RepositoryHandle, startGitHub } from '../index.ts';

describe('git data', () => {
  let github: GitHub;
  let repo: RepositoryHandle;
  let first: string;
  let second: string;
  beforeAll(async () => {
    github = await startGitHub();
    const files = { 'main.tf': 'a\n', 'modules/net/main.tf': 'n\n' };
    repo = await github.createRepository({ owner: 'acme', name: 'infra', files });
    first = (await github.refs(repo))['refs/heads/main'] ?? '';
    second = await github.commit(repo, { files: { 'main.tf': 'b\n' } });
  });
  afterAll(() => github.close());

  const at = { owner: 'acme', repo: 'infra' };
  const client = () => clientWith(github, repo, { contents: 'write' });

  it('makes a commit from blobs and trees, and moves a branch to it', async () => {
    const blob = await client().git.createBlob({
      ...at,
      content: Buffer.from('new\n').toString('base64'),
      encoding: 'base64',
    });
    const tree = await client().git.createTree({
      ...at,
      base_tree: second,
      tree: [
        { path: 'new.tf', mode: '100644', type: 'blob', sha: blob.data.sha },
        { path: 'run.sh', mode: '100755', type: 'blob', content: '#!/bin/sh\n' },
        { path: 'modules/net/main.tf', mode: '100644', type: 'blob', sha: null },
      ],
    });
    const commit = await client().git.createCommit({
      ...at,
      message: 'Made\n\nby hand',
      tree: tree.data.sha,
      parents: [second],
    });
    await client().git.createRef({ ...at, ref: 'refs/heads/made', sha: commit.data.sha });
    expect(await git(repo.gitDir, ['ls-tree', '-r', '--format=%(objectmode) %(path)', 'made'])).toBe(
      '100644 main.tf\n100644 new.tf\n100755 run.sh',
    );
    expect(await git(repo.gitDir, ['log', '-1', '--format=%an <%ae>%n%s%n%n%b', 'made'])).toBe(
      'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>\nMade\n\nby hand',
    );
    expect(commit.data.parents.map(({ sha }) => sha)).toEqual([second]);
  });

  it('gives trees flat and deep', async () => {
    const paths = async (recursive?: string) =>
      (
        await client().git.getTree({ ...at, tree_sha: 'main', ...(recursive === undefined ? {} : { recursive }) })
      ).data.tree.map(({ path }) => path);
    expect(await paths()).toEqual(['main.tf', 'modules']);
    expect(await paths('1')).toEqual(['main.tf', 'modules', 'modules/net', 'modules/net/main.tf']);
  });

  it('makes annotated tags', async () => {
    const tag = await client().git.createTag({ ...at, tag: 'v1', message: 'One\n', object: first, type: 'commit' });
    await client().git.createRef({ ...at, ref: 'refs/tags/v1', sha: tag.data.sha });
    expect((await client().git.getTag({ ...at, tag_sha: tag.data.sha })).data).toMatchObject({
      tag: 'v1',
      message: 'One',
      object: { sha: first },
    });
    expect((await client().git.getRef({ ...at, ref: 'tags/v1' })).data.object).toMatchObject({
      type: 'tag',
      sha: tag.data.sha,
    });
    expect((await client().repos.listTags(at)).data).toMatchObject([{ name: 'v1', commit: { sha: first } }]);
  });

  it('finds refs by the beginning of their name', async () => {
    await client().git.createRef({ ...at, ref: 'refs/heads/mainly', sha: first });
    const { data } = await client().git.listMatchingRefs({ ...at, ref: 'heads/main' });
    expect(data.map(({ ref }) => ref)).toEqual(['refs/heads/main', 'refs/heads/mainly']);
    expect((await refusalOf(client().git.getRef({ ...at, ref: 'heads/mai' }))).status).toBe(404);
  });

  const refused: { name: string; ask: () => Promise<unknown>; message: string | RegExp }[] = [
    {
      name: 'a ref that is there',
      ask: () => client().git.createRef({ ...at, ref: 'refs/heads/main', sha: first }),
      message: 'Reference already exists',
    },
    {
      name: 'a ref to nothing',
      ask: () => client().git.createRef({ ...at, ref: 'refs/heads/x', sha: '1'.repeat(40) }),
      message: 'Object does not exist',
    },
    {
      name: 'a ref without refs/',
      ask: () => client().git.createRef({ ...at, ref: 'heads/x', sha: first }),
      message: /must start with 'refs\/'/,
    },
    {
      name: 'a ref that git refuses',
      ask: () => client().git.createRef({ ...at, ref: 'refs/heads/a..b', sha: first }),
      message: /is not a valid ref name/,
    },
    {
      name: 'a ref of pull requests',
      ask: () => client().git.createRef({ ...at, ref: 'refs/pull/9/head', sha: first }),
      message: 'Reference cannot be updated',
    },
    {
      name: 'moving back',
      ask: () => client().git.updateRef({ ...at, ref: 'heads/main', sha: first }),
      message: 'Update is not a fast forward',
    },
    {
      name: 'moving what is missing',
      ask: () => client().git.updateRef({ ...at, ref: 'heads/x', sha: first }),
      message: 'Reference does not exist',
    },
    {
      name: 'deleting what is missing',
      ask: () => client().git.deleteRef({ ...at, ref: 'heads/x' }),
      message: 'Reference does not exist',
    },
    {
      name: 'a commit without its tree',
      ask: () => client().git.createCommit({ ...at, message: 'x', tree: first }),
      message: 'Tree SHA does not exist',
    },
    {
      name: 'a tree without its blob',
      ask: () =>
        client().git.createTree({ ...at, tree: [{ path: 'x', mode: '100644', type: 'blob', sha: '1'.repeat(40) }] }),
      message: /is not a valid blob/,
    },
    {
      name: 'a path out of the tree',
      ask: () =>
        client().git.createTree({ ...at, tree: [{ path: '../x', mode: '100644', type: 'blob', content: '' }] }),
      message: 'tree.path contains a malformed path component',
    },
  ];
  it.each(refused)('refuses $name', async ({ ask, message }) => {
    const refusal = await refusalOf(ask());
    expect(refusal).toMatchObject({ status: 422, body: { message: expect.stringMatching(message) } });
  });

  it('moves back by force', async () => {
    await client().git.createRef({ ...at, ref: 'refs/heads/forced', sha: second });
    const { data } = await client().git.updateRef({ ...at, ref: 'heads/forced', sha: first, force: true });
    expect(data.object.sha).toBe(first);
  });

  it("keeps workflow files from a workflow's token", async () => {
    const path = '.github/workflows/ci.yml';
    const tree = await client().git.createTree({
      ...at,
      base_tree: second,
      tree: [{ path, mode: '100644', type: 'blob', content: 'on: push\n' }],
    });
    const commit = await client().git.createCommit({ ...at, message: 'CI', tree: tree.data.sha, parents: [second] });
    const ref = { ...at, ref: 'refs/heads/ci', sha: commit.data.sha };
    expect((await refusalOf(client().git.createRef(ref))).status).toBe(403);
    const content = Buffer.from('on: push\n').toString('base64');
    expect(
      (await refusalOf(client().repos.createOrUpdateFileContents({ ...at, path, message: 'CI', content }))).status,
    ).toBe(403);
    const app = clientWith(github, repo, { contents: 'write', workflows: 'write' }, { kind: 'app' });
    expect((await app.git.createRef(ref)).status).toBe(201);
  });
});
