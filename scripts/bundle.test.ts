import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { bundleEntries, bundleOptions } from './bundle-options.ts';

const root = dirname(import.meta.dirname);

describe('the bundles', () => {
  it('come out the same, byte for byte, when they are built again', async () => {
    const { outputFiles } = await build({ ...bundleOptions(root), write: false });
    const changed = outputFiles.filter(
      ({ path, contents }) => !existsSync(path) || !readFileSync(path).equals(contents),
    );
    expect(changed.map(({ path }) => relative(root, path))).toEqual([]);
    expect(outputFiles.length).toBeGreaterThan(Object.keys(bundleEntries(root)).length);
  });

  it('come with the licence of every package that is inside', () => {
    const licences = readFileSync(`${root}/dist/THIRD-PARTY-LICENSES.txt`, 'utf8');
    for (const name of ['@actions/core', '@octokit/rest', 'mdast-util-to-markdown', 'undici', 'commander']) {
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((MIT|ISC|Apache-2\\.0)\\)$`, 'm'));
    }
  });

  it('name no path of the machine that built them', () => {
    for (const output of Object.keys(bundleEntries(root)))
      expect(readFileSync(`${root}/${output}.js`, 'utf8')).not.toContain(root);
  });
});
