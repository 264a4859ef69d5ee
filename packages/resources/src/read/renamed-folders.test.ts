import { memoryTree } from '@tollgate/terraform';
import { describe, expect, it } from 'vitest';
import { renamedFolders } from './renamed-folders.ts';

/** A root module of ten lines, of which some are its own. */
function lines(name: string, own: number): string {
  return Array.from({ length: 10 }, (_, line) => `a${line} = ${line < own ? JSON.stringify(name) : line}\n`).join('');
}

/** What the folders of the head were called, of root modules by name with how many lines are their own. */
function renamed(base: Readonly<Record<string, string>>, head: Readonly<Record<string, string>>) {
  const treeOf = (folders: Readonly<Record<string, string>>) =>
    memoryTree(Object.fromEntries(Object.entries(folders).map(([folder, text]) => [`${folder}/main.tf`, text])));
  const found = renamedFolders({ head: treeOf(head), base: treeOf(base), folders: Object.keys(head) });
  return Object.fromEntries(found);
}

describe('folders with another name', () => {
  it.each([
    ['the one with the same lines, in whatever order', { a: 'x = 1\ny = 2\n' }, { b: '  y = 2\nx = 1\n' }, { b: 'a' }],
    ['the one that is the most alike', { a: lines('a', 4), c: lines('c', 2) }, { b: lines('b', 2) }, { b: 'c' }],
    [
      'one each, the first ones by name',
      { a: lines('', 0), c: lines('', 0) },
      { b: lines('', 0), d: lines('', 0) },
      { b: 'a', d: 'c' },
    ],
    [
      'the same one before one that is alike',
      { a: lines('a', 1), c: lines('c', 1) },
      { b: lines('c', 1), d: lines('d', 1) },
      { b: 'c', d: 'a' },
    ],
    ['none that is still there', { a: lines('a', 0) }, { a: lines('a', 0), b: lines('a', 0) }, {}],
    ['none with little in common', { a: lines('a', 6) }, { b: lines('b', 6) }, {}],
    ['none with nothing but brackets', { a: '{\n}\n' }, { b: '{\n}\n' }, {}],
  ])('were %s', (_, base, head, expected) => {
    expect(renamed(base, head)).toEqual(expected);
  });

  it('are found for hundreds that were moved as they are', () => {
    const names = Array.from({ length: 400 }, (_, index) => `app${index}`);
    const below = (folder: string) => Object.fromEntries(names.map((name) => [`${folder}/${name}`, lines(name, 2)]));
    const expected = Object.fromEntries(names.map((name) => [`infra/${name}`, `live/${name}`]));
    expect(renamed(below('live'), below('infra'))).toEqual(expected);
  });
});
