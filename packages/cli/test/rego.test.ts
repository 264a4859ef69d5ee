import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { gitIn } from './made-history.ts';

const root = join(import.meta.dirname, '../../..');
const bundle = join(root, 'packages/policy-engine/test/rego/buckets.tar.gz');

const configuration = `
resource "aws_s3_bucket" "open" {
  acl  = "public-read"
  tags = { Owner = "web" }
}
resource "aws_s3_bucket" "closed" {
  acl  = "private"
  tags = { Owner = "web" }
}
resource "aws_s3_bucket" "sometime" {
  acl  = data.aws_s3_bucket.other.acl
  tags = { Owner = "web" }
}
data "aws_s3_bucket" "other" { bucket = "other" }
`;
const policy = `apiVersion: tollgate/v1
kind: Policy
metadata: { name: buckets }
spec:
  gate: resource
  match: { resources: [aws_s3_bucket] }
  rules:
  - id: cel
    assert: "resource.values.acl != 'public-read'"
  - id: rego
    rego:
      bundle: rego/buckets.tar.gz
      entrypoint: tollgate/deny
      reads: [resource.type, resource.address, resource.values.acl, resource.values.tags]
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-rego-'));
  mkdirSync(join(folder, 'policies/rego'), { recursive: true });
  writeFileSync(join(folder, 'main.tf'), configuration);
  writeFileSync(join(folder, 'policies/org.yml'), policy);
  copyFileSync(bundle, join(folder, 'policies/rego/buckets.tar.gz'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the built command in the folder. */
function tollgate(...args: readonly string[]) {
  const bin = join(root, 'packages/cli/bin/tollgate.js');
  return spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
}

/** Judges the folder and gives the outcomes of each rule by resource. */
function check(...args: readonly string[]) {
  const run = tollgate('check', '.', ...args, '--format', 'json');
  const verdicts: readonly { rule: string; outcome: string; message: string; subject: { id: string } }[] =
    run.status === 2 ? [] : JSON.parse(run.stdout).verdicts;
  const of = (rule: string) => verdicts.filter((verdict) => verdict.rule === rule);
  const outcomes = (rule: string) => Object.fromEntries(of(rule).map(({ subject, outcome }) => [subject.id, outcome]));
  return {
    code: run.status,
    error: run.stderr,
    outcomes,
    failed: of('rego').find(({ outcome }) => outcome === 'fail'),
  };
}

const expected = {
  'aws_s3_bucket.closed': 'pass',
  'aws_s3_bucket.open': 'fail',
  'aws_s3_bucket.sometime': 'unknown',
};

it('a rule of Rego judges like an equal condition in CEL', () => {
  const { code, error, outcomes, failed } = check('--policy', 'policies');
  expect({ code, error }).toEqual({ code: 1, error: '' });
  expect(outcomes('rego')).toEqual(expected);
  expect(outcomes('cel')).toEqual(expected);
  expect(failed?.message).toBe('aws_s3_bucket.open is readable by everybody: its acl is "public-read"');
});

it('a policy of a commit is judged with the bundle of that commit', () => {
  gitIn(folder, ['init', '--quiet', '--initial-branch=main']);
  gitIn(folder, ['add', '.']);
  gitIn(folder, ['-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message=Add policies']);
  rmSync(join(folder, 'policies'), { recursive: true });
  const { code, outcomes } = check('--policy', 'main:policies/org.yml');
  expect(code).toBe(1);
  expect(outcomes('rego')).toEqual(expected);
});

it('a bundle that is not there is a mistake of the policy at its line', () => {
  rmSync(join(folder, 'policies/rego'), { recursive: true });
  const { code, error } = check('--policy', 'policies');
  expect(code).toBe(2);
  expect(error).toBe(
    'policies/org.yml:12:15: There is no file "rego/buckets.tar.gz" beside the policy. Give the path from the folder of the policy.\n',
  );
});

it('rules of Rego can be tested, looked through and explained', () => {
  const given = '{ address: aws_s3_bucket.a, values: { acl: public-read, tags: { Owner: web } } }';
  writeFileSync(
    join(folder, 'policies/org-test.yml'),
    `apiVersion: tollgate/v1
kind: PolicyTest
metadata: { name: buckets }
spec:
  policy: buckets
  cases:
  - name: a public bucket
    given: { resources: [${given}] }
    expect: [{ rule: rego, outcome: fail }, { rule: cel, outcome: fail }]
`,
  );
  expect(tollgate('policy', 'test')).toMatchObject({ status: 0, stderr: '' });
  expect(tollgate('policy', 'lint').stdout).not.toContain('no form of rules');
  const explained = tollgate('policy', 'explain', '--policy', 'policies', '--resource', 'aws_s3_bucket.open');
  expect(explained.stdout).toContain('its acl is "public-read"');
});
