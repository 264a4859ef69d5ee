import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../test/memory-tree.ts';
import { problemText } from '../problem.ts';
import { type PolicySources, resolvePolicyPaths } from './resolve-policy-paths.ts';

const pack = (name: string, version = '1.0.0') =>
  `apiVersion: tollgate/v1\nkind: Pack\nmetadata: { name: ${name}, version: ${version}, description: d }\n`;
const commit = 'c'.repeat(40);

const sources: PolicySources = {
  files: memoryTree({
    'README.md': '# r',
    'policies/b.yml': 'b',
    'policies/a.yaml': 'a',
    'policies/deep/c.YML': 'c',
    'policies/deep/notes.txt': 'n',
    'policies/tollgate.lock.yml': 'lock',
    'one.txt': 'one',
    'vendored/pack.yml': pack('vendored', '3.0.0'),
    'vendored/p.yml': 'p',
  }),
  packs: memoryTree({
    'tags/required/pack.yml': pack('tags/required'),
    'tags/required/keys.yml': 'keys',
    'tags/owners/pack.yml': pack('tags/owners'),
    'cost/limits/pack.yml': pack('cost/other'),
  }),
  openOutside: (path) =>
    path.startsWith('../org')
      ? { tree: memoryTree({ 'a.yml': 'outside' }), path: path.slice('../org/'.length) }
      : undefined,
  openCommit(ref) {
    if (ref !== 'origin/main') throw new Error(`There is no commit ${ref}.`);
    return { ...memoryTree({ 'policies/org.yml': 'org', 'base/pack.yml': pack('base', '2.0.0') }), commit };
  },
};

const filesOf = async (...names: string[]) =>
  (await resolvePolicyPaths(names, sources)).files.map(({ file, text }) => `${file} ${text.split('\n', 1)[0]}`);

describe('names of policies', () => {
  it.each([
    { name: 'policies', files: ['policies/a.yaml a', 'policies/b.yml b', 'policies/deep/c.YML c'] },
    { name: './policies/', files: ['policies/a.yaml a', 'policies/b.yml b', 'policies/deep/c.YML c'] },
    { name: 'policies/b.yml', files: ['policies/b.yml b'] },
    { name: 'one.txt', files: ['one.txt one'] },
    { name: '../org/', files: ['../org/a.yml outside'] },
    { name: '../org/a.yml', files: ['../org/a.yml outside'] },
    { name: 'origin/main:policies/org.yml', files: ['origin/main:policies/org.yml org'] },
    { name: 'origin/main:policies', files: ['origin/main:policies/org.yml org'] },
    {
      name: 'origin/main:',
      files: ['origin/main:base/pack.yml apiVersion: tollgate/v1', 'origin/main:policies/org.yml org'],
    },
    {
      name: 'tags/required',
      files: ['pack:tags/required/keys.yml keys', 'pack:tags/required/pack.yml apiVersion: tollgate/v1'],
    },
    {
      name: 'pack:tags/required',
      files: ['pack:tags/required/keys.yml keys', 'pack:tags/required/pack.yml apiVersion: tollgate/v1'],
    },
  ])('$name stands for $files', async ({ name, files }) => {
    expect(await filesOf(name)).toEqual(files);
  });

  it('stand for the same in every order, and each file only once', async () => {
    const names = ['policies', 'tags/required', 'policies/b.yml', 'origin/main:policies/org.yml'];
    const resolved = await resolvePolicyPaths(names, sources);
    expect(await resolvePolicyPaths([...names, ...names].reverse(), sources)).toEqual(resolved);
    expect(resolved.files).toHaveLength(6);
  });

  it.each([
    {
      name: 'polices',
      error: 'There is no file, folder or pack "polices". The ready packs are cost/limits, tags/owners, tags/required.',
    },
    { name: 'tags/requird', error: 'There is no file, folder or pack "tags/requird". Did you mean "tags/required"?' },
    {
      name: 'tags',
      error: 'There is no file, folder or pack "tags". Name one of the packs in it: tags/owners, tags/required.',
    },
    {
      name: 'pack:policies',
      error:
        'There is no file, folder or pack "pack:policies". The ready packs are cost/limits, tags/owners, tags/required.',
    },
    {
      name: '../outside.yml',
      error:
        'There is no file, folder or pack "../outside.yml". The ready packs are cost/limits, tags/owners, tags/required.',
    },
    {
      name: '/etc',
      error: 'There is no file, folder or pack "/etc". The ready packs are cost/limits, tags/owners, tags/required.',
    },
    {
      name: 'origin/main:none',
      error: 'The commit "origin/main" has no file or folder "none". Write the path from the top of the repository.',
    },
    {
      name: 'origin/main:../x',
      error:
        '"origin/main:../x" is no path in a commit. Write REF:PATH with a path from the top of the repository, such as origin/main:policies.',
    },
    {
      name: '--upload-pack:x',
      error:
        '"--upload-pack:x" is no path in a commit. Write REF:PATH with a path from the top of the repository, such as origin/main:policies.',
    },
    { name: 'v9:x', error: 'There is no commit v9.' },
  ])('$name is refused', async ({ name, error }) => {
    await expect(resolvePolicyPaths([name], sources)).rejects.toHaveProperty('message', error);
  });

  it('do not let a folder of the repository take the place of a ready pack', async () => {
    const files = memoryTree({ 'tags/required/keys.yml': 'weaker' });
    await expect(resolvePolicyPaths(['tags/required'], { ...sources, files })).rejects.toThrow(
      '"tags/required" is a path and a ready pack. Write "./tags/required" or "pack:tags/required".',
    );
    const { files: own } = await resolvePolicyPaths(['./tags/required'], { ...sources, files });
    expect(own).toEqual([{ file: 'tags/required/keys.yml', text: 'weaker' }]);
  });
});

