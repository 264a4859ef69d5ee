import { expect, it } from 'vitest';
import { estimate } from '../../test/estimate.ts';
import { resourceTree } from './resource-tree.ts';

const volume = (name: string, size: string) =>
  `resource "aws_ebs_volume" "${name}" {\n  availability_zone = "us-east-1a"\n  type = "gp3"\n  size = ${size}\n}\n`;

it('begins with the root module that costs most, also where the dearest resource is in another', () => {
  const report = estimate(volume('a', '150') + volume('b', '100') + volume('c', '100'));
  const resources = report.resources.map((resource) => ({
    ...resource,
    rootModule: resource.address === 'aws_ebs_volume.a' ? 'one' : 'two',
  }));
  const [block] = resourceTree({ ...report, resources })[0]?.blocks ?? [];
  expect(block?.kind === 'tree' ? block.rows.map(({ cells: [name, , , cost] }) => [name, cost]) : []).toEqual([
    [[{ kind: 'code', text: 'two' }], { shown: '$16.00', sort: 16 }],
    [[{ kind: 'code', text: 'one' }], { shown: '$12.00', sort: 12 }],
  ]);
});
