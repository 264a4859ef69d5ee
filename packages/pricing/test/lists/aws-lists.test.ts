import { afterEach, describe, expect, it } from 'vitest';
import { readFamilies } from '../../src/families/rate-family.ts';
import { awsOfferFiles } from '../../src/sources/aws/offer-files.ts';
import { awsQueryApi } from '../../src/sources/aws/query-api.ts';
import { askForPrices } from '../../src/sources/listed-prices.ts';
import { isListed } from '../../src/sources/price-list.ts';
import { allFamilies } from '../text-prices.ts';
import { type AwsProduct, instance, offerFile, volume } from './aws-products.ts';
import { type PriceListContent, type PriceListServer, startPriceLists } from './price-list-server.ts';

let server: PriceListServer | undefined;
afterEach(() => server?.close());

const own = [...allFamilies().values()].filter(isListed);
const families = own.filter(({ name }) => ['aws.ec2.instance', 'aws.ebs.volume-gp3'].includes(name));

const catalog: readonly AwsProduct[] = [
  instance('eu-west-1', 'EU-', 'm5.large', '0.1070000000'),
  instance('eu-west-1', 'EU-', 'm5.xlarge', '0.2140000000'),
  instance('eu-west-1', 'EU-', 'm5.2xlarge', '0.4280000000'),
  {
    ...instance('eu-west-1', 'EU-', 'm5.large', '0.199'),
    sku: 'WINDOWS',
    attributes: { ...instance('eu-west-1', 'EU-', 'm5.large', '').attributes, operatingSystem: 'Windows' },
  },
  instance('us-east-1', '', 'm5.large', '0.0960000000'),
  volume('eu-west-1', 'EU-', '0.0880000000'),
  volume('eu-west-1', 'EU-OTP-', '0.4', 'AWS Outposts'),
  volume('us-east-1', '', '0.0800000000'),
];

interface AskOptions {
  readonly regions?: readonly string[] | null;
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly only?: readonly (typeof own)[number][];
}

async function ask(source: 'api' | 'bulk', content: PriceListContent, options: AskOptions = {}) {
  server = await startPriceLists(content);
  const { network, endpoint } = server;
  const list =
    source === 'api'
      ? awsQueryApi({ network, endpoint, credentials: { accessKeyId: 'id', secretAccessKey: 'secret' } })
      : awsOfferFiles({ network, endpoint });
  const { regions = null, dimensions = {}, only = families } = options;
  const { prices, mistakes } = await askForPrices(list, { families: only, regions, dimensions, now: '2026-11-20' });
  const lines = prices.map(({ family, region, values, tiers, unit, effective }) =>
    [family, region, ...values, `${tiers}/${unit}`, effective].join(' '),
  );
  return [...lines.sort(), ...mistakes.map(({ message }) => message)];
}

const all = [
  'aws.ebs.volume-gp3 eu-west-1 0.088/GB-month 2026-09-01',
  'aws.ebs.volume-gp3 us-east-1 0.08/GB-month 2026-09-01',
  'aws.ec2.instance eu-west-1 m5.2xlarge 0.428/hour 2026-09-01',
  'aws.ec2.instance eu-west-1 m5.large 0.107/hour 2026-09-01',
  'aws.ec2.instance eu-west-1 m5.xlarge 0.214/hour 2026-09-01',
  'aws.ec2.instance us-east-1 m5.large 0.096/hour 2026-09-01',
];

describe.each(['api', 'bulk'] as const)('the AWS price list by %s', (source) => {
  it('gives the prices of families, and of nothing else', async () => {
    expect(await ask(source, { aws: catalog })).toEqual(all);
  });

  it('gives only the regions that are asked for', async () => {
    expect(await ask(source, { aws: catalog }, { regions: ['us-east-1'] })).toEqual(
      all.filter((line) => line.includes(' us-east-1 ')),
    );
  });

  it('gives only the values that are asked for', async () => {
    const [, instances] = families.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const options = { regions: ['eu-west-1'], dimensions: { instanceType: 'm5.large' } };
    expect(
      await ask(source, { aws: catalog }, { ...options, only: instances === undefined ? [] : [instances] }),
    ).toEqual(['aws.ec2.instance eu-west-1 m5.large 0.107/hour 2026-09-01']);
  });

  it('tells of two prices for one rate', async () => {
    const twice = [...catalog, { ...volume('us-east-1', '', '0.09'), sku: 'ANOTHER' }];
    expect((await ask(source, { aws: twice })).at(-1)).toBe(
      'aws.ebs.volume-gp3: The price list has two prices for one rate, 0.09 of ANOTHER and 0.08 of VOLUMEAWSREGION (us-east-1).',
    );
  });

  it.each<[string, Partial<AwsProduct>, string]>([
    ['another currency', { currency: 'CNY' }, 'The price list has a price in CNY, and the book is in USD'],
    ['another unit', { unit: 'Hrs' }, 'The price list counts in "Hrs", and the rate in "GB-month"'],
    ['tiers without a first one', { prices: { 100: '0.1' } }, 'The tiers of the price list do not start at zero'],
    [
      'what is no number',
      { prices: { 0: 'free' } },
      'The price list has the price "free" from "0", which is no number',
    ],
    ['a price below zero', { prices: { 0: '-1' } }, 'The price list has the price "-1" from "0", which is no number'],
  ])('refuses %s', async (_, change, message) => {
    const aws = catalog.map((each) => (each.sku === 'VOLUMEAWSREGION' ? { ...each, ...change } : each));
    const lines = await ask(source, { aws });
    expect(lines.at(-1)).toContain(message);
    expect(lines.filter((line) => line.startsWith('aws.ebs.volume-gp3 '))).toEqual([]);
  });

  it('takes tiers, and not a price that begins after the day of the run', async () => {
    const tiered = { ...volume('us-east-1', '', ''), prices: { 0: '0.1', 1024: '0.08' } };
    const later = { ...volume('eu-west-1', 'EU-', '0.5'), effective: '2026-12-01' };
    expect(await ask(source, { aws: [tiered, later] })).toEqual([
      'aws.ebs.volume-gp3 us-east-1 0.1;1024:0.08/GB-month 2026-09-01',
    ]);
  });
});

