import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const bin = join(root, 'packages/cli/bin/tollgate.js');
const sample = join(import.meta.dirname, 'data/shop');

interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the built command and gives what a shell would see. */
function tollgate(args: readonly string[], { cwd = sample, input, env = {} }: RunOptions = {}) {
  const run = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    ...(input !== undefined && { input }),
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

/** The evaluation that a run writes as JSON. */
function evaluate(args: readonly string[], options: RunOptions = {}) {
  const run = tollgate(['eval', ...args, '--format', 'json'], options);
  return { ...run, evaluation: JSON.parse(run.out) };
}

/** Known outputs by their names. */
function outputsOf(args: readonly string[], options: RunOptions = {}): Record<string, unknown> {
  const outputs: Record<string, { value: unknown }> = evaluate(args, options).evaluation.outputs;
  return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
}

const schema = JSON.parse(readFileSync(join(root, 'packages/terraform/schema/evaluation.json'), 'utf8'));
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

/** What the schema has against a result; null when it follows it. */
function problemsOf(result: unknown) {
  return validate(result) ? null : validate.errors;
}

let folder: string;

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function git(...args: string[]): void {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  const run = spawnSync('git', [...identity, ...args], {
    cwd: join(folder, 'repository'),
    encoding: 'utf8',
    env: { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' },
  });
  if (run.status !== 0) throw new Error(run.stderr);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-eval-'));
  write({
    'order/main.tf':
      'variable "a" {\n  default = "default"\n}\noutput "a" {\n  value = var.a\n}\noutput "workspace" {\n  value = terraform.workspace\n}\n',
    'order/one.tfvars': 'a = "file one"\n',
    'two.tfvars': 'a = "file two"\n',
    'broken/main.tf': 'output "a" {\n  value = local.none\n}\nresource "x_y" "z" {\n  b = 1\n}\n',
    'hostile/main.tf': 'output "a" {\n  value = "\\u001b[2J\\u202e"\n}\noutput "b" {\n  value = "x\u001b[31m" + 1\n}\n',
    'secret/main.tf': 'variable "n" {\n  type = number\n}\n',
    'secret/terraform.tfvars': 'n = "hunter2"\n',
    'empty/README.md': '',
    'empty/live/main.tf': 'provider "aws" {\n  region = "eu-west-1"\n}\n',
    'repository/infra/live/main.tf':
      'module "a" {\n  source = "../modules/a"\n}\noutput "a" {\n  value = module.a.a\n}\n',
    'repository/infra/modules/a/main.tf': 'output "a" {\n  value = "first"\n}\nresource "x_y" "z" {}\n',
    'repository/infra/live/prod.tfvars': '',
    'no-array.json': '{}',
    'no-texts.json': '["a", 1]',
    'no-json.json': '[',
  });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'first');
  write({ 'repository/infra/modules/a/main.tf': 'output "a" {\n  value = "second"\n}\n' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('tollgate eval DIR', () => {
  it('shows resources by module with their places, outputs, and what is unknown and why', async () => {
    const { code, out, err } = tollgate(['eval']);
    await expect(out).toMatchFileSnapshot('golden/eval.txt');
    await expect(err).toMatchFileSnapshot('golden/eval-warnings.txt');
    expect(code).toBe(0);
  });

  it('writes the evaluation as JSON that follows its schema', () => {
    const { code, evaluation } = evaluate(['--var', 'owner=team-shop']);
    expect(problemsOf(evaluation)).toBeNull();
    expect(code).toBe(0);
    expect(evaluation.resources.map(({ address }: { address: string }) => address)).toEqual([
      'data.aws_ami.base',
      'aws_instance.web["a"]',
      'aws_instance.web["b"]',
      'aws_db_instance.orders',
      'aws_eip.web',
      'module.queue.aws_sqs_queue.this[0]',
      'module.queue.aws_sqs_queue.this[1]',
    ]);
    expect(evaluation.resources[5].source).toEqual({
      file: 'modules/queue/main.tf',
      startLine: 5,
      startColumn: 1,
      endLine: 8,
      endColumn: 2,
      callers: [{ address: 'module.queue', file: 'main.tf', startLine: 61, startColumn: 1, endLine: 64, endColumn: 2 }],
    });
  });

  it('never shows a sensitive value', () => {
    const runs = [
      tollgate(['eval']),
      tollgate(['eval', '--format', 'json']),
      tollgate(['eval', '--var', 'database_password=hunter2', '--format', 'json']),
    ];
    for (const { out, err } of runs) expect(out + err).not.toMatch(/not-for-reports|hunter2/);
  });

  it('writes to a file what it would have printed', () => {
    const file = join(folder, 'result.txt');
    expect(tollgate(['eval', '--output', file])).toMatchObject({ code: 0, out: '' });
    expect(readFileSync(file, 'utf8')).toBe(tollgate(['eval']).out);
  });

  it('gives the same from anywhere, with names from where it runs', () => {
    const fileOf = (args: string[], cwd: string) => evaluate(args, { cwd }).evaluation.resources[0].source.file;
    const outside = join(folder, 'elsewhere');
    cpSync(sample, outside, { recursive: true });
    expect(fileOf(['elsewhere'], folder)).toBe('elsewhere/main.tf');
    expect(fileOf(['..'], join(outside, 'modules'))).toBe('../main.tf');
    expect(fileOf([outside], sample)).toBe('main.tf');
  });
});

describe('variables', () => {
  const order = (args: string[], env: Record<string, string> = {}) =>
    outputsOf(['order', ...args], { cwd: folder, env }).a;

  it.each<[string, string[], Record<string, string>, string]>([
    ['their default', [], {}, 'default'],
    ['the environment', [], { TF_VAR_a: 'environment' }, 'environment'],
    ['--var', ['--var', 'a=x=y'], { TF_VAR_a: 'environment' }, 'x=y'],
    ['--var-file, from the current folder', ['--var-file', 'two.tfvars'], {}, 'file two'],
    ['--var-file, from the folder of the configuration', ['--var-file', 'one.tfvars'], {}, 'file one'],
    ['what is given last: a value', ['--var-file', 'two.tfvars', '--var', 'a=value'], {}, 'value'],
    ['what is given last: a file', ['--var', 'a=value', '--var-file=two.tfvars'], {}, 'file two'],
    ['what is given last: the second file', ['--var-file', 'two.tfvars', '--var-file', 'one.tfvars'], {}, 'file one'],
  ])('come from %s', (_, args, env, value) => {
    expect(order(args, env)).toBe(value);
  });

  it('can be in a file outside of the repository', () => {
    expect(outputsOf(['infra/live', '--var-file', '../two.tfvars'], { cwd: join(folder, 'repository') })).toEqual({
      a: 'second',
    });
  });

  it.each<[string[], Record<string, string>, string]>([
    [[], {}, 'default'],
    [[], { TF_WORKSPACE: 'staging' }, 'staging'],
    [['--workspace', 'prod'], { TF_WORKSPACE: 'staging' }, 'prod'],
  ])('and the workspace: %j %j', (args, env, workspace) => {
    expect(outputsOf(['order', ...args], { cwd: folder, env }).workspace).toBe(workspace);
  });
});

describe('tollgate eval --ref', () => {
  const repository = () => join(folder, 'repository');

  it('reads a commit and not what is checked out, with modules beside the folder', () => {
    expect(outputsOf(['infra/live', '--ref', 'main'], { cwd: repository() })).toEqual({ a: 'first' });
    expect(outputsOf(['infra/live'], { cwd: repository() })).toEqual({ a: 'second' });
    expect(
      outputsOf(['--ref', 'HEAD', '--var-file', 'prod.tfvars'], { cwd: join(repository(), 'infra/live') }),
    ).toEqual({ a: 'first' });
  });

  it('names files as they are called in the current folder', () => {
    const [resource] = evaluate(['infra/live', '--ref', 'main'], { cwd: repository() }).evaluation.resources;
    expect(resource.source.file).toBe('infra/modules/a/main.tf');
    expect(resource.source.callers[0].file).toBe('infra/live/main.tf');
  });

  it.each<[string, string[], string]>([
    [
      'a commit that is not there',
      ['infra/live', '--ref', 'nope'],
      'This clone has no commit nope. Fetch it with: git fetch origin nope',
    ],
    ['an option of git', ['infra/live', '--ref=--output=x'], '"--output=x" is no name of a commit.'],
    ['a folder that the commit lacks', ['gone', '--ref', 'main'], 'The commit main has no folder gone.'],
  ])('refuses %s', (_, args, message) => {
    const run = tollgate(['eval', ...args], { cwd: repository() });
    expect(run.err).toContain(message);
    expect(run).toMatchObject({ code: 2, out: '' });
  });
});

describe('tollgate eval PLAN', () => {
  const head = join(root, 'examples/pull-request/head');

  it('shows a plan in the same way', async () => {
    const { code, out, err } = tollgate(['eval', 'plan.json'], { cwd: head });
    await expect(out).toMatchFileSnapshot('golden/eval-plan.txt');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('writes JSON that follows the same schema', () => {
    const { evaluation } = evaluate(['plan.json'], { cwd: head });
    expect(problemsOf(evaluation)).toBeNull();
    expect(evaluation.resources).toHaveLength(8);
  });

  it('reads it on standard input, and finds the blocks in --source', () => {
    const input = readFileSync(join(head, 'plan.json'));
    const [resource] = evaluate(['-', '--source', 'examples/pull-request/head'], { cwd: root, input }).evaluation
      .resources;
    expect(resource.source.file).toBe('examples/pull-request/head/main.tf');
  });
});

describe('tollgate eval --expressions', () => {
  it('shows the value of each, or what is wrong with it', async () => {
    const { code, out } = tollgate(['eval', '--expressions', 'expressions.json']);
    await expect(out).toMatchFileSnapshot('golden/eval-expressions.txt');
    expect(code).toBe(0);
  });

  it('writes JSON that follows the schema', () => {
    const { evaluation } = evaluate(['--expressions', 'expressions.json', '--var', 'environment=prod']);
    expect(problemsOf(evaluation)).toBeNull();
    expect(evaluation.results[0]).toMatchObject({
      expr: 'local.name',
      ok: true,
      known: true,
      type: 'string',
      value: 'shop-prod',
    });
    expect(evaluation.results[4]).toMatchObject({ expr: '1 +', ok: false, error: 'Missing expression' });
  });

  it('reads them on standard input, and needs no configuration', () => {
    const { code, evaluation } = evaluate(['empty', '--expressions', '-'], { cwd: folder, input: '["1 + 1"]' });
    expect(evaluation.results).toMatchObject([{ expr: '1 + 1', value: 2 }]);
    expect(code).toBe(0);
  });

  it('ends with exit code 2 when the configuration has errors', () => {
    const run = tollgate(['eval', 'broken', '--expressions', '-'], { cwd: folder, input: '["1"]' });
    expect(run).toMatchObject({ code: 2, out: '1\n  1\n' });
    expect(run.err).toMatch(/^Error: Reference to undeclared local value/);
  });
});

describe('a configuration with errors', () => {
  it('ends with exit code 2, all errors with their places, and what could be evaluated', () => {
    const { code, out, err } = tollgate(['eval', 'broken'], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toMatch(
      /^Error: Reference to undeclared local value\n\n {2}on broken\/main\.tf:2:11\n {5}2: {3}value = local\.none\n\n/,
    );
    expect(out).toContain('x_y.z  broken/main.tf:4');
  });

  it('has them in the JSON too', () => {
    const { code, evaluation } = evaluate(['broken'], { cwd: folder });
    expect(code).toBe(2);
    expect(problemsOf(evaluation)).toBeNull();
    expect(evaluation.diagnostics).toMatchObject([
      { severity: 'error', source: { file: 'broken/main.tf', startLine: 2 } },
    ]);
  });

  it('cannot act on the terminal', () => {
    const { out, err } = tollgate(['eval', 'hostile'], { cwd: folder });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there.
    expect(out + err).not.toMatch(/[\u001b\u202e]/);
    expect(out).toContain('a = "\\u{1b}[2J\\u{202e}"');
  });

  it('does not show lines of variables, which can hold secrets', () => {
    const { code, err } = tollgate(['eval', 'secret'], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toContain('on secret/terraform.tfvars:1:5');
    expect(err).not.toContain('hunter2');
  });
});

describe('input that cannot be used ends with exit code 2 and one sentence', () => {
  it.each<[string, string[], RegExp]>([
    [
      'a folder that is not there',
      ['nope'],
      /^There is no folder nope\. Give the folder of a root module, or a plan as JSON\./,
    ],
    [
      'a folder without configuration',
      ['empty'],
      /^The folder "empty" holds no Terraform configuration\. Give one of the root modules below it: empty\/live\./,
    ],
    [
      'a file that is no plan',
      ['no-array.json'],
      /^Cannot read the plan no-array\.json: it is JSON, and no Terraform plan/,
    ],
    ['a variable without a value', ['order', '--var', 'a'], /^--var needs a name and a value, and "a" is none\./],
    ['a file of variables that is not there', ['order', '--var-file', 'no.tfvars'], /^There is no file no\.tfvars\./],
    ['variables for a plan', ['no-array.json', '--var', 'a=b'], /^--var and --var-file cannot be used with a plan/],
    ['a source for a folder', ['order', '--source', 'order'], /^--source goes with a plan/],
    [
      'a commit in no repository',
      ['order', '--ref', 'main'],
      /^Cannot read a commit of .*order: it is in no git repository\./,
    ],
    [
      'expressions in no array',
      ['order', '--expressions', 'no-array.json'],
      /^Cannot read the expressions in no-array\.json: it is no array\. Write a JSON array/,
    ],
    ['expressions that are no texts', ['order', '--expressions', 'no-texts.json'], /item 2 is no text/],
    ['expressions that are no JSON', ['order', '--expressions', 'no-json.json'], /it is not JSON/],
    ['expressions that are not there', ['order', '--expressions', 'gone.json'], /there is no such file/],
    ['a wrong format', ['order', '--format', 'markdown'], /Allowed choices are text, json\./],
  ])('%s', (_, args, message) => {
    const { code, out, err } = tollgate(['eval', ...args], { cwd: folder });
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at |unexpectedly/);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

it('reads nothing outside of the repository', () => {
  write({
    'repository/evil/main.tf':
      'output "a" {\n  value = try(file("../../two.tfvars"), "not read")\n}\noutput "b" {\n  value = try(file("link"), "not read")\n}\noutput "c" {\n  value = try(file("../.git/config"), "not read")\n}\n',
  });
  symlinkSync('../../two.tfvars', join(folder, 'repository/evil/link'));
  const { out, err } = tollgate(['eval', 'evil', '--format', 'json'], { cwd: join(folder, 'repository') });
  expect(out + err).not.toMatch(/file two|repositoryformatversion/);
});
