import { describe, expect, it } from 'vitest';
import type { ResourceChange, RootModuleChange } from '../changes/cost-change.ts';
import type { CostTotals } from '../estimate/cost-totals.ts';
import { foundText } from './limit-message.ts';
import { rootModulesCost } from './root-modules-cost.ts';

const totals = (low: string, high: string, unpriced = 0): CostTotals => ({
  monthlyCost: high,
  range: low === high ? null : { low, high },
  coverage: { priced: 1, free: 0, usageNeeded: 0, unpriced, unsupported: 0 },
});

/** A root module that cost $400 to $500, and costs $100 more. */
const compared = (unpriced: number): RootModuleChange => ({
  name: 'live/prod',
  status: 'compared',
  before: totals('400', '500', unpriced),
  after: totals('500', '600', unpriced),
  monthlyDelta: '100',
  deltaRange: null,
});
const unaffected: RootModuleChange = { name: 'live/dev', status: 'unaffected' };
const withoutBase: RootModuleChange = {
  name: 'live/new',
  status: 'without-base',
  after: totals('50', '50'),
  reason: 'it could not be evaluated',
};

describe('the percentage by which root modules cost more', () => {
  it.each<[string, readonly RootModuleChange[], string]>([
    ['is of each end of what was paid', [compared(0)], '+20.0 % to +25.0 %'],
    ['leaves out what the change does not affect', [compared(0), unaffected], '+20.0 % to +25.0 %'],
    ['leaves out what has no price', [compared(1)], '+20.0 % to +25.0 %'],
    [
      'has no least beside a root module of which nobody knows what it cost',
      [compared(0), withoutBase],
      'at most +37.5 %',
    ],
    ['is not known where nobody knows what anything cost', [withoutBase], 'not known'],
  ])('%s', (_, roots, shown) => {
    const { percent } = rootModulesCost(roots, [], 'unknown');
    expect(percent === null ? null : foundText('percent', percent, 'USD')).toBe(shown);
  });
});

describe('the rise of root modules', () => {
  const removed: ResourceChange = {
    rootModule: 'live/prod',
    address: 'aws_quantum_computer.q',
    type: 'aws_quantum_computer',
    region: 'us-east-1',
    change: 'removed',
    status: 'unsupported',
    statusBefore: 'unsupported',
    before: '0',
    after: null,
    delta: '0',
    deltaRange: null,
    reasons: [],
    components: [],
    source: null,
  };

  it('gives no credit for what is removed and has no price', () => {
    const { delta, rise } = rootModulesCost([compared(0)], [removed], 'unknown');
    expect(foundText('delta', delta, 'USD')).toBe('at most +$100.00');
    expect(foundText('delta', rise, 'USD')).toBe('+$100.00');
  });
});
