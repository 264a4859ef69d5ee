import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inShell } from './shell.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-baseline-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (path: string, text: string) => writeFileSync(join(folder, path), text);
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

/** Runs `tollgate check` in the folder and gives what a shell would see. */
async function check(...args: string[]) {
  return inShell(['check', '--required-tags', 'Owner', ...args], { workingFolder: folder, packsFolder: folder });
}

const bucket = (name: string, body = '') => `resource "aws_s3_bucket" "${name}" {\n${body}}\n`;
const tagged = '  tags = { Owner = "platform" }\n';
const old = `${bucket('a')}${bucket('b')}`;

describe('tollgate check --baseline', () => {
  it('writes what is known, and lets it pass from then on', async () => {
    put('main.tf', old);
    expect((await check()).code).toBe(1);
    const written = await check('--write-baseline', 'baseline.yml');
    expect(written).toMatchObject({ code: 0, err: 'Wrote 2 violations to baseline.yml.\n' });
    await expect(read('baseline.yml')).toMatchFileSnapshot('golden/baseline.yml');
    const { code, out } = await check('--baseline', 'baseline.yml');
    expect(code).toBe(0);
    await expect(out).toMatchFileSnapshot('golden/baseline.txt');
  });

  it('blocks what is new, and knows what is old at other lines and in other files', async () => {
    put('main.tf', old);
    await check('--write-baseline', 'baseline.yml');
    put('main.tf', `# moved\n\n\n${bucket('new')}${bucket('b')}`);
    put('other.tf', bucket('a'));
    const { code, out } = await check('--baseline', 'baseline.yml', '--format', 'json');
    expect(code).toBe(1);
    const { verdicts, summary } = JSON.parse(out);
    expect(summary).toMatchObject({ fail: 1, excepted: 2 });
    expect(verdicts.filter((verdict: { outcome: string }) => verdict.outcome === 'fail')).toMatchObject([
      { subject: { id: 'aws_s3_bucket.new' } },
    ]);
  });

  it('says which entries are not needed any more, so that the file shrinks', async () => {
    put('main.tf', old);
    await check('--write-baseline', 'baseline.yml');
    put('main.tf', bucket('a', tagged));
    const { code, out } = await check('--baseline', 'baseline.yml');
    expect(code).toBe(0);
    expect(out).toContain(
      'The baseline has "aws_s3_bucket.a", which keeps the rule now. Remove it there. (baseline.yml:8)',
    );
    expect(out).toContain(
      'The baseline has "aws_s3_bucket.b", which is not there any more. Remove it there. (baseline.yml:9)',
    );
    expect((await check('--write-baseline', 'baseline.yml')).err).toBe('Wrote 0 violations to baseline.yml.\n');
    expect(read('baseline.yml')).toContain('violations: {}');
  });

  it('keeps the last day when it is written anew, and gives another when that is past', async () => {
    put('main.tf', old);
    await check('--write-baseline', 'baseline.yml');
    put('baseline.yml', read('baseline.yml').replace('2027-11-20', '2026-12-31'));
    await check('--write-baseline', 'baseline.yml', '--now', '2026-12-01');
    expect(read('baseline.yml')).toContain('created: "2026-12-01"\nexpires: "2026-12-31"');
    expect((await check('--baseline', 'baseline.yml', '--now', '2027-01-01')).code).toBe(1);
    await check('--write-baseline', 'baseline.yml', '--now', '2027-01-01');
    expect(read('baseline.yml')).toContain('expires: "2028-01-01"');
  });

  it('tells what the change itself adds to it', async () => {
    const git = (...args: string[]) => {
      const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
      const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
    };
    put('main.tf', bucket('a'));
    await check('--write-baseline', 'baseline.yml');
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'begin');
    put('main.tf', old);
    await check('--write-baseline', 'baseline.yml');
    const { code, out } = await check('--baseline', 'baseline.yml', '--base', 'HEAD', '--format', 'json');
    expect(code).toBe(0);
    const { exceptions } = JSON.parse(out);
    const statuses = exceptions.map((exception: { status: string }) => exception.status);
    // What the change does not touch is not judged.
    expect(statuses).toEqual(['out-of-scope', 'self-approved']);
  });

  it.each([
    ['there is none', [], 'There is no baseline none.yml. Write it with --write-baseline none.yml.'],
    ['it is something else', ['none.yml', 'kind: Policy\n'], 'kind must be "Baseline".'],
  ])('refuses a baseline when %s', async (_, file, message) => {
    put('main.tf', old);
    const [path, text] = file;
    if (path !== undefined && text !== undefined) put(path, text);
    const { code, out, err } = await check('--baseline', 'none.yml');
    expect(err).toContain(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});
