import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inShell } from './shell.ts';

const data = join(import.meta.dirname, '../../pricing/data');
const schemas = join(import.meta.dirname, '../../pricing/schema');

const files: Readonly<Record<string, string>> = {
  'main.tf': `provider "aws" { region = "eu-west-1" }
variable "size" { type = number }
variable "detailed" { type = bool }

resource "aws_instance" "web" {
  ami           = "ami-1"
  instance_type = "t3.medium"
  monitoring    = var.detailed
}
resource "aws_instance" "large" {
  ami           = "ami-1"
  instance_type = "m9.huge"
}
resource "aws_ebs_volume" "sized" {
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = var.size
  iops              = 4000
}
resource "aws_cloudwatch_log_group" "app" {}
resource "aws_cloudwatch_log_group" "by_name" {
  for_each = toset(["=1+1", "\\u001b[31mred"])
}
resource "aws_secretsmanager_secret" "copied" {
  replica { region = "us-east-1" }
}
resource "aws_iam_role" "app" { assume_role_policy = "{}" }
resource "aws_quantum_computer" "new" {}
module "storage" {
  source = "./modules/storage"
  count  = 2
}
`,
  'modules/storage/main.tf': `resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 100
}
`,
  'usage.yml': `version: 0.1
resource_type_default_usage:
  aws_cloudwatch_log_group: { storage_gb: 10 }
resource_usage:
  aws_cloudwatch_log_group.app: { monthly_data_ingested_gb: 2000, monthly_data_scanned: 3 }
`,
  'prices/book/sources.tsv': 'code\tsource\nAP\tprices for tests\nE2\tolder prices for tests\n',
  'prices/book/aws/ec2.tsv': shard('ec2', [
    '@aws.ec2.instance\thour\tinstanceType\tAP\t2026-01-31',
    'eu-west-1\tt3.medium=0.0456',
    '@aws.ec2.cpu-credits\tvCPU-hour\tfamily\tAP\t2026-01-31\tderived',
    'global\tt3=0.05',
  ]),
  'prices/book/aws/ebs.tsv': shard('ebs', [
    '@aws.ebs.volume-gp2\tGB-month\t\tE2\t2025-06-30',
    'eu-west-1=0.11',
    '@aws.ebs.volume-gp3\tGB-month\t\tAP\t2026-01-31',
    'eu-west-1=0.088',
    '@aws.ebs.iops-gp3\tIOPS-month\t\tAP\t2026-01-31',
    'eu-west-1=0.0055',
  ]),
  'prices/book/aws/cloudwatch.tsv': shard('cloudwatch', [
    '@aws.cloudwatch.metric\tmetric-month\t\tAP\t2026-01-31',
    'eu-west-1=0.3;10000:0.1',
    '@aws.cloudwatch.logs-ingested\tGB\t\tAP\t2026-01-31',
    'eu-west-1=0.57',
    '@aws.cloudwatch.logs-stored\tGB-month\t\tAP\t2026-01-31',
    'eu-west-1=0.03',
    '@aws.cloudwatch.logs-scanned\tGB\t\tAP\t2026-01-31',
    'eu-west-1=0.0057',
  ]),
  'prices/book/aws/secretsmanager.tsv': shard('secretsmanager', [
    '@aws.secretsmanager.secret\tsecret-month\t\tAP\t2026-01-31',
    'eu-west-1|us-east-1=0.4',
    '@aws.secretsmanager.requests\trequest\t\tAP\t2026-01-31',
    'eu-west-1=0.000005',
  ]),
};

