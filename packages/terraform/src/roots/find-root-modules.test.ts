import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderTree } from '../tree/folder-tree.ts';
import { memoryTree } from '../tree/memory-tree.ts';
import { findRootModules } from './find-root-modules.ts';

const provider = 'provider "aws" {\n  region = "eu-west-1"\n}\n';
const backend = 'terraform {\n  backend "s3" {}\n}\n';
const resource = 'resource "aws_vpc" "this" {}\n';
const call = (source: string) => `module "x" {\n  source = "${source}"\n}\n`;

/** The root modules of files in memory, as `name` with its files of variables behind a colon. */
async function rootsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const roots = await findRootModules(memoryTree(files));
  return roots.map(({ name, varFiles }) => [name, ...varFiles].join(': '));
}

describe('root modules that are found by themselves', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['a provider with arguments', { 'infra/main.tf': provider, 'lib/main.tf': resource }, ['infra']],
    ['a provider in the JSON syntax', { 'main.tf.json': '{"provider": {"aws": {"region": "eu-west-1"}}}' }, ['.']],
    ['a backend', { 'a/versions.tf': backend, 'b/main.tf': resource }, ['a']],
    ['a cloud block', { 'a/versions.tofu': 'terraform {\n  cloud {}\n}\n', 'b/main.tf': resource }, ['a']],
    ['variables beside it', { 'a/main.tf': resource, 'a/terraform.tfvars': '', 'b/main.tf': resource }, ['a']],
    [
      'several, in the order of their paths',
      { 'b/main.tf': provider, 'a/main.tf': backend, 'a-b/main.tf': provider },
      ['a', 'a-b', 'b'],
    ],
  ])('are known by %s', async (_, files, roots) => {
    expect(await rootsOf(files)).toEqual(roots);
  });

  it('are not what another one calls', async () => {
    const files = {
      'live/main.tf': provider + call('../network'),
      'network/main.tf': provider + call('./sub'),
      'network/sub/main.tf': provider,
    };
    expect(await rootsOf(files)).toEqual(['live']);
  });

  it('are not told by a provider block without arguments, which modules have', async () => {
    const old = 'provider "aws" {}\nprovider "google" {\n  alias   = "x"\n  version = "~> 4.0"\n}\n';
    expect(await rootsOf({ 'live/main.tf': backend, 'vpc/main.tf': old })).toEqual(['live']);
  });

  it('are below modules, examples or tests only where nothing else is', async () => {
    const library = {
      'main.tf': resource,
      'examples/complete/main.tf': provider + call('../../'),
      'modules/a/main.tf': resource,
    };
    expect(await rootsOf(library)).toEqual(['examples/complete']);
    expect(await rootsOf({ ...library, 'live/main.tf': resource })).toEqual(['live']);
  });

  it('are folders with resources when there is no better sign', async () => {
    expect(await rootsOf({ 'main.tf': resource, 'outputs/main.tf': 'output "a" {\n  value = 1\n}\n' })).toEqual(['.']);
  });

  it('are not in what was installed', async () => {
    const files = {
      '.terraform/modules/vpc/main.tf': provider,
      'node_modules/a/main.tf': provider,
      'main.tf': resource,
    };
    expect(await rootsOf(files)).toEqual(['.']);
  });

  it('are none where there is no configuration', async () => {
    expect(await rootsOf({ 'README.md': '' })).toEqual([]);
  });

  it('are found once where links lead in circles', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tollgate-roots-'));
    try {
      mkdirSync(join(folder, 'live'));
      writeFileSync(join(folder, 'live/main.tf'), provider);
      symlinkSync('..', join(folder, 'live/up'));
      symlinkSync('live', join(folder, 'current'));
      expect((await findRootModules(folderTree(folder))).map(({ path }) => path)).toEqual(['live']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('variables of environments', () => {
  it.each<[string, Record<string, string>, string[]]>([
    [
      'beside it',
      { 'prod.tfvars': '', 'dev.tfvars.json': '{}' },
      ['. (dev): dev.tfvars.json', '. (prod): prod.tfvars'],
    ],
    [
      'in a folder',
      { 'env/prod.tfvars': '', 'env/dev.tfvars': '' },
      ['. (dev): env/dev.tfvars', '. (prod): env/prod.tfvars'],
    ],
    [
      'in folders of their own',
      { 'environments/prod/a.tfvars': '', 'environments/prod/terraform.tfvars': '' },
      ['. (prod): environments/prod/a.tfvars: environments/prod/terraform.tfvars'],
    ],
    ['that Terraform loads by itself', { 'terraform.tfvars': '', 'x.auto.tfvars': '' }, ['.']],
    [
      'and not the arguments of a backend',
      { 'backend-prod.tfvars': '', 'env/prod.backend.tfvars': '', 'prod.tfvars': '' },
      ['. (prod): prod.tfvars'],
    ],
    [
      'and not those of another one',
      { 'app/main.tf': provider, 'app/env/prod.tfvars': '' },
      ['.', 'app (prod): app/env/prod.tfvars'],
    ],
  ])('make variants: %s', async (_, files, roots) => {
    expect(await rootsOf({ 'main.tf': provider, ...files })).toEqual(roots);
  });
});

const files = { 'infra/main.tf': resource, 'infra/vars/prod.tfvars': '', 'other/main.tf': provider };

describe('root modules that tollgate.yml names', () => {
  const found = (text: string) => findRootModules(memoryTree({ ...files, 'tollgate.yml': text }));

  it('are taken as they are, in their order', async () => {
    const text =
      'roots:\n  - path: infra\n    name: production\n    workspace: prod\n    varFiles: [vars/prod.tfvars]\n  - path: ./other/\n';
    expect(await found(text)).toEqual([
      { name: 'production', path: 'infra', workspace: 'prod', varFiles: ['infra/vars/prod.tfvars'] },
      { name: 'other', path: 'other', workspace: null, varFiles: [] },
    ]);
  });

  it.each(['', '# nothing yet\n', 'gates: []\n'])('are found by themselves when it names none: %j', async (text) => {
    expect((await found(text)).map(({ path }) => path)).toEqual(['infra', 'other']);
  });

  it.each<[string, string, string]>([
    ['no YAML', 'roots: [', 'tollgate.yml:1:9: Flow sequence'],
    ['another type', 'roots: infra', 'tollgate.yml:1:8: roots must be a list.'],
    ['no mapping', '- infra', 'tollgate.yml:1:1: the file must be a mapping.'],
    ['an empty list', 'roots: []', 'tollgate.yml:1:8: roots must NOT have fewer than 1 items.'],
    ['no path', 'roots:\n  - name: a\n', 'tollgate.yml:2:5: roots[0] lacks "path".'],
    [
      'a key that is not known',
      'roots:\n  - path: infra\n    worksapce: a\n',
      'tollgate.yml:2:5: roots[0] has "worksapce", which is none of path, name, workspace, varFiles.',
    ],
    [
      'a folder that is not there',
      'roots:\n  - path: infra\n  - path: nope\n',
      'tollgate.yml:3:11: roots[1].path is "nope", and there is no such folder.',
    ],
    [
      'a folder outside',
      'roots:\n  - path: ../infra\n',
      'tollgate.yml:2:11: roots[0].path is "../infra", which is outside of the repository.',
    ],
    [
      'a file that is not there',
      'roots:\n  - path: infra\n    varFiles:\n      - prod.tfvars\n',
      'tollgate.yml:4:9: roots[0].varFiles[0] is "prod.tfvars", and there is no such file.',
    ],
    [
      'a file outside',
      'roots:\n  - path: infra\n    varFiles: [../../x.tfvars]\n',
      'roots[0].varFiles[0] is "../../x.tfvars", which is outside of the repository.',
    ],
    [
      'a name that is there twice',
      'roots:\n  - path: infra\n  - path: infra\n',
      'tollgate.yml:3:5: roots[1] has the name "infra", which roots[0] has too; give it another with "name".',
    ],
    [
      'aliases that multiply',
      `a: &a [x, x]\n${[...'bcdefghijk'].map((name, index) => `${name}: &${name} [${`*${'abcdefghij'[index]}, `.repeat(9)}]`).join('\n')}\n`,
      'its aliases repeat too much',
    ],
  ])('are refused with the place: %s', async (_, text, message) => {
    await expect(found(text)).rejects.toThrow(message);
    await expect(found(text)).rejects.toThrow(/^Cannot use tollgate\.yml\. Mend this in it:\n/);
  });

  it('are refused for all mistakes at once', async () => {
    await expect(found('roots:\n  - path: a\n  - path: b\n')).rejects.toThrow(/roots\[0\].*\n.*roots\[1\]/);
  });
});
