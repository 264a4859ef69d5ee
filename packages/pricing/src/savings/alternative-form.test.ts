import type { FormResult, JsonValue } from '@tollgate/policy-engine';
import { describe, expect, it } from 'vitest';
import { type EstimateOptions, estimation, files } from '../../test/estimate.ts';
import { factsOf } from '../facts/table.ts';
import { alternativeForm } from './alternative-form.ts';

const form = alternativeForm(factsOf(files));
const prices = `
  aws.ebs.volume-gp2 0.1
  aws.ebs.volume-gp3 0.08
  aws.ebs.throughput-gp3 0.04
  aws.ebs.iops-gp3 0.005
  aws.ec2.instance m5.large 0.1
  aws.ec2.instance m6g.large 0.08
  aws.ec2.instance m5.xlarge 0.2
  aws.ec2.instance t3.large 0.08
  aws.ec2.instance t4g.large 0.07
  aws.ec2.cpu-credits t3 0.05
  aws.ec2.cpu-credits t4g 0.04
  aws.lambda.requests 0.0000002
  aws.lambda.requests-arm 0.0000002
  aws.lambda.duration 0.00002
  aws.lambda.duration-arm 0.000016
  aws.vpc.public-ipv4-idle 0.005`;

/** Judges the first resource of a configuration by a rule. */
async function judged(rule: JsonValue, configuration: string, options: EstimateOptions = {}): Promise<FormResult> {
  const opened = estimation(configuration, { prices, ...options });
  const [view] = opened.views;
  if (view === undefined) throw new Error('there is no resource');
  const check = await form.compile(rule, { file: 'policy.yml' });
  const { address, type } = view;
  return check({
    reference: { kind: 'resource', id: address },
    names: [type, address],
    actions: null,
    changed: null,
    input: {},
    data: {
      scope: 'resource',
      currency: 'USD',
      view,
      estimation: opened,
      cost: () => {
        throw new Error('the form asks for costs itself');
      },
    },
  });
}

const gp3 = {
  from: { type: ['gp2', null] },
  set: { type: 'gp3', iops: { derive: 'gp3-iops' }, throughput: { derive: 'gp3-throughput' } },
  minSaving: 1,
};
const graviton = { set: { instance_type: { table: 'graviton' } }, minSaving: 1 };

