import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRegoBundle } from '../packages/policy-engine/src/rego/bundle.ts';
import { buildBundle } from './build-bundle.ts';
import { bundleEntries, bundleOptions } from './bundle-options.ts';

const root = dirname(import.meta.dirname);

describe.each(bundleEntries(root))('the bundle of $room', (entry) => {
  it('comes out the same, byte for byte, when it is built again', async () => {
    const { files } = await buildBundle(root, entry);
    const changed = files.filter(({ path, contents }) => !existsSync(path) || !readFileSync(path).equals(contents));
    expect(changed.map(({ path }) => relative(root, path))).toEqual([]);
    expect(files.map(({ path }) => relative(root, path))).toContain(entry.output);
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

it('an action brings the licence of the toolkit, and none of what is left out of it', () => {
  const licences = readFileSync(`${root}/actions/tag-policy/dist/THIRD-PARTY-LICENSES.txt`, 'utf8');
  expect(licences).toMatch(/^@actions\/core /m);
  expect(licences).not.toMatch(/^(ajv|undici) /m);
});

describe('Rego in a bundle', () => {
  let folder: string;
  let bundled: { readonly loadRegoBundle: typeof loadRegoBundle };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tollgate-rego-'));
    for (const entry of bundleEntries(root).slice(0, 1)) {
      const entryPoints = { rego: 'packages/policy-engine/src/rego/bundle.ts' };
      await build({ ...bundleOptions(root, entry), entryPoints, outdir: folder });
    }
    bundled = await import(join(folder, 'rego.js'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(['a: [1, x]', 'a: [1', 'a: *b', ''])('reads the YAML %j as outside of it', (policy) => {
    const bytes = readFileSync(join(root, 'packages/policy-engine/test/rego/buckets.tar.gz'));
    const input = JSON.stringify({ resource: { values: { policy } } });
    const [inside, outside] = [bundled.loadRegoBundle(bytes), loadRegoBundle(bytes)].map((rego) =>
      rego.evaluate('tollgate/summary', input),
    );
    expect(inside).toEqual(outside);
  });
});
