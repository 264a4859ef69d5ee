import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gitIn, type TestRepository, testRepository } from '../../test/test-repository.ts';
import { commitGraph } from './commit-graph.ts';

let folder: string;
let repository: TestRepository;
let commits: { fork: string; main: string; feature: string; merge: string };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-graph-'));
  const root = join(folder, 'whole');
  repository = testRepository(root);
  const commit = (file: string) => {
    writeFileSync(join(root, file), file);
    repository.commit(file);
    return repository.git('rev-parse', 'HEAD');
  };
  const fork = commit('a');
  repository.git('checkout', '--quiet', '-b', 'feature');
  const feature = commit('b');
  repository.git('checkout', '--quiet', 'main');
  const main = commit('c');
  repository.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'feature');
  commits = { fork, main, feature, merge: repository.git('rev-parse', 'HEAD') };
  for (const depth of [1, 2]) {
    gitIn(folder, 'clone', '--quiet', `--depth=${depth}`, `file://${root}`, `depth-${depth}`);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const graph = (clone: string) => {
  const found = commitGraph(join(folder, clone));
  if (found === undefined) throw new Error('no repository');
  return found;
};

describe('the commits of a clone', () => {
  it('know their parents, and where two histories part', () => {
    const { find, parents, mergeBase } = graph('whole');
    expect(find('main')).toBe(commits.merge);
    expect(parents('HEAD')).toEqual([commits.main, commits.feature]);
    expect(mergeBase(commits.main, commits.feature)).toBe(commits.fork);
    expect(mergeBase(commits.main, commits.merge)).toBe(commits.main);
  });

  it('know the parents that a shallow clone lacks', () => {
    const { find, parents, mergeBase } = graph('depth-1');
    expect(parents('HEAD')).toEqual([commits.main, commits.feature]);
    expect(find(commits.main)).toBeUndefined();
    expect(mergeBase('HEAD', commits.main)).toBeUndefined();
  });

  it('have both sides of a merge in a clone of depth 2, and not where they part', () => {
    const { find, mergeBase } = graph('depth-2');
    expect([find(commits.main), find(commits.feature)]).toEqual([commits.main, commits.feature]);
    expect(mergeBase(commits.main, commits.feature)).toBeUndefined();
  });

  it.each(['nope', '', '--all', 'HEAD:a'])('have no commit "%s"', (name) => {
    expect(graph('whole').find(name)).toBeUndefined();
  });

  it('are nowhere outside of a repository', () => {
    expect(commitGraph(folder)).toBeUndefined();
  });
});
