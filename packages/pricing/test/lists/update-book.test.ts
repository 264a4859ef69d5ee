import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBook } from '../../src/book/compile/write-book.ts';
import { openPriceBook } from '../../src/book/price-book.ts';
import { readFamilies } from '../../src/families/rate-family.ts';
import { amountText } from '../../src/money/amount.ts';
import { pricingFolder } from '../../src/pricing-files.ts';
import { awsQueryApi } from '../../src/sources/aws/query-api.ts';
import { readBookFolder, writeBookFolder } from '../../src/sources/update/book-folder.ts';
import type { BookTexts } from '../../src/sources/update/book-prices.ts';
import { largestChanges } from '../../src/sources/update/price-change.ts';
import { type BookUpdateInput, updateBook } from '../../src/sources/update/update-book.ts';
import { instance, volume } from './aws-products.ts';
import { type PriceListContent, type PriceListServer, startPriceLists } from './price-list-server.ts';

const families = readFamilies(
  'x.yaml',
  `
families:
  - name: aws.ec2.instance
    unit: hour
    dimensions: [instanceType]
    list: { offer: AmazonEC2, productFamily: Compute Instance, operatingSystem: Linux, dimensions: { instanceType: instanceType } }
  - { name: aws.ec2.license, unit: hour, list: null }
  - { name: aws.ebs.volume-gp3, unit: GB-month, list: { offer: AmazonEC2, productFamily: Storage, volumeApiName: gp3 } }
  - { name: aws.ebs.volume-old, unit: GB-month, list: { offer: AmazonEC2, productFamily: Storage, volumeApiName: old } }
`,
);

const old = { source: 'AP', date: '2025-11-04', derived: false };
const inBook: Readonly<Record<string, readonly [string, readonly string[], string][]>> = {
  'aws.ec2.instance': [
    ['eu-west-1', ['m5.large'], '0.1'],
    ['eu-west-1', ['m5.xlarge'], '0.214'],
    ['eu-west-1', ['m1.small'], '0.047'],
  ],
  'aws.ec2.license': [['eu-west-1', [], '0.046']],
  'aws.ebs.volume-gp3': [['eu-west-1', [], '0.05']],
  'aws.ebs.volume-old': [['eu-west-1', [], '0.11']],
};
const book: BookTexts = writeBook(
  families.map((family) => ({
    family,
    prices: (inBook[family.name] ?? []).map(([region, values, tiers]) => ({ region, values, tiers, ...old })),
  })),
);

const catalog = [
  instance('eu-west-1', 'EU-', 'm5.large', '0.107'),
  instance('eu-west-1', 'EU-', 'm5.xlarge', '0.214'),
  instance('eu-west-1', 'EU-', 'm6i.large', '0.107'),
  volume('eu-west-1', 'EU-', '0.088'),
];

let server: PriceListServer | undefined;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-prices-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server?.close();
});

async function update(content: PriceListContent, options: Partial<BookUpdateInput> = {}) {
  server = await startPriceLists(content);
  const list = awsQueryApi({ ...server, credentials: { accessKeyId: 'id', secretAccessKey: 'secret' } });
  return updateBook({
    book,
    families,
    listOf: (provider) => (provider === 'aws' ? list : null),
    services: null,
    regions: null,
    now: '2026-11-20',
    keepGoing: false,
    ...options,
  });
}

