import { describe, expect, it } from 'vitest';
import { estimation } from '../../test/estimate.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import type { Bill } from './bill.ts';

const model = {
  types: ['aws_ebs_volume'],
  bill(resource: BilledResource, bill: Bill) {
    bill.line('Storage', () => ({
      unit: 'GB',
      rate: resource.text('type', 'gp2') === 'gp3' ? 'aws.ebs.volume-gp3' : 'aws.ebs.volume-gp2',
      quantity: resource.number('size') ?? 0,
    }));
    const quantity = resource.usage.number('monthly_standard_io_requests');
    bill.line('Requests', () => ({ unit: '1M request', rate: 'aws.ebs.requests-standard', quantity }));
  },
};
const prices = 'aws.ebs.volume-gp2 0.1\naws.ebs.volume-gp3 0.08\naws.ebs.requests-standard 0.05';
const open = (configuration: string) =>
  estimation(configuration, {
    models: [model],
    prices,
    usage: 'resource_usage: { aws_ebs_volume.a: { monthly_standard_io_requests: 2 } }',
  });

describe('openEstimation', () => {
  it('prices a resource as it could be instead', () => {
    const { views, costOf } = open('resource "aws_ebs_volume" "a" {\n  size = 10\n}');
    const [view] = views;
    if (view === undefined) throw new Error('there is no view');
    expect(costOf(view).cost.monthlyCost).toBe('1.1');
    expect(costOf({ ...view, values: { ...view.values, type: 'gp3' } }).cost.monthlyCost).toBe('0.9');
  });

  it('tells what a cost is made from', () => {
    const { views, inputsOf } = open('resource "aws_ebs_volume" "a" {\n  size = 10\n  encrypted = true\n}');
    expect(views.map((view) => Object.fromEntries(inputsOf(view)))).toEqual([
      { region: 'us-east-1', type: null, size: '10', 'usage.monthly_standard_io_requests': '2' },
    ]);
  });
});
