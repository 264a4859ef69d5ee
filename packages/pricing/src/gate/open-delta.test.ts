import { describe, expect, it } from 'vitest';
import type { ComponentState, ResourceChange } from '../changes/cost-change.ts';
import { amountText } from '../money/amount.ts';
import { openDelta } from './open-delta.ts';

const state = (status: ComponentState['status'], unitPrice: string | null = null): ComponentState => ({
  status,
  unitPrice,
  monthlyQuantity: null,
  monthlyCost: status === 'priced' ? '1' : null,
});
const priced = state('priced');
const unpriced = state('unpriced');
const byUsage = (price: string | null) => state('usage-needed', price);

const changeOf = (more: Partial<ResourceChange>): ResourceChange => ({
  rootModule: '.',
  address: 'aws_x.a',
  type: 'aws_x',
  region: 'us-east-1',
  change: 'changed',
  status: 'priced',
  statusBefore: 'priced',
  before: '1',
  after: '1',
  delta: '0',
  deltaRange: null,
  reasons: [],
  components: [],
  source: null,
  ...more,
});

function open(change: Partial<ResourceChange>, usage: 'unknown' | 'left-out' = 'unknown'): string {
  const bounds = openDelta(changeOf(change), usage);
  if (bounds === null) return 'exact';
  const [low, high] = [bounds.low, bounds.high].map((end) => (end === null ? '…' : amountText(end)));
  return `${low} to ${high}: ${bounds.reasons.join('; ')}`;
}

const line = (before: ComponentState | null, after: ComponentState | null): Partial<ResourceChange> => ({
  components: [{ group: [], name: 'Storage', unit: 'GB', before, after, delta: null }],
});

const number = 'the number of instances of `aws_x.a` is not known';
const numbers: readonly [string, Partial<ResourceChange>, string][] = [
  ['a number that is not known any more', { unknownInstances: 'after' }, `0 to …: ${number}`],
  ['a number that was not known', { unknownInstances: 'before' }, `… to 0: ${number}`],
  ['an unknown number that costs the same', { unknownInstances: 'both' }, 'exact'],
  ['an unknown number that costs more', { unknownInstances: 'both', delta: '1' }, `0 to …: ${number}`],
  ['an unknown number that costs less', { unknownInstances: 'both', delta: '-1' }, `… to 0: ${number}`],
  [
    'an unknown number that costs more or less',
    { unknownInstances: 'both', delta: '1', deltaRange: { low: '-1', high: '1' } },
    `… to …: ${number}`,
  ],
];

describe('what a delta leaves open', () => {
  it.each<[string, Partial<ResourceChange>, string]>([
    ['nothing', line(priced, priced), 'exact'],
    ['an added line without a price', line(null, unpriced), '0 to …: `aws_x.a` has no price for Storage'],
    ['a line that loses its price', line(priced, unpriced), '0 to …: `aws_x.a` has no price for Storage'],
    ['a removed line without a price', line(unpriced, null), '… to 0: `aws_x.a` has no price for Storage'],
    ['a line without a price on both sides', line(unpriced, unpriced), '… to …: `aws_x.a` has no price for Storage'],
    ['added usage', line(null, byUsage('0.1')), '0 to …: usage of `aws_x.a` is not told'],
    ['usage that costs more', line(byUsage('0.1'), byUsage('0.2')), '0 to …: usage of `aws_x.a` is not told'],
    ['usage that costs less', line(byUsage('0.2'), byUsage('0.1')), '… to 0: usage of `aws_x.a` is not told'],
    ['usage that costs the same', line(byUsage('0.1'), byUsage('0.10')), 'exact'],
    ['usage without a price', line(byUsage(null), byUsage('0.1')), '… to …: usage of `aws_x.a` is not told'],
    [
      'what is added without a model',
      { change: 'added', status: 'unsupported' },
      '0 to …: there is no cost model for `aws_x.a`',
    ],
    [
      'what is removed without a model',
      { change: 'removed', status: 'unsupported' },
      '… to 0: there is no cost model for `aws_x.a`',
    ],
    ['what stays without a model', { change: 'unchanged', status: 'unsupported' }, 'exact'],
    ...numbers,
    [
      'a name that would end its mark',
      { change: 'added', status: 'unsupported', address: 'aws_x.a["`"]' },
      '0 to …: there is no cost model for `aws_x.a["\'"]`',
    ],
  ])('is told of %s', (_, change, said) => {
    expect(open(change)).toBe(said);
  });

  it('is nothing for usage that is left out', () => {
    expect(open(line(null, byUsage('0.1')), 'left-out')).toBe('exact');
    expect(open(line(null, unpriced), 'left-out')).toBe('0 to …: `aws_x.a` has no price for Storage');
  });
});
