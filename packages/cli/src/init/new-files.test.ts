import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeNewFiles } from './new-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-new-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const workflow = { path: '.github/workflows/a.yml', text: 'a\n' };
const usage = { path: 'usage.yml', text: 'b\n' };

describe('writeNewFiles', () => {
  it('writes files and their folders, and leaves nothing else', () => {
    writeNewFiles(folder, [workflow, usage]);
    expect(readFileSync(join(folder, workflow.path), 'utf8')).toBe('a\n');
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual([
      '.github',
      '.github/workflows',
      '.github/workflows/a.yml',
      'usage.yml',
    ]);
  });

  it.each<[string, (root: string) => void, string]>([
    ['a file that is there', (root) => writeFileSync(join(root, 'usage.yml'), 'mine'), 'it is there already'],
    ['a link in its place', (root) => symlinkSync('/nowhere', join(root, 'usage.yml')), 'usage.yml is a link'],
    [
      'a folder that is a link',
      (root) => {
        mkdirSync(join(root, 'elsewhere'));
        symlinkSync('elsewhere', join(root, '.github'));
      },
      '.github is a link',
    ],
    ['a file where a folder has to be', (root) => writeFileSync(join(root, '.github'), ''), '.github is no folder'],
  ])('writes nothing for %s', (_, prepare, reason) => {
    prepare(folder);
    const before = readdirSync(folder, { recursive: true }).sort();
    expect(() => writeNewFiles(folder, [workflow, usage])).toThrow(`${reason}. Nothing was written.`);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before);
    expect(existsSync(join(folder, 'elsewhere/workflows'))).toBe(false);
  });

  it('tells what was written before what could not be', () => {
    writeFileSync(join(folder, 'usage.yml.tollgate-init'), 'left by a run that was stopped');
    expect(() => writeNewFiles(folder, [workflow, usage])).toThrow('Written before it: .github/workflows/a.yml.');
    expect(existsSync(join(folder, 'usage.yml'))).toBe(false);
  });
});
