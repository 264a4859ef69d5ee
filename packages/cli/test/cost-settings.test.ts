import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inShell } from './shell.ts';

const pricing = join(import.meta.dirname, '../../pricing');

const files: Readonly<Record<string, string>> = {
  'main.tf': `provider "aws" {
  region = "eu-west-1"
  default_tags {
    tags = { Environment = "dev" }
  }
}
resource "aws_instance" "web" {
  ami           = "ami-1"
  instance_type = "m5.large"
  root_block_device { volume_type = "gp3" }
}
resource "aws_nat_gateway" "out" { subnet_id = "subnet-1" }
`,
  'tollgate.yml': `cost:
  currency: { code: EUR, rate: 0.5 }
  discounts:
    - name: Private pricing
      rates: [aws.*]
      percent: 10
    - rates: [aws.s3.*]
      percent: 5
  prices:
    - rate: aws.ec2.instance
      dimensions: { instanceType: m5.large }
      price: 0.03
  schedules:
    - tags: { Environment: [dev] }
      running: { days: [mon, tue, wed, thu, fri], from: "08:00", to: "20:00" }
`,
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-cost-settings-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command on the folder, with the price book of the project, and gives what a shell would see. */
async function cost(...args: string[]) {
  const { code, out, err } = await inShell(['cost', folder, '--max-price-age', '9999', ...args], {
    workingFolder: folder,
    packsFolder: join(folder, 'none'),
  });
  return { code, out: out.replaceAll(folder, 'shop'), err: err.replaceAll(folder, 'shop') };
}

it('shows the settings of the repository below the table', async () => {
  const { code, out, err } = await cost();
  expect(out.slice(out.indexOf('\nSettings') + 1, out.indexOf('\nPrices:'))).toMatchInlineSnapshot(`
    "Settings
      1 USD = 0.5 EUR (tollgate.yml:2:13)
      10 % off aws.*, Private pricing (tollgate.yml:4:7): applied 3 times
      5 % off aws.s3.* (tollgate.yml:7:7): applied to nothing
      Own price of aws.ec2.instance (instanceType=m5.large) (tollgate.yml:10:7): applied once
      260.71 hours a month for Environment=dev (tollgate.yml:14:7): applied once
    "
  `);
  expect(out).toMatch(/Instance usage .* 260\.7143 hours +EUR 0\.03 +EUR 7\.82\n/);
  expect(out).toMatch(/NAT gateway +730 hours +EUR /);
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

it('has them in JSON, which follows its schema, in Markdown and in CSV', async () => {
  const { out } = await cost('--format', 'json');
  const schema = JSON.parse(readFileSync(join(pricing, 'schema/cost-report.json'), 'utf8'));
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
  expect(validate(JSON.parse(out)) ? null : validate.errors).toBeNull();
  expect(JSON.parse(out).currency).toBe('EUR');
  expect((await cost('--format', 'markdown')).out).toMatch(/10 % off aws\.\\\*, Private pricing .*applied 3 times/);
  expect((await cost('--format', 'csv')).out).toContain(',"10 % off aws.*, Private pricing (tollgate.yml:4:7)",\r\n');
});

it.each(['aws_instance.web', 'aws_nat_gateway.out'])('explains which rules made the cost of %s', async (address) => {
  const { out } = await cost('--explain', address);
  expect(out.replaceAll(/source .*/g, 'source …').replaceAll(/\$[\d.]+/g, '$…')).toMatchSnapshot();
});

it('fails for a mistake in them, with its place', async () => {
  writeFileSync(join(folder, 'tollgate.yml'), 'cost:\n  discounts:\n    - { rates: [aws.ec3.*], percent: 5 }\n');
  const { code, out, err } = await cost();
  expect(err).toContain('tollgate.yml:3:17: cost.discounts[0].rates[0] is "aws.ec3.*"');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  writeFileSync(join(folder, 'tollgate.yml'), files['tollgate.yml'] ?? '');
});
