import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testRepository } from '../../test/test-repository.ts';
import { compareTrees } from './compare-trees.ts';
import { firstDifference } from './first-difference.ts';
import { folderTree } from './folder-tree.ts';
import { gitTree } from './git-tree.ts';
import { memoryTree } from './memory-tree.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-compare-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const files = { 'same.txt': 'same', 'changed.txt': 'before', 'gone.txt': 'gone', 'a/link-target.txt': 'same' };
const paths = ['same.txt', 'changed.txt', 'gone.txt', 'new.txt', 'none.txt', 'link.txt', 'a'];

/** A repository whose checkout has other files than its commit. */
function changedRepository(): void {
  const repository = testRepository(folder);
  mkdirSync(join(folder, 'a'));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  symlinkSync('a/link-target.txt', join(folder, 'link.txt'));
  repository.commit('before');
  writeFileSync(join(folder, 'changed.txt'), 'after');
  writeFileSync(join(folder, 'new.txt'), 'new');
  rmSync(join(folder, 'gone.txt'));
}

describe('two trees', () => {
  it.each<[string, () => ReturnType<typeof folderTree>]>([
    ['a folder', () => folderTree(folder)],
    [
      'another commit',
      () => {
        const repository = testRepository(folder);
        repository.commit('after');
        return gitTree({ repository: folder, ref: 'HEAD' });
      },
    ],
  ])('are compared by content: a commit with %s', (_, open) => {
    changedRepository();
    const base = gitTree({ repository: folder, ref: 'HEAD' });
    const head = open();
    const expected = ['same.txt', 'none.txt', 'link.txt', 'a'];
    expect(paths.filter(compareTrees(head, base).isSame)).toEqual(expected);
    expect(paths.filter(compareTrees(base, head).isSame)).toEqual(expected);
  });

  it('are compared by content where neither knows hashes', () => {
    changedRepository();
    const { isSame } = compareTrees(folderTree(folder), memoryTree({ ...files, 'link.txt': 'same' }));
    expect(paths.filter(isSame)).toEqual(['same.txt', 'none.txt', 'link.txt', 'a']);
  });

  it('differ in a file that is too large to be read', () => {
    writeFileSync(join(folder, 'main.tf'), Buffer.alloc(11 * 1024 * 1024, ' '));
    expect(compareTrees(folderTree(folder), folderTree(folder)).isSame('main.tf')).toBe(false);
  });
});

describe('the first difference below a folder', () => {
  const base = memoryTree({ 'a/b/one.txt': '1', 'a/two.json': '2', 'b/one.txt': '1' });
  const differenceTo = (head: Readonly<Record<string, string>>, below: string, end = '') =>
    firstDifference(compareTrees(memoryTree(head), base), below, end);
  const same = { 'a/b/one.txt': '1', 'a/two.json': '2', 'b/one.txt': '1' };

  it.each<[string, string | null, Parameters<typeof differenceTo>]>([
    ['is none when all is the same', null, [same, '']],
    ['is a file with another content', 'a/b/one.txt', [{ ...same, 'a/b/one.txt': '2' }, 'a']],
    ['is a new file', 'b/new.txt', [{ ...same, 'b/new.txt': '1' }, '']],
    ['is none that is elsewhere', null, [{ ...same, 'b/one.txt': '2' }, 'a']],
    ['is none with another ending', null, [{ ...same, 'a/two.json': '3' }, 'a', '.txt']],
    [
      'is a folder in the place of a file',
      'a/two.json',
      [{ 'a/b/one.txt': '1', 'a/two.json/x': '', 'b/one.txt': '1' }, '', '.json'],
    ],
  ])('%s', (_, expected, given) => {
    expect(differenceTo(...given)).toBe(expected);
  });

  it('is a link to a folder, behind which anything may be', () => {
    mkdirSync(join(folder, 'a'));
    symlinkSync('a', join(folder, 'link'));
    const tree = folderTree(folder);
    expect(firstDifference(compareTrees(tree, tree), '', '.json')).toBe('link');
  });
});
