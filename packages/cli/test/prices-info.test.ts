import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../src/run.ts';

/** A shard for all regions, from its lines with blanks for tabs. */
function shard(provider: string, service: string, count: number, lines: readonly string[]): string {
  const all = ['tollgate prices 1', provider, service, '*', 'USD'].join('\t');
  const text = [all, ...lines.map((line) => line.replaceAll(' ', '\t'))].join('\n');
  return `${text}\nend\t${count}\t${crc32(text).toString(16).padStart(8, '0')}\n`;
}

const files: Readonly<Record<string, string>> = {
  'book/sources.tsv': 'code\tsource\nAP\tprices for tests\n',
  'book/aws/kms.tsv': shard('aws', 'kms', 4, [
    '@aws.kms.key key-month  AP 2026-01-31',
    'eu-south-2|eu-west-1=1',
    '@aws.kms.requests request  AP 2025-08-28',
    'eu-west-1=0.000003',
    '@aws.kms.entry key-month  AP 2026-01-31',
    'global=2',
  ]),
  'book/aws/dax.tsv': shard('aws', 'dax', 1, ['@aws.dax.node hour nodeType AP 2026-01-31', 'eu-west-1 dax.r5=0.3']),
  'book/azure/vm.tsv': shard('azure', 'vm', 1, ['@azure.vm.hours hour size AP 2026-01-31', 'westeurope A1=0.1']),
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-prices-info-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function info(...args: string[]) {
  let [out, err] = ['', ''];
  const code = await run(['prices', 'info', ...args], {
    writeOut: (text) => {
      out += text;
    },
    writeError: (text) => {
      err += text;
    },
    color: false,
    environment: {},
    workingFolder: folder,
    packsFolder: folder,
    pricesFolder: folder,
    today: '2026-11-20',
  });
  return { code, out, err };
}

describe('tollgate prices info', () => {
  it('tells which rates of a service have a price, and where', async () => {
    expect(await info('--service', 'kms')).toEqual({
      code: 0,
      err: '',
      out: [
        'Rate              Prices  Regions  Dates       Sources',
        'aws.kms.entry     1       all      2026-01-31  AP',
        'aws.kms.key       2       2        2026-01-31  AP',
        'aws.kms.requests  1       1        2025-08-28  AP',
        '',
      ].join('\n'),
    });
  });

  it('tells which services of its provider have a price in a region, and what they lack', async () => {
    expect((await info('--region', 'eu-south-2')).out).toBe(
      [
        'eu-south-2: 2 of 4 rates have a price.',
        '',
        'Service  Rates  Priced  Not priced',
        'aws.dax  1      0       all of them',
        'aws.kms  3      2       requests',
        '',
      ].join('\n'),
    );
  });

  it('answers for one service in one region', async () => {
    const { out } = await info('--service', 'aws.kms', '--region', 'eu-south-2');
    expect(out.match(/(yes|no price)$/gm)).toEqual(['yes', 'yes', 'no price']);
  });

  it('writes JSON that follows its schema', async () => {
    const schema = readFileSync(join(import.meta.dirname, '../../pricing/schema/price-coverage.json'), 'utf8');
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(schema));
    for (const args of [
      ['--service', 'kms', 'dax'],
      ['--region', 'eu-south-2'],
    ]) {
      validate(JSON.parse((await info(...args, '--format', 'json')).out));
      expect(validate.errors).toBeNull();
    }
  });

  it.each([
    ['service', 'kmz', 'The price book has no service "kmz".'],
    ['region', 'mars-1', 'The price book has no price in "mars-1".'],
  ])('refuses a %s that the book does not have', async (option, value, message) => {
    const { code, out, err } = await info(`--${option}`, value);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});
