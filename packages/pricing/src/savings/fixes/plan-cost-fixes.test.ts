import { readFileSync } from 'node:fs';
import { loadPolicySet, type PolicySet } from '@tollgate/policy-engine';
import { memoryTree } from '@tollgate/terraform';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { files as pricingFiles } from '../../../test/estimate.ts';
import { textPrices } from '../../../test/text-prices.ts';
import { awsModels } from '../../aws/index.ts';
import { readUsageFile } from '../../usage/usage-file.ts';
import { usageRules } from '../../usage/usage-rules.ts';
import { usageVocabulary } from '../../usage/usage-vocabulary.ts';
import { type CostFixOptions, planCostFixes } from './plan-cost-fixes.ts';

type Files = Readonly<Record<string, string>>;

const gp3 = {
  id: 'gp3',
  level: 'advisory',
  match: { resources: ['aws_ebs_volume'] },
  alternative: {
    from: { type: ['gp2', null] },
    set: { type: 'gp3', iops: { derive: 'gp3-iops' }, throughput: { derive: 'gp3-throughput' } },
    minSaving: 1,
    fixable: true,
  },
};
const disks = {
  ...gp3,
  id: 'disks',
  match: { resources: ['aws_instance'] },
  alternative: {
    ...gp3.alternative,
    in: ['ebs_block_device'],
    from: { volume_type: ['gp2'] },
    set: { volume_type: 'gp3' },
  },
};
const prices = textPrices(`
  aws.ebs.volume-gp2 0.1
  aws.ebs.volume-gp3 0.08
  aws.ebs.volume-io1 0.125
  aws.ebs.iops-gp3 0.005
  aws.ebs.iops-io1 0.065
  aws.ebs.throughput-gp3 0.04
  aws.ec2.instance m7g.large 0.08`);

function policySet(rules: readonly object[]): Promise<PolicySet> {
  const text = JSON.stringify({
    apiVersion: 'tollgate/v1',
    kind: 'Policy',
    metadata: { name: 'hygiene', version: '1.0.0' },
    spec: { gate: 'cost', rules },
  });
  const nothing = memoryTree({});
  return loadPolicySet(
    { names: [], environment: null, written: [{ file: 'policy.yaml', text }] },
    { files: nothing, packs: nothing, openCommit: () => ({ ...nothing, commit: '' }) },
  );
}

async function planned(files: Files, rules: readonly object[] = [gp3, disks], more: Partial<CostFixOptions> = {}) {
  return planCostFixes(memoryTree(files), {
    set: await policySet(rules),
    files: pricingFiles,
    run: { now: '2026-11-20', repository: null, environment: null, commit: null, imported: [] },
    options: {},
    inputOf: (resources) => ({
      resources,
      models: awsModels,
      prices,
      files: pricingFiles,
      usage: usageRules(readUsageFile('usage.yml', 'version: 0.1\n', usageVocabulary(pricingFiles))),
      date: '2026-11-20',
    }),
    environment: null,
    only: [],
    shared: false,
    ...more,
  });
}

/** What is left of a configuration in one file, and why. */
async function refusals(files: Files | string, more?: Partial<CostFixOptions>): Promise<readonly string[]> {
  const { plan } = await planned(typeof files === 'string' ? { 'main.tf': files } : files, undefined, more);
  return plan.fixes.flatMap(({ subject, reason }) => (reason === undefined ? [] : [`${subject.id}: ${reason}`]));
}

const configuration = `# Volumes of the shop.
resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  type              = "gp2" # until the move
  size              = 2000
}

resource "aws_ebs_volume" "logs" {
  availability_zone = "us-east-1a"
  size              = 100
}

resource "aws_ebs_volume" "small" {
  availability_zone = "us-east-1a"
  type              = "gp2"
  size              = 1
}
`;
const mended = `# Volumes of the shop.
resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  type              = "gp3" # until the move
  size              = 2000
  iops              = 6000
  throughput        = 250
}

resource "aws_ebs_volume" "logs" {
  availability_zone = "us-east-1a"
  size              = 100
  type              = "gp3"
}

resource "aws_ebs_volume" "small" {
  availability_zone = "us-east-1a"
  type              = "gp2"
  size              = 1
}
`;

