import { memoryTree } from '@tollgate/terraform';
import { describe, expect, it } from 'vitest';
import { settleRoots } from './settled-roots.ts';

const provider = 'provider "aws" { region = "eu-west-1" }\n';
const plain = 'resource "aws_sqs_queue" "a" {}\n';
const files = {
  'live/main.tf': provider,
  'plain/main.tf': plain,
  'plain/prod.tfvars': '',
  'plain/vars/dev.tfvars': '',
  'shared/main.tf': plain,
};

/** Root modules as `name: path [workspace] (files)`. */
async function settled(more: Readonly<Record<string, string>>) {
  const { roots, naming, usageFiles, notices } = await settleRoots(memoryTree({ ...files, ...more }));
  const shown = roots.map(
    ({ name, path, workspace, varFiles }) =>
      `${name}: ${path}${workspace === null ? '' : ` [${workspace}]`}${varFiles.length === 0 ? '' : ` (${varFiles.join(', ')})`}`,
  );
  return { roots: shown, naming, usageFiles, notices };
}

const found = ['live: live', 'plain (dev): plain (plain/vars/dev.tfvars)', 'plain (prod): plain (plain/prod.tfvars)'];

describe('settleRoots', () => {
  it('takes the root modules that are found', async () => {
    expect(await settled({})).toEqual({ roots: found, naming: null, usageFiles: [], notices: [] });
  });

  it.each<[string, Record<string, string>, string[], string, string[]]>([
    [
      'infracost.yml',
      {
        'infracost.yml':
          'version: 0.1\nprojects:\n  - path: ./shared\n  - path: plain\n    name: production\n    terraform_workspace: prod\n    terraform_var_files: [prod.tfvars]\n',
      },
      ['shared: shared', 'production: plain [prod] (plain/prod.tfvars)'],
      'infracost.yml',
      ['live'],
    ],
    [
      'atlantis.yaml, with its files of variables',
      {
        'atlantis.yaml':
          'version: 3\nprojects:\n  - dir: shared\n    workspace: prod\n  - dir: shared\n    workspace: default\n',
        'shared/env/prod.tfvars': '',
      },
      ['shared (prod): shared [prod] (shared/env/prod.tfvars)', 'shared: shared'],
      'atlantis.yaml',
      ['live', 'plain'],
    ],
    [
      'infracost.yml before atlantis.yaml',
      {
        'infracost.yml': 'projects:\n  - path: shared\n',
        'atlantis.yaml': 'projects:\n  - dir: plain\n',
      },
      ['shared: shared'],
      'infracost.yml',
      ['live', 'plain'],
    ],
  ])('names those of %s when they are not all found', async (_, more, roots, from, others) => {
    expect(await settled(more)).toMatchObject({ roots, naming: { from, others }, notices: [] });
  });

  it('gives each a name of its own, and names one once', async () => {
    const text =
      'projects:\n  - { path: shared, name: a }\n  - { path: shared, name: b }\n  - { path: plain, name: a, terraform_workspace: x }\n';
    expect((await settled({ 'infracost.yml': text })).roots).toEqual(['b: shared', 'a: plain [x]']);
    const same = 'projects:\n  - { path: shared, name: a }\n  - { path: plain, name: a }\n';
    expect((await settled({ 'infracost.yml': same })).roots).toEqual(['a: shared', 'a 2: plain']);
  });

  it.each([
    ['all that it names are found', { 'infracost.yml': 'projects:\n  - path: live\n' }],
    ['it names the folder above those that are found', { 'infracost.yml': 'projects:\n  - path: .\n' }],
  ])('takes those that are found when %s', async (_, more) => {
    expect(await settled(more)).toEqual({ roots: found, naming: null, usageFiles: [], notices: [] });
  });

  it('takes those of tollgate.yml whatever another tool names', async () => {
    const more = { 'tollgate.yml': 'roots:\n  - path: shared\n', 'infracost.yml': 'projects:\n  - path: plain\n' };
    expect(await settled(more)).toMatchObject({ roots: ['shared: shared'], naming: null });
  });

  it('takes usage files over', async () => {
    const more = {
      'infracost.yml': 'projects:\n  - path: live\n    usage_file: ./costs/use.yml\n',
      'costs/use.yml': 'version: 0.1\n',
    };
    expect((await settled(more)).usageFiles).toEqual(['costs/use.yml']);
  });

  it.each([
    ['what is no YAML', 'projects: [', 'infracost.yml is no YAML, so that nothing is taken over from it.'],
    [
      'a folder outside',
      'projects:\n  - path: ../other\n',
      'infracost.yml names ../other, which is not in this repository: it is left out.',
    ],
    [
      'a project without a folder',
      'projects:\n  - name: a\n',
      'infracost.yml names a project without a path, which is not in this repository: it is left out.',
    ],
    [
      'a folder without configuration',
      'projects:\n  - path: docs\n',
      'infracost.yml names docs, where there is no Terraform configuration: it is left out.',
    ],
    [
      'a file that is not there',
      'projects:\n  - path: live\n    terraform_var_files: [a.tfvars]\n',
      'infracost.yml names the file live/a.tfvars, which is not there: it is left out.',
    ],
    [
      'values of variables',
      'projects:\n  - path: live\n    terraform_vars: { region: eu, size: 3 }\n',
      'infracost.yml gives live values of region, size, which tollgate.yml cannot: write them to a file of variables, and name it in varFiles.',
    ],
    ['another shape', 'projects: 7\n', null],
  ])('tells what cannot be taken over: %s', async (_, text, notice) => {
    const { roots, notices } = await settled({ 'infracost.yml': text });
    expect({ roots, notices }).toEqual({ roots: found, notices: notice === null ? [] : [notice] });
  });
});
