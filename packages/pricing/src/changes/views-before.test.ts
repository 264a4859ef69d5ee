import { resourceViews } from '@tollgate/resources';
import { readPlan } from '@tollgate/terraform';
import { describe, expect, it } from 'vitest';
import { asRead } from '../../test/compare.ts';
import { estimateInput } from '../../test/estimate.ts';
import { openEstimation } from '../estimate/estimation.ts';
import { compareEstimates } from './compare-estimates.ts';
import { costChange } from './cost-change-of-run.ts';
import { estimateRoot } from './estimated-root.ts';
import { viewsBefore } from './views-before.ts';

const volume = (
  name: string,
  actions: readonly string[],
  before: object | null,
  after: object | null,
  { previous, unknown = {} }: { readonly previous?: string; readonly unknown?: object } = {},
) => ({
  address: `aws_ebs_volume.${name}`,
  mode: 'managed',
  type: 'aws_ebs_volume',
  name,
  provider_name: 'registry.terraform.io/hashicorp/aws',
  change: { actions, before, after, after_unknown: unknown, before_sensitive: {}, after_sensitive: {} },
  ...(previous === undefined ? {} : { previous_address: previous }),
});
const gp3 = (size: number) => ({ type: 'gp3', size, availability_zone: 'us-east-1a' });
/** What Terraform destroys and creates again under another name, since nobody wrote a moved block. */
const renamed = [
  volume('from', ['delete'], { ...gp3(90), id: 'vol-1', arn: 'arn:aws:ec2:us-east-1:1:volume/vol-1' }, null),
  volume('to', ['create'], null, gp3(90), { unknown: { id: true, arn: true } }),
];
const plan = {
  format_version: '1.2',
  resource_changes: [
    volume('created', ['create'], null, gp3(10)),
    volume('deleted', ['delete'], gp3(20), null),
    volume('kept', ['no-op'], gp3(30), gp3(30)),
    volume('moved', ['no-op'], gp3(35), gp3(35), { previous: 'aws_ebs_volume.old' }),
    volume('replaced', ['delete', 'create'], gp3(40), gp3(50)),
    volume('updated', ['update'], gp3(60), gp3(70)),
    ...renamed,
  ],
};

describe('before and after out of a plan', () => {
  const views = resourceViews({
    kind: 'plan',
    plan: readPlan(Buffer.from(JSON.stringify(plan)), { file: 'plan.json' }),
    sources: new Map(),
  });
  const side = (resources: typeof views) =>
    estimateRoot(openEstimation({ ...estimateInput('', { prices: 'aws.ebs.volume-gp3 0.1' }), resources }));
  const compared = compareEstimates({ before: side(viewsBefore(views)), after: side(views) });
  const run = {
    roots: [{ name: 'plan', status: 'compared', compared } as const],
    currency: 'USD',
    priceSource: 'embedded',
  };
  const change = asRead(costChange({ ...run, problems: [] }));

  it('have what the plan does with each resource', () => {
    expect(change.resources.map(({ address, change: what, before, after }) => [address, what, before, after])).toEqual([
      ['aws_ebs_volume.created', 'added', null, '1'],
      ['aws_ebs_volume.deleted', 'removed', '2', null],
      ['aws_ebs_volume.kept', 'unchanged', '3', '3'],
      ['aws_ebs_volume.moved', 'moved', '3.5', '3.5'],
      ['aws_ebs_volume.replaced', 'changed', '4', '5'],
      ['aws_ebs_volume.to', 'moved', '9', '9'],
      ['aws_ebs_volume.updated', 'changed', '6', '7'],
    ]);
    expect(change.monthlyDelta).toBe('1');
  });

  it('have the addresses that moved, and what is replaced', () => {
    const found = (name: string) => change.resources.find(({ address }) => address === `aws_ebs_volume.${name}`);
    expect(found('moved')?.previous).toEqual({ address: 'aws_ebs_volume.old', by: 'moved-block' });
    expect(found('to')?.previous).toEqual({ address: 'aws_ebs_volume.from', by: 'content' });
    expect(found('replaced')?.reasons).toEqual([
      { kind: 'attribute', name: 'size', before: '40', after: '50' },
      { kind: 'replaced' },
    ]);
  });
});
