import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testRepository } from '../../test/test-repository.ts';
import { shownLines } from './shown-lines.ts';

const lines = Array.from({ length: 40 }, (_, index) => `line ${index + 1}`);
const text = (changed: Readonly<Record<number, string>> = {}) =>
  lines.map((line, index) => `${changed[index + 1] ?? line}\n`).join('');

let root: string;
let shown: ReturnType<typeof shownLines>;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tollgate-lines-'));
  const repository = testRepository(root);
  const write = (file: string, content: string) => writeFileSync(join(root, file), content);
  mkdirSync(join(root, 'a b'));
  for (const file of ['main.tf', 'a b/größe.tf', 'old.tf', 'same.tf', 'gone.tf', 'notes.md']) write(file, text());
  repository.commit('base');
  write('main.tf', text({ 10: '+++ b/elsewhere.tf', 30: '-- \n@@ -1,1 +1,1 @@', 31: 'x' }));
  write('a b/größe.tf', `new\n${text()}`);
  write('notes.md', 'x');
  write('new.tf', 'one\ntwo');
  rmSync(join(root, 'gone.tf'));
  renameSync(join(root, 'old.tf'), join(root, 'renamed.tf'));
  write('renamed.tf', text({ 20: 'x' }));
  write('quoted".tf', 'x\n');
  repository.commit('head');
  shown = shownLines({ repository: root, base: 'HEAD~1', head: 'HEAD', files: ['*.tf'] });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the lines that a diff shows', () => {
  it.each([
    ['a changed file: each change with three lines around it', 'main.tf', ['7-13', '27-35']],
    ['a name with a space and letters beyond ASCII', 'a b/größe.tf', ['1-4']],
    ['a new file: all of it', 'new.tf', ['1-2']],
    ['a renamed file: what differs from the old one', 'renamed.tf', ['17-23']],
    ['a file that stays', 'same.tf', undefined],
    ['a file that goes', 'gone.tf', undefined],
    ['a file that was not asked for', 'notes.md', undefined],
    ['a name that has to be quoted', 'quoted".tf', undefined],
    ['text of a file that looks like a part of the diff', 'elsewhere.tf', undefined],
  ])('of %s', (_, file, expected) => {
    expect(shown.get(file)?.map(({ first, last }) => `${first}-${last}`)).toEqual(expected);
  });

  it('are those of commits that are there', () => {
    expect(() => shownLines({ repository: root, base: 'nope', head: 'HEAD', files: [] })).toThrow(/has no commit nope/);
  });
});
