import { resourceViews } from '@tollgate/resources';
import { readPlan } from '@tollgate/terraform';
import { describe, expect, it } from 'vitest';
import { awsModels, estimateCosts, usageRules } from '../src/index.ts';
import { costTable } from './cost-table.ts';
import { files } from './estimate.ts';
import { textPrices } from './text-prices.ts';

const change = (address: string, after: object | null, afterUnknown: object, actions = ['create']) => ({
  address,
  mode: 'managed',
  type: address.split('.')[0],
  name: address.split('.')[1],
  provider_name: 'registry.terraform.io/hashicorp/aws',
  change: { actions, before: actions.includes('delete') ? {} : null, after, after_unknown: afterUnknown },
});
const block = (address: string, expressions: object) => ({
  address,
  mode: 'managed',
  type: address.split('.')[0],
  name: address.split('.')[1],
  provider_config_key: 'aws',
  expressions,
});

/** A plan marks unknown what the provider computes: here the type of a volume, and an id that another resource refers to. */
const plan = {
  format_version: '1.2',
  resource_changes: [
    change('aws_launch_template.t', { instance_type: 't3.large' }, { id: true }),
    change(
      'aws_instance.web',
      { launch_template: [{}] },
      { instance_type: true, monitoring: true, root_block_device: true, launch_template: [{ id: true }] },
    ),
    change('aws_ebs_volume.data', { size: 100 }, { type: true, iops: true, throughput: true }),
    change('aws_ebs_volume.other', { size: 100 }, { type: true }),
    change(
      'aws_instance.dynamic',
      { instance_type: 't3.large', ebs_block_device: [{ volume_type: 'gp2' }] },
      { ebs_block_device: [{ volume_size: true }] },
    ),
    change('aws_ebs_volume.gone', null, {}, ['delete']),
  ],
  configuration: {
    provider_config: { aws: { name: 'aws', expressions: { region: { constant_value: 'eu-west-1' } } } },
    root_module: {
      resources: [
        block('aws_launch_template.t', { instance_type: { constant_value: 't3.large' } }),
        block('aws_instance.web', {
          launch_template: [{ id: { references: ['aws_launch_template.t.id', 'aws_launch_template.t'] } }],
        }),
        block('aws_instance.dynamic', { instance_type: { constant_value: 't3.large' } }),
        block('aws_ebs_volume.data', { size: { constant_value: 100 } }),
        block('aws_ebs_volume.other', {
          size: { constant_value: 100 },
          type: { references: ['aws_ssm_parameter.type.value'] },
        }),
      ],
    },
  },
};

describe('a plan', () => {
  it('is estimated after the change, with the defaults of what nobody wrote', () => {
    const read = readPlan(Buffer.from(JSON.stringify(plan)), { file: 'plan.json' });
    const report = estimateCosts({
      resources: resourceViews({ kind: 'plan', plan: read, sources: new Map() }),
      models: awsModels,
      prices: textPrices('aws.ec2.instance t3.large 0.0912\naws.ebs.volume-gp2 0.11\naws.ec2.cpu-credits t3 0.05'),
      files,
      usage: usageRules(null),
      date: '2026-07-20',
    });
    expect(report.resources.map(({ region }) => region)).toEqual(Array.from({ length: 5 }, () => 'eu-west-1'));
    expect(costTable(report)).toMatchInlineSnapshot(`
      "
      aws_launch_template.t (free)
      aws_instance.web
        Instance usage (Linux/UNIX, on-demand, t3.large)  730 hours     0.0912  66.576
        CPU credits                                       ? vCPU-hours  0.05    usage needed
        root_block_device
          Storage (general purpose SSD, gp2)              8 GB          0.11    0.88
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      aws_ebs_volume.data
        Storage (general purpose SSD, gp2)                100 GB        0.11    11
        assumed: type = gp2
      aws_ebs_volume.other (unpriced)
        Storage                                                         unpriced: \`type\` is known only after apply
      aws_instance.dynamic (unpriced)
        Instance usage (Linux/UNIX, on-demand, t3.large)  730 hours     0.0912  66.576
        CPU credits                                       ? vCPU-hours  0.05    usage needed
        root_block_device
          Storage (general purpose SSD, gp2)              8 GB          0.11    0.88
        ebs_block_device[0]
          Storage                                                       unpriced: \`ebs_block_device[0].volume_size\` is known only after apply
        assumed: root_block_device.volume_type = gp2, root_block_device.volume_size = 8
      total                                                                     145.912
      "
    `);
  });
});
