import { readState } from '@tollgate/terraform';
import { expect, it } from 'vitest';
import { tagReport } from './index.ts';

const instance = (type: string, attributes: object, more: object = {}) => ({
  mode: 'managed',
  type,
  name: 'a',
  provider: 'provider["registry.terraform.io/hashicorp/aws"]',
  instances: [{ attributes, ...more }],
});

it('tells the tags that resources of a state have', () => {
  const document = {
    version: 4,
    serial: 1,
    lineage: 'a',
    resources: [
      instance('aws_vpc', { tags: { Env: 'prod' }, tags_all: { Env: 'prod', Team: 'core' } }),
      instance('aws_ebs_volume', { tags: null, tags_all: {} }),
      instance('aws_eip', { tags: { Env: 'prod' }, tags_all: { Env: 'prod' } }, { deposed: '0a1b2c3d' }),
      instance('aws_route', { id: 'r' }),
      instance(
        'aws_subnet',
        { tags: { Key: 'hush' }, tags_all: { Key: 'hush' } },
        { sensitive_attributes: [[{ type: 'get_attr', value: 'tags' }]] },
      ),
    ],
  };
  const state = readState(new TextEncoder().encode(JSON.stringify(document)), { file: 'terraform.tfstate' });
  const report = tagReport({ kind: 'state', state, sources: new Map() });
  expect(
    report.resources.map(({ address, tags, fromDefaults, unknownKeys }) => [address, tags, fromDefaults, unknownKeys]),
  ).toEqual([
    ['aws_vpc.a', { Env: 'prod', Team: 'core' }, ['Team'], false],
    ['aws_ebs_volume.a', {}, [], false],
    ['aws_route.a', {}, [], false],
    ['aws_subnet.a', expect.anything(), [], expect.anything()],
  ]);
  expect(JSON.stringify(report)).not.toContain('hush');
});
