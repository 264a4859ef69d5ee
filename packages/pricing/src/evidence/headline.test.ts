import { describe, expect, it } from 'vitest';
import type { CostChange, RootModuleChange } from '../changes/cost-change.ts';
import type { CostTotals } from '../estimate/cost-totals.ts';
import { headline } from './headline.ts';

const totals = (high: string, low = high): CostTotals => ({
  monthlyCost: high,
  range: low === high ? null : { low, high },
  coverage: { priced: 1, free: 0, usageNeeded: 0, unpriced: 0, unsupported: 0 },
});

const changeOf = (more: Partial<CostChange>): CostChange => ({
  kind: 'CostChange',
  version: 1,
  currency: 'USD',
  prices: { source: 'embedded', asOf: null },
  before: null,
  after: totals('0'),
  monthlyDelta: null,
  deltaRange: null,
  percent: null,
  rootModules: [],
  resources: [],
  problems: [],
  ...more,
});

/** A change of one root module, as it is summed up. */
function compared(
  before: string,
  after: string,
  delta: string,
  percent: string | null,
  more: Partial<CostChange> = {},
) {
  const sides = { before: totals(before), after: totals(after), monthlyDelta: delta, deltaRange: null };
  return changeOf({ ...sides, percent, rootModules: [{ name: 'infra', status: 'compared', ...sides }], ...more });
}

const unaffected = (name: string): RootModuleChange => ({ name, status: 'unaffected' });
const withoutBase = (name: string, cost: string, reason: string): RootModuleChange => ({
  name,
  status: 'without-base',
  after: totals(cost),
  reason,
});

describe('the line about a change of the cost', () => {
  it.each<[string, CostChange, string]>([
    [
      'large amounts need no cents',
      compared('12480.2', '13115.4', '635.2', '5.1'),
      '$12,480 → $13,115 a month (+$635, +5.1 %).',
    ],
    [
      'small ones do',
      compared('12480.2', '12482.7', '2.5', '0.02'),
      '$12,480.20 → $12,482.70 a month (+$2.50, +<0.1 %).',
    ],
    ['a fall', compared('100', '80', '-20', '-20.0'), '$100.00 → $80.00 a month (-$20.00, -20.0 %).'],
    ['from nothing', compared('0', '80', '80', null), '$0.00 → $80.00 a month (+$80.00).'],
    ['no change', compared('80', '80', '0', '0.0'), 'No change: $80.00 a month.'],
    [
      'a range',
      compared('500', '680', '180', '36.0', { deltaRange: { low: '100', high: '180' } }),
      '$500 → $680 a month (+$100 to +$180).',
    ],
    [
      'another currency',
      compared('10', '20', '10', '100.0', { currency: 'EUR' }),
      'EUR 10.00 → EUR 20.00 a month (+EUR 10.00, +100.0 %).',
    ],
    [
      'nothing affected',
      changeOf({ rootModules: [unaffected('a'), unaffected('b')] }),
      'No change: the 2 root modules are not affected.',
    ],
    [
      'the only one not affected',
      changeOf({ rootModules: [unaffected('a')] }),
      'No change: the root module is not affected.',
    ],
    [
      'the past is not known',
      changeOf({ after: totals('80'), rootModules: [withoutBase('a', '80', 'this is the first commit.')] }),
      '$80.00 a month; what it was before is not known: this is the first commit.',
    ],
    [
      'the run is about no change',
      changeOf({ after: totals('80'), rootModules: [withoutBase('a', '80', '')] }),
      '$80.00 a month.',
    ],
    [
      'it is not known for several reasons',
      changeOf({
        after: totals('80'),
        rootModules: [withoutBase('a', '30', 'one reason'), withoutBase('b', '50', 'another')],
      }),
      '$80.00 a month; what it was before is not known.',
    ],
    [
      'it is not known of one of them',
      changeOf({
        before: totals('10'),
        after: totals('100'),
        monthlyDelta: '10',
        percent: '100.0',
        rootModules: [
          {
            name: 'a',
            status: 'compared',
            before: totals('10'),
            after: totals('20'),
            monthlyDelta: '10',
            deltaRange: null,
          },
          withoutBase('b', '80', 'it could not be evaluated'),
          unaffected('c'),
        ],
      }),
      '$10.00 → $20.00 a month in 2 of 3 root modules (+$10.00, +100.0 %). 1 more root module with $80.00 a month: what was before is not known.',
    ],
    [
      'nothing could be evaluated',
      changeOf({ rootModules: [{ name: 'a', status: 'failed', reason: 'Missing argument.' }] }),
      'Nothing could be estimated. 1 root module could not be evaluated.',
    ],
  ])('says: %s', (_, change, line) => {
    expect(headline(change)).toBe(line);
  });
});
