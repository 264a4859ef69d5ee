import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { bundleEntries, bundleOptions } from './bundle-options.ts';

const root = dirname(import.meta.dirname);

describe.each(bundleEntries(root))('the bundle of $room', (entry) => {
  it('comes out the same, byte for byte, when it is built again', async () => {
    const { outputFiles } = await build({ ...bundleOptions(root, entry), write: false });
    const changed = outputFiles.filter(
      ({ path, contents }) => !existsSync(path) || !readFileSync(path).equals(contents),
    );
    expect(changed.map(({ path }) => relative(root, path))).toEqual([]);
    expect(outputFiles.map(({ path }) => relative(root, path))).toContain(entry.output);
  });

  it('names no path of the machine that built it', () => {
    expect(readFileSync(`${root}/${entry.output}`, 'utf8')).not.toContain(root);
  });

  it('comes with the licences of what is inside', () => {
    const licences = readFileSync(`${root}/${dirname(entry.output)}/THIRD-PARTY-LICENSES.txt`, 'utf8');
    expect(licences).toMatch(/^mdast-util-to-markdown \d+\.\d+\.\d+ \(MIT\)$/m);
    expect(licences).not.toMatch(/^(vitest|esbuild) /m);
  });
});

it('an action brings the licence of the toolkit', () => {
  const licences = readFileSync(`${root}/actions/tag-policy/dist/THIRD-PARTY-LICENSES.txt`, 'utf8');
  expect(licences).toMatch(/^@actions\/core /m);
  expect(licences).toMatch(/^undici /m);
});
