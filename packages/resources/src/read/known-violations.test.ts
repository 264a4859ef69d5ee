import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Exception } from '@tollgate/policy-engine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { givenFile } from './given-file.ts';
import { knownViolations } from './known-violations.ts';

let folder: string;
let workingFolder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-known-'));
  workingFolder = join(folder, 'work');
  mkdirSync(join(workingFolder, 'infra'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (path: string, text: string) => writeFileSync(join(workingFolder, path), text);
const baseline = (...addresses: readonly string[]) =>
  `apiVersion: tollgate/v1\nkind: Baseline\ncreated: "2026-11-01"\nexpires: "2027-11-01"\nviolations:\n  tags/keys: ${JSON.stringify(addresses)}\n`;

function git(...args: readonly string[]): void {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd: workingFolder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** The subjects of the known violations, now and before the change. */
async function subjects(name: string, base: string | null) {
  const known = await knownViolations(name, base, { workingFolder });
  const of = (all: readonly Exception[] = []) => all.map(({ scope }) => scope.subject);
  return known === null ? null : { now: of(known.exceptions), before: of(known.before) };
}

describe('knownViolations', () => {
  it('reads a file, and what it was before the change', async () => {
    put('infra/known.yml', baseline('a'));
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'begin');
    put('infra/known.yml', baseline('a', 'b'));
    put('new.yml', baseline('c'));
    expect(await subjects('infra/known.yml', 'HEAD')).toEqual({ now: ['a', 'b'], before: ['a'] });
    expect(await subjects('new.yml', 'HEAD')).toEqual({ now: ['c'], before: [] });
    expect(await subjects('HEAD:infra/known.yml', 'HEAD')).toEqual({ now: ['a'], before: ['a'] });
    expect(await subjects('HEAD:none.yml', 'HEAD')).toBeNull();
    await expect(subjects('main:../x.yml', null)).rejects.toThrow('"main:../x.yml" is no path in a commit.');
  });

  it('says what is wrong in a file', async () => {
    put('known.yml', baseline('a').replace('Baseline', 'Policy'));
    await expect(subjects('known.yml', null)).rejects.toThrow('kind must be "Baseline".');
  });
});

describe('givenFile', () => {
  it.each<[string, string, string | undefined]>([
    ['a file', 'own.txt', 'own'],
    ['a file elsewhere, by its path', '../other.txt', 'other'],
    ['a link inside', 'inside', 'own'],
    ['a link that leads out', 'outside', undefined],
    ['a link to the data of git', 'config', undefined],
    ['a link that leads nowhere', 'nowhere', undefined],
    ['a folder', 'infra', undefined],
    ['what is not there', 'none', undefined],
  ])('reads %s', (_, name, expected) => {
    put('own.txt', 'own');
    writeFileSync(join(folder, 'other.txt'), 'other');
    mkdirSync(join(workingFolder, '.git'));
    put('.git/config', 'token');
    symlinkSync('own.txt', join(workingFolder, 'inside'));
    symlinkSync('../other.txt', join(workingFolder, 'outside'));
    symlinkSync('.git/config', join(workingFolder, 'config'));
    symlinkSync('gone', join(workingFolder, 'nowhere'));
    expect(givenFile(name, workingFolder)).toBe(expected);
  });
});