describe('files that cannot be read', () => {
  it.each([
    {
      name: 'bytes that are no UTF-8',
      files: { 'p/a.yml': Buffer.concat([Buffer.from('a: 1\nb: é'), Buffer.from([0xff])]) },
      links: {},
      problems: ['p/a.yml:2:5: The file is not in UTF-8 here. Save it as UTF-8.'],
    },
    {
      name: 'a large file',
      files: { 'p/a.yml': new Uint8Array(512 * 1024 + 1) },
      links: {},
      problems: ['p/a.yml:1:1: The file has more than 512 KiB. Split it into several files.'],
    },
    {
      name: 'links',
      files: { 'p/a.txt': '' },
      links: { 'p/b.yml': 'file', 'p/c': 'folder', 'p/d.txt': 'file' } as const,
      problems: [
        'p/b.yml:1:1: A link is not followed. Put what it leads to in its place.',
        'p/c:1:1: A link is not followed. Put what it leads to in its place.',
      ],
    },
  ])('are problems: $name', async ({ files, links, problems }) => {
    const resolved = await resolvePolicyPaths(['p'], { ...sources, files: memoryTree(files, links) });
    expect(resolved.problems.map(problemText)).toEqual(problems);
    expect(resolved.files).toEqual([]);
  });

  it('are too many when a folder holds thousands', async () => {
    const many = Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`p/${index}.yml`, '']));
    await expect(resolvePolicyPaths(['p'], { ...sources, files: memoryTree(many) })).rejects.toThrow(
      'Cannot read the policies in "p": there are more than 5000 files. Name a smaller folder.',
    );
  });

  it('are too many when they are too large together', async () => {
    const large = Object.fromEntries(
      Array.from({ length: 33 }, (_, index) => [`p/${index}.yml`, ' '.repeat(512 * 1024)]),
    );
    await expect(resolvePolicyPaths(['p'], { ...sources, files: memoryTree(large) })).rejects.toThrow(
      'Cannot read the policies in "p": there are more than 16 MiB of files. Name a smaller folder.',
    );
  });
});

describe('packs in use', () => {
  const packsOf = async (...names: string[]) =>
    (await resolvePolicyPaths(names, sources)).packs.map(({ digest, ...pack }) => {
      expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
      return pack;
    });

  it.each([
    { name: 'tags/required', is: { name: 'tags/required', source: 'ready', version: '1.0.0', commit: null } },
    { name: 'pack:tags/required', is: { name: 'tags/required', source: 'ready', version: '1.0.0', commit: null } },
    { name: './vendored', is: { name: 'vendored', source: 'folder', version: '3.0.0', commit: null } },
    { name: 'origin/main:base', is: { name: 'origin/main:base', source: 'git', version: '2.0.0', commit } },
    {
      name: 'origin/main:policies/org.yml',
      is: { name: 'origin/main:policies/org.yml', source: 'git', version: null, commit },
    },
  ])('$name', async ({ name, is }) => {
    expect(await packsOf(name)).toEqual([is]);
  });

  it('are none for files of the repository', async () => {
    expect(await packsOf('policies', 'one.txt')).toEqual([]);
  });

  it('must be named as their folder', async () => {
    const { problems } = await resolvePolicyPaths(['cost/limits'], sources);
    expect(problems.map(problemText)).toEqual([
      'pack:cost/limits/pack.yml:3:19: The pack is named "cost/other", and its folder "cost/limits". Mend one of them.',
    ]);
  });
});

describe('the digest of a pack', () => {
  const digestOf = async (files: Record<string, string>) => {
    const packs = memoryTree({ 'p/pack.yml': pack('p'), ...files });
    const resolved = await resolvePolicyPaths(['p'], { ...sources, packs });
    return resolved.packs[0]?.digest;
  };

  it('is the same on every system', async () => {
    expect(await digestOf({ 'p/a.yml': 'a\nb\n' })).toBe(await digestOf({ 'p/a.yml': '\ufeffa\r\nb\r\n' }));
    expect(await digestOf({ 'p/a.yml': '1', 'p/b.yml': '2' })).toBe(await digestOf({ 'p/b.yml': '2', 'p/a.yml': '1' }));
    expect(await digestOf({ 'p/README.md': 'x' })).toBe(await digestOf({}));
  });

  it.each([
    { name: 'a character', files: { 'p/a.yml': 'a: 2' } },
    { name: 'a name', files: { 'p/b.yml': 'a: 1' } },
    { name: 'a folder', files: { 'p/x/a.yml': 'a: 1' } },
    { name: 'another file', files: { 'p/a.yml': 'a: 1', 'p/b.yml': '' } },
  ])('changes with $name', async ({ files }) => {
    expect(await digestOf(files)).not.toBe(await digestOf({ 'p/a.yml': 'a: 1' }));
  });
});
