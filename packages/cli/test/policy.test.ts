import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inShell } from './shell.ts';

const root = join(import.meta.dirname, '../../..');
const governed = join(import.meta.dirname, 'data/governed');
const ungoverned = join(import.meta.dirname, 'data/ungoverned');

/** Runs the command and gives what a shell would see. */
async function tollgate(args: readonly string[], workingFolder = governed) {
  return inShell(['policy', ...args], { workingFolder, packsFolder: join(workingFolder, 'none'), today: '2026-11-01' });
}

/** What a published schema has against a result; null when it follows it. */
function schemaErrors(name: string, json: string) {
  const schema = JSON.parse(readFileSync(join(root, `packages/policy-engine/schema/${name}.json`), 'utf8'));
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
  return validate(JSON.parse(json)) ? null : validate.errors;
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-policy-'));
  mkdirSync(join(folder, 'broken'));
  mkdirSync(join(folder, 'empty'));
  const lines = ['apiVersion: tollgate/v1', 'kind: Policy', 'metadata: { name: a }'];
  writeFileSync(
    join(folder, 'broken/a.yml'),
    [...lines, 'spec: { gate: resource, rules: [{ id: a, asert: x }] }'].join('\n'),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('tollgate policy test', () => {
  it('shows the cases that pass, and what they do not show', async () => {
    const { code, out, err } = await tollgate(['test']);
    await expect(out).toMatchFileSnapshot('golden/policy-test.txt');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('says of a case that fails what was expected, what came, and where', async () => {
    const { code, out } = await tollgate(['test'], ungoverned);
    await expect(out).toMatchFileSnapshot('golden/policy-test-failed.txt');
    expect(code).toBe(1);
  });

  it.each([governed, ungoverned])('writes JSON that follows its schema: %#', async (data) => {
    const { out } = await tollgate(['test', '--format', 'json'], data);
    expect(schemaErrors('policy-test-report', out)).toBeNull();
  });

  it('writes JUnit with a case for each case and each rule', async () => {
    const { out } = await tollgate(['test', '--format', 'junit'], ungoverned);
    const count = (name: string) => out.split(`<${name} `).length - 1;
    expect([count('testcase'), count('failure'), count('skipped')]).toEqual([4, 1, 3]);
  });

  it('fails for rules without cases when coverage is required', async () => {
    expect((await tollgate(['test', '--coverage-required'])).code).toBe(1);
  });

  it('finds the tests beside a policy that is named alone', async () => {
    const { out } = await tollgate(['test', 'policies/instances.yml']);
    expect(out).toMatch(/^Policy tests: passed\. 3 cases pass\. 1 of 2 rules /);
  });

  it.each<[string, readonly string[], string, RegExp]>([
    ['broken documents', ['test', 'broken'], '.', /^broken\/a\.yml:4:\d+: .*"asert"/],
    ['no policies', ['test', 'empty'], '.', /^There is no policy in empty\. /],
    ['no folder of policies', ['test'], '.', /^There is no folder "policies" here\. Name the files/],
    ['a path that is not there', ['lint', 'polices'], '.', /^There is no file, folder or pack "polices"/],
    [
      'a day that is none',
      ['lint', 'broken', '--now', '2026-02-30'],
      '.',
      /^--now needs a day, and "2026-02-30" is none\./,
    ],
    ['an unknown command', ['tset'], '.', /unknown command 'tset'\n\(Did you mean test\?\)/],
  ])('ends with exit code 2 for %s', async (_, args, below, message) => {
    const { code, out, err } = await tollgate(args, join(folder, below));
    expect(err).toMatch(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

describe('tollgate policy lint', () => {
  it('writes a line for each finding', async () => {
    const { code, out, err } = await tollgate(['lint'], ungoverned);
    await expect(out).toMatchFileSnapshot('golden/policy-lint.txt');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('writes JSON that follows its schema', async () => {
    const { out } = await tollgate(['lint', '--format', 'json'], ungoverned);
    expect(schemaErrors('policy-lint-report', out)).toBeNull();
  });

  it('weighs exceptions by the day', async () => {
    const { out } = await tollgate(['lint', '--now', '2026-09-01'], ungoverned);
    expect(out).not.toContain('expired');
  });

  it('exits with 1 for warnings when it is strict, and with 2 for errors', async () => {
    expect((await tollgate(['lint', '--strict'])).code).toBe(1);
    const { code, out } = await tollgate(['lint', 'broken'], folder);
    expect(out).toMatch(/^Policy lint: failed\. 1 error and 1 warning in 1 policy .*\n\nbroken\/a\.yml:4:\d+: error: /);
    expect(code).toBe(2);
  });
});

describe('tollgate policy explain', () => {
  const explain = (address: string, ...more: readonly string[]) =>
    tollgate(['explain', '--policy', 'policies', '--resource', address, ...more]);

  it.each([
    ['policy-explain.txt', 'aws_instance.web'],
    ['policy-explain-change.txt', 'aws_instance.worker[1]'],
    ['policy-explain-excepted.txt', 'aws_s3_bucket.logs'],
  ])('writes %s', async (golden, address) => {
    const { code, out, err } = await explain(address);
    await expect(out).toMatchFileSnapshot(`golden/${golden}`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(schemaErrors('policy-explanation', (await explain(address, '--format', 'json')).out)).toBeNull();
  });

  it('names an exception that does not count any more', async () => {
    const { out } = await explain('aws_s3_bucket.logs', '--now', '2026-12-02');
    expect(out).toMatch(/^aws_s3_bucket\.logs: blocked\./);
    expect(out).toContain('The comment at main.tf:43 expired on 2026-12-01.');
  });

  it('explains one rule only', async () => {
    const { out } = await explain('aws_instance.web', '--rule', 'instances/small');
    expect(out.match(/^\S+\/\S+ \(/gm)).toEqual(['instances/small (']);
  });

  it.each([
    [['aws_instance.wep'], /^There is no resource "aws_instance\.wep"\. Did you mean "aws_instance\.web"\?/],
    [['aws_instance.worker'], /^There is no resource "aws_instance\.worker"\. There is "aws_instance\.worker\[0\]", /],
    [['aws_instance.web', '--rule', 'instances/smal'], /Did you mean "instances\/small"\?/],
  ])('suggests what may be meant by %j', async ([address = '', ...more], message) => {
    const { code, out, err } = await explain(address, ...more);
    expect(err).toMatch(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});
