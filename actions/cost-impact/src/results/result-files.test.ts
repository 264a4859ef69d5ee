import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readResultFiles } from './result-files.ts';

let folder: string;
let workspace: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-results-'));
  workspace = join(folder, 'workspace');
  const files = ['results/b/result.json', 'results/a/result.json', 'results/a/log.txt', 'own.json', '.git/config.json'];
  for (const file of files) write(join(workspace, file), file);
  write(join(folder, 'secret/token.json'), 'secret');
  symlinkSync(join(folder, 'secret'), join(workspace, 'results/out'));
  symlinkSync(join(folder, 'secret/token.json'), join(workspace, 'results/a/token.json'));
  symlinkSync(workspace, join(workspace, 'results/circle'));
  for (let index = 0; index <= 1_000; index++) write(join(workspace, `many/${index}.json`), '');
  for (const name of ['a', 'b']) {
    write(join(workspace, `large/${name}.json`), '');
    truncateSync(join(workspace, `large/${name}.json`), 65 * 1024 * 1024);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const read = (...patterns: string[]) => readResultFiles(patterns, workspace);

describe('the files of results', () => {
  const both = ['results/a/result.json', 'results/b/result.json'];

  it.each<[string, string[], string[]]>([
    ['by a pattern, in the order of their paths', ['results/**/*.json'], both],
    ['by a pattern that is written otherwise', ['./results//*/result.json'], both],
    ['by names, each once', ['results/b/result.json', 'results/a/result.json', 'results/*/result.json'], both],
    ['without those that a pattern takes out', ['results/**/*.json', '!results/b/*'], ['results/a/result.json']],
    ['in the workspace itself', ['*.json'], ['own.json']],
  ])('are found %s', (_, patterns, expected) => {
    expect(read(...patterns)).toEqual(expected.map((file) => ({ file, text: file })));
  });

  it.each<[string, string[], string]>([
    ['none', ['results/*.json', 'other/**'], 'No file matches the input "results": results/*.json, other/**. Download'],
    ['one that is not there', ['results/c.json'], 'names results/c.json, and there is no such file in the workspace.'],
    ['a folder', ['results'], 'names results, and there is no such file in the workspace.'],
    [
      'one outside of the workspace',
      ['../secret/token.json'],
      'has ../secret/token.json, which is outside of the workspace.',
    ],
    ['a path of the machine', ['/etc/*.json'], 'has /etc/*.json, which is outside of the workspace.'],
    ['a link that leads out', ['results/a/token.json'], 'names results/a/token.json, and there is no such file'],
    ['a folder that leads out', ['results/out/token.json'], 'names results/out/token.json, and there is no such file'],
    ['the data of git', ['.git/*.json'], 'has .git/*.json, which is outside of the workspace.'],
    ['more than are merged', ['many/*.json'], 'matches 1,001 files, and at most 1,000 can be merged.'],
    ['more than is read', ['large/*.json'], 'The results have more than 128 MiB in all.'],
  ])('cannot be %s', (_, patterns, message) => {
    expect(() => read(...patterns)).toThrow(message);
  });
});