describe('planCostFixes', () => {
  it('sets the values that cost less, and leaves all else as it is', async () => {
    const { plan, texts } = await planned({ 'main.tf': configuration });
    expect(texts.get('main.tf')?.after).toBe(mended);
    expect(plan.fixes).toMatchObject([
      {
        subject: { kind: 'resource', id: 'aws_ebs_volume.data' },
        violations: [{ policy: 'hygiene', rule: 'gp3' }],
        action: 'alternative',
        message: '`type` gp3 instead of gp2 with `iops` 6000 and `throughput` 250 saves $20.00 a month (-10 %).',
        saving: '20',
        outcome: 'mended',
      },
      { subject: { id: 'aws_ebs_volume.logs' }, saving: '2', outcome: 'mended' },
    ]);
    expect(plan.summary).toEqual({ mended: 2, refused: 0 });
  });

  it('has nothing to do a second time', async () => {
    const { plan } = await planned({ 'main.tf': mended });
    expect({ fixes: plan.fixes, files: plan.files }).toEqual({ fixes: [], files: [] });
  });

  it('writes a plan that keeps to its schema', async () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../../../resources/schema/fix-plan.json', import.meta.url), 'utf8'),
    );
    const isPlan = new Ajv2020().compile(schema);
    expect(isPlan((await planned({ 'main.tf': configuration })).plan)).toBe(true);
  });

  it('edits the one of several blocks that is meant, and takes away what the new value does not want', async () => {
    const before = `resource "aws_instance" "web" {
  instance_type = "m7g.large"
  ebs_block_device {
    device_name = "/dev/sdf"
    volume_type = "gp3"
    volume_size = 100
  }
  ebs_block_device {
    device_name = "/dev/sdg"
    volume_type = "gp2"
    volume_size = 100
  }
}

resource "aws_ebs_volume" "fast" {
  availability_zone = "us-east-1a"
  type              = "io1"
  size              = 100
  iops              = 2000
}
`;
    const io1 = { ...gp3, id: 'io1', alternative: { ...gp3.alternative, from: { type: ['io1'] } } };
    const { texts } = await planned({ 'main.tf': before }, [disks, io1]);
    expect(texts.get('main.tf')?.after).toBe(
      before
        .replace('"/dev/sdg"\n    volume_type = "gp2"', '"/dev/sdg"\n    volume_type = "gp3"')
        .replace('type              = "io1"', 'type              = "gp3"')
        .replace('  iops              = 2000\n', '  throughput        = 500\n'),
    );
  });

  it('edits a block once for all of its instances', async () => {
    const { plan, texts } = await planned({
      'main.tf': 'resource "aws_ebs_volume" "a" {\n  count = 2\n  type  = "gp2"\n  size  = 100\n}\n',
    });
    expect(texts.get('main.tf')?.after).toContain('type  = "gp3"');
    expect(plan.fixes.map(({ subject }) => subject.id)).toEqual(['aws_ebs_volume.a[0]', 'aws_ebs_volume.a[1]']);
  });

  it('heeds exceptions in comments, and what was asked for alone', async () => {
    const excepted = configuration.replace(
      '  type              = "gp2" # until the move',
      '  # tollgate:ignore hygiene/gp3 until=2026-12-31 reason="It is moved then"\n  type              = "gp2"',
    );
    const { plan } = await planned({ 'main.tf': excepted });
    expect(plan.fixes.map(({ subject }) => subject.id)).toEqual(['aws_ebs_volume.logs']);
    const some = await planned({ 'main.tf': configuration }, undefined, { only: ['*.data'] });
    expect(some.plan.fixes.map(({ subject }) => subject.id)).toEqual(['aws_ebs_volume.data']);
  });

  it('leaves rules to people that do not say that the values alone are safe', async () => {
    const { fixable: _, ...alternative } = gp3.alternative;
    const { plan } = await planned({ 'main.tf': configuration }, [{ ...gp3, alternative }]);
    expect(plan.fixes).toEqual([]);
    expect(plan.notices).toContain('2 violations of rules about costs cannot be mended by an edit alone.');
  });

  it.each([
    [
      'a value is an expression',
      'variable "fast" { default = false }\nresource "aws_ebs_volume" "a" {\n  type = var.fast ? "io2" : "gp2"\n  size = 100\n}',
      ['aws_ebs_volume.a: what stands at main.tf:3 is a conditional expression'],
    ],
    [
      'a value comes from elsewhere',
      'locals {\n  type = "gp2"\n}\nresource "aws_ebs_volume" "a" {\n  type = local.type\n  size = 100\n}',
      ['aws_ebs_volume.a: its value comes from main.tf:2, which may be for others as well'],
    ],
    [
      'an instance of the same block does not break the rule',
      'resource "aws_ebs_volume" "a" {\n  count = 2\n  type = "gp2"\n  size = count.index == 0 ? 100 : 1\n}',
      ['aws_ebs_volume.a[0]: the edit would also change aws_ebs_volume.a[1]'],
    ],
    [
      'instances of the same block want different values',
      'resource "aws_ebs_volume" "a" {\n  count = 2\n  type = "gp2"\n  size = count.index == 0 ? 2000 : 3000\n}',
      [
        'aws_ebs_volume.a[0]: the edit would also change aws_ebs_volume.a[1]',
        'aws_ebs_volume.a[1]: another fix wants something else at the same place',
      ],
    ],
    [
      'an instance of the same block needs less of it',
      'resource "aws_ebs_volume" "a" {\n  count = 2\n  type = "gp2"\n  size = count.index == 0 ? 100 : 600\n}',
      [
        'aws_ebs_volume.a[0]: the block is for several resources, of which aws_ebs_volume.a[0] needs other values',
        'aws_ebs_volume.a[1]: the block is for several resources, of which aws_ebs_volume.a[0] needs other values',
      ],
    ],
    [
      'another resource takes the value over',
      'resource "aws_ebs_volume" "a" {\n  type = "gp2"\n  size = 100\n}\nresource "aws_ssm_parameter" "b" {\n  name  = "b"\n  type  = "String"\n  value = aws_ebs_volume.a.type\n}',
      ['aws_ebs_volume.a: the edit would also change aws_ssm_parameter.b'],
    ],
    [
      'an output shows the value',
      'resource "aws_ebs_volume" "a" {\n  type = "gp2"\n  size = 100\n}\noutput "type" {\n  value = aws_ebs_volume.a.type\n}',
      ['aws_ebs_volume.a: the edit would also change output.type'],
    ],
    [
      'blocks are made by an expression',
      'resource "aws_instance" "a" {\n  instance_type = "m7g.large"\n  dynamic "ebs_block_device" {\n    for_each = [1]\n    content {\n      device_name = "/dev/sdf"\n      volume_type = "gp2"\n      volume_size = 100\n    }\n  }\n}',
      ['aws_instance.a: the block ebs_block_device[0] is not written out'],
    ],
  ])('refuses when %s', async (_, text, expected) => {
    expect(await refusals(text)).toEqual(expected);
  });

  it('refuses to change what another configuration gets of a module', async () => {
    const module = 'resource "aws_ebs_volume" "a" {\n  type = "gp2"\n  size = 100\n}\n';
    const call = 'module "disk" {\n  source = "../disk"\n}\n';
    const files = { 'disk/main.tf': module, 'dev/main.tf': call, 'prod/main.tf': call };
    const options = { folder: 'dev' };
    expect(await refusals(files, { options })).toEqual([
      'module.disk.aws_ebs_volume.a: the edit would also change what prod gets, where the same module is called; allow it with --shared',
    ]);
    expect(await refusals(files, { options, shared: true })).toEqual([]);
  });

  it('does not edit JSON', async () => {
    const text = JSON.stringify({ resource: { aws_ebs_volume: { a: { type: 'gp2', size: 100 } } } });
    expect(await refusals({ 'main.tf.json': text })).toEqual([
      'aws_ebs_volume.a: the file main.tf.json cannot be edited: its block is not found there',
    ]);
  });
});
