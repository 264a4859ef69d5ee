import { describe, expect, it } from 'vitest';
import { estimation } from '../../test/estimate.ts';
import type { Bill } from '../estimate/bill.ts';
import { amountText } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { savingOf, savingOfAll } from './saving.ts';

/** A model whose lines are written in the resource: storage of a type, and requests that usage tells the number of. */
const model = {
  types: ['aws_ebs_volume'],
  bill(resource: BilledResource, bill: Bill) {
    bill.line('Storage', () => {
      const type = resource.text('type', 'gp2');
      return { unit: 'GB', rate: `aws.ebs.volume-${type}`, quantity: resource.number('size') ?? 0 };
    });
    const requests = resource.text('kms_key_id');
    const quantity = resource.usage.number('monthly_standard_io_requests');
    if (requests !== undefined) {
      bill.line('Requests', () => ({ unit: 'requests', rate: requests, quantity, usageBased: true }));
    }
  },
};
const prices = `
  aws.ebs.volume-gp2 0.1
  aws.ebs.volume-gp3 0.08
  aws.ebs.requests-standard 0.05
  aws.ebs.direct-api-get 0.03`;

interface Side {
  readonly type: string;
  readonly size?: string;
  readonly requests?: string;
}

function costOf({ type, size = '100', requests }: Side, usage = '') {
  const variable = `variable "size" {
    type = number
    validation {
      condition     = contains([50, 100], var.size)
      error_message = "No."
    }
  }`;
  const lines = [`type = "${type}"`, `size = ${size}`, requests === undefined ? '' : `kms_key_id = "${requests}"`];
  const { views, costOf: cost } = estimation(`${variable}\nresource "aws_ebs_volume" "a" {\n${lines.join('\n')}\n}`, {
    models: [model],
    prices,
    usage,
  });
  const [view] = views;
  if (view === undefined) throw new Error('there is no view');
  return cost(view);
}

const bounds = ({ least, most }: ReturnType<typeof savingOf>) =>
  [least, most].map((bound) => (bound === null ? 'open' : amountText(bound)));

describe('savingOf', () => {
  it.each<[string, Side, Side, readonly string[]]>([
    ['the difference where all is known', { type: 'gp2' }, { type: 'gp3' }, ['2', '2']],
    ['negative where the other costs more', { type: 'gp3' }, { type: 'gp2' }, ['-2', '-2']],
    [
      'the same with a line that is the same on both sides',
      { type: 'gp2', requests: 'aws.ebs.requests-standard' },
      { type: 'gp3', requests: 'aws.ebs.requests-standard' },
      ['2', '2'],
    ],
    [
      'at least as much where what usage tells has a lower price',
      { type: 'gp2', requests: 'aws.ebs.requests-standard' },
      { type: 'gp3', requests: 'aws.ebs.direct-api-get' },
      ['2', 'open'],
    ],
    [
      'at most as much where it has a higher price',
      { type: 'gp2', requests: 'aws.ebs.direct-api-get' },
      { type: 'gp3', requests: 'aws.ebs.requests-standard' },
      ['open', '2'],
    ],
    [
      'at least as much where usage falls away',
      { type: 'gp2', requests: 'aws.ebs.requests-standard' },
      { type: 'gp3' },
      ['2', 'open'],
    ],
    [
      'at most as much where usage is added',
      { type: 'gp2' },
      { type: 'gp3', requests: 'aws.ebs.requests-standard' },
      ['open', '2'],
    ],
    ['at most all of it where the other has no price', { type: 'gp2' }, { type: 'io2' }, ['open', '10']],
    ['open on both sides where neither has a price', { type: 'io1' }, { type: 'io2' }, ['open', 'open']],
    [
      'a range where both costs hang on the same',
      { type: 'gp2', size: 'var.size' },
      { type: 'gp3', size: 'var.size' },
      ['1', '2'],
    ],
    ['all that it can be where one cost is a range', { type: 'gp2', size: 'var.size' }, { type: 'gp3' }, ['-3', '2']],
  ])('is %s', (_, before, after, expected) => {
    expect(bounds(savingOf(costOf(before), costOf(after)))).toEqual(expected);
  });

  it('tells why it is no single amount', () => {
    const { doubts } = savingOf(costOf({ type: 'gp2' }), costOf({ type: 'io2' }));
    expect(doubts).toEqual(['no price for aws.ebs.volume-io2']);
  });
});

describe('savingOfAll', () => {
  it('is at least what has a price', () => {
    expect(bounds(savingOfAll(costOf({ type: 'gp2' })))).toEqual(['10', '10']);
    expect(bounds(savingOfAll(costOf({ type: 'gp2', requests: 'aws.ebs.requests-standard' })))).toEqual(['10', 'open']);
    expect(bounds(savingOfAll(costOf({ type: 'gp2', size: 'var.size' })))).toEqual(['5', '10']);
  });

  it('need not be what is billed by usage, which another resource can get', () => {
    const usage = 'resource_usage: { aws_ebs_volume.a: { monthly_standard_io_requests: 100 } }';
    const saving = savingOfAll(costOf({ type: 'gp2', requests: 'aws.ebs.requests-standard' }, usage));
    expect(bounds(saving)).toEqual(['10', '15']);
    expect(saving.doubts).toEqual(['its usage can go elsewhere']);
  });
});
