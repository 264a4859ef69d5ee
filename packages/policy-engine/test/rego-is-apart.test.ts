import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let metafile: Metafile;

beforeAll(async () => {
  ({ metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['packages/policy-engine/src/index.ts'],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    outdir: 'unused',
    metafile: true,
    write: false,
    logLevel: 'silent',
  }));
});

/** The sources that are read before the first line runs: all but what is behind an `import()`. */
function startInputs(): readonly string[] {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const { path, kind } of metafile.outputs[file]?.imports ?? []) if (kind !== 'dynamic-import') visit(path);
  };
  visit('unused/index.js');
  return [...found].flatMap((file) => Object.keys(metafile.outputs[file]?.inputs ?? {}));
}

const isOfLibrary = (input: string) => /node_modules\/(@open-policy-agent|sprintf-js)\//.test(input);

describe('what evaluates Rego', () => {
  it('is in a bundle', () => {
    const inputs = Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs));
    expect(inputs.filter(isOfLibrary)).toContain('node_modules/@open-policy-agent/opa-wasm/src/opa.js');
  });

  it('is not in its start, which has the description of the form alone', () => {
    const start = startInputs();
    expect(start.filter(isOfLibrary)).toEqual([]);
    const ofRego = start.filter((input) => input.includes('/src/rego/')).map((input) => basename(input));
    expect(ofRego.sort()).toEqual(['form.ts', 'rego-schema.ts', 'rego-validator.gen.ts']);
  });
});
