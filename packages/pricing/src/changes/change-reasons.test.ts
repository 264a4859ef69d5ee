import { describe, expect, it } from 'vitest';
import { type CompareOptions, compare } from '../../test/compare.ts';
import { amount } from '../money/amount.ts';
import { allHours, type RunningHours } from '../settings/running-hours.ts';
import type { ChangeReason } from './cost-change.ts';

/** Why the cost of a resource changes: `instance_type m5.large → m6i.xlarge`. */
function reasonsOf(before: string, after: string, address: string, options: CompareOptions = {}): readonly string[] {
  const found = compare(before, after, options).resources.find((resource) => resource.address === address);
  return (found?.reasons ?? []).map(textOf);
}

function textOf(reason: ChangeReason): string {
  switch (reason.kind) {
    case 'added':
    case 'removed':
    case 'replaced':
      return reason.kind;
    case 'price':
      return `price of ${reason.rate} ${reason.before} → ${reason.after}`;
    default:
      return `${reason.kind} ${reason.name} ${reason.before} → ${reason.after}`;
  }
}

const instance = (body: string) => `resource "aws_instance" "web" {\nami = "ami-1"\n${body}\n}\n`;
const volume = (body: string) => `resource "aws_ebs_volume" "v" {\n${body}\n}\n`;
const template = (name: string, type: string) =>
  `resource "aws_launch_template" "${name}" {\n  instance_type = "${type}"\n}\n`;
const launched = (name: string) => instance(`launch_template {\n  id = aws_launch_template.${name}.id\n}`);
const bucketUsage = (gigabytes: number) =>
  `resource_usage: { aws_s3_bucket.b: { standard: { storage_gb: ${gigabytes} } } }`;
const bucket = 'resource "aws_s3_bucket" "b" {}\n';

