import { memoryTree } from '@tollgate/terraform';
import { describe, expect, it } from 'vitest';
import { namedFiles } from './named-files.ts';

describe('files with the names that people give them', () => {
  const tree = memoryTree({ 'infra/main.tf': 'a', 'infra/vars.tf': 'b', 'shared/m/main.tf': 'c', 'top.tf': 'd' });
  const named = namedFiles({ tree, nameOf: (path) => (path.startsWith('infra/') ? path.slice(6) : `../${path}`) });
  for (const file of ['infra/main.tf', 'shared/m/main.tf', 'top.tf', '<value for var.a>']) {
    named.place({ file, startLine: 1 });
  }

  it.each([
    ['main.tf', 'infra/main.tf'],
    ['vars.tf', 'infra/vars.tf'],
    ['../shared/m/main.tf', 'shared/m/main.tf'],
    ['../shared/m/other.tf', 'shared/m/other.tf'],
    ['../other.tf', 'other.tf'],
  ])('are found again, with those beside them: %s', (name, path) => {
    expect(named.pathOf(name)).toBe(path);
  });

  it('lie in folders that have names as well', () => {
    const listed = ['', '../shared/m', '..'].map((folder) => named.tree.listFolder(folder)?.map(({ name }) => name));
    expect(listed).toEqual([['main.tf', 'vars.tf'], ['main.tf'], ['infra', 'shared', 'top.tf']]);
  });
});
