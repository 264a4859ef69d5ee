import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../test/memory-tree.ts';
import { readerOf } from './beside.ts';
import { type PolicySources, type ResolvedPack, resolvePolicyPaths } from './resolve-policy-paths.ts';

const commit = 'c'.repeat(40);
const packText = 'apiVersion: tollgate/v1\nkind: Pack\nmetadata: { name: p, version: 1.0.0, description: d }\n';

function policy(...bundles: readonly string[]): string {
  const rules = bundles.map(
    (bundle, index) => `  - { id: r${index}, rego: { bundle: ${JSON.stringify(bundle)}, entrypoint: t/deny } }\n`,
  );
  return `apiVersion: tollgate/v1\nkind: Policy\nmetadata: { name: p }\nspec:\n  gate: thing\n  rules:\n${rules.join('')}`;
}

const sources: PolicySources = {
  files: memoryTree(
    {
      'policies/org.yml': policy('org.tar.gz', './below//b.wasm', 'none.wasm', 'linked.wasm', 'folder/b.wasm'),
      'policies/out.yml': policy('../own.wasm', '/own.wasm', 'a\\..\\b', 'C:own.wasm', '.', '$params.bundle'),
      'policies/org.tar.gz': 'of the working folder',
      'policies/below/b.wasm': 'below',
      'policies/folder/b.wasm': 'through a link',
      'own.wasm': 'outside',
      'policies/linked.wasm': 'through a link',
    },
    { 'policies/linked.wasm': 'file', 'policies/folder': 'folder' },
  ),
  packs: memoryTree({
    'p/pack.yml': packText,
    'p/org.yml': policy('org.tar.gz'),
    'p/org.tar.gz': 'of the pack',
  }),
  openCommit: () => ({
    ...memoryTree({ 'policies/org.yml': policy('org.tar.gz'), 'policies/org.tar.gz': 'of the commit' }),
    commit,
  }),
};

async function readFor(names: readonly string[], from: PolicySources = sources) {
  const { beside, files } = await resolvePolicyPaths(names, from);
  const read = readerOf(beside, new Set(files.map(({ file }) => file)));
  return (file: string, path: string) => Buffer.from(read(file, path)).toString();
}

describe('a bundle is read from where its policy is from', () => {
  it.each([
    { name: 'policies', file: 'policies/org.yml', is: 'of the working folder' },
    { name: './policies/org.yml', file: 'policies/org.yml', is: 'of the working folder' },
    { name: 'pack:p', file: 'pack:p/org.yml', is: 'of the pack' },
    { name: 'origin/main:policies', file: 'origin/main:policies/org.yml', is: 'of the commit' },
    { name: 'origin/main:policies/org.yml', file: 'origin/main:policies/org.yml', is: 'of the commit' },
    { name: 'origin/main:', file: 'origin/main:policies/org.yml', is: 'of the commit' },
  ])('$name', async ({ name, file, is }) => {
    const read = await readFor([name, 'policies', 'p', 'origin/main:policies']);
    expect(read(file, 'org.tar.gz')).toBe(is);
  });

  it('or from a folder below', async () => {
    expect((await readFor(['policies']))('policies/org.yml', './below//b.wasm')).toBe('below');
  });

  it('and gives the same bytes to all rules', async () => {
    const files = memoryTree({ 'a.yml': policy('b.wasm'), 'b.yml': policy('./b.wasm'), 'b.wasm': 'b' });
    const { beside } = await resolvePolicyPaths(['.'], { ...sources, files });
    const read = readerOf(beside, new Set());
    expect(read('a.yml', 'b.wasm')).toBe(read('b.yml', './b.wasm'));
  });
});

describe('a bundle is refused', () => {
  it.each([
    { file: 'policies/org.yml', path: 'none.wasm', error: 'There is no file "none.wasm" beside the policy. ' },
    { file: 'policies/org.yml', path: 'linked.wasm', error: '"linked.wasm" is a link, which is not followed. ' },
    { file: 'policies/org.yml', path: 'folder/b.wasm', error: '"folder/b.wasm" is a link, which is not followed. ' },
    {
      file: 'policies/out.yml',
      path: '../own.wasm',
      error: '"../own.wasm" lies outside of the folder of the policy. ',
    },
    { file: 'policies/out.yml', path: '/own.wasm', error: '"/own.wasm" lies outside of the folder of the policy. ' },
    { file: 'policies/out.yml', path: 'a\\..\\b', error: 'lies outside of the folder of the policy. ' },
    { file: 'policies/out.yml', path: 'C:own.wasm', error: 'lies outside of the folder of the policy. ' },
    { file: 'policies/out.yml', path: '.', error: '"." lies outside of the folder of the policy. ' },
    { file: 'policies/out.yml', path: 'org.tar.gz', error: '"org.tar.gz" comes from a parameter. Write its path in' },
    {
      file: '--required-tags',
      path: 'org.tar.gz',
      error: '--required-tags is no file of a folder, a pack or a commit, so that nothing lies beside it. ',
    },
  ])('for $path of $file', async ({ file, path, error }) => {
    const read = await readFor(['policies']);
    expect(() => read(file, path)).toThrow(error);
  });

  it('when there are too many', async () => {
    const large = new Uint8Array(33 * 1024 * 1024);
    const files = memoryTree({ 'a.yml': policy('b.wasm', 'c.wasm'), 'b.wasm': large, 'c.wasm': large });
    await expect(readFor(['a.yml'], { ...sources, files })).rejects.toThrow('name bundles of more than 64 MiB');
  });
});

describe('the digest', () => {
  const packOf = async (name: string, files: Record<string, string>): Promise<ResolvedPack | undefined> => {
    const tree = memoryTree({ 'p/pack.yml': packText, ...files });
    const resolved = await resolvePolicyPaths([name], {
      ...sources,
      packs: tree,
      openCommit: () => ({ ...tree, commit }),
    });
    return resolved.packs[0];
  };
  const files = { 'p/a.yml': policy('b.wasm'), 'p/b.wasm': '1\n', 'p/c.wasm': '1' };

  it.each(['pack:p', 'main:p', 'main:', 'main:p/a.yml'])(
    'of %s changes with a bundle that a rule names',
    async (name) => {
      const digest = (await packOf(name, files))?.digest;
      expect((await packOf(name, { ...files, 'p/b.wasm': '2' }))?.digest).not.toBe(digest);
      expect((await packOf(name, { ...files, 'p/b.wasm': '1\r\n' }))?.digest).not.toBe(digest);
      expect((await packOf(name, { ...files, 'p/c.wasm': '2' }))?.digest).toBe(digest);
    },
  );
});
