// The changes whose reports are looked at.
import type { Sample } from './sample.ts';

const instance = (name: string, type: string, more = '') =>
  `resource "aws_instance" "${name}" {\n  ami           = "ami-1"\n  instance_type = "${type}"\n${more}}\n`;

const volume = (name: string, size: number, type = 'gp3') =>
  `resource "aws_ebs_volume" "${name}" {\n  availability_zone = "us-east-1a"\n  type = "${type}"\n  size = ${size}\n}\n`;

const bucket = 'resource "aws_s3_bucket" "exports" {\n  bucket = "exports"\n}\n';

const shop = [
  instance('web', 'm5.large', '  count = 4\n'),
  instance('jobs', 'm5.xlarge'),
  volume('orders', 500, 'gp2'),
  volume('search', 200),
  bucket,
].join('\n');

const largerShop = shop
  .replace('count = 4', 'count = 6')
  .replace(
    '"jobs" {\n  ami           = "ami-1"\n  instance_type = "m5.xlarge"',
    '"jobs" {\n  ami           = "ami-1"\n  instance_type = "m6i.4xlarge"',
  )
  .replace('size = 500', 'size = 1100');

const fleet = (count: number, type: string) =>
  `${instance('worker', type, `  count = ${count}\n`)}\n${volume('data', 100).replace('{', `{\n  count = ${count}\n`)}`;

const advice = `apiVersion: tollgate/v1
kind: Policy
metadata: { name: advice, version: 1.0.0 }
spec:
  gate: cost
  rules:
    - id: volume-type
      level: advisory
      description: A gp3 volume costs less than a gp2 volume.
      remedy: Set \`type\` to gp3.
      match: { resources: [aws_ebs_volume] }
      alternative: { from: { type: [gp2] }, set: { type: gp3 }, minSaving: 1 }
`;

/** Each is a file of the golden folder. */
export const samples: Readonly<Record<string, Sample>> = {
  increase: {
    roots: [{ name: 'infra', before: shop, after: `${largerShop}\n${volume('archive', 2000)}` }],
    policies: ['cost/limits'],
  },
  decrease: {
    roots: [
      {
        name: 'infra',
        before: shop,
        after: shop.replace('count = 4', 'count = 2').replace(/resource "aws_ebs_volume" "search"[^}]*}\n/, ''),
      },
    ],
    policies: ['cost/limits'],
  },
  'no-change': {
    roots: [{ name: 'infra', before: shop, after: shop.replace('"web"', '"shop"') }],
    policies: ['cost/limits'],
  },
  blocked: {
    roots: [
      { name: 'live/prod/shop', before: shop, after: largerShop.replace('count = 6', 'count = 24') },
      { name: 'live/dev/shop', before: fleet(1, 't3.micro'), after: fleet(6, 'm6i.large') },
      { name: 'live/dev/network', kind: 'unaffected' },
    ],
    policies: ['cost/limits'],
  },
  unknowns: {
    roots: [
      {
        name: 'infra',
        before: shop,
        after: `${shop.replace('"m5.xlarge"', 'var.size')}
variable "size" {
  type = string
  validation {
    condition     = contains(["m5.large", "m6i.4xlarge"], var.size)
    error_message = "Take a size that we have."
  }
}
variable "gigabytes" { type = number }
${volume('scratch', 1).replace('size = 1', 'size = var.gigabytes')}
resource "aws_sqs_queue" "orders" {}
resource "aws_s3_bucket" "reports" {}
`,
      },
    ],
    policies: ['cost/limits'],
  },
  unpriced: {
    roots: [
      {
        name: 'infra',
        before: `${shop}\nresource "aws_quantum_computer" "old" {}\n`,
        after: `${shop}\nresource "aws_quantum_computer" "old" {}\nresource "aws_quantum_computer" "new" {\n  count = 7\n}\n${instance('huge', 'm9.huge')}`,
      },
    ],
  },
  'first-commit': { roots: [{ name: 'infra', before: null, after: shop }], policies: ['cost/limits'] },
  'root-modules': {
    roots: [
      { name: 'live/dev/shop', before: fleet(3, 'm5.large'), after: fleet(3, 'm5.xlarge') },
      { name: 'live/prod/shop', before: fleet(12, 'm5.large'), after: fleet(12, 'm5.xlarge') },
      { name: 'live/prod/jobs', before: null, after: fleet(1, 'm5.large') },
      { name: 'live/prod/mail', before: '', after: `${volume('mail', 50)}` },
      {
        kind: 'failed',
        name: 'live/prod/broken',
        unread: {
          name: 'live/prod/broken',
          errors: [
            { message: 'Missing required argument.', source: { file: 'live/prod/broken/main.tf', startLine: 3 } },
          ],
        },
      },
      ...Array.from({ length: 40 }, (_, index) => ({ kind: 'unaffected' as const, name: `live/prod/other-${index}` })),
    ],
    policies: ['cost/limits'],
  },
  savings: {
    roots: [{ name: 'infra', before: shop, after: `${shop}\n${volume('exports', 300, 'gp2')}` }],
    written: advice,
  },
  many: {
    roots: [
      {
        name: 'infra',
        before: fleet(2500, 'm5.large'),
        after: [
          fleet(2500, 'm5.xlarge').replace('size = 100', 'size = 200'),
          ...Array.from({ length: 70 }, (_, index) => volume(`cache-${index}`, 10 * (index + 1))),
        ].join('\n'),
      },
    ],
  },
};
