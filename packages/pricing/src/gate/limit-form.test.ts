import { type FormCheck, FormError, type JsonObject, type Subject } from '@tollgate/policy-engine';
import { describe, expect, it } from 'vitest';
import { amount } from '../money/amount.ts';
import type { Bounds } from './bounds.ts';
import type { CostSubject } from './cost-subject.ts';
import { type JudgedCost, withPercent } from './judged-cost.ts';
import { limitForm } from './limit-form.ts';

const bounds = (low: string | null, high: string | null = low, ...reasons: string[]): Bounds => ({
  low: low === null ? null : amount(low),
  high: high === null ? null : amount(high),
  reasons,
});

const costOf = (cost: Partial<JudgedCost>): JudgedCost =>
  withPercent({
    before: bounds('0'),
    after: bounds('0'),
    delta: bounds('0'),
    rise: cost.delta ?? bounds('0'),
    range: amount(0),
    ...cost,
  });

async function judge(limit: JsonObject, cost: Partial<JudgedCost>, leftOut: Partial<JudgedCost> = cost) {
  const check: FormCheck<CostSubject> = await limitForm.compile(limit, { file: 'policy.yml' });
  const subject: Subject<CostSubject> = {
    reference: { kind: 'change', id: 'total' },
    names: ['total'],
    actions: null,
    changed: true,
    input: {},
    data: {
      scope: 'total',
      currency: 'USD',
      cost: (usage) => costOf(usage === 'unknown' ? cost : leftOut),
    },
  };
  const { outcome, message } = check(subject);
  return `${outcome}: ${message}`;
}

describe('the form limit', () => {
  it.each<[string, JsonObject, Partial<JudgedCost>, string]>([
    [
      'as much as the limit',
      { delta: 100 },
      { delta: bounds('100') },
      'pass: The cost rises by $100.00 a month, within the limit of $100.00 a month.',
    ],
    [
      'a rise beside something that has no price, before and after',
      { delta: 100 },
      { delta: bounds(null, null, 'a has no price'), rise: bounds('120', null, 'a has no price') },
      'fail: The cost changes by at least +$120.00 a month, without what has no price; the limit is $100.00 a month.',
    ],
    [
      'what is shown as the limit',
      { delta: 100 },
      { delta: bounds('100.004') },
      'pass: The cost rises by $100.00 a month, within the limit of $100.00 a month.',
    ],
    [
      'a cent more',
      { delta: 100 },
      { delta: bounds('100.005') },
      'fail: The cost rises by $100.01 a month; the limit is $100.00 a month.',
    ],
    [
      'a sum that doubles cannot hold',
      { delta: 0.3 },
      { delta: bounds('0.1', '0.3') },
      'pass: The cost changes by +$0.10 to +$0.30 a month, within the limit of $0.30 a month.',
    ],
    [
      'a fall',
      { delta: 0 },
      { delta: bounds('-20.5') },
      'pass: The cost falls by $20.50 a month, within the limit of $0.00 a month.',
    ],
    ['no change', { delta: 0 }, {}, 'pass: The cost does not change, within the limit of $0.00 a month.'],
    [
      'above, and something has no price',
      { delta: 100 },
      { delta: bounds('120', null, 'a has no price') },
      'fail: The cost changes by at least +$120.00 a month; the limit is $100.00 a month.',
    ],
    [
      'below, and something has no price',
      { delta: 100 },
      { delta: bounds('80', null, 'a has no price', 'b has none', 'c has none', 'd has none', 'e has none') },
      'unknown: Whether the cost rises by more than $100.00 a month cannot be told: the cost changes by at least +$80.00 a month, and a has no price; b has none; c has none; 2 more.',
    ],
    [
      'removed without a price',
      { delta: 100 },
      { delta: bounds(null, '80', 'a had no price') },
      'pass: The cost changes by at most +$80.00 a month, within the limit of $100.00 a month.',
    ],
    [
      'a range around the limit',
      { delta: 100 },
      { delta: bounds('80', '120', 'b is not known') },
      'unknown: Whether the cost rises by more than $100.00 a month cannot be told: the cost changes by +$80.00 to +$120.00 a month, and b is not known.',
    ],
    [
      'a total',
      { total: 500 },
      { after: bounds('500.01') },
      'fail: It costs $500.01 a month; the limit is $500.00 a month.',
    ],
    [
      'a total of which nothing is known',
      { total: 500 },
      { after: bounds('0', null, 'a has no price') },
      'unknown: Whether it costs more than $500.00 a month cannot be told: a has no price.',
    ],
    [
      'a percentage as it is shown',
      { percent: 5 },
      { before: bounds('1000'), delta: bounds('50.4') },
      'pass: The cost rises by 5.0 %, within the limit of 5 %.',
    ],
    [
      'a percentage above',
      { percent: 5 },
      { before: bounds('1000'), delta: bounds('50.5') },
      'fail: The cost rises by 5.1 %; the limit is 5 %.',
    ],
    [
      'a percentage of nothing',
      { percent: 5 },
      { delta: bounds('50') },
      'not-applicable: Nothing was paid before, of which a percentage could be told.',
    ],
    [
      'a percentage of what is not known',
      { percent: 5 },
      { before: bounds('0', null, 'the past is not known'), delta: bounds(null, '50', 'the past is not known') },
      'unknown: Whether the cost rises by more than 5 % cannot be told: the past is not known.',
    ],
    [
      'a percentage of little money',
      { percent: 5, percentAbove: 50 },
      { before: bounds('10'), delta: bounds('50') },
      'pass: The cost rises by 500.0 %, within the limit of 5 %.',
    ],
    [
      'a percentage of money that may be little',
      { percent: 5, percentAbove: 50 },
      { before: bounds('10'), delta: bounds('40', '60', 'b is not known') },
      'unknown: Whether the cost rises by more than 5 % and $50.00 a month cannot be told: the cost changes by +400.0 % to +600.0 %, and b is not known.',
    ],
    [
      'the limit that is passed of several',
      { total: 100, delta: 10, percent: 90 },
      { before: bounds('50'), after: bounds('90'), delta: bounds('40') },
      'fail: The cost rises by $40.00 a month; the limit is $10.00 a month.',
    ],
  ])('judges %s', async (_, limit, cost, said) => {
    expect(await judge(limit, cost)).toBe(said);
  });

  it.each([
    [
      'unknown',
      'unknown: Whether the cost rises by more than $100.00 a month cannot be told: the cost changes by at least +$80.00 a month, and no usage.',
    ],
    ['left-out', 'pass: The cost rises by $80.00 a month, within the limit of $100.00 a month.'],
  ])('takes usage that is not told as %s', async (untoldUsage, said) => {
    const untold = { delta: bounds('80', null, 'no usage') };
    expect(await judge({ delta: 100, untoldUsage }, untold, { delta: bounds('80') })).toBe(said);
  });

  it.each<[JsonObject, readonly string[], string]>([
    [{ untoldUsage: 'left-out' }, [], 'Nothing is limited. Give "delta", "percent" or "total".'],
    [{ delta: 1, percentAbove: 5 }, ['percentAbove'], 'Give "percent" too: this says above which rise it counts.'],
  ])('refuses %j', (limit, path, message) => {
    const compiled = () => limitForm.compile(limit, { file: 'policy.yml' });
    expect(compiled).toThrow(new FormError(path, message));
  });
});
