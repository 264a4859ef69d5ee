import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inShell } from './shell.ts';

const state = {
  version: 4,
  terraform_version: '1.11.4',
  serial: 1,
  lineage: 'a',
  resources: [
    {
      mode: 'managed',
      type: 'aws_ebs_volume',
      name: 'data',
      provider: 'provider["registry.terraform.io/hashicorp/aws"]',
      instances: [
        {
          attributes: {
            availability_zone: 'eu-west-1a',
            type: 'gp3',
            size: 100,
            tags: { Owner: 'core' },
            tags_all: { Owner: 'core' },
          },
        },
      ],
    },
  ],
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-state-'));
  writeFileSync(join(folder, 'terraform.tfstate'), JSON.stringify(state));
  writeFileSync(join(folder, 'main.tf'), 'resource "aws_ebs_volume" "data" {}\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function tollgate(command: string, ...options: readonly string[]) {
  const { code, out, err } = await inShell(
    [command, join(folder, 'terraform.tfstate'), '--source', folder, ...options],
    { workingFolder: folder, packsFolder: join(folder, 'none') },
  );
  return { code, out: out.replaceAll(folder, 'shop'), err: err.replaceAll(folder, 'shop') };
}

describe('a state', () => {
  it('has a cost, with the lines of the configuration beside it', async () => {
    const { code, out } = await tollgate('cost', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out).resources).toMatchObject([
      { address: 'aws_ebs_volume.data', region: 'eu-west-1', status: 'priced', source: { startLine: 1 } },
    ]);
  });

  it('is what the result says it is about', async () => {
    expect((await tollgate('tags')).out).toContain('state shop/terraform.tfstate');
  });

  it('has tags', async () => {
    const { out } = await tollgate('tags', '--format', 'json');
    expect(JSON.parse(out).resources).toMatchObject([{ address: 'aws_ebs_volume.data', tags: { Owner: 'core' } }]);
  });

  it.each([
    ['check', '--required-tags', 'Owner'],
    ['tags', '--compliance', '--required-tags', 'Owner'],
  ])('changes nothing that could be judged: %s', async (command, ...options) => {
    const { code, err } = await tollgate(command, ...options);
    expect(code).toBe(2);
    expect(err).toContain(
      'it is a Terraform state file (it has a serial and a lineage), which holds what exists and no changes',
    );
  });
});
