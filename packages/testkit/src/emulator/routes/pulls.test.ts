import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientWith, refusalOf } from '../../../test/client.ts';
import { git } from '../git/run-git.ts';
import { type GitHub, type RepositoryHandle, startGitHub } from '../index.ts';

describe('pull requests', () => {
  let github: GitHub;
  let repo: RepositoryHandle;
  beforeEach(async () => {
    github = await startGitHub({ actionsMayApprove: true });
    const files = { 'main.tf': 'a\nb\nc\n', 'old.tf': 'x\ny\nz\n' };
    repo = await github.createRepository({ owner: 'acme', name: 'infra', private: true, files });
  });
  afterEach(() => github.close());

  const at = { owner: 'acme', repo: 'infra' };
  const client = () => clientWith(github, repo, { 'pull-requests': 'write', contents: 'write' });
  const open = async (files: Record<string, string | null> = { 'main.tf': 'a\nB\nc\n' }) => {
    await github.commit(repo, { branch: 'feature', files });
    return github.createPullRequest(repo, { head: 'feature', title: 'Change' });
  };

  it('have a head, a base and a test merge that git has made', async () => {
    const pull = await open();
    await github.commit(repo, { files: { 'README.md': 'main goes on' } });
    const refs = await github.refs(repo);
    const merge = refs[`refs/pull/${pull.number}/merge`] ?? '';
    expect(refs[`refs/pull/${pull.number}/head`]).toBe(pull.headSha);
    expect(await git(repo.gitDir, ['rev-list', '--parents', '-n1', merge])).toBe(
      `${merge} ${refs['refs/heads/main']} ${pull.headSha}`,
    );
    expect(await git(repo.gitDir, ['ls-tree', '--name-only', merge])).toBe('README.md\nmain.tf\nold.tf');
    const { data } = await client().pulls.get({ ...at, pull_number: pull.number });
    expect(data).toMatchObject({
      mergeable: true,
      mergeable_state: 'clean',
      merge_commit_sha: merge,
      commits: 1,
      additions: 1,
      deletions: 1,
      changed_files: 1,
      head: { ref: 'feature', sha: pull.headSha },
      // The base stays where it was when the head was last pushed, as on GitHub.
      base: { ref: 'main', sha: pull.baseSha },
    });
  });

  it('have no test merge in a conflict', async () => {
    const pull = await open();
    await github.commit(repo, { files: { 'main.tf': 'a\nother\nc\n' } });
    const { data } = await client().pulls.get({ ...at, pull_number: pull.number });
    expect(data).toMatchObject({ mergeable: false, mergeable_state: 'dirty', merge_commit_sha: null });
    expect(await github.refs(repo)).not.toHaveProperty(`refs/pull/${pull.number}/merge`);
  });

  it('follow their branch, and close when it goes', async () => {
    const pull = await open();
    const sha = await github.commit(repo, { branch: 'feature', files: { 'main.tf': 'a\nBB\nc\n' } });
    expect(github.pullRequest(repo, pull.number).head.sha).toBe(sha);
    await client().git.deleteRef({ ...at, ref: 'heads/feature' });
    expect(github.pullRequest(repo, pull.number).state).toBe('closed');
  });

  it('list their files with what changed in each', async () => {
    const pull = await open({ 'main.tf': 'a\nB\nc\n', 'old.tf': null, 'new.tf': 'x\ny\nz\n', 'b.bin': '\u0000\u0001' });
    const { data } = await client().pulls.listFiles({ ...at, pull_number: pull.number });
    expect(
      data.map(({ filename, status, previous_filename, additions, deletions, patch }) => [
        filename,
        status,
        previous_filename,
        additions,
        deletions,
        patch,
      ]),
    ).toEqual([
      ['b.bin', 'added', undefined, 0, 0, undefined],
      ['main.tf', 'modified', undefined, 1, 1, '@@ -1,3 +1,3 @@\n a\n-b\n+B\n c'],
      ['new.tf', 'renamed', 'old.tf', 0, 0, undefined],
    ]);
  });

  it('are given as diff and as patch', async () => {
    const pull = await open();
    const as = async (format: string) => {
      const { data } = await client().pulls.get({ ...at, pull_number: pull.number, mediaType: { format } });
      return String(data);
    };
    expect(await as('diff')).toMatch(/^diff --git a\/main.tf b\/main.tf\n/);
    expect(await as('patch')).toMatch(/^From [0-9a-f]{40} .*\nFrom: octocat/);
  });

  it('come from forks too', async () => {
    await github.commit(repo, { branch: 'feature', files: { 'main.tf': 'a\nB\nc\n' } });
    const pull = await github.createPullRequest(repo, { head: 'feature', title: 'Fork', fork: { owner: 'mona' } });
    const { data } = await client().pulls.get({ ...at, pull_number: pull.number });
    expect(data).toMatchObject({
      user: { login: 'mona' },
      head: { label: 'mona:feature', repo: { full_name: 'mona/infra', fork: true } },
      base: { label: 'acme:main', repo: { full_name: 'acme/infra', fork: false } },
      maintainer_can_modify: true,
    });
    expect((await github.refs(repo))[`refs/pull/${pull.number}/head`]).toBe(pull.headSha);
    await github.commit('mona/infra', { branch: 'feature', files: { 'main.tf': 'a\nBB\nc\n' } });
    expect((await github.refs(repo))[`refs/pull/${pull.number}/head`]).not.toBe(pull.headSha);
  });

  it('are found by head, base and state', async () => {
    await open();
    const numbers = async (query: { head?: string; base?: string; state?: 'all' | 'closed' }) =>
      (await client().pulls.list({ ...at, ...query })).data.map(({ number }) => number);
    expect(await numbers({ head: 'acme:feature' })).toEqual([1]);
    expect(await numbers({ head: 'mona:feature' })).toEqual([]);
    expect(await numbers({ base: 'next' })).toEqual([]);
    expect(await numbers({ state: 'closed' })).toEqual([]);
  });

  it.each([
    { method: 'merge', parents: 2, subject: 'Merge pull request #1 from acme/feature' },
    { method: 'squash', parents: 1, subject: 'Change (#1)' },
    { method: 'rebase', parents: 1, subject: 'Change main.tf' },
  ] as const)('are merged by $method', async ({ method, parents, subject }) => {
    const pull = await open();
    await github.commit(repo, { files: { 'README.md': 'main goes on' } });
    const { data } = await client().pulls.merge({ ...at, pull_number: pull.number, merge_method: method });
    const [, ...found] = (await git(repo.gitDir, ['rev-list', '--parents', '-n1', data.sha])).split(' ');
    expect(found).toHaveLength(parents);
    expect(await git(repo.gitDir, ['log', '-1', '--format=%s', 'main'])).toBe(subject);
    expect(github.pullRequest(repo, pull.number)).toMatchObject({ state: 'closed', merged: true, mergeSha: data.sha });
    const associated = await client().repos.listPullRequestsAssociatedWithCommit({ ...at, commit_sha: data.sha });
    expect(associated.data.map(({ number }) => number)).toEqual([pull.number]);
  });

  it('are not merged when the head is another than the client believes', async () => {
    const pull = await open();
    const refusal = await refusalOf(client().pulls.merge({ ...at, pull_number: pull.number, sha: pull.baseSha }));
    expect(refusal).toMatchObject({
      status: 409,
      body: { message: expect.stringContaining('Head branch was modified') },
    });
  });

  it.each([
    { name: 'without commits', head: 'main', errors: [{ message: 'No commits between main and main' }] },
    { name: 'from a branch that is missing', head: 'nothing', errors: [{ field: 'head', code: 'invalid' }] },
    {
      name: 'that is open already',
      head: 'feature',
      errors: [{ message: 'A pull request already exists for acme:feature.' }],
    },
  ])('are not opened $name', async ({ head, errors }) => {
    await open();
    const refusal = await refusalOf(client().pulls.create({ ...at, title: 'x', head, base: 'main' }));
    expect(refusal).toMatchObject({ status: 422, body: { message: 'Validation Failed', errors } });
  });

  it('are not opened by a workflow unless the repository lets it', async () => {
    const strict = await startGitHub();
    try {
      const own = await strict.createRepository({ ...at, name: 'infra', files: { a: '1' } });
      await strict.commit(own, { branch: 'feature', files: { a: '2' } });
      const workflow = clientWith(strict, own, { 'pull-requests': 'write' });
      const refusal = await refusalOf(workflow.pulls.create({ ...at, title: 'x', head: 'feature', base: 'main' }));
      expect(refusal).toMatchObject({
        status: 403,
        body: { message: 'GitHub Actions is not permitted to create or approve pull requests.' },
      });
    } finally {
      await strict.close();
    }
  });

  it('wait in the merge queue on a branch of their own', async () => {
    const pull = await open();
    await github.commit(repo, { branch: 'second', files: { 'second.tf': '' } });
    const second = await github.createPullRequest(repo, { head: 'second', title: 'Second' });
    const group = await github.createMergeGroup(repo, { pullRequests: [pull.number, second.number] });
    expect(group).toMatchObject({
      baseSha: pull.baseSha,
      headRef: `refs/heads/gh-readonly-queue/main/pr-${second.number}-${pull.baseSha}`,
    });
    expect((await github.refs(repo))[group.headRef]).toBe(group.headSha);
    expect(await git(repo.gitDir, ['ls-tree', '--name-only', group.headSha])).toBe('main.tf\nold.tf\nsecond.tf');
  });
});
