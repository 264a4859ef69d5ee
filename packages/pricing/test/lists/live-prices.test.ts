import { afterEach, describe, expect, it } from 'vitest';
import { amountText } from '../../src/money/amount.ts';
import type { PriceSource } from '../../src/prices/price.ts';
import { awsQueryApi } from '../../src/sources/aws/query-api.ts';
import { livePrices, withLookUps } from '../../src/sources/live/live-prices.ts';
import { estimate } from '../estimate.ts';
import { allFamilies, textPrices } from '../text-prices.ts';
import { instance, volume } from './aws-products.ts';
import { type PriceListContent, type PriceListServer, startPriceLists } from './price-list-server.ts';

let server: PriceListServer | undefined;
afterEach(() => server?.close());

async function live(content: PriceListContent, book: PriceSource = textPrices('')) {
  server = await startPriceLists(content);
  const list = awsQueryApi({ ...server, credentials: { accessKeyId: 'id', secretAccessKey: 'secret' } });
  const families = allFamilies();
  return livePrices({
    book,
    familyOf: (rate) => families.get(rate) ?? null,
    listOf: (provider) => (provider === 'aws' ? list : null),
    now: '2026-11-20',
  });
}

const types = ['m9.large', 'm9.xlarge', 'm9.2xlarge', 'm9.4xlarge', 'm9.8xlarge', 'm9.metal'];
const aws = [
  ...types.map((type, index) => instance('us-east-1', '', type, `0.${index + 1}`)),
  volume('us-east-1', '', '0.08'),
];
const machine = 'resource "aws_instance" "a" { instance_type = "m9.large" }';

describe('live prices', () => {
  it('complete an estimate with what the book lacks', async () => {
    const prices = await live({ aws }, textPrices('aws.ebs.volume-gp2 0.1'));
    const report = await withLookUps(prices, () => estimate(machine, { prices }));
    const lines = report.resources.flatMap(({ components }) =>
      components.map(({ name, unitPrice, price }) => [name, unitPrice, price?.source, price?.date]),
    );
    expect(lines).toEqual(
      expect.arrayContaining([['Instance usage (Linux/UNIX, on-demand, m9.large)', '0.1', 'LQ', '2026-11-20']]),
    );
    expect(prices.notices()).toEqual([]);
  });

  it('are asked for once, and only for what the book lacks', async () => {
    const prices = await live({ aws }, textPrices('aws.ebs.volume-gp3 0.07'));
    const query = { rate: 'aws.ebs.volume-gp3', region: 'us-east-1', dimensions: {} };
    prices.priceOf(query);
    expect(await prices.lookUp()).toBe(0);
    expect(server?.log).toEqual([]);

    const wanted = { rate: 'aws.ec2.instance', region: 'us-east-1', dimensions: { instanceType: 'm9.large' } };
    const unknown = { ...wanted, dimensions: { instanceType: 'm9.tiny' } };
    prices.priceOf(wanted);
    prices.priceOf(unknown);
    expect(await prices.lookUp()).toBe(2);
    expect(prices.priceOf(unknown)).toMatchObject({
      kind: 'missing',
      reason: expect.stringContaining('and nor has the price list of the provider'),
    });
    prices.priceOf(wanted);
    expect(await prices.lookUp()).toBe(0);
    expect(server?.log).toHaveLength(2);
  });

  it('of many values in one region are asked for together', async () => {
    const prices = await live({ aws });
    const queries = types.map((instanceType) => ({
      rate: 'aws.ec2.instance',
      region: 'us-east-1',
      dimensions: { instanceType },
    }));
    for (const query of queries) prices.priceOf(query);
    expect(await prices.lookUp()).toBe(6);
    expect(server?.log).toEqual(['POST /', 'POST / from 2', 'POST / from 4']);
    const found = queries.map((query) => prices.priceOf(query));
    expect(found.map((price) => price.kind === 'priced' && amountText(price.tiers[0].price))).toEqual([
      '0.1',
      '0.2',
      '0.3',
      '0.4',
      '0.5',
      '0.6',
    ]);
  });

  it('fall back to the book with one notice when the price list cannot be asked', async () => {
    const prices = await live({ aws, faults: [{ at: '/', kind: 'forbidden' }] });
    for (const rate of ['aws.ebs.volume-gp3', 'aws.ebs.volume-gp2']) {
      prices.priceOf({ rate, region: 'us-east-1', dimensions: {} });
    }
    expect(await prices.lookUp()).toBe(0);
    expect(prices.priceOf({ rate: 'aws.ebs.volume-gp3', region: 'us-east-1', dimensions: {} }).kind).toBe('missing');
    expect(prices.notices()).toEqual([
      expect.stringMatching(
        /^Live prices of aws are not to be had, and the price book is used alone: .*AccessDeniedException/,
      ),
    ]);
    expect(server?.log).toHaveLength(1);
  });

  it('leave a rate with two prices unpriced, with a notice', async () => {
    const twice = [...aws, { ...volume('us-east-1', '', '0.09'), sku: 'ANOTHER' }];
    const prices = await live({ aws: twice });
    const query = { rate: 'aws.ebs.volume-gp3', region: 'us-east-1', dimensions: {} };
    prices.priceOf(query);
    await prices.lookUp();
    expect(prices.priceOf(query).kind).toBe('missing');
    expect(prices.notices()).toEqual([
      expect.stringMatching(/two prices for one rate.*It stays without a live price\.$/),
    ]);
  });

  it('of a configuration that asks for very many are looked up to a limit', async () => {
    const prices = await live({ aws });
    for (let index = 0; index < 600; index += 1) {
      prices.priceOf({
        rate: 'aws.ec2.instance',
        region: 'us-east-1',
        dimensions: { instanceType: `x${index}.large` },
      });
    }
    expect(await prices.lookUp()).toBe(500);
    expect(prices.notices()[0]).toContain('More than 500 prices are missing: the rest is not looked up');
  });

  it('of rates that no list has stay missing', async () => {
    const prices = await live({ aws });
    prices.priceOf({
      rate: 'aws.ec2.license',
      region: 'us-east-1',
      dimensions: { operatingSystem: 'RHEL', instanceType: 'm9.large' },
    });
    expect(await prices.lookUp()).toBe(0);
  });
});