describe('why a cost changes', () => {
  it.each<[string, string, string, string, readonly string[]]>([
    ['that it is new', '', instance('instance_type = "m5.large"'), 'aws_instance.web', ['added']],
    ['that it is gone', instance('instance_type = "m5.large"'), '', 'aws_instance.web', ['removed']],
    [
      'an attribute',
      instance('instance_type = "m5.large"'),
      instance('instance_type = "m6i.xlarge"'),
      'aws_instance.web',
      ['attribute instance_type m5.large → m6i.xlarge'],
    ],
    [
      'the attribute of a block that was not there',
      instance('instance_type = "m5.large"'),
      instance('instance_type = "m5.large"\nroot_block_device {\n  volume_size = 100\n}'),
      'aws_instance.web',
      ['attribute root_block_device[0].volume_size null → 100'],
    ],
    [
      'what weighs most first',
      instance('instance_type = "m5.large"'),
      instance('instance_type = "m5.xlarge"\nroot_block_device {\n  volume_size = 1000\n}'),
      'aws_instance.web',
      ['attribute root_block_device[0].volume_size null → 1000', 'attribute instance_type m5.large → m5.xlarge'],
    ],
    [
      'and not what does not move the price',
      instance('instance_type = "t3.large"\nebs_optimized = false'),
      instance('instance_type = "t3.xlarge"\nebs_optimized = true'),
      'aws_instance.web',
      ['attribute instance_type t3.large → t3.xlarge'],
    ],
    [
      'an attribute of what it refers to, under its own name after a renaming',
      template('old', 'm5.large') + launched('old'),
      `${template('new', 'm5.xlarge') + launched('new')}moved {\n  from = aws_launch_template.old\n  to = aws_launch_template.new\n}\n`,
      'aws_instance.web',
      ['attribute aws_launch_template.new.instance_type m5.large → m5.xlarge'],
    ],
    [
      'the region',
      `provider "aws" {\n  region = "us-east-1"\n}\n${instance('instance_type = "m5.large"')}`,
      `provider "aws" {\n  region = "eu-west-1"\n}\n${instance('instance_type = "m5.large"')}`,
      'aws_instance.web',
      ['attribute region us-east-1 → eu-west-1'],
    ],
    [
      'the region with what else changes',
      `provider "aws" {\n  region = "us-east-1"\n}\n${instance('instance_type = "m5.large"')}`,
      `provider "aws" {\n  region = "eu-west-1"\n}\n${instance('instance_type = "m5.xlarge"')}`,
      'aws_instance.web',
      ['attribute instance_type m5.large → m5.xlarge', 'attribute region us-east-1 → eu-west-1'],
    ],
    [
      'and not an attribute that is looked at on one side only, and is the same on both',
      volume('type = "gp2"\nsize = 100\niops = 3000'),
      volume('type = "io1"\nsize = 100\niops = 3000'),
      'aws_ebs_volume.v',
      ['attribute type gp2 → io1'],
    ],
    [
      'nothing where only names and tags change',
      instance('instance_type = "m5.large"\ntags = { a = "b" }'),
      instance('instance_type = "m5.large"\ntags = { a = "c" }'),
      'aws_instance.web',
      [],
    ],
    [
      'nothing for what moved with what it refers to',
      template('old', 'm5.large') + launched('old'),
      template('new', 'm5.large') + launched('new'),
      'aws_instance.web',
      [],
    ],
  ])('is %s', (_, before, after, address, reasons) => {
    expect(reasonsOf(before, after, address)).toEqual(reasons);
  });

  it('is usage that changed', () => {
    const options = { usage: bucketUsage(200), before: { usage: bucketUsage(100) } };
    expect(reasonsOf(bucket, bucket, 'aws_s3_bucket.b', options)).toEqual(['usage standard.storage_gb 100 → 200']);
  });

  it('is usage where the usage file has another price', () => {
    const topic = 'resource "aws_sns_topic" "t" {}\n';
    const usage = (price: string) =>
      `resource_usage: { aws_sns_topic.t: { sms_subscriptions: 1, monthly_requests: 1000000, request_size_kb: 64, sms_notification_price: ${price} } }`;
    const options = { usage: usage('0.8'), before: { usage: usage('0.7') } };
    expect(reasonsOf(topic, topic, 'aws_sns_topic.t', options)).toEqual(['usage sms_notification_price 0.7 → 0.8']);
  });

  it('is a schedule that it runs by', () => {
    const hours = (count: number, schedule: string): RunningHours => ({
      cases: [{ hours: amount(count), schedule }],
      reason: null,
    });
    const options = { hoursOf: () => hours(200, 'office hours'), before: { hoursOf: () => allHours } };
    const web = instance('instance_type = "m5.large"');
    expect(reasonsOf(web, web, 'aws_instance.web', options)).toEqual(['schedule schedule null → office hours']);
  });

  it('is a price that changed, where nothing else did', () => {
    const options = { prices: 'aws.ebs.volume-gp3 0.08', before: { prices: 'aws.ebs.volume-gp3 0.1' } };
    const gp3 = volume('type = "gp3"\nsize = 10');
    expect(reasonsOf(gp3, gp3, 'aws_ebs_volume.v', options)).toEqual(['price of aws.ebs.volume-gp3 0.1 → 0.08']);
  });

  it('is the attribute before the price when it weighs more', () => {
    const options = { prices: 'aws.ebs.volume-gp3 0.08', before: { prices: 'aws.ebs.volume-gp3 0.1' } };
    const [before, after] = [volume('type = "gp3"\nsize = 10'), volume('type = "gp3"\nsize = 100')];
    expect(reasonsOf(before, after, 'aws_ebs_volume.v', options)).toEqual([
      'attribute size 10 → 100',
      'price of aws.ebs.volume-gp3 0.1 → 0.08',
    ]);
  });

  it('is told by names where too many attributes differ to weigh them', () => {
    const body = (type: string, size: number, flag: boolean) =>
      instance(
        [
          `instance_type = "${type}"`,
          `monitoring = ${flag}`,
          `ebs_optimized = ${flag}`,
          `get_password_data = ${flag}`,
          `root_block_device {\n  volume_size = ${size}\n}`,
          `ebs_block_device {\n  device_name = "/dev/sdb"\n  volume_size = ${size}\n}`,
          `tenancy = "${flag ? 'default' : 'dedicated'}"`,
          `credit_specification {\n  cpu_credits = "${flag ? 'standard' : 'unlimited'}"\n}`,
        ].join('\n'),
      );
    const names = reasonsOf(body('t3.large', 10, true), body('t3.xlarge', 20, false), 'aws_instance.web').map(
      (reason) => reason.split(' ')[1],
    );
    expect(names).toEqual([...names].sort());
    expect(names).toContain('root_block_device[0].volume_size');
  });

  it('never shows what is sensitive', () => {
    const secret = 'variable "type" {\n  sensitive = true\n  default   = "m5.large"\n}\n';
    const hidden = compare(secret + instance('instance_type = var.type'), instance('instance_type = "m5.xlarge"'));
    expect(hidden.resources[0]?.reasons.map(textOf)).toEqual(['attribute instance_type sensitive → m5.xlarge']);
    expect(JSON.stringify(hidden)).not.toContain('m5.large');
  });

  it('cuts a text that no price is told by', () => {
    const [reason] = reasonsOf(
      instance('instance_type = "m5.large"'),
      instance(`instance_type = "${'x'.repeat(5_000)}"`),
      'aws_instance.web',
    );
    expect(reason?.length).toBeLessThan(200);
  });
});
