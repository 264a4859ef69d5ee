import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type PlanInput,
  pastText,
  type ReadRootModulesOptions,
  type RootModuleOutcome,
  readPlanOrStateWithSources,
  readPlanWithSources,
  readRootModules,
  resourceViews,
  type StateInput,
  type WantedRoot,
} from '../index.ts';

type Files = Readonly<Record<string, string>>;

let folder: string;
let workingFolder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-read-'));
  workingFolder = join(folder, 'work');
  mkdirSync(workingFolder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(files: Files, below = workingFolder): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(below, path)), { recursive: true });
    writeFileSync(join(below, path), text);
  }
}

function git(...args: readonly string[]): void {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd: workingFolder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** Commits files, and puts others in the place of them. */
function change(before: Files, after: Files): void {
  put(before);
  git('init', '--quiet');
  git('add', '--all', '--force');
  git('commit', '--quiet', '--allow-empty', '--message', 'before');
  for (const path of Object.keys(before)) rmSync(join(workingFolder, path));
  put(after);
}

const volume = (size: number) => `resource "aws_ebs_volume" "a" {\n  size = ${size}\n}\n`;
const commit = { kind: 'commit', ref: 'HEAD' } as const;

const root = (path: string, given: Partial<WantedRoot> = {}): WantedRoot => ({
  name: path,
  path,
  plan: null,
  workspace: undefined,
  variables: [],
  ...given,
});

type Options = ReadRootModulesOptions<PlanInput | StateInput>;

async function read(roots: readonly WantedRoot[], given: Partial<Options> = {}) {
  const options: Options = {
    base: commit,
    followRenames: true,
    onlyAffected: null,
    readFile: readPlanOrStateWithSources,
    ...given,
  };
  const outcomes: RootModuleOutcome<PlanInput | StateInput>[] = [];
  for await (const one of readRootModules(roots, options, { workingFolder, environment: {} })) outcomes.push(one);
  return outcomes;
}

/** The sizes of each root module now and before, or what became of it. */
async function told(roots: readonly WantedRoot[], given: Partial<Options> = {}): Promise<readonly unknown[]> {
  return (await read(roots, given)).map((outcome) => {
    if (outcome.kind !== 'read') return `${outcome.kind} ${outcome.root.name}`;
    const { input, base } = outcome.root;
    const before = base === null ? null : resourceViews({ kind: 'configuration', evaluation: base.evaluation });
    return [resourceViews(input), before].map((views) => views?.map(({ values }) => values.size));
  });
}

/** What is told of the past of each root module; null for nothing. */
async function pasts(roots: readonly WantedRoot[], given: Partial<Options> = {}): Promise<readonly (string | null)[]> {
  return (await read(roots, given)).map((outcome) => {
    if (outcome.kind !== 'read') return null;
    const { name, past } = outcome.root;
    return past === null ? null : pastText(name, past);
  });
}

describe('root modules with what they were before', () => {
  it('are those of the commit', async () => {
    change({ 'a/main.tf': volume(1) }, { 'a/main.tf': volume(2), 'new/main.tf': 'locals {}' });
    const roots = [root('a'), root('new')];
    expect(await told(roots)).toEqual([
      [[2], [1]],
      [[], []],
    ]);
    expect(await pasts(roots)).toEqual([null, 'new was not there before the change: all of it is new.']);
    expect(await told([root('a')], { base: null })).toEqual([[[2], undefined]]);
  });

  it('know their files, their repository, and what settings call them', async () => {
    change({ 'live/a/main.tf': volume(1) }, { 'live/a/main.tf': volume(2), 'tollgate.yml': '{}' });
    const [outcome] = await read([root('live/a', { workspace: 'eu' })]);
    if (outcome?.kind !== 'read') return expect.fail('a root module');
    const { environments, repository, baseRepository, files } = outcome.root;
    expect(environments).toEqual(['live/a', 'eu']);
    expect(repository.readFile('tollgate.yml')).toBeDefined();
    expect(baseRepository?.readFile('tollgate.yml')).toBeUndefined();
    expect(files.pathOf('live/a/main.tf')).toBe('live/a/main.tf');
  });

  it('take files of variables from where these were', async () => {
    const main = `variable "size" { type = number }\n${volume(0).replace('0', 'var.size')}`;
    const files = { 'a/main.tf': main, 'a/x.tfvars': 'size = 1', 'y.tfvars': 'size = 3' };
    change(files, { 'b/main.tf': main, 'b/x.tfvars': 'size = 2', 'y.tfvars': 'size = 4' });
    const variables = (file: string) => ({ variables: [{ kind: 'file', file }] as const });
    expect(await told([root('b', variables('b/x.tfvars'))])).toEqual([[[2], [1]]]);
    expect(await told([root('b', variables('x.tfvars'))])).toEqual([[[2], [1]]]);
    expect(await told([root('b', variables('y.tfvars'))])).toEqual([[[4], [3]]]);
  });

  it('are not known where the base cannot be evaluated', async () => {
    change({ 'a/main.tf': 'locals { a = }' }, { 'a/main.tf': volume(2) });
    expect(await told([root('a')])).toEqual([[[2], undefined]]);
    expect(await pasts([root('a')])).toEqual([
      expect.stringMatching(
        /^What a was before the change is not known: it could not be evaluated \(Invalid expression/,
      ),
    ]);
  });

  it('are not known where there is no such commit', async () => {
    change({ 'a/main.tf': volume(1) }, { 'a/main.tf': volume(2) });
    expect(await pasts([root('a')], { base: { kind: 'commit', ref: 'gone' } })).toEqual([
      expect.stringMatching(/^What a was before the change is not known: it could not be read \(.*gone/),
    ]);
  });
});

describe('a folder as the base', () => {
  it('is another checkout', async () => {
    put({ 'live/a/main.tf': volume(2), 'live/b/main.tf': volume(4) });
    put({ 'live/a/main.tf': volume(1), 'live/b/main.tf': volume(3) }, join(folder, 'other'));
    const roots = [root('live/a'), root('live/b')];
    const expected = [
      [[2], [1]],
      [[4], [3]],
    ];
    expect(await told(roots, { base: { kind: 'folder', folder: '../other' } })).toEqual(expected);
    expect(await told(roots, { base: { kind: 'folder', folder: join(folder, 'other') } })).toEqual(expected);
  });

  it('is another checkout that has modules beside', async () => {
    const files = (size: number) => ({
      'a/main.tf': 'module "m" {\n  source = "../m"\n}\n',
      'm/main.tf': volume(size),
    });
    put(files(2));
    put(files(1), join(folder, 'other'));
    expect(await told([root('a')], { base: { kind: 'folder', folder: '../other' } })).toEqual([[[2], [1]]]);
  });

  it('is another root module, for a single one', async () => {
    change({}, { 'prod/main.tf': volume(2), 'staging/main.tf': volume(1) });
    const base = { kind: 'folder', folder: 'staging' } as const;
    const onlyAffected = { shared: [] };
    expect(await told([root('prod')], { base, onlyAffected })).toEqual([[[2], [1]]]);
    expect(await told([root('staging')], { base, onlyAffected })).toEqual(['unaffected staging']);
  });

  it('has to be there', async () => {
    put({ 'a/main.tf': volume(2) });
    expect(await pasts([root('a')], { base: { kind: 'folder', folder: 'none' } })).toEqual([
      expect.stringContaining('There is no folder none to compare with.'),
    ]);
  });
});

describe('a root module with another name', () => {
  const lines = (...names: readonly string[]) => names.map((name) => `resource "aws_x" "${name}" {}\n`).join('');

  it('is the one that is gone and the most alike', async () => {
    change(
      { 'infra/production/main.tf': lines('a', 'b', 'c', 'd'), 'infra/old/main.tf': lines('a', 'b', 'c') },
      { 'infra/prod/main.tf': lines('a', 'b', 'c', 'd', 'e'), 'infra/other/main.tf': lines('a', 'b', 'c', 'f') },
    );
    expect(await pasts([root('infra/other'), root('infra/prod')])).toEqual([
      'infra/other was infra/old before the change.',
      'infra/prod was infra/production before the change.',
    ]);
  });

  it.each<[string, Files, Files]>([
    ['one that is still there', { 'a/main.tf': lines('a', 'b') }, { 'a/main.tf': '', 'b/main.tf': lines('a', 'b') }],
    ['one with little in common', { 'a/main.tf': lines('a', 'b') }, { 'b/main.tf': lines('b', 'c') }],
    ['one with nothing but brackets in common', { 'a/main.tf': '{\n}\n' }, { 'b/main.tf': 'locals {\n}\n' }],
  ])('is not %s', async (_, before, after) => {
    change(before, after);
    expect(await pasts([root('b')])).toEqual(['b was not there before the change: all of it is new.']);
  });

  it('is a new one for who does not follow names', async () => {
    change({ 'a/main.tf': volume(1) }, { 'b/main.tf': volume(1) });
    expect(await told([root('b')], { followRenames: false })).toEqual([[[1], []]]);
    expect(await told([root('b')])).toEqual([[[1], [1]]]);
  });
});

describe('root modules that the change cannot affect', () => {
  it('are named and not read', async () => {
    const call = 'module "m" {\n  source = "../m"\n}\n';
    const before = { 'a/main.tf': volume(1), 'b/main.tf': volume(1), 'c/main.tf': call, 'm/main.tf': '' };
    change(before, { ...before, 'b/main.tf': 'broken', 'm/main.tf': volume(2) });
    const roots = ['a', 'b', 'c'].map((path) => root(path));
    const expected = ['unaffected a', 'unread b', [[2], []]];
    expect(await told(roots, { onlyAffected: { shared: [] } })).toEqual(expected);
  });

  it('are read when what all of them need has changed', async () => {
    change({ 'a/main.tf': volume(1) }, { 'a/main.tf': volume(1), 'usage.yml': 'version: 0.1' });
    expect(await told([root('a')], { onlyAffected: { shared: ['usage.yml'] } })).toEqual([[[1], [1]]]);
  });

  it('are those whose files of variables are the same', async () => {
    const main = 'variable "a" { default = 1 }';
    change(
      { 'a/main.tf': main, 'a/x.tfvars': 'a = 1', 'y.tfvars': 'a = 1' },
      { 'a/main.tf': main, 'a/x.tfvars': 'a = 1', 'y.tfvars': 'a = 2' },
    );
    const variant = (file: string) => root('a', { name: file, variables: [{ kind: 'file', file }] });
    const outcomes = await read([variant('x.tfvars'), variant('y.tfvars')], { onlyAffected: { shared: [] } });
    expect(outcomes.map(({ kind }) => kind)).toEqual(['unaffected', 'read']);
  });
});

describe('plans and states', () => {
  const state = {
    version: 4,
    serial: 1,
    lineage: 'a',
    resources: [
      {
        mode: 'managed',
        type: 'aws_ebs_volume',
        name: 'a',
        provider: 'provider["registry.terraform.io/hashicorp/aws"]',
        instances: [{ attributes: { size: 8 } }],
      },
    ],
  };

  it('are read with the lines of the configuration beside them', async () => {
    put({ 'state.json': JSON.stringify(state), 'a/main.tf': volume(8) });
    const [outcome] = await read([root('a', { plan: join(workingFolder, 'state.json') })]);
    if (outcome?.kind !== 'read') return expect.fail('a root module');
    const { input, environments, base } = outcome.root;
    expect(resourceViews(input)).toMatchObject([
      { origin: 'state', values: { size: 8 }, source: { file: 'a/main.tf', startLine: 1 } },
    ]);
    expect([environments, base]).toEqual([null, null]);
  });

  it('are refused where only a plan will do', async () => {
    put({ 'state.json': JSON.stringify(state), 'a/main.tf': volume(8) });
    const reading = readRootModules(
      [root('a', { plan: join(workingFolder, 'state.json') })],
      { base: null, followRenames: false, onlyAffected: null, readFile: readPlanWithSources },
      { workingFolder, environment: {} },
    );
    await expect(reading.next()).rejects.toThrow('it is a Terraform state file');
  });
});

describe('a root module that cannot be read', () => {
  it('is told among others, and an error alone', async () => {
    put({ 'a/main.tf': volume(1) });
    expect(await told([root('a'), root('none')], { base: null })).toEqual([[[1], undefined], 'unread none']);
    await expect(told([root('none')], { base: null })).rejects.toThrow('There is no folder none.');
  });
});

describe('root modules that are gone', () => {
  const before = { 'a/main.tf': volume(1), 'b/main.tf': volume(2), 'c/x/main.tf': volume(3) };
  const gonePaths = (...paths: readonly string[]) => ({ gonePaths: paths });

  it('are those of the base to which patterns led', async () => {
    change(before, { 'a/main.tf': volume(1) });
    const roots = [root('a')];
    expect(await told(roots, gonePaths('*'))).toEqual([
      [[1], [1]],
      [[], [2]],
    ]);
    expect(await told(roots, gonePaths('**', '!b'))).toEqual([
      [[1], [1]],
      [[], [3]],
    ]);
    expect(await told(roots, gonePaths('a'))).toEqual([[[1], [1]]]);
    expect(await pasts(roots, gonePaths('*'))).toEqual([null, 'b is not there any more after the change.']);
  });

  it('are found by themselves, from the working folder', async () => {
    change(
      { 'live/a/main.tf': volume(1), 'live/b/main.tf': volume(2), 'other/main.tf': volume(3) },
      { 'live/a/main.tf': volume(1) },
    );
    workingFolder = join(workingFolder, 'live');
    const expected = [
      [[1], [1]],
      [[], [2]],
    ];
    expect(await told([root('a')], gonePaths('auto'))).toEqual(expected);
    put({ 'a/main.tf': volume(1), 'b/main.tf': volume(2) }, join(folder, 'live'));
    expect(await told([root('a')], { base: { kind: 'folder', folder: '../../live' }, ...gonePaths('auto') })).toEqual(
      expected,
    );
  });

  it('are not those with another name', async () => {
    change(before, { 'a/main.tf': volume(1), 'd/main.tf': volume(2), 'c/x/main.tf': volume(3) });
    expect(await told([root('a'), root('d')], gonePaths('*'))).toEqual([
      [[1], [1]],
      [[2], [2]],
    ]);
  });

  it('are those of a folder', async () => {
    put({ 'a/main.tf': volume(1) });
    put({ 'a/main.tf': volume(1), 'b/main.tf': volume(2) }, join(folder, 'other'));
    expect(await told([root('a')], { base: { kind: 'folder', folder: '../other' }, gonePaths: ['*'] })).toEqual([
      [[1], [1]],
      [[], [2]],
    ]);
  });
});
