import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChange } from './find-change.ts';

let folder: string;
let commits: Record<'fork' | 'base' | 'head' | 'merge', string>;

function git(cwd: string, ...args: string[]): string {
  const person = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  const { status, stdout, stderr } = spawnSync('git', [...person, ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

// fork ── base ── merge      What GitHub has of a pull request: its head, the branch that it goes to,
//    └─── head ────┘         and their merge, which actions/checkout takes.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-change-'));
  const origin = join(folder, 'origin');
  mkdirSync(origin);
  git(origin, 'init', '--quiet', '--initial-branch=main');
  const commit = (file: string) => {
    writeFileSync(join(origin, file), file);
    git(origin, 'add', '.');
    git(origin, 'commit', '--quiet', '--message', file);
    return git(origin, 'rev-parse', 'HEAD');
  };
  const fork = commit('a');
  git(origin, 'checkout', '--quiet', '-b', 'feature');
  const head = commit('b');
  git(origin, 'checkout', '--quiet', 'main');
  const base = commit('c');
  git(origin, 'checkout', '--quiet', '-b', 'merged');
  git(origin, 'merge', '--quiet', '--no-ff', '--message', 'merge', 'feature');
  commits = { fork, base, head, merge: git(origin, 'rev-parse', 'HEAD') };
  const clone = (name: string, branch: string, depth: number) =>
    git(
      folder,
      'clone',
      '--quiet',
      `--depth=${depth}`,
      '--no-single-branch',
      '--branch',
      branch,
      `file://${origin}`,
      name,
    );
  git(folder, 'clone', '--quiet', '--branch', 'merged', origin, 'merged-whole');
  git(folder, 'clone', '--quiet', '--branch', 'feature', origin, 'head-whole');
  git(folder, 'clone', '--quiet', '--depth=2', '--branch', 'merged', `file://${origin}`, 'merged-2');
  git(folder, 'clone', '--quiet', '--depth=1', '--branch', 'merged', `file://${origin}`, 'merged-1');
  git(folder, 'clone', '--quiet', '--depth=1', '--branch', 'feature', `file://${origin}`, 'head-1');
  clone('head-and-base', 'feature', 1);
  mkdirSync(join(folder, 'nothing'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pullRequest = { number: 1, head: undefined };
const find = (clone: string, baseRef = '') =>
  findChange(
    { baseSha: commits.base, sha: commits.head, pullRequest },
    { workingFolder: join(folder, clone), baseRef },
  );

describe('the commit before a pull request', () => {
  it.each([
    ['the first parent of what is checked out', 'merged-whole', 'base'],
    ['the same in a clone of depth 2', 'merged-2', 'base'],
    ['where the histories part, when the head is checked out', 'head-whole', 'fork'],
    ['the branch that it goes to, when the clone is too shallow to tell', 'head-and-base', 'base'],
  ] as const)('is %s', (_, clone, expected) => {
    const base = commits[expected];
    expect(find(clone)).toEqual({ base, missing: null, diff: { base, head: commits.head } });
  });

  it.each([
    ['merged-1', 'the clone does not have the commit before it. Give actions/checkout "fetch-depth: 2"'],
    ['head-1', 'the clone does not have the commit before it. Give actions/checkout "fetch-depth: 0"'],
    ['nothing', 'the workspace is no git repository. Check the repository out with actions/checkout'],
  ])('is missing in %s, with what to do', (clone, missing) => {
    expect(find(clone)).toEqual({ base: null, missing, diff: null });
  });

  it('is the one that is named, and the diff stays that of the pull request', () => {
    expect(find('merged-whole', 'v1')).toEqual({
      base: 'v1',
      missing: null,
      diff: { base: commits.base, head: commits.head },
    });
  });
});

describe('other events', () => {
  it('a merge group has a commit before it, and no diff to comment on', () => {
    const group = { baseSha: commits.base, sha: commits.merge, pullRequest: undefined };
    const options = { workingFolder: join(folder, 'merged-2'), baseRef: '' };
    expect(findChange(group, options)).toEqual({ base: commits.base, missing: null, diff: null });
  });

  it('a push is about no change, and misses nothing', () => {
    const push = { baseSha: undefined, sha: commits.merge, pullRequest: undefined };
    const options = { workingFolder: join(folder, 'merged-1'), baseRef: '' };
    expect(findChange(push, options)).toEqual({ base: null, missing: null, diff: null });
  });
});
