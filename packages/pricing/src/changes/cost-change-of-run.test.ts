import { describe, expect, it } from 'vitest';
import { asRead, estimatedRoot } from '../../test/compare.ts';
import { compareEstimates } from './compare-estimates.ts';
import { costChange, type RunRoot } from './cost-change-of-run.ts';

const volume = (size: number) => `resource "aws_ebs_volume" "v" {\n  type = "gp3"\n  size = ${size}\n}\n`;
const prices = 'aws.ebs.volume-gp3 0.1';
const root = (configuration: string) => estimatedRoot(configuration, { prices });

const compared = (name: string, before: string, after: string): RunRoot => ({
  name,
  status: 'compared',
  compared: compareEstimates({ before: root(before), after: root(after) }),
});
const withoutBase: RunRoot = {
  name: 'first',
  status: 'without-base',
  after: root(volume(70)).resources.map(({ costed }) => costed),
  reason: 'the base is no commit of this clone',
};
const unaffected: RunRoot = { name: 'other', status: 'unaffected' };
const failed: RunRoot = { name: 'broken', status: 'failed', reason: 'main.tf:1: Missing brace' };

const run = (...roots: RunRoot[]) =>
  asRead(costChange({ roots, currency: 'USD', priceSource: 'embedded', problems: ['usage.yml:1:1: …'] }));

describe('the cost change of a run', () => {
  it('sums up root modules that were compared, and keeps their order', () => {
    const change = run(compared('b', volume(100), volume(130)), unaffected, compared('a', '', volume(10)));
    expect(change).toMatchObject({
      prices: { source: 'embedded', asOf: '2026-01-01' },
      before: { monthlyCost: '10' },
      after: { monthlyCost: '14' },
      monthlyDelta: '4',
      percent: '40.0',
      problems: ['usage.yml:1:1: …'],
    });
    expect(change.rootModules).toMatchObject([
      { name: 'b', status: 'compared', before: { monthlyCost: '10' }, after: { monthlyCost: '13' }, monthlyDelta: '3' },
      { name: 'other', status: 'unaffected' },
      { name: 'a', status: 'compared', before: { monthlyCost: '0' }, after: { monthlyCost: '1' }, monthlyDelta: '1' },
    ]);
    expect(change.resources.map(({ rootModule, change: what }) => [rootModule, what])).toEqual([
      ['b', 'changed'],
      ['a', 'added'],
    ]);
  });

  it.each<[string, readonly RunRoot[], object]>([
    [
      'is not known where the past of no root module is',
      [withoutBase],
      { before: null, after: { monthlyCost: '7' }, monthlyDelta: null, deltaRange: null, percent: null },
    ],
    [
      'is that of the others where the past of one is not known',
      [withoutBase, compared('a', volume(10), volume(20))],
      { before: { monthlyCost: '1' }, after: { monthlyCost: '9' }, monthlyDelta: '1', percent: '100.0' },
    ],
    [
      'is nothing where none is affected',
      [unaffected],
      { before: { monthlyCost: '0' }, monthlyDelta: '0', percent: null },
    ],
    ['is not known where nothing could be estimated', [failed], { before: null, monthlyDelta: null }],
    ['has no percentage of nothing', [compared('a', '', volume(10))], { monthlyDelta: '1', percent: null }],
    ['falls to nothing', [compared('a', volume(10), '')], { monthlyDelta: '-1', percent: '-100.0' }],
  ])('%s', (_, roots, expected) => {
    expect(run(...roots)).toMatchObject(expected);
  });

  it('has resources whose past is not known as they are', () => {
    expect(run(withoutBase).resources).toMatchObject([
      { change: 'present', before: null, after: '7', delta: null, statusBefore: null, reasons: [], components: [] },
    ]);
  });

  it('keeps the name that a root module had', () => {
    const same = compareEstimates({ before: root(volume(1)), after: root(volume(1)) });
    const renamed = run({ name: 'new', previousName: 'old', status: 'compared', compared: same });
    expect(renamed.rootModules[0]).toMatchObject({ name: 'new', previousName: 'old', monthlyDelta: '0' });
  });
});
