import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const ENTRY = fileURLToPath(new URL('../src/index.ts', import.meta.url));
/**
 * Bytes, minified, without the library of regular expressions. The aim is 60 KiB, which is not reached: about a quarter is
 * the check with its messages, and a fifth the functions of the standard and the extensions. The limit only ever goes down.
 */
const MAX_SIZE = 80 * 1024;

it('does not grow in the bundles of the actions', async () => {
  const result = await build({
    entryPoints: [ENTRY],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    external: ['re2js'],
    write: false,
  });
  expect(result.outputFiles[0]?.contents.length).toBeLessThanOrEqual(MAX_SIZE);
});