describe('the form `alternative`', () => {
  it('fails for a resource that costs less as something else, with the saving', async () => {
    const result = await judged(gp3, 'resource "aws_ebs_volume" "a" {\n  size = 100\n}');
    expect(result).toEqual({
      outcome: 'fail',
      message: '`type` gp3 saves $2.00 a month (-20 %).',
      evidence: [
        { expression: 'type', value: 'not set → gp3' },
        { expression: 'saving', value: '2' },
      ],
    });
  });

  it('buys what keeps the resource as fast as it is', async () => {
    const result = await judged(gp3, 'resource "aws_ebs_volume" "a" {\n  type = "gp2"\n  size = 2000\n}');
    // 200.00 against 160.00, 125 MiB/s for 5.00 and 3,000 IOPS for 15.00.
    expect(result.message).toBe(
      '`type` gp3 instead of gp2 with `iops` 6000 and `throughput` 250 saves $20.00 a month (-10 %).',
    );
  });

  it.each([
    ['saves less than the least saving', gp3, 'resource "aws_ebs_volume" "a" {\n  size = 49\n}'],
    ['is that already', gp3, 'resource "aws_ebs_volume" "a" {\n  type = "gp3"\n  size = 500\n}'],
    [
      'is of a kind without an alternative',
      graviton,
      'resource "aws_instance" "a" {\n  instance_type = "m7g.large"\n}',
    ],
    [
      'costs more as something else',
      { set: { type: 'gp2' }, minSaving: 0 },
      'resource "aws_ebs_volume" "a" {\n  type = "gp3"\n  size = 500\n}',
    ],
    [
      'costs the same as something else',
      { set: { encrypted: true }, minSaving: 0 },
      'resource "aws_ebs_volume" "a" {\n  type = "gp3"\n  size = 500\n}',
    ],
  ])('passes a resource that %s', async (_, rule, configuration) => {
    expect((await judged(rule, configuration)).outcome).toBe('pass');
  });

  it.each([
    [
      'the alternative has no price',
      graviton,
      'resource "aws_instance" "a" {\n  instance_type = "m5.xlarge"\n}',
      'What `instance_type` m6g.xlarge instead of m5.xlarge saves cannot be told: no price for aws.ec2.instance m6g.xlarge.',
    ],
    [
      'usage is not given',
      { set: { architectures: ['arm64'] }, minSaving: 1 },
      'resource "aws_lambda_function" "a" {\n  function_name = "f"\n  role = "r"\n}',
      'What `architectures` arm64 saves cannot be told: no usage is given for Duration.',
    ],
    [
      'an attribute that decides is unknown',
      gp3,
      'variable "type" { type = string }\nresource "aws_ebs_volume" "a" {\n  type = var.type\n  size = 100\n}',
      'Cannot be told before apply: `type`: variable type has no value.',
    ],
    [
      'the cost is a range around the least saving',
      gp3,
      'variable "size" {\n  type = number\n  validation {\n    condition = contains([10, 100], var.size)\n    error_message = "No."\n  }\n}\nresource "aws_ebs_volume" "a" {\n  type = "gp2"\n  size = var.size\n}',
      'size',
    ],
    [
      'nothing is known of the type',
      { remove: true, minSaving: 1 },
      'resource "aws_unheard_of" "a" {\n}',
      'What removing it saves cannot be told: there is no cost model for aws_unheard_of.',
    ],
  ])('cannot tell when %s', async (_, rule, configuration, message) => {
    const result = await judged(rule, configuration);
    expect(result.outcome).toBe('unknown');
    expect(result.message).toContain(message);
    expect(result.evidence?.map(({ expression }) => expression) ?? []).not.toContain('saving');
  });

  it('knows the least saving when usage without a number would cost less too', async () => {
    const configuration = 'resource "aws_instance" "a" {\n  instance_type = "t3.large"\n}';
    const result = await judged(graviton, configuration);
    expect(result.message).toBe('`instance_type` t4g.large instead of t3.large saves at least $7.30 a month.');
  });

  it('takes usage into account', async () => {
    const usage =
      'resource_usage: { aws_lambda_function.a: { monthly_requests: 10000000, request_duration_ms: 1000 } }';
    const configuration =
      'resource "aws_lambda_function" "a" {\n  function_name = "f"\n  role = "r"\n  memory_size = 1024\n}';
    const result = await judged({ set: { architectures: ['arm64'] }, minSaving: 1 }, configuration, { usage });
    expect(result.message).toBe('`architectures` arm64 saves $40.00 a month (-20 %).');
  });

  it('saves all of what could go', async () => {
    const result = await judged({ remove: true, minSaving: 1 }, 'resource "aws_eip" "a" {\n}');
    expect(result).toMatchObject({ outcome: 'fail', message: 'Removing it saves $3.65 a month.' });
  });

  it('saves what those save that refer to it, when it costs nothing itself', async () => {
    const template = `resource "aws_launch_template" "web" {
      instance_type = "m5.large"
    }
    `;
    const group = `resource "aws_autoscaling_group" "web" {
      desired_capacity = 3
      max_size         = 6
      min_size         = 1
      launch_template {
        id = aws_launch_template.web.id
      }
    }
    `;
    const result = await judged(graviton, `${template}${group}`);
    // Three root volumes of 8 GB stay as they are, at 0.80 each.
    expect(result).toMatchObject({
      outcome: 'fail',
      message: '`instance_type` m6g.large instead of m5.large saves $43.80 a month (-20 %).',
      evidence: [
        { expression: 'instance_type', value: 'm5.large → m6g.large' },
        { expression: 'saving', value: '43.8' },
      ],
    });
    expect((await judged(graviton, template)).outcome).toBe('pass');
  });

  it('changes only those blocks that are meant', async () => {
    const rule = { ...gp3, in: ['root_block_device', 'ebs_block_device'], from: { volume_type: ['gp2'] } };
    const set = { volume_type: 'gp3' };
    const configuration = `resource "aws_instance" "a" {
      instance_type = "m5.large"
      root_block_device {
        volume_type = "gp2"
        volume_size = 100
      }
      ebs_block_device {
        device_name = "/dev/sdb"
        volume_type = "gp3"
        volume_size = 100
        iops        = 4000
      }
      ebs_block_device {
        device_name = "/dev/sdc"
        volume_type = "gp2"
        volume_size = 200
      }
    }`;
    const result = await judged({ ...rule, set }, configuration);
    expect(result.evidence?.slice(0, 2)).toEqual([
      { expression: 'root_block_device[0].volume_type', value: 'gp2 → gp3' },
      { expression: 'ebs_block_device[1].volume_type', value: 'gp2 → gp3' },
    ]);
    expect(result.evidence?.at(-1)).toEqual({ expression: 'saving', value: '6' });
  });

  it('lowers numbers that are above a limit', async () => {
    const rule = { set: { size: { atMost: 50 } }, minSaving: 1 };
    const result = await judged(rule, 'resource "aws_ebs_volume" "a" {\n  type = "gp3"\n  size = 100\n}');
    expect(result.message).toBe('`size` 50 instead of 100 saves $4.00 a month (-50 %).');
  });
});
