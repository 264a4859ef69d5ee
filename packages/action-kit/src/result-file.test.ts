import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeResultFile } from './result-file.ts';

let folder: string;
let workspace: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-files-'));
  workspace = join(folder, 'workspace');
  mkdirSync(workspace);
  mkdirSync(join(folder, 'outside'));
  writeFileSync(join(folder, 'outside/secret'), 'kept');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a file with a result', () => {
  it.each([
    ['in the workspace', 'report.json', 'workspace/report.json'],
    ['in folders that are made for it', 'out/a/report.json', 'workspace/out/a/report.json'],
    ['elsewhere, when the workflow says so', '../outside/report.json', 'outside/report.json'],
  ])('is written %s', (_, file, path) => {
    writeResultFile(file, 'text', workspace);
    expect(readFileSync(join(folder, path), 'utf8')).toBe('text');
  });

  it.each([
    ['the file itself', 'report.json', '../outside/secret', 'report.json'],
    ['a folder on the way', 'out', '../outside', 'out/secret'],
    ['a link that leads nowhere yet', 'report.json', '../outside/new', 'report.json'],
  ])('is not written through %s', (_, link, target, file) => {
    symlinkSync(target, join(workspace, link));
    expect(() => writeResultFile(file, 'text', workspace)).toThrow(/was not written: it is reached by a link/);
    expect(readFileSync(join(folder, 'outside/secret'), 'utf8')).toBe('kept');
    expect(existsSync(join(folder, 'outside/new'))).toBe(false);
  });

  it('says why it cannot be written', () => {
    mkdirSync(join(workspace, 'report.json'));
    expect(() => writeResultFile('report.json', 'text', workspace)).toThrow(
      /^The file report\.json could not be written: EISDIR/,
    );
  });
});
