import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const bin = join(root, 'packages/cli/bin/tollgate.js');
const sample = join(root, 'examples/pull-request/head');

/** Runs the built command and gives what a shell would see. */
function tollgate(args: readonly string[], options: { cwd?: string; input?: string | Buffer } = {}) {
  const run = spawnSync(process.execPath, [bin, ...args], {
    cwd: options.cwd ?? sample,
    ...(options.input !== undefined && { input: options.input }),
    encoding: 'utf8',
    env: {},
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

/** A plan that changes one of the resources of another. */
function onlyResource(plan: string, address: string): string {
  const document = JSON.parse(plan);
  const changes = document.resource_changes.filter((change: { address: string }) => change.address === address);
  return JSON.stringify({ ...document, resource_changes: changes });
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-cli-'));
  mkdirSync(join(folder, 'folder'));
  const plan = readFileSync(join(sample, 'plan.json'), 'utf8');
  const files: Record<string, string | Buffer> = {
    'plan.json': plan,
    'utf-16le.json': Buffer.from(`\ufeff${plan}`, 'utf16le'),
    'utf-8-bom.json': `\ufeff${plan}`,
    'empty.json': '',
    'cut.json': plan.slice(0, 500),
    'other.json': '{"name": "tollgate"}',
    'state.json': '{"format_version": "1.0", "values": {"root_module": {}}}',
    'future.json': '{"format_version": "2.0", "resource_changes": []}',
    'no-changes.json': '{"format_version": "1.2", "terraform_version": "1.13.4", "planned_values": {}}',
    'errored.json': '{"format_version": "1.2", "errored": true, "resource_changes": []}',
    'binary.tfplan': Buffer.from('PK\u0003\u0004'),
    'hidden.json': plan,
    'unknown.json': onlyResource(plan, 'aws_cloudwatch_log_group.exports'),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  chmodSync(join(folder, 'hidden.json'), 0o000);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('tollgate check PLAN --required-tags', () => {
  const required = ['--required-tags', 'Owner,CostCenter'];

  it('blocks a plan with violations, says why in text, and exits with 1', async () => {
    const { code, out, err } = tollgate(['check', 'plan.json', ...required]);
    await expect(out).toMatchFileSnapshot('golden/check.txt');
    expect({ code, err }).toEqual({ code: 1, err: '' });
  });

  it('writes Markdown', async () => {
    const { out } = tollgate(['check', 'plan.json', ...required, '--format', 'markdown']);
    await expect(out).toMatchFileSnapshot('golden/check.md');
  });

  it('writes the decision as JSON that follows its schema', async () => {
    const { out } = tollgate(['check', 'plan.json', ...required, '--format', 'json']);
    const schema = JSON.parse(readFileSync(join(root, 'packages/policy-engine/schema/decision.json'), 'utf8'));
    const validate = new Ajv2020({ strict: true }).compile(schema);
    expect(validate(JSON.parse(out)), JSON.stringify(validate.errors)).toBe(true);
    await expect(out).toMatchFileSnapshot('golden/check.json');
  });

  it('passes with exit code 0 when every key is there, also where only the provider sets it', () => {
    const { code, out } = tollgate(['check', 'plan.json', '--required-tags', 'CostCenter']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Tags: passed\. 6 changed resources carry CostCenter\.\n/);
  });

  it.each([
    ['pass', 0, 'passed'],
    ['warn', 0, 'warned'],
    ['fail', 1, 'blocked'],
  ])('follows --on-unknown %s', (effect, code, outcome) => {
    const run = tollgate(['check', join(folder, 'unknown.json'), ...required, '--on-unknown', effect]);
    expect(run.code).toBe(code);
    expect(run.out).toContain(`Tags: ${outcome}.`);
  });

  it.each(['utf-16le.json', 'utf-8-bom.json'])('reads %s like any other plan', (file) => {
    const text = tollgate(['check', join(folder, file), ...required, '--format', 'json']).out;
    expect(text).toBe(tollgate(['check', 'plan.json', ...required, '--format', 'json']).out);
  });

  it('reads a plan on standard input', () => {
    const { code, out } = tollgate(['check', '-', ...required], { input: readFileSync(join(sample, 'plan.json')) });
    expect(code).toBe(1);
    expect(out).toContain('plan standard input (Terraform 1.13.4)');
  });

  it('writes to a file what it would have printed', () => {
    const file = join(folder, 'result.txt');
    const { code, out } = tollgate(['check', 'plan.json', ...required, '--output', file]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(readFileSync(file, 'utf8')).toBe(tollgate(['check', 'plan.json', ...required]).out);
  });

  it('says why findings have no lines when the folder holds another configuration', () => {
    const elsewhere = tollgate(['check', join(sample, 'plan.json'), ...required], { cwd: folder });
    expect(elsewhere.out).toContain(
      'Findings have no lines: the folder that was looked at defines no resource of the plan.',
    );
    expect(tollgate(['check', 'plan.json', ...required]).out).not.toContain('Findings have no lines');
  });

  it('says so when there is nothing to judge', () => {
    const { code, out } = tollgate(['check', join(folder, 'no-changes.json'), ...required]);
    expect(code).toBe(0);
    expect(out).toContain('The plan changes no resource that can carry tags.');
    expect(out).toContain('Policy "required-tags" matched nothing');
  });
});

describe('input that cannot be used ends with exit code 2 and one sentence', () => {
  const check = (file: string) => ['check', file, '--required-tags', 'Owner'];
  const cases: [string, string[], RegExp][] = [
    [
      'a file that is not there',
      check('nope.json'),
      /^Cannot read the plan nope\.json: there is no such file\. Write the plan with:/,
    ],
    ['a folder without configuration', check('folder'), /^The folder "folder" holds no Terraform configuration\./],
    [
      'a folder that is not there',
      check('nope'),
      /^There is no folder nope\. Give the folder of a root module, or a plan/,
    ],
    ['a path through a file', check('plan.json/x.json'), /a part of its path is a file and not a folder/],
    ['an empty file', check('empty.json'), /the file is empty/],
    [
      'a file that was cut off',
      check('cut.json'),
      /^Cannot read the plan cut\.json: the file ends too early, in line \d+, column \d+/,
    ],
    ['JSON that is no plan', check('other.json'), /it is JSON, and no Terraform plan/],
    ['a state', check('state.json'), /it is the JSON of a state/],
    [
      'a format of the future',
      check('future.json'),
      /its format version is 2\.0, and this release reads the versions 0\.1 to 1\.x/,
    ],
    ['a plan that failed', check('errored.json'), /Terraform marked the plan as errored/],
    [
      'a binary plan',
      check('binary.tfplan'),
      /Turn it into JSON with: terraform show -json binary\.tfplan > plan\.json/,
    ],
    ['no command that exists', ['chek'], /^error: unknown command 'chek'\n\(Did you mean check\?\)/],
    [
      'no option that exists',
      [...check('plan.json'), '--formt', 'json'],
      /unknown option '--formt'\n\(Did you mean --format\?\)/,
    ],
    [
      'a wrong format',
      [...check('plan.json'), '--format', 'xml'],
      /argument 'xml' is invalid\. Allowed choices are text, json, markdown, html, sarif, junit\./,
    ],
    ['no keys', ['check', 'plan.json', '--required-tags', ' , '], /^--required-tags names no key in " , "/],
    ['nothing to judge by', ['check', 'plan.json'], /^There is nothing to judge by\. Give policies with --policy/],
    [
      'an output that cannot be written',
      [...check('plan.json'), '--output', 'no/such/folder'],
      /^Cannot write the result to no\/such\/folder:/,
    ],
    ['a source folder that is not there', [...check('plan.json'), '--source', 'infra'], /^There is no folder infra\./],
  ];
  it.each(cases)('%s', (_, args, message) => {
    const { code, out, err } = tollgate(args, { cwd: folder });
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at |unexpectedly/);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  // Root reads every file, whatever its mode.
  it.skipIf(process.getuid?.() === 0)('a file that may not be read', () => {
    expect(tollgate(check('hidden.json'), { cwd: folder }).err).toMatch(/this user may not read it/);
  });
});
