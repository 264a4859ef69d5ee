import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CostRootsRequest, costRoots } from './cost-roots.ts';

describe('the root modules that are priced', () => {
  let workingFolder: string;
  beforeAll(() => {
    workingFolder = mkdtempSync(join(tmpdir(), 'tollgate-roots-'));
    const files = {
      'infra/app/main.tf': 'provider "aws" {\n  region = "eu-west-1"\n}\n',
      'infra/app/prod.tfvars': '',
      'infra/data/main.tf': 'terraform {\n  backend "s3" {}\n}\n',
      'tollgate.yml': 'roots:\n  - { path: infra/app, varFiles: [prod.tfvars] }\n  - { path: infra/data }\n',
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(workingFolder, path)), { recursive: true });
      writeFileSync(join(workingFolder, path), text);
    }
  });
  afterAll(() => rmSync(workingFolder, { recursive: true, force: true }));

  const rootsOf = (request: Partial<CostRootsRequest>) =>
    costRoots({ paths: [], variables: [], ...request }, { workingFolder });
  const prod = { kind: 'file', file: 'infra/app/prod.tfvars' } as const;
  const size = { kind: 'value', name: 'size', text: '8' } as const;

  it.each<[string, Partial<CostRootsRequest>, string[]]>([
    ['the working folder, unless told', {}, ['.']],
    ['those that are named, in their order, each once', { paths: ['b', 'a', 'b'] }, ['b', 'a']],
    ['those of a pattern', { paths: ['infra/*'] }, ['infra/app', 'infra/data']],
    ['those of tollgate.yml', { all: true }, ['infra/app', 'infra/data']],
  ])('are %s', async (_, request, names) => {
    expect((await rootsOf(request)).map(({ name }) => name)).toEqual(names);
  });

  it('have their variables, and after these the ones of the command line', async () => {
    const [app, data] = await rootsOf({ all: true, variables: [size] });
    expect([app?.variables, data?.variables]).toEqual([[prod, size], [size]]);
  });

  it('can be plans, with the folder of their source', async () => {
    const [root] = await rootsOf({ paths: ['plan.json'], source: 'infra/app' });
    expect(root).toMatchObject({ name: 'plan.json', path: 'infra/app', plan: 'plan.json' });
  });

  it.each<[string, Partial<CostRootsRequest>, string]>([
    ['all and a path', { all: true, paths: ['infra'] }, '--all takes every root module.'],
    ['all and a source', { all: true, source: 'infra' }, '--source goes with a plan or a state'],
    ['a folder and a source', { paths: ['infra/app'], source: 'infra' }, '--source goes with a plan or a state'],
    ['a plan and a variable', { paths: ['plan.json'], variables: [size] }, '--var and --var-file cannot be used with'],
    [
      'a plan and a workspace',
      { paths: ['plan.json'], workspace: 'prod' },
      '--workspace cannot be used with plan.json',
    ],
    ['a pattern that fits nothing', { paths: ['live/*'] }, 'No folder with Terraform configuration matches'],
  ])('cannot be %s', async (_, request, message) => {
    await expect(rootsOf(request)).rejects.toThrow(message);
  });
});
