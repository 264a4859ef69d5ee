import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gitEnvironment } from './git/run-git.ts';
import { type GitHub, type RepositoryHandle, startGitHub, type TokenRequest } from './index.ts';

const run = promisify(execFile);

describe('git over HTTP', () => {
  let github: GitHub;
  let repo: RepositoryHandle;
  let folder: string;
  beforeEach(async () => {
    github = await startGitHub();
    repo = await github.createRepository({ owner: 'acme', name: 'infra', private: true, files: { 'main.tf': 'a\n' } });
    folder = await mkdtemp(join(tmpdir(), 'tollgate-clone-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
    await github.close();
  });

  const git = async (...args: readonly string[]) =>
    (await run('git', [...args], { cwd: folder, env: gitEnvironment() })).stdout.trim();
  const addressFor = (permissions: NonNullable<TokenRequest['permissions']>) => {
    const token = github.createToken({ repository: repo.fullName, permissions });
    return repo.cloneUrl.replace('http://', `http://x-access-token:${token}@`);
  };

  it('clones, commits and pushes', async () => {
    await git('clone', '--quiet', addressFor({ contents: 'write' }), '.');
    expect(await readFile(join(folder, 'main.tf'), 'utf8')).toBe('a\n');
    await writeFile(join(folder, 'main.tf'), 'b\n');
    await git('commit', '--quiet', '--all', '--message', 'Change');
    await git('push', '--quiet', 'origin', 'HEAD:feature');
    expect((await github.refs(repo))['refs/heads/feature']).toBe(await git('rev-parse', 'HEAD'));
  });

  it('moves the refs of a pull request when its branch is pushed', async () => {
    const before = await github.commit(repo, { branch: 'feature', files: { 'main.tf': 'b\n' } });
    const { number, mergeSha } = await github.createPullRequest(repo, { head: 'feature', title: 'Change' });
    await git('clone', '--quiet', '--branch', 'feature', addressFor({ contents: 'write' }), '.');
    await git('commit', '--quiet', '--allow-empty', '--message', 'More');
    await git('push', '--quiet', 'origin', 'feature');
    await git('fetch', '--quiet', 'origin', `refs/pull/${number}/merge`);
    const [, base, head] = (await git('rev-list', '--parents', '-n1', 'FETCH_HEAD')).split(' ');
    expect(head).toBe(await git('rev-parse', 'HEAD'));
    expect(base).toBe((await github.refs(repo))['refs/heads/main']);
    expect(head).not.toBe(before);
    expect(github.pullRequest(repo, number).mergeSha).not.toBe(mergeSha);
  });

  it('answers without ".git" too, and by any commit', async () => {
    const sha = await github.commit(repo, { branch: 'feature', files: { 'main.tf': 'b\n' } });
    await git('init', '--quiet');
    await git('fetch', '--quiet', '--depth=1', addressFor({ contents: 'read' }).replace(/\.git$/, ''), sha);
    expect(await git('rev-parse', 'FETCH_HEAD')).toBe(sha);
  });

  it('keeps the refs of pull requests from being pushed to', async () => {
    await git('clone', '--quiet', addressFor({ contents: 'write' }), '.');
    await expect(git('push', 'origin', 'HEAD:refs/pull/7/head')).rejects.toThrow('deny updating a hidden ref');
  });

  it.each([
    { name: 'reading without a token', permissions: undefined, push: false, says: 'could not read Username' },
    { name: 'reading without contents', permissions: { issues: 'write' }, push: false, says: 'Repository not found.' },
    {
      name: 'pushing with contents: read',
      permissions: { contents: 'read' },
      push: true,
      says: 'Permission to acme/infra.git denied to github-actions[bot].',
    },
  ] as const)('refuses $name', async ({ permissions, push, says }) => {
    const address = permissions === undefined ? repo.cloneUrl : addressFor(permissions);
    if (!push) {
      await expect(git('clone', address, '.')).rejects.toThrow(says);
      return;
    }
    await git('clone', '--quiet', address, '.');
    await git('commit', '--quiet', '--allow-empty', '--message', 'More');
    await expect(git('push', 'origin', 'HEAD')).rejects.toThrow(says);
  });

  it('lets everybody read a public repository', async () => {
    const open = await github.createRepository({ owner: 'acme', name: 'open', files: { a: '1' } });
    await git('clone', '--quiet', open.cloneUrl, '.');
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('1');
  });

  it('takes over the branches and tags of a local repository', async () => {
    await git('init', '--quiet', '--initial-branch=trunk');
    await writeFile(join(folder, 'a'), '1');
    await git('add', '.');
    await git('commit', '--quiet', '--message', 'One');
    await git('tag', 'v1');
    const copy = await github.createRepository({ owner: 'acme', name: 'copy', from: folder });
    expect(copy.defaultBranch).toBe('trunk');
    expect(Object.keys(await github.refs(copy))).toEqual(['refs/heads/trunk', 'refs/tags/v1']);
  });

  it.each([
    { kind: 'server-error', pushed: false },
    { kind: 'lost-after', pushed: true },
  ] as const)('can fail: with $kind a push has arrived: $pushed', async ({ kind, pushed }) => {
    await git('clone', '--quiet', addressFor({ contents: 'write' }), '.');
    github.fault({ kind, path: '/acme/infra.git/git-receive-pack' });
    await expect(git('push', 'origin', 'HEAD:feature')).rejects.toThrow();
    expect('refs/heads/feature' in (await github.refs(repo))).toBe(pushed);
  });
});
