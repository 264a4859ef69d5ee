import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inShell } from './shell.ts';

const file = '/offers/v1.0/aws/AmazonEC2/1/eu-west-1/index.json';

const families = `
defaults: { offer: AmazonEC2 }
families:
  - { name: aws.ebs.volume-gp2, unit: GB-month, list: { productFamily: Storage, volumeApiName: gp2 } }
  - { name: aws.ebs.volume-gp3, unit: GB-month, list: { productFamily: Storage, volumeApiName: gp3 } }
`;

let folder: string;
let server: Server;
let endpoint: string;
let answers: Readonly<Record<string, unknown>>;

/** An offer file with one volume of the kind gp3 at a price. */
function offerFile(price: string) {
  const attributes = {
    regionCode: 'eu-west-1',
    locationType: 'AWS Region',
    volumeApiName: 'gp3',
    usagetype: 'EU-EBS:VolumeUsage.gp3',
  };
  const priceDimensions = { 'V.T.P': { beginRange: '0', unit: 'GB-Mo', pricePerUnit: { USD: price } } };
  return {
    offerCode: 'AmazonEC2',
    products: { V: { sku: 'V', productFamily: 'Storage', attributes } },
    terms: { OnDemand: { V: { 'V.T': { effectiveDate: '2026-10-01T00:00:00Z', priceDimensions } } } },
  };
}

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => response.end(JSON.stringify(answers[url] ?? {})));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  endpoint = address === null || typeof address === 'string' ? '' : `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  folder = mkdtempSync(join(tmpdir(), 'tollgate-update-'));
  mkdirSync(join(folder, 'prices/book'), { recursive: true });
  mkdirSync(join(folder, 'prices/families/aws'), { recursive: true });
  writeFileSync(join(folder, 'prices/book/sources.tsv'), 'code\tsource\nLB\tAWS price list, public offer files\n');
  writeFileSync(join(folder, 'prices/families/aws/ebs.yaml'), families);
  const index = { currentRegionIndexUrl: '/offers/v1.0/aws/AmazonEC2/current/region_index.json' };
  answers = {
    '/offers/v1.0/aws/index.json': { offers: { AmazonEC2: index } },
    [index.currentRegionIndexUrl]: { regions: { 'eu-west-1': { currentVersionUrl: file } } },
    [file]: offerFile('0.5'),
  };
});

async function prices(...args: readonly string[]) {
  return inShell(['prices', ...args], {
    workingFolder: folder,
    packsFolder: join(folder, 'none'),
    pricesFolder: join(folder, 'prices'),
  });
}
const update = (...args: readonly string[]) => prices('update', '--provider', 'aws', '--endpoint', endpoint, ...args);
const book = () => readFileSync(join(folder, 'prices/book/aws/ebs.tsv'), 'utf8');

describe('tollgate prices update', () => {
  it('fills the book, and tells the next time what is different', async () => {
    const first = await update('--now', '2026-11-01');
    expect({ code: first.code, out: first.out }).toEqual({
      code: 0,
      out: 'Prices: 0 prices changed, 1 added, 0 confirmed, 0 kept as they were, of 2 rates.\n\nWritten: 1 shard of the price book in use.\n',
    });
    expect(first.err).toContain('aws.ebs.volume-gp2: the price list has no prices that fit, and the book has none.');
    answers = { ...answers, [file]: offerFile('0.088') };
    expect((await update('--region', 'eu-west-1')).out).toMatchInlineSnapshot(`
      "Prices: 1 price changed, 0 added, 0 confirmed, 0 kept as they were, of 2 rates.

      The largest differences
        aws.ebs.volume-gp3  eu-west-1  0.5 → 0.088  −82.4 %

      Written: 1 shard of the price book in use.
      "
    `);
    const found = await prices('lookup', 'aws.ebs.volume-gp3', '--region', 'eu-west-1');
    expect(found.out).toContain('AWS price list, public offer files, 2026-11-20');
  });

  it('writes a book of its own into another folder', async () => {
    await update();
    const before = book();
    const { code, out } = await update('--output', 'mine', '--now', '2026-12-01');
    expect({ code, last: out.trim().split('\n').at(-1) }).toEqual({ code: 0, last: 'Written: 1 shard of mine.' });
    expect(book()).toBe(before);
    expect(readFileSync(join(folder, 'mine/book/aws/ebs.tsv'), 'utf8')).toContain('LB\t2026-12-01\neu-west-1=0.5');
    expect((await update('--output', 'mine', '--now', '2026-12-01')).out).toContain('Nothing is new in mine.');
  });

  it.each<[string, unknown, string]>([
    [
      'a file of another offer',
      { ...offerFile('1'), offerCode: 'AmazonRDS' },
      'it is of "AmazonRDS", and not of AmazonEC2',
    ],
    [
      'a price that is no number',
      offerFile('free'),
      'The price list has the price "free" from "0", which is no number',
    ],
    ['a file without products', '', 'it has no products'],
  ])('leaves the book as it is for %s', async (_, answer, message) => {
    await update();
    const before = book();
    answers = { ...answers, [file]: answer };
    const { code, out, err } = await update();
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(book()).toBe(before);
  });

  it.each<[string, readonly string[], string]>([
    ['an address that is none', ['--provider', 'aws', '--endpoint', 'here'], '--endpoint needs an address'],
    [
      'an address without its provider',
      ['--endpoint', 'https://a.example'],
      '--endpoint is the place of one price list.',
    ],
    ['a region that is none', ['--region', '../x'], '"../x" is no code of a region.'],
    ['a region with another currency', ['--region', 'cn-north-1'], 'The prices of cn-north-1 are in CNY'],
    ['a service that is none', ['--service', 'nothing'], 'No rate family fits.'],
    ['a provider that is none', ['--provider', 'oracle'], 'Allowed choices are aws, azure, google.'],
    ['a day that is none', ['--now', 'today'], '--now needs a day'],
  ])('refuses %s', async (_, args, message) => {
    const { code, err } = await prices('update', ...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it('says when the folder cannot be written', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    const { code, err } = await update('--output', 'a-file/book');
    expect(code).toBe(2);
    expect(err).toContain('Cannot write the price book to');
  });
});