/** A shard of the price book for all regions, with its count and check sum. */
function shard(service: string, lines: readonly string[]): string {
  const all = [`tollgate prices 1\taws\t${service}\t*\tUSD`, ...lines];
  const count = lines.filter((line) => !line.startsWith('@')).flatMap((line) => line.split('|')).length;
  return `${all.join('\n')}\nend\t${count}\t${crc32(all.join('\n')).toString(16).padStart(8, '0')}\n`;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-cost-'));
  for (const part of ['facts', 'types', 'usage'])
    cpSync(join(data, part), join(folder, 'prices', part), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command on the folder and gives what a shell would see. */
async function tollgate(...args: string[]) {
  return tollgateWith(join(folder, 'prices'), ...args);
}

async function tollgateWith(pricesFolder: string, ...args: string[]) {
  const [command = '', ...rest] = args;
  const { code, out, err } = await inShell(command === 'cost' ? ['cost', folder, ...rest] : args, {
    workingFolder: folder,
    packsFolder: join(folder, 'none'),
    pricesFolder,
  });
  return { code, out: out.replaceAll(folder, 'shop'), err: err.replaceAll(folder, 'shop') };
}

const usage = () => ['--usage-file', join(folder, 'usage.yml')];

/** What a published schema has against a result; null when it follows it. */
function schemaErrors(name: string, json: string) {
  const schema = JSON.parse(readFileSync(join(schemas, `${name}.json`), 'utf8'));
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
  return validate(JSON.parse(json)) ? null : validate.errors;
}

describe('tollgate cost', () => {
  it('shows the dearest first, what each is billed for, and what is not in the total', async () => {
    const { code, out, err } = await tollgate('cost', ...usage());
    await expect(out).toMatchFileSnapshot('golden/cost.txt');
    expect(err).toMatchInlineSnapshot(`
      "11 prices are older than 180 days, of 11 that were looked up; the oldest is of 2025-06-30. Run "tollgate prices update", or install a newer release.
      shop/usage.yml:5:67: "monthly_data_scanned" is no usage of aws_cloudwatch_log_group, and is not used.
      "
    `);
    expect(code).toBe(0);
  });

  it('writes Markdown in which names are only text', async () => {
    const { code, out } = await tollgate('cost', ...usage(), '--format', 'markdown');
    await expect(out).toMatchFileSnapshot('golden/cost.md');
    expect(code).toBe(0);
  });

  it('writes a component a line as CSV', async () => {
    const { out } = await tollgate('cost', ...usage(), '--format', 'csv');
    await expect(out.replaceAll('\r\n', '\n')).toMatchFileSnapshot('golden/cost.csv');
    expect(out.split('\r\n').length).toBe(out.split('\n').length);
  });

  it('writes as CSV which root module a resource is in', async () => {
    const { out } = await tollgate('cost', join(folder, 'modules/storage'), '--format', 'csv');
    const rows = out.split('\r\n').map((line) => line.split(',').at(-1));
    expect(new Set(rows)).toEqual(new Set(['root_module', 'shop', 'shop/modules/storage', '']));
  });

  it('writes JSON that follows its schema, the same bytes every time', async () => {
    const { out } = await tollgate('cost', ...usage(), '--format', 'json');
    expect(schemaErrors('cost-report', out)).toBeNull();
    expect((await tollgate('cost', ...usage(), '--format', 'json')).out).toBe(out);
    const { monthlyCost, coverage, prices } = JSON.parse(out);
    expect({ monthlyCost, coverage, prices }).toMatchInlineSnapshot(`
      {
        "coverage": {
          "free": 1,
          "priced": 7,
          "unpriced": 2,
          "unsupported": 1,
          "usageNeeded": 5,
        },
        "monthlyCost": "1201.948",
        "prices": {
          "asOf": "2025-06-30",
          "source": "embedded",
        },
      }
    `);
  });

  it('evaluates with variables', async () => {
    const { out } = await tollgate('cost', '--var', 'size=100', '--var', 'detailed=false');
    expect(out).toMatch(/aws_ebs_volume\.sized .*\$14\.30\n/);
    expect(out).not.toContain('at least');
  });

  it.each([
    ['aws_instance.web', 'cost-explain.txt'],
    ['aws_ebs_volume.sized', 'cost-explain-unpriced.txt'],
    ['aws_secretsmanager_secret.copied', 'cost-explain-regions.txt'],
  ])('explains %s', async (address, golden) => {
    const { code, out } = await tollgate('cost', '--explain', address);
    await expect(out).toMatchFileSnapshot(`golden/${golden}`);
    expect(code).toBe(0);
  });

  it('explains a resource in each of several root modules, or in the one that is named', async () => {
    const copy = join(folder, 'copy');
    cpSync(join(folder, 'modules/storage'), copy, { recursive: true });
    const roots = [join(folder, 'modules/storage'), copy];
    const explained = async (address: string) => {
      const { out } = await tollgate('cost', ...roots, '--explain', address);
      return out.split('\n').filter((line) => line.includes('aws_ebs_volume.data'));
    };
    expect(await explained('aws_ebs_volume.data')).toHaveLength(2);
    expect(await explained(`${copy}:aws_ebs_volume.data`)).toEqual([
      expect.stringMatching(/^shop\/copy:aws_ebs_volume\.data /),
    ]);
    rmSync(copy, { recursive: true });
  });

  it('writes to a file what it would have printed', async () => {
    const { out } = await tollgate('cost');
    const { out: printed } = await tollgate('cost', '--output', join(folder, 'cost.txt'));
    expect(printed).toBe('');
    expect(readFileSync(join(folder, 'cost.txt'), 'utf8').replaceAll(folder, 'shop')).toBe(out);
  });

  it.each([
    ['an address that is not there', ['--explain', 'aws_instance.we'], 'There is aws_instance.web.'],
    ['an explanation as JSON', ['--explain', 'aws_instance.web', '--format', 'json'], '--explain writes text.'],
    ['a usage file that is not there', ['--usage-file', 'none.yml'], 'none.yml: There is no such usage file'],
    ['a usage file that is none', ['--usage-file', 'main.tf'], 'The usage file'],
    ['nothing to compare with', ['--compare-to', ''], '--compare-to names nothing.'],
    ['a day that is none', ['--now', 'today'], '--now needs a day'],
    ['an age that is none', ['--max-price-age', 'old'], '--max-price-age needs a number of days'],
  ])('fails on %s', async (_, args, message) => {
    const given = args.map((each) => (each === 'main.tf' ? join(folder, each) : each));
    const { code, out, err } = await tollgate('cost', ...given);
    expect(err).toContain(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('fails without a price book, and tells a shard that is damaged', async () => {
    const missing = await tollgateWith(join(folder, 'none'), 'cost');
    expect(missing).toEqual({ code: 2, out: '', err: expect.stringContaining('The price book is not beside') });
    const damaged = join(folder, 'damaged');
    cpSync(join(folder, 'prices'), damaged, { recursive: true });
    writeFileSync(
      join(damaged, 'book/aws/ebs.tsv'),
      (files['prices/book/aws/ebs.tsv'] ?? '').replace('0.088', '0.001'),
    );
    const { code, out, err } = await tollgateWith(damaged, 'cost');
    expect(err).toContain('The price shard is damaged');
    expect(out).toMatch(/aws_ebs_volume\.sized: .*damaged/);
    expect(code).toBe(0);
  });
});

describe('tollgate prices', () => {
  it('tells what the book has, where it is from and how old it is', async () => {
    const { code, out, err } = await tollgate('prices', 'info');
    expect(out).toMatchInlineSnapshot(`
      "Price book: 12 prices of 4 services, of 2025-06-30 to 2026-01-31.

      Service             Rates  Prices  Regions  Dates                     Sources
      aws.cloudwatch      4      4       1        2026-01-31                AP
      aws.ebs             3      3       1        2025-06-30 to 2026-01-31  AP, E2
      aws.ec2             2      2       1        2026-01-31                AP
      aws.secretsmanager  2      3       2        2026-01-31                AP

      Sources
        AP  prices for tests
        E2  older prices for tests
      "
    `);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { out: json } = await tollgate('prices', 'info', '--format', 'json');
    expect(schemaErrors('price-book-summary', json)).toBeNull();
  });

  it('looks up a rate', async () => {
    const lookup = ['prices', 'lookup', 'aws.ec2.instance', '--region', 'eu-west-1', 'instanceType=t3.medium'];
    const { code, out, err } = await tollgate(...lookup);
    expect(out).toMatchInlineSnapshot(`
      "aws.ec2.instance (instanceType=t3.medium) in eu-west-1
        price   $0.0456 per hour
        source  prices for tests, 2026-01-31
      "
    `);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { out: json } = await tollgate(...lookup, '--format', 'json');
    expect(schemaErrors('price-lookup', json)).toBeNull();
  });

  it('shows tiers, and what is derived', async () => {
    const tiered = await tollgate('prices', 'lookup', 'aws.cloudwatch.metric', '--region', 'eu-west-1');
    expect(tiered.out).toContain('price   $0.30 per metric-month, from 10,000 metric-month $0.10');
    const derived = await tollgate('prices', 'lookup', 'aws.ec2.cpu-credits', 'family=t3');
    expect(derived.out).toContain('derived from other prices');
  });

  it.each([
    ['another name', ['aws.ebs.iops-gp33', '--region', 'eu-west-1'], 'it has aws.ebs.iops-gp3'],
    [
      'another value',
      ['aws.ec2.instance', '--region', 'eu-west-1', 'instanceType=t3.mediun'],
      'it has one for t3.medium',
    ],
    ['no value', ['aws.ec2.instance', '--region', 'eu-west-1'], 'aws.ec2.instance has the dimensions instanceType'],
    ['another region', ['aws.ebs.volume-gp3', '--region', 'moon-1'], 'no price for aws.ebs.volume-gp3 in moon-1'],
    ['what is no dimension', ['aws.ec2.instance', 't3.medium'], 'A dimension is written NAME=VALUE'],
  ])('finds no price by %s', async (_, args, message) => {
    const { code, out, err } = await tollgate('prices', 'lookup', ...args);
    expect(err).toContain(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});