describe('updateBook', () => {
  it('puts prices of the list into the shards, and keeps what the list lacks', async () => {
    const { shards, counts, notices, removed } = await update({ aws: catalog });
    expect([...shards.values()].join('').replaceAll('\t', ' · ')).toMatchInlineSnapshot(`
      "tollgate prices 1 · aws · ec2 · * · USD
      @aws.ec2.instance · hour · instanceType · AP · 2025-11-04
      eu-west-1 · m1.small=0.047
      @aws.ec2.instance · hour · instanceType · LQ · 2026-11-20
      eu-west-1 · m5.large=0.107 · .xlarge=0.214
       · m6i.large=0.107
      @aws.ec2.license · hour ·  · AP · 2025-11-04
      eu-west-1=0.046
      end · 5 · 5cd587cf
      tollgate prices 1 · aws · ebs · * · USD
      @aws.ebs.volume-gp3 · GB-month ·  · LQ · 2026-11-20
      eu-west-1=0.088
      @aws.ebs.volume-old · GB-month ·  · AP · 2025-11-04
      eu-west-1=0.11
      end · 2 · ce3fbc3e
      "
    `);
    expect(counts).toEqual({ families: 3, added: 1, changed: 2, confirmed: 1, kept: 2 });
    expect(notices).toEqual([
      'aws.ebs.volume-old: the price list has no prices that fit; the 1 of the book stay, of 2025-11-04 and later.',
    ]);
    expect(removed).toEqual([]);
  });

  it('tells the largest differences first', async () => {
    const { changes } = await update({ aws: catalog });
    expect(
      largestChanges(changes, 10).map(({ family, before, after, percent }) => [family, before, after, percent]),
    ).toEqual([
      ['aws.ebs.volume-gp3', '0.05', '0.088', '76'],
      ['aws.ec2.instance', '0.1', '0.107', '7'],
    ]);
  });

  it('leaves other services as they are', async () => {
    const { shards, counts } = await update({ aws: catalog }, { services: ['ebs'] });
    expect([...shards.keys()]).toEqual(['book/aws/ebs.tsv']);
    expect(counts).toMatchObject({ families: 2, changed: 1 });
    await expect(update({ aws: catalog }, { services: ['nothing'] })).rejects.toThrow('No rate family fits.');
  });

  it('divides a service that has grown by region, and removes what it was', async () => {
    const many = Array.from({ length: 3000 }, (_, index) =>
      instance('eu-west-1', 'EU-', `m${index}.large`, `${index}.25`),
    );
    const { shards, removed } = await update({ aws: many, pageSize: 100 }, { services: ['ec2'] });
    expect([...shards.keys()]).toEqual(['book/aws/ec2/eu-west-1.tsv']);
    expect(removed).toEqual(['book/aws/ec2.tsv']);
  });

  it('changes nothing when there are two prices for one rate, unless it is told to go on without that family', async () => {
    const twice = [...catalog, { ...volume('eu-west-1', 'EU-', '0.09'), sku: 'ANOTHER' }];
    await expect(update({ aws: twice })).rejects.toThrow(
      'aws.ebs.volume-gp3: The price list has two prices for one rate',
    );
    await server?.close();
    const { notices, counts, shards } = await update({ aws: twice }, { keepGoing: true });
    expect(notices[0]).toMatch(/two prices for one rate.* Its prices stay as they are\.$/);
    expect(counts).toMatchObject({ added: 1, changed: 1 });
    expect([...shards.keys()]).toEqual(['book/aws/ec2.tsv']);
  });

  it.each(['forbidden', 'not JSON', 'cut off'] as const)(
    'changes nothing when an answer is %s, even when it is told to go on',
    async (kind) => {
      await expect(update({ aws: catalog, faults: [{ at: '/', kind }] }, { keepGoing: true })).rejects.toThrow();
    },
  );

  it('refuses a book that is damaged or of other families', async () => {
    const damaged = new Map([...book].map(([path, text]) => [path, text.replace('0.214', '0.215')]));
    await expect(update({ aws: catalog }, { book: damaged })).rejects.toThrow('its check sum is wrong');
    await server?.close();
    const others = families.map((family) => ({ ...family, unit: 'month' }));
    await expect(update({ aws: [] }, { families: others })).rejects.toThrow(
      'The book is of another version of Tollgate',
    );
  });
});

describe('the folder of a book', () => {
  it('has the new prices, which a run finds', async () => {
    writeBookFolder(folder, book, []);
    const { shards, removed } = await update({ aws: catalog }, { book: readBookFolder(folder) });
    writeBookFolder(folder, shards, removed);
    const found = openPriceBook(pricingFolder(folder)).priceOf({
      rate: 'aws.ec2.instance',
      region: 'eu-west-1',
      dimensions: { instanceType: 'm5.large' },
    });
    expect(found).toMatchObject({ kind: 'priced', source: 'LQ', date: '2026-11-20' });
    expect(found.kind === 'priced' && amountText(found.tiers[0].price)).toBe('0.107');
  });

  it('is as it was when a shard cannot be written', () => {
    writeBookFolder(folder, book, []);
    mkdirSync(join(folder, 'book/aws/x.tsv.new'));
    const shards = new Map([
      ['book/aws/ebs.tsv', 'changed'],
      ['book/aws/x.tsv', 'new'],
    ]);
    expect(() => writeBookFolder(folder, shards, ['book/aws/ec2.tsv'])).toThrow('EISDIR');
    expect(readBookFolder(folder)).toEqual(book);
    expect(readdirSync(join(folder, 'book/aws')).sort()).toEqual(['ebs.tsv', 'ec2.tsv', 'x.tsv.new']);
  });

  it('holds no shards of what is no book', () => {
    writeFileSync(join(folder, 'a.txt'), 'a');
    expect(readBookFolder(folder).size).toBe(0);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('a');
  });
});
