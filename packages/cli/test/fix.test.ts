import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inShell } from './shell.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-fix-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bucket = (tags: string) => `resource "aws_s3_bucket" "a" {\n  bucket = "a"\n\n  tags = {\n    ${tags}\n  }\n}\n`;
const owner = ['--required-tags', 'Owner', '--set', 'Owner=platform'];

function put(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const read = (path: string) => readFileSync(join(folder, path), 'utf8');

/** Runs `tollgate fix` in the folder and gives what a shell would see. */
async function fix(...args: string[]) {
  return inShell(['fix', ...args], { workingFolder: folder, packsFolder: folder });
}

describe('tollgate fix', () => {
  it('shows what it would do, and writes nothing', async () => {
    put({ 'main.tf': bucket('Name = "a"') });
    const { code, out, err } = await fix(...owner);
    expect(out).toBe(`Fixes: 1 of 1 violation can be mended, in 1 file.

main.tf
  aws_s3_bucket.a: add Owner = "platform" (required-tags/keys)
    @@ -4,4 +4,5 @@
       tags = {
    -    Name = "a"
    +    Name  = "a"
    +    Owner = "platform"
       }
     }

Nothing is written yet. Add --write to write it.
`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(read('main.tf')).toBe(bucket('Name = "a"'));
  });

  it('writes the edits, keeps the mode of files, and has nothing to do then', async () => {
    put({ 'main.tf': bucket('owner = "a"') });
    chmodSync(join(folder, 'main.tf'), 0o640);
    const { code, out } = await fix('--required-tags', 'Owner', '--write');
    expect(code).toBe(0);
    expect(out).toMatch(/^Fixes: mended 1 of 1 violation, in 1 file\.\n/);
    expect(read('main.tf')).toBe(bucket('Owner = "a"'));
    expect(statSync(join(folder, 'main.tf')).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['main.tf']);
    const second = await fix('--required-tags', 'Owner', '--write');
    expect(second).toEqual({ code: 0, out: 'Fixes: nothing to do. No rule is broken that can be mended.\n', err: '' });
  });

  it('mends tags and costs in one plan', async () => {
    const volume = (type: string, tags: string) =>
      `provider "aws" {\n  region = "us-east-1"\n}\n\nresource "aws_ebs_volume" "a" {\n  type = "${type}"\n  size = 100\n${tags}}\n`;
    put({
      'main.tf': volume('gp2', ''),
      'policies/cost.yml': `apiVersion: tollgate/v1
kind: Policy
metadata: { name: volumes, version: 1.0.0 }
spec:
  gate: cost
  rules:
    - id: gp3
      level: advisory
      match: { resources: [aws_ebs_volume] }
      alternative: { from: { type: [gp2] }, set: { type: gp3 }, minSaving: 1, fixable: true }
`,
    });
    const { code, out } = await fix('--policy', 'policies', ...owner, '--write');
    expect(out).toContain('Fixes: mended 2 of 2 violations, in 1 file.\n');
    expect(out).toMatch(
      /aws_ebs_volume\.a: `type` gp3 instead of gp2 saves \$\d+\.\d\d a month \(-20 %\) \(volumes\/gp3\)/,
    );
    expect(read('main.tf')).toBe(volume('gp3', '\n  tags = {\n    Owner = "platform"\n  }\n'));
    expect(code).toBe(0);
  });

  it('says what is left, where and why, and exits with 1', async () => {
    put({ 'main.tf': bucket('owner = "a"') });
    const { code, out } = await fix('--required-tags', 'Owner,Team');
    expect(code).toBe(1);
    expect(out).toContain('Fixes: 1 of 2 violations can be mended, in 1 file. 1 is left.');
    expect(out).toContain(
      'Left\n  aws_s3_bucket.a: Team (required-tags/keys)  main.tf:4\n    No value is known; give --set Team=…\n',
    );
  });

  it('names files from where it runs, and edits modules beside the folder', async () => {
    put({
      '.git/HEAD': '',
      'infra/main.tf': 'module "a" {\n  source = "../modules/a"\n}\n',
      'modules/a/main.tf': bucket('owner = "a"'),
    });
    const { code, out } = await fix('infra', '--required-tags', 'Owner', '--write');
    expect({ code, file: out.split('\n')[2] }).toEqual({ code: 0, file: 'modules/a/main.tf' });
    expect(read('modules/a/main.tf')).toBe(bucket('Owner = "a"'));
  });

  it('shows of files of variables only what changes', async () => {
    put({
      'main.tf':
        'variable "tags" {}\n\nvariable "password" {\n  sensitive = true\n}\n\nresource "aws_s3_bucket" "a" {\n  tags = var.tags\n}\n',
      'terraform.tfvars': 'password = "hunter2"\ntags     = { owner = "a" }\n',
    });
    const { out } = await fix('--required-tags', 'Owner');
    expect(out).toContain('-tags     = { owner = "…" }');
    expect(out).not.toContain('hunter2');
    const { out: json } = await fix('--required-tags', 'Owner', '--format', 'json');
    expect(json).not.toContain('hunter2');
  });

  it('shows names that are made to deceive', async () => {
    put({ 'main.tf': bucket('"\\u202eowner" = "a"') });
    const { out } = await fix('--required-tags', '\u202eOwner');
    expect(out).not.toContain('\u202e');
  });

  it.each([
    [
      'a configuration with mistakes',
      ['--required-tags', 'A'],
      'resource "a" {',
      /Nothing was judged: mend the configuration first\./,
    ],
    ['nothing to judge by', [], '', /^There is nothing to judge by\./],
    [
      'a value without a key',
      ['--required-tags', 'A', '--set', 'x'],
      '',
      /^--set needs a key and a value, and "x" is none\./,
    ],
    ['a plan that is not there', ['--apply', 'x.json'], '', /^There is no plan x\.json that can be read\./],
    ['a commit, which cannot be written', ['--required-tags', 'A', '--ref', 'main'], '', /unknown option '--ref'/],
    ['writing a plan and applying one', ['--plan', 'a', '--apply', 'b'], '', /cannot be used with/],
  ])('refuses %s with exit code 2', async (_, args, text, message) => {
    put({ 'main.tf': text === '' ? bucket('A = "a"') : text });
    const { code, err } = await fix(...args);
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });
});

describe('a locked plan', () => {
  it('is written, and makes exactly its edits', async () => {
    put({ 'main.tf': bucket('owner = "a"'), 'b.tf': 'resource "aws_sqs_queue" "b" {\n}\n' });
    expect(await fix(...owner, '--plan', 'fixes.json')).toMatchObject({ code: 0, err: '' });
    expect(read('main.tf')).toBe(bucket('owner = "a"'));
    const { code, out } = await fix('--apply', 'fixes.json');
    expect({ code, out }).toEqual({
      code: 0,
      out: 'Fixes: wrote 2 files, as planned in fixes.json.\n  b.tf\n  main.tf\n',
    });
    expect(read('main.tf')).toBe(bucket('Owner = "a"'));
  });

  it('writes nothing when one file is another than it was', async () => {
    put({ 'main.tf': bucket('owner = "a"'), 'b.tf': 'resource "aws_sqs_queue" "b" {\n}\n' });
    await fix(...owner, '--plan', 'fixes.json');
    writeFileSync(join(folder, 'main.tf'), `${bucket('owner = "a"')}# more\n`);
    const { code, err } = await fix('--apply', 'fixes.json');
    expect(err).toBe(
      'Nothing was written: main.tf has changed since the plan was made. Mend this, and run tollgate fix again.\n',
    );
    expect(code).toBe(2);
    expect(read('b.tf')).toBe('resource "aws_sqs_queue" "b" {\n}\n');
  });

  const planOf = (file: string) =>
    JSON.stringify({
      kind: 'FixPlan',
      version: 1,
      summary: { mended: 1, refused: 0 },
      files: [{ file, before: 'sha256:0', after: 'sha256:0', edits: [{ start: 0, end: 0, text: 'x' }] }],
    });

  it.each([
    ['is no JSON', 'x', /it is no plan of fixes/],
    ['is another document', '{"kind": "Decision"}', /it is no plan of fixes/],
    ['is of a future version', '{"kind": "FixPlan", "version": 2}', /its version is another than 1/],
    ['lacks its files', '{"kind": "FixPlan", "version": 1}', /"files" or "summary" is missing/],
    ['leads out of the repository', planOf('../main.tf'), /"files\[0\]" names no file inside of the repository/],
    ['has an absolute path', planOf('/etc/main.tf'), /"files\[0\]" names no file inside of the repository/],
    ['leads into .git', planOf('.git/x.tf'), /"files\[0\]" names no file inside of the repository/],
    ['is about a workflow', planOf('.github/workflows/ci.yml'), /"files\[0\]" names no file inside of the repository/],
    ['is about a file that is not there', planOf('x.tf'), /there is no file x\.tf/],
    ['has another digest', planOf('main.tf'), /main\.tf has changed since the plan was made/],
  ])('that %s is refused', async (_, text, message) => {
    put({ 'main.tf': bucket('owner = "a"'), 'fixes.json': text });
    const { code, err } = await fix('--apply', 'fixes.json');
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });

  it('never writes through links', async () => {
    put({ 'real/main.tf': bucket('owner = "a"') });
    symlinkSync('real', join(folder, 'linked'));
    symlinkSync('real/main.tf', join(folder, 'main.tf'));
    const { code, err } = await fix('--required-tags', 'Owner', '--write');
    expect(err).toMatch(/^Nothing was written: main\.tf is reached by a link\./);
    expect(code).toBe(2);
    expect(read('real/main.tf')).toBe(bucket('owner = "a"'));
    await fix('real', '--required-tags', 'Owner', '--plan', 'fixes.json');
    put({ 'fixes.json': read('fixes.json').replaceAll('real/main.tf', 'linked/main.tf') });
    expect((await fix('--apply', 'fixes.json')).err).toMatch(/linked\/main\.tf is reached by a link/);
  });

  it('leaves everything as it is when a file cannot be put in place', async () => {
    put({
      'main.tf': bucket('owner = "a"'),
      'z.tf': 'resource "aws_sqs_queue" "b" {\n}\n',
      'z.tf.tollgate-fix': 'mine',
    });
    const { code, err } = await fix(...owner, '--write');
    expect(err).toMatch(/^Nothing was written: .*EEXIST/);
    expect(code).toBe(2);
    expect(read('main.tf')).toBe(bucket('owner = "a"'));
    expect(read('z.tf.tollgate-fix')).toBe('mine');
    expect(existsSync(join(folder, 'main.tf.tollgate-fix'))).toBe(false);
  });

  // Root writes every file, whatever its mode.
  it.skipIf(process.getuid?.() === 0)('is not run where a file may not be written', async () => {
    put({ 'main.tf': bucket('owner = "a"') });
    chmodSync(join(folder, 'main.tf'), 0o444);
    const { code, err } = await fix('--required-tags', 'Owner', '--write');
    expect(err).toMatch(/^Nothing was written: main\.tf cannot be written by this user\./);
    expect(code).toBe(2);
  });
});
