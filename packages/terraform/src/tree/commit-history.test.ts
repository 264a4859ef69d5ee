import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gitIn, type TestRepository, testRepository } from '../../test/test-repository.ts';
import { commitHistory } from './commit-history.ts';
import { gitTrees } from './git-tree.ts';

let folder: string;
let root: string;
let repository: TestRepository;

const hostile = '\u001b[31m--help\u202e `$(id)` committer x <x> 1 +0000';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-history-'));
  root = join(folder, 'repository');
  repository = testRepository(root);
  writeFileSync(join(root, 'main.tf'), 'one');
  repository.commit('First (#1)');
  repository.git('checkout', '--quiet', '-b', 'side');
  repository.commit('Work in progress');
  repository.commit('More of it');
  repository.git('checkout', '--quiet', 'main');
  repository.git('merge', '--quiet', '--no-ff', '-m', 'Merge pull request #2 from a/side\n\nTitle of it\n', 'side');
  writeFileSync(join(root, 'main.tf'), 'two');
  symlinkSync('main.tf', join(root, 'link.tf'));
  repository.commit(`${hostile}\n\ncommitter y <y> 2 +0000`);
  repository.git('tag', '-a', 'v1', '-m', 'annotated');
  gitIn(folder, 'clone', '--quiet', '--depth=2', `file://${root}`, 'shallow');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const titles = (count: number, ref = 'main', repositoryFolder = root) =>
  commitHistory({ repository: repositoryFolder, ref, count }).commits.map(({ title }) => title);

describe('commitHistory', () => {
  it('gives the first parents of a branch, the newest first', () => {
    expect(titles(10)).toEqual([hostile, 'Merge pull request #2 from a/side', 'First (#1)']);
  });

  it('gives no more than was asked for', () => {
    expect(titles(2)).toHaveLength(2);
    expect(commitHistory({ repository: root, ref: 'main', count: 2 }).notice).toBeNull();
  });

  it('names parents, so that each commit can be compared with what was there before', () => {
    const { head, commits } = commitHistory({ repository: root, ref: 'v1', count: 10 });
    expect(commits.map(({ hash }) => hash)).toEqual([head, ...commits.slice(0, -1).map(({ parent }) => parent)]);
    expect(commits.at(-1)?.parent).toBeNull();
  });

  it('reads message and date whatever the message says', () => {
    expect(commitHistory({ repository: root, ref: 'main', count: 2 }).commits).toMatchObject([
      { title: hostile, body: 'committer y <y> 2 +0000', date: '2026-01-01T00:00:00Z' },
      { body: 'Title of it' },
    ]);
  });

  it('says so when the history is shorter', () => {
    expect(commitHistory({ repository: root, ref: 'main', count: 10 }).notice).toBe(
      'The history has 3 commits: fewer than were asked for.',
    );
  });

  it('leaves out the commit at which a shallow clone ends, and says how to get more', () => {
    const shallow = join(folder, 'shallow');
    expect(titles(10, 'HEAD', shallow)).toEqual([hostile]);
    expect(commitHistory({ repository: shallow, ref: 'HEAD', count: 10 }).notice).toMatch(
      /^The clone is shallow: its history ends at [0-9a-f]{12}, after 1 commit that .*"fetch-depth: 0"/,
    );
    expect(commitHistory({ repository: shallow, ref: 'HEAD', count: 1 }).notice).toBeNull();
  });

  it.each([
    ['--all', /is no name of a commit/],
    ['nope', /This clone has no commit nope/],
  ])('refuses %s', (ref, message) => {
    expect(() => titles(1, ref)).toThrow(message);
  });

  it('refuses a folder that is in no repository', () => {
    expect(() => titles(1, 'main', folder)).toThrow(/it is in no git repository/);
  });
});

describe('gitTrees', () => {
  it('opens commits by their hashes, and tells files with the same content without reading them', () => {
    const { commits } = commitHistory({ repository: root, ref: 'main', count: 3 });
    const open = gitTrees(root, commits);
    const [newest, merge, first] = commits.map(({ hash }) => open(hash));
    const text = (bytes: Uint8Array | undefined) => (bytes === undefined ? undefined : Buffer.from(bytes).toString());
    expect([first, merge, newest].map((tree) => text(tree?.readFile('main.tf')))).toEqual(['one', 'one', 'two']);
    expect(merge?.hashOf('main.tf')).toBe(first?.hashOf('main.tf'));
    expect(newest?.hashOf('main.tf')).not.toBe(first?.hashOf('main.tf'));
    expect(newest?.hashOf('./link.tf')).toBe(newest?.hashOf('main.tf'));
    for (const path of ['link.tf', 'none.tf', '', '.git/config', '../main.tf'])
      expect(first?.hashOf(path)).toBeUndefined();
  });
});
