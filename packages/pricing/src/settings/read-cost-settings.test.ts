import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { files } from '../../test/estimate.ts';
import { readCostSettings } from './read-cost-settings.ts';

const read = (text: string) => readCostSettings('tollgate.yml', text, files);

describe('the part cost of tollgate.yml', () => {
  it('is none where only others have theirs', async () => {
    expect(await read('roots:\n  - path: infra\n')).toBeNull();
    expect(await read('')).toBeNull();
  });

  it('may be empty', async () => {
    expect(await read('cost:\n')).toMatchObject({ currency: null, discounts: [] });
  });

  it('tells each rule with its place', async () => {
    const text = `cost:
  currency: { code: EUR, rate: 0.92 }
  hoursPerMonth: 744
  freeTier: true
  discounts:
    - { name: Private pricing, rates: [aws.ec2.*, aws.*], regions: [eu-*], percent: 12.5 }
  commitments:
    - { rates: [aws.ec2.instance], coverage: 60, percent: 28 }
  prices:
    - { rate: aws.ec2.instance, dimensions: { instanceType: m5.large }, price: "0.0701" }
  schedules:
    - { tags: { Environment: [dev, test*] }, running: { days: [mon, tue, wed, thu, fri], from: "08:00", to: "20:00" } }
    - { resources: [aws_instance.night], running: { days: [sun], from: "22:00", to: "06:00" } }
`;
    const settings = await read(text);
    const {
      currency,
      hoursPerMonth,
      freeTier,
      discounts = [],
      commitments = [],
      prices = [],
      schedules = [],
    } = settings ?? {};
    const rules = [currency, hoursPerMonth, freeTier, ...discounts, ...commitments, ...prices, ...schedules];
    expect(rules.map((rule) => rule?.text)).toMatchInlineSnapshot(`
      [
        "1 USD = 0.92 EUR (tollgate.yml:2:13)",
        "744 hours a month (tollgate.yml:3:18)",
        "Free tier on (tollgate.yml:4:13)",
        "12.5 % off aws.ec2.*, aws.* in eu-*, Private pricing (tollgate.yml:6:7)",
        "60 % of aws.ec2.instance committed at 28 % off (tollgate.yml:8:7)",
        "Own price of aws.ec2.instance (instanceType=m5.large) (tollgate.yml:10:7)",
        "260.71 hours a month for Environment=dev|test* (tollgate.yml:12:7)",
        "34.76 hours a month for aws_instance.night (tollgate.yml:13:7)",
      ]
    `);
    expect(discounts[0]?.factor.toFixed()).toBe('0.875');
    expect(commitments[0]?.factor.toFixed()).toBe('0.832');
    expect(prices[0]?.unit).toBe('hour');
    expect(schedules.map(({ hours }) => hours.toFixed(4))).toEqual(['260.7143', '34.7619']);
  });
});

describe('mistakes are refused with their places', () => {
  it.each<[string, string, string]>([
    ['a key', 'discount: []', 'tollgate.yml:2:13: cost.discount is not known; it may be meant as "discounts".'],
    ['a type', 'discounts: 5', 'tollgate.yml:2:14: cost.discounts must be a list.'],
    ['what is left out', 'discounts: [{ percent: 5 }]', 'tollgate.yml:2:15: cost.discounts[0] lacks "rates".'],
    [
      'a percentage',
      'discounts: [{ rates: [aws.*], percent: 120 }]',
      'is 120, and must be at least 0 and at most 100.',
    ],
    ['a negative price', 'prices: [{ rate: aws.natgateway.hours, price: -1 }]', 'cost.prices[0].price must be >= 0.'],
    ['a number', 'discounts: [{ rates: [aws.*], percent: "5 %" }]', 'write a number such as 0.08, without a sign.'],
    [
      'a rate',
      'prices: [{ rate: aws.ec2.instanc, price: 1 }]',
      'tollgate.yml:2:20: cost.prices[0].rate is "aws.ec2.instanc", and there is no such rate; it may be meant as "aws.ec2.instance".',
    ],
    ['a service', 'discounts: [{ rates: [aws.ec22.*], percent: 1 }]', 'it may be meant as "aws.ec2.*".'],
    ['a provider', 'discounts: [{ rates: ["*"], percent: 1 }]', 'does not begin with a provider: aws'],
    ['a pattern of nothing', 'discounts: [{ rates: [aws.ec2.nothing*], percent: 1 }]', 'there is no such rate'],
    ['a way out of the folder', 'discounts: [{ rates: [aws./../x.*], percent: 1 }]', 'there is no such rate'],
    ['a pattern as own price', 'prices: [{ rate: aws.ec2.*, price: 1 }]', 'cost.prices[0].rate must be one rate.'],
    [
      'a dimension',
      'prices: [{ rate: aws.ec2.instance, dimensions: { instancetype: x }, price: 1 }]',
      'it may be meant as "instanceType".',
    ],
    ['price and tiers', 'prices: [{ rate: aws.natgateway.hours }]', 'must have either "price" or "tiers".'],
    [
      'tiers',
      'prices: [{ rate: aws.natgateway.data, tiers: [{ from: 5, price: 1 }] }]',
      'tiers[0].from must be 0 for the first tier.',
    ],
    ['hours', 'schedules: [{ hours: 0 }]', 'is 0, and must be above 0 and at most 744.'],
    [
      'hours twice',
      'schedules: [{ hours: 9, running: { days: [mon], from: "08:00", to: "09:00" } }]',
      'must have either "hours" or "running".',
    ],
    ['a day', 'schedules: [{ running: { days: [monday], from: "08:00", to: "09:00" } }]', 'must be one of mon, tue'],
    ['a time', 'schedules: [{ running: { days: [mon], from: "8", to: "09:00" } }]', 'write a time such as "08:00".'],
    ['a currency', 'currency: { code: euro, rate: 1 }', 'write a code such as EUR.'],
    ['an exchange rate', 'currency: { code: EUR, rate: 0 }', 'is 0, and must be above 0'],
    ['no YAML', 'discounts: [', 'tollgate.yml:'],
  ])('%s', async (_, text, message) => {
    await expect(read(`cost:\n  ${text}\n`)).rejects.toThrow(message);
    await expect(read(`cost:\n  ${text}\n`)).rejects.toThrow(/^Cannot use tollgate\.yml\. Mend this in it:\n/);
  });

  it('all at once', async () => {
    const text = 'cost:\n  discounts:\n    - { rates: [aws.x.*], percent: 101 }\n';
    await expect(read(text)).rejects.toThrow(/percent is 101.*\n.*rates\[0\] is "aws\.x\.\*"/);
  });
});

it('has every type that can be stopped among those with a source', () => {
  const table = readFileSync(join(import.meta.dirname, '../../data/facts/aws/stoppable-types.tsv'), 'utf8');
  const rows = table.split('\n').filter((line) => line.startsWith('aws_'));
  expect(rows.every((row) => /\tAWS, .+\t\d{4}-\d{2}-\d{2}$/.test(row))).toBe(true);
});
