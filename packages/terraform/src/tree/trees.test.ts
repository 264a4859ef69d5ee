import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testRepository } from '../../test/test-repository.ts';
import { maxConfigurationBytes, maxFileBytes } from './file-limits.ts';
import { folderTree } from './folder-tree.ts';
import { gitTree } from './git-tree.ts';
import { memoryTree } from './memory-tree.ts';
import type { SourceTree } from './source-tree.ts';
import { withFiles } from './with-files.ts';

const files = {
  'main.tf': 'a = 1\n',
  'Z.tf': '',
  'modules/vpc/Z.tf': '',
  'modules/vpc/main.tf': 'b = "ü"\n',
  'modules/vpc/files/user-data.sh': '#!/bin/sh\n',
  'large.tf': ' '.repeat(maxConfigurationBytes + 1),
  'large.zip': ' '.repeat(maxConfigurationBytes + 1),
};

const links = {
  'link.tf': 'main.tf',
  linked: 'modules/vpc',
  'modules/up': '..',
  twice: 'linked/files/../main.tf',
  outside: '../outside',
  'outside.tf': '../outside/secret.tf',
  absolute: '/etc',
  nowhere: 'nothing',
  circle: 'circle',
  credentials: '.git',
};

let folder: string;
let trees: Record<'folder' | 'commit' | 'memory', SourceTree>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-tree-'));
  const root = join(folder, 'repository');
  const repository = testRepository(root);
  mkdirSync(join(folder, 'outside'));
  writeFileSync(join(folder, 'outside/secret.tf'), 'secret');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path));
  repository.commit('files');
  trees = { folder: folderTree(root), commit: gitTree({ repository: root, ref: 'HEAD' }), memory: memoryTree(files) };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function textOf(tree: SourceTree, path: string): string | undefined {
  const bytes = tree.readFile(path);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString();
}

function namesIn(tree: SourceTree, path: string): string[] | undefined {
  return tree.listFolder(path)?.map(({ name, kind }) => (kind === 'folder' ? `${name}/` : name));
}

describe.each(['folder', 'commit', 'memory'] as const)('a tree of a %s', (kind) => {
  it('reads files', () => {
    expect(textOf(trees[kind], 'main.tf')).toBe('a = 1\n');
    expect(textOf(trees[kind], './modules/../modules/vpc/main.tf')).toBe('b = "ü"\n');
    expect(textOf(trees[kind], 'Z.tf')).toBe('');
  });

  it('lists folders in the order of code units', () => {
    expect(namesIn(trees[kind], 'modules/vpc')).toEqual(['Z.tf', 'files/', 'main.tf']);
  });

  it.each([
    'none.tf',
    'none/main.tf',
    'main.tf/x',
    'modules',
    '',
    '../outside/secret.tf',
    '/etc/passwd',
    '.git/config',
  ])('has no file %j', (path) => {
    expect(trees[kind].readFile(path)).toBeUndefined();
  });

  it.each(['none', 'main.tf', '..', '../outside', '/etc', '.git', '.git/refs'])('has no folder %j', (path) => {
    expect(trees[kind].listFolder(path)).toBeUndefined();
  });

  it('refuses a file of configuration that is too large, by its name', () => {
    expect(() => trees[kind].readFile('large.tf')).toThrow(
      'Cannot read large.tf: it has 11 MiB, and at most 10 MiB of such a file are read.',
    );
    expect(trees[kind].readFile('large.zip')).toHaveLength(maxConfigurationBytes + 1);
  });
});

describe.each(['folder', 'commit'] as const)('links in a tree of a %s', (kind) => {
  it('are followed inside of it', () => {
    expect(textOf(trees[kind], 'link.tf')).toBe('a = 1\n');
    expect(textOf(trees[kind], 'linked/main.tf')).toBe('b = "ü"\n');
    expect(textOf(trees[kind], 'twice')).toBe('b = "ü"\n');
    expect(textOf(trees[kind], 'modules/up/modules/up/main.tf')).toBe('a = 1\n');
    expect(namesIn(trees[kind], 'linked')).toEqual(['Z.tf', 'files/', 'main.tf']);
  });

  it('are as not there when they lead outside, to credentials, nowhere or in a circle', () => {
    for (const path of ['outside', 'absolute', 'nowhere', 'circle', 'credentials'])
      expect([path, trees[kind].readFile(path), trees[kind].listFolder(path)]).toEqual([path, undefined, undefined]);
    expect(trees[kind].lostLinks?.('')).toEqual([
      'absolute',
      'circle',
      'credentials',
      'nowhere',
      'outside',
      'outside.tf',
    ]);
    expect(trees[kind].lostLinks?.('modules')).toEqual([]);
    expect(trees[kind].readFile('outside/secret.tf')).toBeUndefined();
    expect(trees[kind].readFile('outside.tf')).toBeUndefined();
    expect(trees[kind].readFile('credentials/config')).toBeUndefined();
    expect(namesIn(trees[kind], '')).toEqual([
      'Z.tf',
      'large.tf',
      'large.zip',
      'link.tf',
      'linked/',
      'main.tf',
      'modules/',
      'twice',
    ]);
  });
});

it('a tree of a folder reads no pipes', () => {
  const made = spawnSync('mkfifo', [join(folder, 'repository/pipe.tf')]);
  expect(made.status).toBe(0);
  expect(trees.folder.readFile('pipe.tf')).toBeUndefined();
  expect(namesIn(trees.folder, '')).not.toContain('pipe.tf');
});

it('a tree of a folder needs the folder', () => {
  expect(() => folderTree(join(folder, 'none'))).toThrow(
    /^Cannot read .*none: there is no such folder\. Give the folder/,
  );
  expect(() => folderTree(join(folder, 'repository/main.tf'))).toThrow(/it is no folder/);
});

it('a tree in memory has the same limit for other files', () => {
  const tree = memoryTree({ 'app.zip': new Uint8Array(maxFileBytes + 1) });
  expect(() => tree.readFile('app.zip')).toThrow('at most 128 MiB of such a file are read');
});

it('a tree with files beside it reads them by their paths, and lists what it did before', () => {
  const tree = withFiles(trees.memory, new Map([['../prod.tfvars', Buffer.from('a = 1')]]));
  expect(textOf(tree, '../prod.tfvars')).toBe('a = 1');
  expect(textOf(tree, 'main.tf')).toBe('a = 1\n');
  expect(tree.readFile('../dev.tfvars')).toBeUndefined();
  expect(tree.listFolder('..')).toBeUndefined();
});
