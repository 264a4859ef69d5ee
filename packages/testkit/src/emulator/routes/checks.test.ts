import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientWith, refusalOf } from '../../../test/client.ts';
import { type GitHub, type RepositoryHandle, startGitHub } from '../index.ts';

describe('check runs', () => {
  let github: GitHub;
  let repo: RepositoryHandle;
  let sha: string;
  beforeEach(async () => {
    github = await startGitHub();
    repo = await github.createRepository({ owner: 'acme', name: 'infra', private: true, files: { 'main.tf': 'a\n' } });
    sha = await github.commit(repo, { branch: 'feature', files: { 'main.tf': 'b\n' } });
  });
  afterEach(() => github.close());

  const at = { owner: 'acme', repo: 'infra' };
  const client = () => clientWith(github, repo, { checks: 'write' });
  const annotations = (count: number, from = 0) =>
    Array.from({ length: count }, (_, index) => ({
      path: 'main.tf',
      start_line: from + index + 1,
      end_line: from + index + 1,
      annotation_level: 'warning' as const,
      message: `note ${from + index + 1}`,
    }));

  it('take their annotations in batches', async () => {
    const output = { title: 'Tags', summary: 'Two are missing' };
    const { data } = await client().checks.create({
      ...at,
      name: 'tags',
      head_sha: sha,
      output: { ...output, annotations: annotations(50) },
    });
    await client().checks.update({
      ...at,
      check_run_id: data.id,
      output: { ...output, annotations: annotations(10, 50) },
    });
    const all = await client().paginate(client().checks.listAnnotations, {
      ...at,
      check_run_id: data.id,
      per_page: 25,
    });
    expect(all.map(({ message }) => message)).toEqual(annotations(60).map(({ message }) => message));
    expect((await client().checks.get({ ...at, check_run_id: data.id })).data.output.annotations_count).toBe(60);
  });

  it.each([
    { name: 'queued', input: {}, expected: { status: 'queued', conclusion: null, completed_at: null } },
    { name: 'running', input: { status: 'in_progress' }, expected: { status: 'in_progress', conclusion: null } },
    {
      name: 'completed by a conclusion',
      input: { conclusion: 'failure' },
      expected: { status: 'completed', conclusion: 'failure', completed_at: expect.any(String) },
    },
  ] as const)('are $name', async ({ input, expected }) => {
    const { data } = await client().checks.create({ ...at, name: 'tags', head_sha: sha, ...input });
    expect(data).toMatchObject(expected);
  });

  it('need a conclusion to be completed', async () => {
    const { headers: _, ...refusal } = await refusalOf(
      client().request('POST /repos/{owner}/{repo}/check-runs', {
        ...at,
        name: 'x',
        head_sha: sha,
        status: 'completed',
      }),
    );
    expect(refusal).toMatchObject({
      status: 422,
      body: { message: 'Invalid request.\n\n"conclusion" wasn\'t supplied.' },
    });
  });

  it('need a commit that is there', async () => {
    const missing = '1'.repeat(40);
    expect(await refusalOf(client().checks.create({ ...at, name: 'x', head_sha: missing }))).toMatchObject({
      status: 422,
      body: { message: `No commit found for SHA: ${missing}` },
    });
  });

  it('are listed for a branch, the newest of each name only', async () => {
    for (const name of ['tags', 'cost', 'tags']) await client().checks.create({ ...at, name, head_sha: sha });
    const latest = await client().checks.listForRef({ ...at, ref: 'feature' });
    expect(latest.data).toMatchObject({ total_count: 2 });
    const all = await client().checks.listForRef({ ...at, ref: sha, filter: 'all', check_name: 'tags' });
    expect(all.data.check_runs).toHaveLength(2);
  });

  it('belong to one suite for each app, which sums them up', async () => {
    const first = await client().checks.create({ ...at, name: 'a', head_sha: sha, conclusion: 'success' });
    const suiteOf = async () => (await client().checks.listSuitesForRef({ ...at, ref: 'feature' })).data.check_suites;
    expect(await suiteOf()).toMatchObject([{ status: 'completed', conclusion: 'success', head_branch: 'feature' }]);
    await client().checks.create({ ...at, name: 'b', head_sha: sha, conclusion: 'failure' });
    expect(await suiteOf()).toMatchObject([{ id: first.data.check_suite?.id, conclusion: 'failure' }]);
    const other = clientWith(github, repo, { checks: 'write' }, { kind: 'app', login: 'scanner' });
    await other.checks.create({ ...at, name: 'c', head_sha: sha });
    expect((await suiteOf()).map(({ app }) => app?.slug)).toEqual(['github-actions', 'scanner']);
  });

  it('are changed only by the app that made them', async () => {
    const { data } = await client().checks.create({ ...at, name: 'tags', head_sha: sha });
    const other = clientWith(github, repo, { checks: 'write' }, { kind: 'app', login: 'scanner' });
    expect(await refusalOf(other.checks.update({ ...at, check_run_id: data.id, conclusion: 'success' }))).toMatchObject(
      {
        status: 403,
        body: { message: expect.stringContaining('can only be modified by the GitHub App that created it') },
      },
    );
  });
});

describe('commit statuses', () => {
  it('count by their newest state of each context', async () => {
    const github = await startGitHub();
    try {
      const repo = await github.createRepository({ owner: 'acme', name: 'infra', files: { a: '1' } });
      const sha = await github.commit(repo, { files: { a: '2' } });
      const client = clientWith(github, repo, { statuses: 'write' });
      const at = { owner: 'acme', repo: 'infra' };
      const combined = async () => (await client.repos.getCombinedStatusForRef({ ...at, ref: 'main' })).data;
      expect(await combined()).toMatchObject({ state: 'pending', total_count: 0 });
      for (const [context, state] of [
        ['a', 'failure'],
        ['b', 'success'],
        ['A', 'success'],
        ['c', 'pending'],
      ] as const) {
        await client.repos.createCommitStatus({ ...at, sha, context, state });
      }
      expect(await combined()).toMatchObject({ state: 'pending', total_count: 3 });
      await client.repos.createCommitStatus({ ...at, sha, context: 'c', state: 'error' });
      expect((await combined()).state).toBe('failure');
      expect(github.statuses(repo, sha)).toHaveLength(5);
    } finally {
      await github.close();
    }
  });
});
