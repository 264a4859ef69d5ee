import type { Inline } from '@tollgate/policy-engine';
import { expect, it } from 'vitest';
import { compare } from '../../test/compare.ts';
import type { CostChange } from '../changes/cost-change.ts';
import { changeSections } from './change-sections.ts';

const instances = (name: string, keys: string) =>
  `resource "aws_instance" "${name}" {\n  for_each = toset(${keys})\n  ami = "ami-1"\n  instance_type = "m5.large"\n}\n`;

function movedTo(change: CostChange): readonly string[] {
  const [section] = changeSections(change);
  const [block] = section?.blocks ?? [];
  return block?.kind === 'list'
    ? block.items.map((item) => (typeof item === 'string' ? item : item.map(plain).join('')))
    : [];
}

function plain(part: Inline): string {
  return part.kind === 'code' ? `\`${part.text}\`` : part.kind === 'text' ? part.text : '';
}

it('tells of what moved each address, and of instances that moved together that of their block, or the first of them', () => {
  const change = compare(
    instances('one', '["a", "b"]') + instances('all', '["a", "b"]') + instances('keys', '["a", "b", "c"]'),
    instances('one', '["a", "c"]') + instances('new', '["a", "b"]') + instances('keys', '["x", "y", "z"]'),
  );
  expect(movedTo(change)).toEqual([
    '`aws_instance.keys["a"]` → `aws_instance.keys["x"]` and 2 more',
    '`aws_instance.all` → `aws_instance.new` × 2',
    '`aws_instance.one["b"]` → `aws_instance.one["c"]`',
  ]);
});

it('tells of what moved in which of several root modules it is', () => {
  const change = compare(instances('one', '["a"]'), instances('one', '["b"]'));
  const [root] = change.rootModules;
  if (root === undefined) throw new Error('there is no root module');
  const many = { ...change, rootModules: [root, { name: 'live', status: 'unaffected' as const }] };
  expect(movedTo(many)).toEqual(['`infra` `aws_instance.one["a"]` → `aws_instance.one["b"]`']);
});
