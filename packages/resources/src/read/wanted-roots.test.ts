import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { memoryTree } from '@tollgate/terraform';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inputNames, type WantedRoots, wantedRoots } from './wanted-roots.ts';

let workingFolder: string;
beforeEach(() => {
  workingFolder = mkdtempSync(join(tmpdir(), 'tollgate-roots-'));
  for (const folder of ['infra/dev', 'infra/prod', 'other/inner']) {
    mkdirSync(join(workingFolder, folder), { recursive: true });
    writeFileSync(join(workingFolder, folder, 'main.tf'), '');
  }
});
afterEach(() => rmSync(workingFolder, { recursive: true, force: true }));

const link = (to: string, path: string) => symlinkSync(to, join(workingFolder, path));

function rootsOf(given: Partial<WantedRoots>) {
  return wantedRoots({
    paths: ['.'],
    plans: [],
    workspace: '',
    varFiles: [],
    workingFolder,
    before: null,
    names: inputNames,
    ...given,
  });
}

async function namesOf(...paths: string[]): Promise<string[]> {
  return (await rootsOf({ paths })).map(({ name }) => name);
}

describe('root modules that are named', () => {
  it('are one however often and however they are written', async () => {
    expect(await namesOf('infra/prod', './infra/prod', 'infra/prod/')).toEqual(['infra/prod']);
    expect(await namesOf('./')).toEqual(['.']);
    expect(await namesOf('infra/prod/', './infra/*')).toEqual(['infra/prod', 'infra/dev']);
  });

  it('are matched by a pattern where a link has taken their place', async () => {
    rmSync(join(workingFolder, 'infra/prod'), { recursive: true });
    link('../other/inner', 'infra/prod');
    expect(await namesOf('infra/*')).toEqual(['infra/dev', 'infra/prod']);
  });

  it('are matched by a pattern behind a link', async () => {
    link('other', 'live');
    expect(await namesOf('live/*')).toEqual(['live/inner']);
  });

  it('are found once where links lead in a circle', async () => {
    link('.', 'infra/self');
    link('../infra', 'infra/round');
    expect(await namesOf('infra/*')).toEqual(['infra/dev', 'infra/prod']);
    expect(await namesOf('infra/**')).toEqual([
      'infra/dev',
      'infra/prod',
      'infra/round/dev',
      'infra/round/prod',
      'infra/self/dev',
      'infra/self/prod',
    ]);
  });
});

describe('root modules that are not named', () => {
  it('are found, with their workspaces and variables', async () => {
    writeFileSync(join(workingFolder, 'infra/dev/main.tf'), 'provider "aws" { region = "eu-west-1" }');
    writeFileSync(join(workingFolder, 'infra/dev/prod.tfvars'), '');
    const own = { kind: 'file', file: 'infra/dev/prod.tfvars' };
    const given = { kind: 'file', file: 'all.tfvars' };
    expect(await rootsOf({ paths: ['auto'], varFiles: ['all.tfvars'], workspace: 'eu' })).toEqual([
      { name: 'infra/dev (prod)', path: 'infra/dev', plan: null, workspace: 'eu', variables: [own, given] },
    ]);
  });
});

describe('plans', () => {
  it('are told apart by their files where they are of one root module', async () => {
    const roots = await rootsOf({ paths: ['infra/dev', 'infra/dev', 'a'], plans: ['eu.json', 'us.json', 'a.json'] });
    expect(roots.map(({ name, path, plan }) => [name, path, plan])).toEqual([
      ['eu.json', 'infra/dev', 'eu.json'],
      ['us.json', 'infra/dev', 'us.json'],
      ['a', 'a', 'a.json'],
    ]);
  });
});

