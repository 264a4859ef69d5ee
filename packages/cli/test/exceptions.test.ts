import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inShell } from './shell.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-exceptions-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function git(...args: string[]): void {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** Runs `tollgate check` in the folder, or one below it, and gives what became of each verdict by its subject. */
async function outcomes(args: readonly string[], below = '.'): Promise<Record<string, string>> {
  const { out, err } = await inShell(['check', ...args, '--format', 'json'], {
    workingFolder: join(folder, below),
    packsFolder: join(folder, 'none'),
  });
  if (out === '') throw new Error(err);
  const { verdicts }: { verdicts: { subject: { id: string }; outcome: string }[] } = JSON.parse(out);
  return Object.fromEntries(verdicts.map(({ subject, outcome }) => [subject.id, outcome]));
}

const policy = `apiVersion: tollgate/v1
kind: Policy
metadata: { name: disks, layer: org }
spec:
  gate: resource
  exceptions: { sameChange: deny }
  rules:
    - id: encrypted
      match: { resources: [aws_ebs_volume] }
      assert: resource.values.encrypted
`;
const exception = (scope: string) => `apiVersion: tollgate/v1
kind: Exception
metadata: { name: EX-1 }
spec: { rule: disks/encrypted, scope: ${scope}, reason: r, approver: "user:ann", expires: 2026-12-20 }
`;
const volume = (name: string) => `resource "aws_ebs_volume" "${name}" {\n  encrypted = false\n}\n`;
const comment = 'tollgate:ignore disks/encrypted until=2026-12-20 reason=old';

describe('an exception', () => {
  it('in JSON on one line is for its block only', async () => {
    put('p.yml', policy);
    const volumes = `{"a":{"//":"${comment}","encrypted":false},"b":{"encrypted":false}}`;
    put('infra/main.tf.json', `{"resource":{"aws_ebs_volume":${volumes}}}`);
    expect(await outcomes(['infra', '--policy', 'p.yml'])).toEqual({
      'aws_ebs_volume.a': 'excepted',
      'aws_ebs_volume.b': 'fail',
    });
  });

  it('for paths means the paths of the repository, from whatever folder the command runs', async () => {
    git('init', '-q');
    put('p.yml', policy);
    put('ex.yml', exception('{ paths: ["!infra/prod/**"] }'));
    put('infra/prod/main.tf', volume('prod'));
    put('infra/dev/main.tf', volume('dev'));
    const judged = async (module: string, below: string) => {
      const up = below === '.' ? '' : '../'.repeat(below.split('/').length);
      return outcomes([module, '--policy', `${up}p.yml`, '--policy', `${up}ex.yml`], below);
    };
    for (const [from, prod, dev] of [
      ['.', 'infra/prod', 'infra/dev'],
      ['infra', 'prod', 'dev'],
      ['infra/prod', '.', '../dev'],
    ] as const) {
      expect(await judged(prod, from)).toEqual({ 'aws_ebs_volume.prod': 'fail' });
      expect(await judged(dev, from)).toEqual({ 'aws_ebs_volume.dev': 'excepted' });
    }
  });

  it('that the change adds to a file of another tool counts as added', async () => {
    git('init', '-q');
    put('p.yml', policy);
    put('infra/main.tf', volume('a') + volume('b'));
    const entry = (name: string) =>
      `- { rule: disks/encrypted, resources: [aws_ebs_volume.${name}], reason: r, expires: 2026-12-20 }\n`;
    put('list.yml', entry('a'));
    git('add', '-A');
    git('commit', '-qm', 'base');
    put('list.yml', entry('a') + entry('b'));
    const args = ['infra', '--policy', 'p.yml', '--import-exceptions', 'list:list.yml'];
    expect(await outcomes([...args, '--base', 'HEAD'])).toEqual({
      'aws_ebs_volume.a': 'excepted',
      'aws_ebs_volume.b': 'fail',
    });
    expect(await outcomes(args)).toEqual({ 'aws_ebs_volume.a': 'excepted', 'aws_ebs_volume.b': 'excepted' });
  });

  it('in a root module that the change adds counts as added, for a plan too', async () => {
    git('init', '-q');
    put('p.yml', policy);
    git('add', '-A');
    git('commit', '-qm', 'base');
    put('infra/main.tf', `# ${comment}\n${volume('a')}`);
    const change = { actions: ['create'], before: null, after: { encrypted: false }, after_unknown: {} };
    const planned = { address: 'aws_ebs_volume.a', mode: 'managed', type: 'aws_ebs_volume', name: 'a', change };
    const provider = { provider_name: 'registry.terraform.io/hashicorp/aws' };
    put('plan.json', JSON.stringify({ format_version: '1.2', resource_changes: [{ ...planned, ...provider }] }));
    const run = ['--policy', 'p.yml', '--base', 'HEAD'];
    expect(await outcomes(['infra', ...run])).toEqual({ 'aws_ebs_volume.a': 'fail' });
    expect(await outcomes([join(folder, 'plan.json'), '--source', 'infra', ...run])).toEqual({
      'aws_ebs_volume.a': 'fail',
    });
  });

  it('above a provider is for its default tags, in whatever file it stands', async () => {
    const [head = ''] = policy.replace('gate: resource', 'gate: default-tags').split('      match');
    put(
      'p.yml',
      `${head}      tags: { Owner: {} }
`,
    );
    put('infra/providers.tf', `# ${comment}\nprovider "aws" {}\nprovider "aws" {\n  alias = "west"\n}\n`);
    put('infra/main.tf', `${volume('a')}resource "aws_ebs_volume" "b" {\n  provider = aws.west\n}\n`);
    expect(await outcomes(['infra', '--policy', 'p.yml'])).toEqual({ aws: 'excepted', 'aws.west': 'fail' });
  });
});
