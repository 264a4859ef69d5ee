import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Base } from '@tollgate/resources';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { files } from '../../test/estimate.ts';
import { runUsage } from './run-usage.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-usage-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (path: string, text: string) => writeFileSync(join(folder, path), text);
const usage = (requests: number) =>
  `version: 0.1\nresource_type_default_usage:\n  aws_sqs_queue: { monthly_requests: ${requests} }\n`;

function commit(): Base {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  for (const args of [
    ['init', '--quiet'],
    ['add', '.'],
    ['commit', '--quiet', '--allow-empty', '--message', 'before'],
  ]) {
    const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  }
  return { kind: 'commit', ref: 'HEAD' };
}

/** The requests of a queue before and after, as the usage file tells them. */
function requests(base: Base | null) {
  const { before, after, problem } = runUsage({ file: 'usage.yml' }, base, files, {
    workingFolder: folder,
    environment: {},
  });
  const of = (rules: typeof before) => rules.usageOf('aws_sqs_queue.q', 'aws_sqs_queue').number('monthly_requests');
  return { before: of(before)?.toFixed() ?? null, after: of(after)?.toFixed() ?? null, problem };
}

describe('the usage of a run', () => {
  it('is what the file said before the change, and what it says now', () => {
    put('usage.yml', usage(1));
    const base = commit();
    put('usage.yml', usage(2));
    expect(requests(base)).toEqual({ before: '1', after: '2', problem: null });
    expect(requests(null)).toEqual({ before: '2', after: '2', problem: null });
  });

  it('was nothing where the file was not there', () => {
    const base = commit();
    put('usage.yml', usage(2));
    expect(requests(base)).toEqual({ before: null, after: '2', problem: null });
  });

  it('counts as it is now where it was broken before, so that a change can mend it', () => {
    put('usage.yml', 'version: [');
    const base = commit();
    put('usage.yml', usage(2));
    expect(requests(base)).toMatchObject({
      before: '2',
      after: '2',
      problem: expect.stringContaining('it was broken'),
    });
  });

  it('is that of the folder that it is compared with, where that has one', () => {
    put('usage.yml', usage(2));
    mkdirSync(join(folder, 'other'));
    put('other/usage.yml', usage(1));
    expect(requests({ kind: 'folder', folder: 'other' })).toMatchObject({ before: '1', after: '2' });
    mkdirSync(join(folder, 'without'));
    expect(requests({ kind: 'folder', folder: 'without' })).toMatchObject({ before: '2', after: '2' });
  });

  it('must be there when it is named', () => {
    expect(() => requests(null)).toThrow('There is no such usage file');
  });
});
