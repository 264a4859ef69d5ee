import { describe, expect, it } from 'vitest';
import { type EstimateOptions, estimate } from '../../test/estimate.ts';
import { amount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import type { Bill } from './bill.ts';

/** A model of one line, so that a test is about the estimate alone. */
const volumeModel = {
  types: ['aws_ebs_volume'],
  bill(resource: BilledResource, bill: Bill) {
    bill.line('Storage', () => ({ unit: 'GB', rate: 'aws.ebs.volume-gp3', quantity: resource.number('size') ?? 0 }));
    bill.line('Requests', () => ({
      unit: '1M request',
      rate: 'aws.ebs.requests-standard',
      quantity: resource.usage.number('monthly_standard_io_requests'),
      per: 1_000_000,
      usageBased: true,
    }));
  },
};
const prices = 'aws.ebs.volume-gp3 0.08\naws.ebs.requests-standard 0;1000000:0.0000001;3000000:0.00000005';
const run = (configuration: string, options: EstimateOptions = {}) =>
  estimate(configuration, { models: [volumeModel], prices, ...options });
const volume = (name: string, body: string) => `resource "aws_ebs_volume" "${name}" {\n${body}\n}\n`;

describe('estimateCosts', () => {
  it('says what it knows of each resource, and never hides the rest', () => {
    const report = run(`
      ${volume('a', 'size = 10')}
      ${volume('b', 'size = -10')}
      resource "aws_vpc" "free" {}
      resource "aws_launch_template" "passes_on" {}
      resource "aws_sagemaker_domain" "unsupported" {}
      data "aws_vpc" "data" {}
    `);
    expect(report.resources.map(({ address, status, monthlyCost }) => [address, status, monthlyCost])).toEqual([
      ['aws_ebs_volume.a', 'priced', '0.8'],
      ['aws_ebs_volume.b', 'unpriced', '0'],
      ['aws_vpc.free', 'free', '0'],
      ['aws_launch_template.passes_on', 'free', '0'],
      ['aws_sagemaker_domain.unsupported', 'unsupported', '0'],
    ]);
    expect(report.coverage).toEqual({ priced: 1, free: 2, usageNeeded: 1, unpriced: 1, unsupported: 1 });
    expect(report.monthlyCost).toBe('0.8');
    expect(report.prices).toEqual({ source: 'embedded', asOf: '2026-01-01' });
  });

  it('has the components in the published form', () => {
    const usage = 'resource_usage: { aws_ebs_volume.a: { monthly_standard_io_requests: 2500000 } }';
    const [resource] = run(volume('a', 'size = 8'), { usage }).resources;
    const price = { source: 'TEST', date: '2026-01-01', derived: false };
    expect(resource?.components).toEqual([
      {
        group: [],
        name: 'Storage',
        unit: 'GB',
        monthlyQuantity: '8',
        unitPrice: '0.08',
        monthlyCost: '0.64',
        usageBased: false,
        status: 'priced',
        rate: 'aws.ebs.volume-gp3',
        price,
      },
      {
        group: [],
        name: 'Requests (first 3M)',
        unit: '1M request',
        monthlyQuantity: '2.5',
        unitPrice: '0.1',
        monthlyCost: '0.25',
        usageBased: true,
        status: 'priced',
        rate: 'aws.ebs.requests-standard',
        price,
      },
    ]);
  });

  it('takes the allowance of an account off each resource only when it is told to', () => {
    const usage = 'resource_type_default_usage: { aws_ebs_volume: { monthly_standard_io_requests: 2500000 } }';
    const names = (freeTier: boolean) =>
      run(volume('a', 'size = 8'), { usage, freeTier }).resources[0]?.components.map(
        ({ name, monthlyCost }) => `${name} ${monthlyCost}`,
      );
    expect(names(false)).toEqual(['Storage 0.64', 'Requests (first 3M) 0.25']);
    expect(names(true)).toEqual(['Storage 0.64', 'Requests (first 1M) 0', 'Requests (next 2M) 0.15']);
  });

  it.each([
    ['of its provider', 'provider "aws" { region = "eu-west-1" }', '', 'eu-west-1', []],
    ['of its own', 'provider "aws" { region = "eu-west-1" }', 'region = "eu-west-2"', 'eu-west-2', []],
    ['of its zone', 'provider "aws" {}', 'availability_zone = "eu-west-3a"', 'eu-west-3', []],
    ['of its ARN', 'provider "aws" {}', 'arn = "arn:aws:ec2:sa-east-1:1:volume/v"', 'sa-east-1', []],
    ['that is assumed', 'provider "aws" {}', '', 'us-east-1', [{ attribute: 'region', value: 'us-east-1' }]],
  ])('finds the region %s', (_, provider, body, region, assumptions) => {
    expect(run(`${provider}\n${volume('a', `size = 8\n${body}`)}`).resources[0]).toMatchObject({ region, assumptions });
  });

  it('gives a range where few values are possible, and none where many are', () => {
    const configuration = `variable "size" {}\n${volume('a', 'size = var.size')}${volume('b', 'size = 10')}`;
    const report = run(configuration, { possibleValues: () => [10, 100] });
    expect([report.monthlyCost, report.range]).toEqual(['8.8', { low: '1.6', high: '8.8' }]);
    expect(report.resources[0]).toMatchObject({
      monthlyCost: '8',
      range: { low: '0.8', high: '8' },
      unknowns: ['`size`: variable size has no value'],
    });
    const many = run(configuration, { possibleValues: () => Array.from({ length: 100 }, (_, size) => size) });
    expect(many.resources[0]?.status).toBe('unpriced');
    expect(many.range).toBeNull();
  });

  it('prices one of an unknown number of instances, and says so', () => {
    const configuration = `variable "number" {}\n${volume('a', 'count = var.number\nsize = 10')}`;
    expect(run(configuration).resources[0]).toMatchObject({
      monthlyCost: '0.8',
      assumptions: [{ attribute: 'number of instances', value: '1' }],
    });
  });

  it('does not add money of another currency', () => {
    expect(run(volume('a', 'size = 10'), { currency: 'EUR' }).resources[0]?.components[0]).toMatchObject({
      status: 'unpriced',
      reason: 'the price is in USD, and the report in EUR',
    });
  });

  it('counts hours as it is told', () => {
    const table = estimate('resource "aws_nat_gateway" "n" {}', {
      prices: 'aws.natgateway.hours 0.045\naws.natgateway.data 0.045',
      hoursOf: () => ({ cases: [{ hours: amount(200), schedule: null }], reason: null }),
    });
    expect(table.monthlyCost).toBe('9');
  });

  it('tells what is wrong with the usage file', () => {
    const usage = 'resource_usage: { aws_ebs_volume.gone: { monthly_standard_io_requests: 1 } }';
    expect(run(volume('a', 'size = 8'), { usage }).problems).toEqual([
      'usage.yml:2:19: No resource that is billed by usage has the address aws_ebs_volume.gone, so this is not used.',
    ]);
  });
});