describe('the AWS Price List Query API', () => {
  it('is asked page by page, and again when it is busy', async () => {
    const faults = [
      { at: '/ from 2', kind: 'busy' },
      { at: '/ from 2', kind: 'busy' },
      { at: '/ from 0', kind: 'error' },
    ] as const;
    expect(await ask('api', { aws: catalog, faults }, { regions: null })).toEqual(all);
    expect(server?.log.filter((line) => line.startsWith('POST'))).toEqual(expect.arrayContaining(['POST / from 2']));
    expect(server?.waits).toEqual([1000, 1000, 2000]);
    expect(server?.log.join('\n')).toContain('it answered "ThrottlingException: Rate exceeded"; trying again in 2 s.');
  });

  it('is given up when it stays busy', async () => {
    const faults = Array.from({ length: 6 }, () => ({ at: '/', kind: 'busy' }) as const);
    await expect(ask('api', { aws: catalog, faults })).rejects.toThrow('did not answer 6 times');
    expect(server?.waits).toEqual([1000, 2000, 4000, 8000, 16_000]);
  });

  it.each([
    ['forbidden', 'AccessDeniedException: not for you. The credentials need the permission pricing:GetProducts'],
    ['not JSON', 'The answer of the price list is broken'],
    ['cut off', 'The answer of the price list is broken'],
  ] as const)('ends with what to do when a page is %s', async (kind, message) => {
    await expect(ask('api', { aws: catalog, faults: [{ at: '/ from 2', kind }] })).rejects.toThrow(message);
  });
});

describe('the offer files of AWS', () => {
  it('are taken up where a connection broke off', async () => {
    const faults = [
      { at: 'eu-west-1/index.json', kind: 'connection lost' },
      { at: 'eu-west-1/index.json from 0 range', kind: 'connection lost' },
    ] as const;
    expect(await ask('bulk', { aws: catalog, faults })).toEqual(all);
    expect(server?.log.filter((line) => line.includes('going on from there'))).toHaveLength(2);
  });

  it('are refused when another file is at the place by then', async () => {
    const faults = [{ at: 'eu-west-1/index.json', kind: 'connection lost' }] as const;
    await expect(ask('bulk', { aws: catalog, filesChange: true, faults })).rejects.toThrow(
      'the file at its address is another one now. Nothing was written; run it again.',
    );
  });

  it.each([
    ['cut off', offerFile('AmazonEC2', catalog).slice(0, 3000), 'it is cut off'],
    ['no JSON', '<html>maintenance</html>', 'it is no JSON, or damaged'],
    ['of another offer', offerFile('AmazonRDS', catalog), 'it is of "AmazonRDS", and not of AmazonEC2'],
    ['empty', '{}', 'it has no products'],
    [
      'turned around',
      '{"offerCode":"AmazonEC2","terms":{"OnDemand":{"A":{}}},"products":{}}',
      'its terms come before its products',
    ],
    ['without a price', '{"products":{"A":{"sku":"A"}}}', '"attributes" of A is missing or no mapping'],
  ])('are refused when one is %s', async (_, text, message) => {
    await expect(ask('bulk', { aws: catalog, files: { 'eu-west-1': text } })).rejects.toThrow(message);
  });

  it('are not looked for at another place', async () => {
    server = await startPriceLists({ aws: catalog });
    const { network } = server;
    const index = { offers: { AmazonEC2: { currentRegionIndexUrl: 'https://elsewhere.example/x.json' } } };
    const fetch: typeof globalThis.fetch = async () => Response.json(index);
    const list = awsOfferFiles({ network: { ...network, fetch }, endpoint: server.endpoint });
    await expect(askForPrices(list, { families, regions: null, now: '2026-11-20' })).rejects.toThrow(
      'The index leads to https://elsewhere.example, which is another place.',
    );
  });

  it('leave families of an offer that is not there as they are', async () => {
    const other = readFamilies('x.yaml', 'families: [{ name: aws.x.data, unit: GB, list: { offer: AmazonX } }]').filter(
      isListed,
    );
    expect(await ask('bulk', { aws: catalog }, { only: other })).toEqual([]);
    expect(server?.log.at(-1)).toContain('the price list has no offer AmazonX');
  });
});
