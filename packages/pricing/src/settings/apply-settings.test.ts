import { describe, expect, it } from 'vitest';
import { type EstimateOptions, estimate, files } from '../../test/estimate.ts';
import { textPrices } from '../../test/text-prices.ts';
import { applySettings } from './apply-settings.ts';
import { readCostSettings } from './read-cost-settings.ts';
import type { KnownTags } from './scheduled-hours.ts';

const bookPrices = `aws.natgateway.hours 0.05
aws.natgateway.data 0.04
aws.ec2.instance m5.large 0.1
aws.ec2.cpu-credits t3 0.05
aws.ebs.volume-gp2 0.1
aws.lambda.requests 0;1000000:0.0000002`;
const nat = 'resource "aws_nat_gateway" "n" {}';
const usage = 'resource_usage: { aws_nat_gateway.n: { monthly_data_processed_gb: 100 } }';
const noTags: KnownTags = { tags: {}, unknownValues: [], unknownKeys: false };

interface Given extends EstimateOptions {
  readonly tags?: Partial<KnownTags>;
  readonly environments?: readonly string[] | null;
}

/** Estimates with the part `cost:` of settings, which is written in one line. */
async function run(configuration: string, cost: string, { tags, environments = [], ...options }: Given = {}) {
  const settings = await readCostSettings('tollgate.yml', `cost: ${cost}`, files);
  if (settings === null) throw new Error('There are no settings.');
  const prices = textPrices(bookPrices);
  const tagsOf = () => ({ ...noTags, ...tags });
  return estimate(configuration, { ...applySettings(settings, { prices, files, tagsOf, environments }), ...options });
}

const linesOf = ({ resources }: Awaited<ReturnType<typeof run>>) =>
  resources.flatMap(({ components }) => components.map(({ name, monthlyCost }) => `${name}: ${monthlyCost}`));

describe('prices', () => {
  it.each<[string, string, string[]]>([
    ['nothing', '{}', ['NAT gateway: 36.5', 'Data processed: 4']],
    [
      'a discount',
      '{ discounts: [{ rates: [aws.natgateway.*], percent: 10 }] }',
      ['NAT gateway: 32.85', 'Data processed: 3.6'],
    ],
    [
      'a discount on one rate',
      '{ discounts: [{ rates: [aws.natgateway.data], percent: 100 }] }',
      ['NAT gateway: 36.5', 'Data processed: 0'],
    ],
    [
      'a discount elsewhere',
      '{ discounts: [{ rates: [aws.*], regions: [eu-*], percent: 10 }] }',
      ['NAT gateway: 36.5', 'Data processed: 4'],
    ],
    [
      'several discounts, one after the other',
      '{ discounts: [{ rates: [aws.*], percent: 10 }, { rates: [aws.natgateway.*], regions: [us-*], percent: 50 }] }',
      ['NAT gateway: 16.425', 'Data processed: 1.8'],
    ],
    [
      'a commitment',
      '{ commitments: [{ rates: [aws.natgateway.hours], coverage: 50, percent: 40 }] }',
      ['NAT gateway: 29.2', 'Data processed: 4'],
    ],
    [
      'an own price, which has no discount',
      '{ prices: [{ rate: aws.natgateway.hours, price: 0.01 }], discounts: [{ rates: [aws.*], percent: 10 }] }',
      ['NAT gateway: 7.3', 'Data processed: 3.6'],
    ],
    [
      'own tiers',
      '{ prices: [{ rate: aws.natgateway.data, tiers: [{ from: 0, price: 1 }, { from: 40, price: 0.5 }] }] }',
      ['NAT gateway: 36.5', 'Data processed (first 40GB): 40', 'Data processed (over 40GB): 30'],
    ],
    ['a currency', '{ currency: { code: EUR, rate: 0.9 } }', ['NAT gateway: 32.85', 'Data processed: 3.6']],
    [
      'an own price in it',
      '{ currency: { code: EUR, rate: 0.9 }, prices: [{ rate: aws.natgateway.data, price: 1 }] }',
      ['NAT gateway: 32.85', 'Data processed: 100'],
    ],
    ['hours', '{ hoursPerMonth: 720 }', ['NAT gateway: 36', 'Data processed: 4']],
  ])('by %s', async (_, cost, lines) => {
    expect(linesOf(await run(nat, cost, { usage }))).toEqual(lines);
  });

  it('tell their rules, and how often each was applied', async () => {
    const cost =
      '{ freeTier: false, discounts: [{ rates: [aws.*], percent: 10 }, { name: Gone, rates: [aws.s3.*], percent: 5 }] }';
    const report = await run(nat, cost, { usage });
    const rule = '10 % off aws.* (tollgate.yml:1:38)';
    expect(report.resources[0]?.components.map(({ rules }) => rules)).toEqual([[rule], [rule]]);
    expect(report.settings).toEqual([
      { rule: 'Free tier off (tollgate.yml:1:19)', uses: null },
      { rule, uses: 2 },
      { rule: '5 % off aws.s3.*, Gone (tollgate.yml:1:71)', uses: 0 },
    ]);
  });

  it('fill what the book lacks by an own one, which has no source and date', async () => {
    const machine = 'resource "aws_instance" "a" {\n  ami = "a"\n  instance_type = "m9.huge"\n}';
    const cost = '{ prices: [{ rate: aws.ec2.instance, dimensions: { instanceType: m9.huge }, price: 2 }] }';
    const [line] = (await run(machine, cost)).resources[0]?.components ?? [];
    expect(line).toMatchObject({ monthlyCost: '1460', status: 'priced' });
    expect(line).not.toHaveProperty('price');
    const other = await run(machine.replace('m9.huge', 'm9.small'), cost);
    expect(other.resources[0]?.components[0]?.status).toBe('unpriced');
  });
});

