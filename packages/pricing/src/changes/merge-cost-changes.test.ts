import { describe, expect, it } from 'vitest';
import { asRead, compare } from '../../test/compare.ts';
import { PricingError } from '../error.ts';
import type { CostChange } from './cost-change.ts';
import { mergeCostChanges } from './merge-cost-changes.ts';

const volume = (size: string) =>
  `variable "s" {}\nresource "aws_ebs_volume" "v" {\n  type = "gp3"\n  size = ${size}\n}\n`;
const options = { prices: 'aws.ebs.volume-gp3 0.1', possibleValues: () => [10, 100] };

/** The change of a job whose one root module has a name. */
function job(name: string, before: string, after: string): CostChange {
  const change = compare(volume(before), volume(after), options);
  return {
    ...change,
    rootModules: change.rootModules.map((root) => ({ ...root, name })),
    resources: change.resources.map((resource) => ({ ...resource, rootModule: name })),
  };
}
const unaffected: CostChange = {
  ...job('c', '1', '1'),
  rootModules: [{ name: 'c', status: 'unaffected' }],
  resources: [],
};

describe('mergeCostChanges', () => {
  it('makes one change of those of several jobs', () => {
    const later = {
      ...job('b', '10', 'var.s'),
      prices: { source: 'live', asOf: '2025-12-31' },
      problems: ['old', 'same'],
    };
    const first = { ...job('a', '100', '30'), problems: ['same'] };
    const merged = asRead(
      mergeCostChanges([
        { file: 'a.json', change: first },
        { file: 'b.json', change: later },
      ]),
    );
    expect(merged).toMatchObject({
      currency: 'USD',
      prices: { source: 'embedded+live', asOf: '2025-12-31' },
      before: { monthlyCost: '11', range: null, coverage: { priced: 2 } },
      after: { monthlyCost: '13', range: { low: '4', high: '13' }, coverage: { priced: 2 } },
      monthlyDelta: '2',
      deltaRange: { low: '-7', high: '2' },
      percent: '18.2',
      problems: ['same', 'old'],
    });
    expect(merged.rootModules.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(merged.resources.map(({ rootModule }) => rootModule)).toEqual(['a', 'b']);
  });

  it('counts once what the usage file of all jobs bills by itself', () => {
    const transfer = (gigabytes: number) =>
      `resource_usage: { aws_data_transfer.out: { region: us-east-1, monthly_outbound_internet_gb: ${gigabytes} } }`;
    const prices = `${options.prices}\naws.datatransfer.internet-out 0.05`;
    const change = compare(volume('10'), volume('30'), {
      prices,
      usage: transfer(300),
      before: { usage: transfer(100) },
    });
    const named = (name: string): CostChange => ({
      ...change,
      rootModules: change.rootModules.map((root) => ({ ...root, name })),
      resources: change.resources.map((resource) => ({ ...resource, rootModule: name })),
    });
    const merged = asRead(
      mergeCostChanges([
        { file: 'a.json', change: named('a') },
        { file: 'b.json', change: named('b') },
      ]),
    );
    // Volumes of $1 become $3 in both, and the transfer of $5 becomes $15.
    expect(merged).toMatchObject({
      before: { monthlyCost: '7', coverage: { priced: 3 } },
      after: { monthlyCost: '21', coverage: { priced: 3 } },
      monthlyDelta: '14',
      rootModules: [{ monthlyDelta: '12' }, { monthlyDelta: '2', after: { monthlyCost: '3' } }],
    });
    expect(merged.resources.filter(({ type }) => type === 'aws_data_transfer')).toHaveLength(1);
  });

  it('does not know the past when no job does', () => {
    const present: CostChange = {
      ...job('a', '10', '20'),
      before: null,
      monthlyDelta: null,
      percent: null,
      rootModules: [{ name: 'a', status: 'failed', reason: 'no' }],
    };
    const nothing = { ...unaffected, before: { ...unaffected.after, monthlyCost: '0' }, monthlyDelta: '0' };
    expect(
      mergeCostChanges([
        { file: 'a.json', change: present },
        { file: 'c.json', change: nothing },
      ]),
    ).toMatchObject({ before: null, monthlyDelta: null, deltaRange: null, percent: null });
  });

  it.each<[string, CostChange, string]>([
    [
      'a root module that two jobs estimated',
      job('a', '1', '2'),
      'b.json: The root module "a" is in a.json too. Let one job estimate it, or give the root modules names of their own in tollgate.yml.',
    ],
    [
      'another currency',
      { ...job('b', '1', '2'), currency: 'EUR' },
      'b.json: The cost change is in EUR, and that of a.json in USD. Estimate both in one currency.',
    ],
    [
      'a root module that one job has twice',
      {
        ...job('b', '1', '2'),
        rootModules: [
          { name: 'b', status: 'unaffected' },
          { name: 'b', status: 'unaffected' },
        ],
      },
      'b.json: The root module "b" is in it twice. Let one job estimate it, or give the root modules names of their own in tollgate.yml.',
    ],
  ])('refuses %s', (_, other, message) => {
    const merge = () =>
      mergeCostChanges([
        { file: 'a.json', change: job('a', '1', '2') },
        { file: 'b.json', change: other },
      ]);
    expect(merge).toThrow(new PricingError('b.json', message.replace('b.json: ', '')));
  });
});
