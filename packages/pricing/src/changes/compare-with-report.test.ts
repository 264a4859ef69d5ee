import { describe, expect, it } from 'vitest';
import { asRead, estimatedRoot } from '../../test/compare.ts';
import { type EstimateOptions, estimate } from '../../test/estimate.ts';
import type { CostReport } from '../estimate/cost-report.ts';
import { compareWithReport, type ReportedRoot } from './compare-with-report.ts';
import { costChange } from './cost-change-of-run.ts';

const volume = (name: string, size: number, type = 'gp3') =>
  `resource "aws_ebs_volume" "${name}" {\n  type = "${type}"\n  size = ${size}\n}\n`;
const instance = (type: string) => `resource "aws_instance" "web" {\n  instance_type = "${type}"\n}\n`;
const bucket = 'resource "aws_s3_bucket" "b" {}\n';
const storage = (gigabytes: number) =>
  `resource_usage: { aws_s3_bucket.b: { standard: { storage_gb: ${gigabytes} } } }`;
const eu = 'provider "aws" {\n  region = "eu-west-1"\n}\n';

const reported = (name: string, configuration: string, options: EstimateOptions = {}): ReportedRoot => ({
  name,
  root: estimatedRoot(configuration, options),
});
function compare(before: CostReport, ...after: ReportedRoot[]) {
  const roots = compareWithReport({ before, file: 'saved.json', after, currency: 'USD' });
  return asRead(costChange({ roots, currency: 'USD', priceSource: 'embedded', problems: [] }));
}

describe('an estimate that is compared with a saved report', () => {
  it('has resources by address, and by their bills where addresses differ', () => {
    const before = estimate(volume('same', 10) + volume('old', 33) + volume('gone', 5));
    const after = volume('same', 10) + volume('new', 33) + volume('added', 7);
    const { resources, monthlyDelta } = compare(before, reported('infra', after));
    expect(
      resources.map(({ change, address, previous, delta }) => [change, address, previous?.address, delta]),
    ).toEqual([
      ['added', 'aws_ebs_volume.added', undefined, '0.56'],
      ['removed', 'aws_ebs_volume.gone', undefined, '-0.4'],
      ['moved', 'aws_ebs_volume.new', 'aws_ebs_volume.old', '0'],
      ['unchanged', 'aws_ebs_volume.same', undefined, '0'],
    ]);
    expect(monthlyDelta).toBe('0.16');
  });

  it('finds nothing changed in a bill that is the same range', () => {
    const sized = (type: string) =>
      `variable "size" {\n  type = number\n  validation {\n    condition     = contains([10, 20], var.size)\n    error_message = "No."\n  }\n}\n${volume('v', 0, type).replace('= 0', '= var.size')}`;
    const before = estimate(sized('gp3'));
    expect(before.resources[0]?.range).toEqual({ low: '0.8', high: '1.6' });
    const deltaOf = (after: string) => compare(before, reported('infra', after)).resources[0];
    expect(deltaOf(sized('gp3'))).toMatchObject({ change: 'unchanged', delta: '0', deltaRange: null });
    expect(deltaOf(sized('gp2'))).toMatchObject({ change: 'changed', deltaRange: { low: '-0.6', high: '1.2' } });
  });

  it('has resources whose bills name each other, in a module that is renamed', () => {
    const call = (name: string) => `module "${name}" {\n  source = "./fleet"\n}\n`;
    const fleet =
      'resource "aws_launch_template" "t" {\n  instance_type = "m5.large"\n}\n' +
      'resource "aws_autoscaling_group" "g" {\n  desired_capacity = 2\n  launch_template {\n    id = aws_launch_template.t.id\n  }\n}\n';
    const options = { modules: { 'fleet/main.tf': fleet } };
    const { resources } = compare(estimate(call('a'), options), reported('infra', call('b'), options));
    expect(resources.map(({ change, address }) => [change, address])).toEqual([
      ['moved', 'module.b.aws_autoscaling_group.g'],
      ['moved', 'module.b.aws_launch_template.t'],
    ]);
  });

  it.each<[string, CostReport, ReportedRoot, object]>([
    [
      'what the price depends on',
      estimate(instance('m5.large')),
      reported('infra', instance('r5.large')),
      { kind: 'dimension', name: 'instanceType', before: 'm5.large', after: 'r5.large' },
    ],
    [
      'the region',
      estimate(instance('m5.large')),
      reported('infra', eu + instance('m5.large')),
      { kind: 'dimension', name: 'region', before: 'us-east-1', after: 'eu-west-1' },
    ],
    [
      'a quantity',
      estimate(volume('v', 10)),
      reported('infra', volume('v', 20)),
      { kind: 'quantity', name: 'Storage (general purpose SSD, gp3)', before: '10 GB', after: '20 GB' },
    ],
    [
      'usage',
      estimate(bucket, { usage: storage(100) }),
      reported('infra', bucket, { usage: storage(200) }),
      { kind: 'usage', name: 'Standard: Storage (first 50TB)', before: '100 GB', after: '200 GB' },
    ],
    [
      'a price',
      estimate(volume('v', 10), { prices: 'aws.ebs.volume-gp3 0.1' }),
      reported('infra', volume('v', 10)),
      { kind: 'price', rate: 'aws.ebs.volume-gp3', before: '0.1', after: '0.08' },
    ],
  ])('tells why a cost changes by the bills: %s', (_, before, after, reason) => {
    expect(compare(before, after).resources[0]?.reasons).toEqual([reason]);
  });

  it('compares root modules by name: those that only one side has are new, or removed', () => {
    const one = estimate(volume('v', 10));
    const before: CostReport = {
      ...one,
      rootModules: ['a', 'gone'].map((name) => ({ name, monthlyCost: '0.8', range: null, coverage: one.coverage })),
      resources: ['a', 'gone'].flatMap((rootModule) => one.resources.map((cost) => ({ ...cost, rootModule }))),
    };
    const change = compare(before, reported('a', volume('v', 10)), reported('new', volume('v', 20)));
    expect(change.resources.map(({ rootModule, change: what, delta }) => [rootModule, what, delta])).toEqual([
      ['a', 'unchanged', '0'],
      ['new', 'added', '1.6'],
      ['gone', 'removed', '-0.8'],
    ]);
    expect([change.before?.monthlyCost, change.monthlyDelta]).toEqual(['1.6', '0.8']);
  });

  it.each<[string, CostReport, readonly ReportedRoot[], string]>([
    [
      'another currency',
      { ...estimate(volume('v', 10)), currency: 'EUR' },
      [reported('a', volume('v', 10))],
      'saved.json: The report is in EUR, and this estimate in USD. Compare with a report in USD.',
    ],
    [
      'a report that does not tell its root module',
      estimate(volume('v', 10)),
      [reported('a', volume('v', 10)), reported('b', volume('v', 10))],
      'saved.json: The report is about one root module, and this estimate about 2. Compare it with that root module alone.',
    ],
  ])('is refused for %s', (_, before, after, message) => {
    expect(() => compare(before, ...after)).toThrow(message);
  });
});