describe('schedules', () => {
  const machine = 'resource "aws_instance" "a" {\n  ami = "a"\n  instance_type = "m5.large"\n}';
  const dev = '{ schedules: [{ tags: { Environment: [dev*] }, hours: 200 }] }';
  const hoursOf = async (cost: string, given: Given = {}) =>
    (await run(machine, cost, given)).resources[0]?.components[0]?.monthlyQuantity;

  it.each<[string, string, Given, string]>([
    ['a tag', dev, { tags: { tags: { Environment: 'dev-2' } } }, '200'],
    ['another value', dev, { tags: { tags: { Environment: 'prod' } } }, '730'],
    ['no tag', dev, {}, '730'],
    ['the environment', '{ schedules: [{ environments: [dev], hours: 200 }] }', { environments: ['.', 'dev'] }, '200'],
    ['another environment', '{ schedules: [{ environments: [dev], hours: 200 }] }', { environments: ['prod'] }, '730'],
    ['its address', '{ schedules: [{ resources: [aws_instance.*], hours: 200 }] }', {}, '200'],
    ['another address', '{ schedules: [{ resources: [aws_instance.b], hours: 200 }] }', {}, '730'],
    ['the first that fits', '{ schedules: [{ resources: [x], hours: 1 }, { hours: 200 }, { hours: 3 }] }', {}, '200'],
  ])('are chosen by %s', async (_, cost, given, hours) => {
    expect(await hoursOf(cost, given)).toBe(hours);
  });

  it('make a range where a tag is not known', async () => {
    const report = await run(machine, dev, { tags: { unknownValues: ['Environment'] } });
    expect(report.range).toEqual({ low: '20.8', high: '73.8' });
    expect(report.resources[0]?.unknowns).toEqual([
      'the tag "Environment", by which a schedule is chosen, is not known',
    ]);
  });

  it('make a range where the environment is not known, as for a plan', async () => {
    const cost = '{ schedules: [{ environments: [dev], hours: 200 }] }';
    expect((await run(machine, cost, { environments: null })).range).toEqual({ low: '20.8', high: '73.8' });
  });

  it('are for what can be stopped, unless the type is named', async () => {
    const all = await run(nat, '{ schedules: [{ resources: [aws_*], hours: 200 }] }', { usage });
    expect(all.resources[0]?.components[0]?.monthlyQuantity).toBe('730');
    expect(all.resources[0]).not.toHaveProperty('schedule');
    const named = await run(nat, '{ schedules: [{ resources: [aws_nat_gateway], hours: 200 }] }', { usage });
    expect(named.resources[0]?.components[0]?.monthlyQuantity).toBe('200');
    expect(named.resources[0]?.schedule).toBe('200 hours a month for aws_nat_gateway (tollgate.yml:1:21)');
    expect(named.settings?.[0]?.uses).toBe(1);
  });
});
