// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the expressions of GitHub are part of the subject
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { event, type GithubEvent, type RunJobOptions, runJob } from '../index.ts';

/** A repository with two commits on main, a branch, its merge ref as GitHub makes it, and a tag. */
let repository = '';
const sha: Record<'first' | 'main' | 'head' | 'merge', string> = { first: '', main: '', head: '', merge: '' };

beforeAll(() => {
  repository = realpathSync(mkdtempSync(join(tmpdir(), 'tollgate-test-')));
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
      cwd: repository,
      encoding: 'utf8',
    }).trim();
  const commit = (file: string, message: string): string => {
    writeFileSync(join(repository, file), `${message}\n`);
    git('add', file);
    git('commit', '--quiet', '--message', message);
    return git('rev-parse', 'HEAD');
  };
  git('init', '--quiet', '--initial-branch=main');
  sha.first = commit('main.tf', 'first');
  git('tag', 'v1.0.0');
  git('checkout', '--quiet', '-b', 'change');
  sha.head = commit('change.tf', 'change');
  git('checkout', '--quiet', 'main');
  sha.main = commit('main.tf', 'second');
  git('merge', '--quiet', '--no-ff', '--message', 'merge', 'change');
  sha.merge = git('rev-parse', 'HEAD');
  git('update-ref', 'refs/pull/7/merge', sha.merge);
  git('reset', '--quiet', '--hard', sha.main);
});

afterAll(() => rmSync(repository, { recursive: true, force: true }));

/** Checks out and prints files, commit and branch. */
function checkOut(inputs: string, then: string, started: GithubEvent, options: Partial<RunJobOptions> = {}) {
  const workflow = `on: [push, pull_request, release]
jobs:
  job:
    runs-on: ubuntu-latest
    steps:
      - id: checkout
        uses: actions/checkout@v4
        with: ${inputs}
      - run: ${then}
`;
  return runJob({ workflow, event: started, repository, ...options });
}

describe('actions/checkout', () => {
  const show = 'echo $(ls) $(git rev-parse HEAD) $(git branch --show-current)';
  it('takes the merge commit of a pull request', async () => {
    const job = await checkOut('{}', show, event.pullRequest({ number: 7, mergeSha: sha.merge }));
    expect(job.steps[1]?.stdout).toBe(`change.tf main.tf ${sha.merge}\n`);
    expect(job.steps[0]?.outputs).toEqual({ ref: 'refs/pull/7/merge', commit: sha.merge });
  });

  it('takes the pushed commit of a branch, also when the branch went on', async () => {
    const job = await checkOut('{}', show, event.push({ sha: sha.first }));
    expect(job.steps[1]?.stdout).toBe(`main.tf ${sha.first} main\n`);
  });

  it('takes it also with all of the history', async () => {
    const job = await checkOut(
      '{ fetch-depth: 0 }',
      `${show} && git rev-parse origin/change`,
      event.push({ sha: sha.first }),
    );
    expect(job.steps[1]?.stdout).toBe(`main.tf ${sha.first} main\n${sha.head}\n`);
  });

  it('takes the tag of a release', async () => {
    const job = await checkOut('{}', 'git describe --tags', event.release({ tag: 'v1.0.0', sha: sha.first }));
    expect(job.steps[1]?.stdout).toBe('v1.0.0\n');
  });

  it.each([
    { ref: 'change', commit: () => sha.head },
    { ref: 'v1.0.0', commit: () => sha.first },
    { ref: 'refs/pull/7/merge', commit: () => sha.merge },
    { ref: '${{ github.event.pull_request.head.sha }}', commit: () => sha.head },
  ])('takes the ref $ref when asked for', async ({ ref, commit }) => {
    const started = event.pullRequest({ number: 7, mergeSha: sha.merge, head: { sha: sha.head } });
    const job = await checkOut(`{ ref: '${ref}' }`, 'git rev-parse HEAD', started);
    expect(job.steps[1]?.stdout.trim()).toBe(commit());
  });

  it.each([
    { depth: 1, commits: '1' },
    { depth: 0, commits: '4' },
  ])('with fetch-depth $depth has $commits commits', async ({ depth, commits }) => {
    const started = event.pullRequest({ number: 7, mergeSha: sha.merge });
    const job = await checkOut(`{ fetch-depth: ${depth} }`, 'git rev-list --count HEAD', started);
    expect(job.steps[1]?.stdout.trim()).toBe(commits);
  });

  it('has a remote that later steps can fetch from', async () => {
    const fetch =
      'git fetch --quiet --depth=1 origin ${{ github.event.pull_request.base.sha }} && git log -1 --format=%s FETCH_HEAD';
    const started = event.pullRequest({ number: 7, mergeSha: sha.merge, base: { sha: sha.main } });
    const job = await checkOut('{}', `${fetch} && git config remote.origin.url`, started);
    expect(job.steps[1]?.stdout).toBe('second\nhttps://github.com/acme/infra\n');
  });

  it('keeps the token in the configuration unless told not to, and out of the log', async () => {
    const header = 'git config --get-regexp extraheader || echo none';
    const github = { token: 'token-42' };
    const kept = await checkOut('{}', header, event.push({ sha: sha.main }), { github });
    expect(kept.steps[1]?.stdout).toContain(Buffer.from('x-access-token:token-42').toString('base64'));
    expect(kept.log).toContain('AUTHORIZATION: basic ***');
    const dropped = await checkOut('{ persist-credentials: false }', header, event.push({ sha: sha.main }), { github });
    expect(dropped.steps[1]?.stdout).toBe('none\n');
  });

  it('puts another repository into its path', async () => {
    const job = await checkOut('{ repository: acme/modules, path: modules }', 'ls', event.push({ sha: sha.main }), {
      repositories: { 'acme/modules': repository },
    });
    expect(job.steps[1]?.stdout).toBe('modules\n');
  });

  it.each([
    {
      name: 'a repository that nobody gave',
      inputs: '{ repository: acme/other }',
      message: 'no repository of that name',
    },
    { name: 'a ref that is not there', inputs: '{ ref: lost }', message: "name 'lost' could not be found" },
    { name: 'a path outside of the workspace', inputs: "{ path: '../x' }", message: 'is not under' },
  ])('fails for $name', async ({ inputs, message }) => {
    const job = await checkOut(inputs, 'echo', event.push({ sha: sha.main }));
    expect(job.annotations).toEqual([{ level: 'error', message: expect.stringContaining(message) }]);
  });

  it('never empties a folder that the test lent', async () => {
    const workspace = await temporaryFolder({ 'keep.txt': 'mine' });
    const job = await checkOut('{}', 'echo', event.push({ sha: sha.main }), { workspace });
    expect(job.annotations).toEqual([{ level: 'error', message: expect.stringContaining('would delete what is in') }]);
  });
});
