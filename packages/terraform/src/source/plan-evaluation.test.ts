import { describe, expect, it } from 'vitest';
import { bucket, encode, planOf } from '../../test/small-plan.ts';
import { readPlan } from '../plan/read-plan.ts';
import { memoryTree } from '../tree/memory-tree.ts';
import { locateResources } from './locate-resources.ts';
import { evaluationOfPlan } from './plan-evaluation.ts';

const tree = memoryTree({ 'live/main.tf': '\nresource "aws_s3_bucket" "logs" {}\n' });

function evaluate(changes: Parameters<typeof planOf>[0], more: object = {}) {
  const plan = readPlan(encode({ ...planOf(changes), ...more }), { file: 'plan.json' });
  return evaluationOfPlan(plan, locateResources(plan, { tree, folder: 'live' }));
}

describe('a plan as an evaluation', () => {
  it('has what is known after apply, with the place of the block', () => {
    const change = {
      after: { bucket: 'logs', key: 'secret' },
      after_unknown: { id: true },
      after_sensitive: { key: true },
    };
    const { resources, terraformVersion } = evaluate([bucket({}, change)]);
    expect(terraformVersion).toBe('1.11.4');
    expect(resources).toEqual([
      {
        address: 'aws_s3_bucket.logs',
        mode: 'managed',
        type: 'aws_s3_bucket',
        name: 'logs',
        index: null,
        module: null,
        action: 'create',
        expanded: true,
        provider: { name: 'aws', alias: null, region: null, source: 'registry.terraform.io/hashicorp/aws', key: null },
        values: { bucket: 'logs', key: null },
        unknown: { id: true },
        sensitive: { key: true },
        reasons: [],
        source: { file: 'live/main.tf', startLine: 2, startColumn: 1, endLine: 2, endColumn: 35, callers: [] },
      },
    ]);
  });

  it('has no resources that are destroyed, and none that a failed replacement left behind', () => {
    const gone = bucket({ address: 'aws_s3_bucket.gone' }, { actions: ['delete'], before: {}, after: null });
    const left = bucket({ address: 'aws_s3_bucket.left', deposed: '00000001' });
    expect(evaluate([gone, left]).resources).toEqual([]);
  });

  it('names region and alias of the provider when it is certain', () => {
    const west = { name: 'aws', alias: 'west', expressions: { region: { constant_value: 'us-west-2' } } };
    const configuration = {
      provider_config: { 'aws.west': west },
      root_module: {
        resources: [{ mode: 'managed', type: 'aws_s3_bucket', name: 'logs', provider_config_key: 'aws.west' }],
      },
    };
    const [resource] = evaluate([bucket()], { configuration }).resources;
    expect(resource?.provider).toMatchObject({ alias: 'west', region: 'us-west-2', key: 'aws.west' });
  });

  it('says when it does not hold all changes', () => {
    expect(evaluate([], { complete: false }).notices.map(({ summary }) => summary)).toEqual(['Incomplete plan']);
    expect(evaluate([]).notices).toEqual([]);
  });
});