describe('what cannot be meant is refused by the names of the options', () => {
  it.each<[string, Partial<WantedRoots>, string]>([
    ['a folder outside', { paths: ['../x'] }, 'The folder ../x is outside of the workspace.'],
    ['auto beside others', { paths: ['auto', 'a'] }, 'Input "path" has "auto" beside others.'],
    [
      'a pattern of nothing',
      { paths: ['none/*'] },
      'No folder with Terraform configuration matches the input "path": none/*.',
    ],
    [
      'more plans than folders',
      { plans: ['a', 'b'] },
      'Inputs "plan-file" and "path" go together line by line, but the one has 2',
    ],
    ['plans of a pattern', { paths: ['*'], plans: ['a'] }, 'Input "path" must name the root module of each plan'],
    [
      'a workspace for a plan',
      { plans: ['a'], workspace: 'w' },
      'Input "workspace" cannot be used with "plan-file": Terraform',
    ],
    [
      'variables for a plan',
      { plans: ['a'], varFiles: ['w'] },
      'Input "var-files" cannot be used with "plan-file": Terraform',
    ],
    [
      'auto where there is nothing',
      { paths: ['auto'] },
      'There is no root module in the workspace. Name them in the input "path"',
    ],
  ])('%s', async (_, given, message) => {
    await expect(rootsOf(given)).rejects.toThrow(message);
  });
});

describe('root modules that a change drops from tollgate.yml', () => {
  const settings = (...roots: readonly string[]) => `roots:\n${roots.map((path) => `  - path: ${path}\n`).join('')}`;
  const configuration = 'resource "aws_vpc" "a" {}\n';

  it.each([
    ['count as long as their folders are there', settings('a', 'b'), ['a', 'b']],
    ['are not there any more', settings('a', 'gone'), ['a']],
    ['are unknown where the settings were broken', 'roots: 1\n', ['a']],
  ])('%s', async (_, earlier, expected) => {
    for (const folder of ['a', 'b']) {
      mkdirSync(join(workingFolder, folder), { recursive: true });
      writeFileSync(join(workingFolder, folder, 'main.tf'), configuration);
    }
    writeFileSync(join(workingFolder, 'tollgate.yml'), settings('a'));
    const before = memoryTree({
      'tollgate.yml': earlier,
      'a/main.tf': configuration,
      'b/main.tf': configuration,
      'gone/main.tf': configuration,
    });
    expect((await rootsOf({ paths: ['auto'], before })).map(({ name }) => name)).toEqual(expected);
  });
});

describe('root modules that a change would have overlooked', () => {
  const marked = 'provider "aws" {\n  region = "eu-west-1"\n}\nresource "aws_vpc" "a" {}\n';
  const unmarked = 'resource "aws_vpc" "a" {}\n';
  const calls = (folder: string) => `module "x" {\n  source = "../${folder}"\n}\n`;

  it.each<[string, Readonly<Record<string, string>>, string[]]>([
    ['since it takes away their provider', { 'b/main.tf': unmarked }, ['a', 'b']],
    ['since it breaks them', { 'b/main.tf': 'resource "x" {' }, ['a', 'b']],
    ['since what is no root module calls them', { 'c/main.tf': calls('b') }, ['a', 'b']],
    ['since it names others', { 'tollgate.yml': 'roots:\n  - path: a\n' }, ['a', 'b']],
    ['but for those that a root module calls now', { 'a/main.tf': marked + calls('b') }, ['a']],
    ['but for those that get variables', { 'b/prod.tfvars': '' }, ['a', 'b (prod)']],
  ])('%s', async (_, change, expected) => {
    rmSync(workingFolder, { recursive: true });
    const files = { 'a/main.tf': marked, 'b/main.tf': marked };
    for (const [path, text] of Object.entries({ ...files, ...change })) {
      mkdirSync(join(workingFolder, dirname(path)), { recursive: true });
      writeFileSync(join(workingFolder, path), text);
    }
    const roots = await rootsOf({ paths: ['auto'], before: memoryTree(files) });
    expect(roots.map(({ name }) => name)).toEqual(expected);
  });

  it('are none where it takes all of them away', async () => {
    rmSync(workingFolder, { recursive: true });
    mkdirSync(workingFolder);
    expect(await rootsOf({ paths: ['auto'], before: memoryTree({ 'a/main.tf': marked }) })).toEqual([]);
  });
});
