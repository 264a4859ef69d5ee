import { type ResourceInput, resourceViews } from '@tollgate/resources';
import { evaluateModule, memoryTree, readPlan } from '@tollgate/terraform';
import { describe, expect, it } from 'vitest';
import { ResourceIndex } from './resource-index.ts';
import { resourceUsers } from './resource-users.ts';

function usersIn(input: ResourceInput) {
  const views = resourceViews(input);
  const usedBy = resourceUsers(views, new ResourceIndex(views));
  return Object.fromEntries(views.map((view) => [view.address, usedBy(view)?.map(({ address }) => address) ?? null]));
}

describe('the resources that refer to one', () => {
  it('are found in a configuration, through modules, lists and identifiers that are known', () => {
    const evaluation = evaluateModule(
      memoryTree({
        'main.tf': `
resource "aws_instance" "web" {
  ami = "ami-1"
}
resource "aws_eip" "web" {
  instance = aws_instance.web.id
}
resource "aws_eip" "free" {
  tags = { name = "logs" }
}
resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}
resource "aws_s3_bucket_policy" "logs" {
  bucket = aws_s3_bucket.logs.bucket
  policy = "{}"
}
resource "aws_lb_target_group" "logs" {
  name = "logs"
}
resource "aws_ebs_volume" "data" {
  count = 2
  size  = 1
}
resource "aws_volume_attachment" "data" {
  volume_id   = aws_ebs_volume.data[1].id
  instance_id = aws_instance.web.id
}
module "lb" {
  source = "./lb"
}
resource "aws_lb_listener" "a" {
  load_balancer_arn = module.lb.arn
}
`,
        'lb/main.tf': 'resource "aws_lb" "a" {}\noutput "arn" {\n  value = aws_lb.a.arn\n}\n',
      }),
    );
    expect(usersIn({ kind: 'configuration', evaluation })).toEqual({
      'aws_instance.web': ['aws_eip.web', 'aws_volume_attachment.data'],
      'aws_eip.web': [],
      'aws_eip.free': [],
      'aws_s3_bucket.logs': ['aws_s3_bucket_policy.logs'],
      'aws_s3_bucket_policy.logs': [],
      'aws_lb_target_group.logs': [],
      'aws_ebs_volume.data[0]': [],
      'aws_ebs_volume.data[1]': ['aws_volume_attachment.data'],
      'aws_volume_attachment.data': [],
      'aws_lb_listener.a': [],
      'module.lb.aws_lb.a': ['aws_lb_listener.a'],
    });
  });

  const namesakes = (count: number) =>
    usersIn({
      kind: 'configuration',
      evaluation: evaluateModule(
        memoryTree({
          'main.tf': `
resource "aws_s3_bucket" "logs" {
  count  = ${count}
  bucket = "logs"
}
resource "aws_s3_bucket_policy" "logs" {
  count  = ${count}
  bucket = "logs"
  policy = "{}"
}
`,
        }),
      ),
    });

  it('are those of each, where a few have the same name', () => {
    expect(namesakes(2)).toMatchObject({
      'aws_s3_bucket.logs[0]': ['aws_s3_bucket_policy.logs[0]', 'aws_s3_bucket_policy.logs[1]'],
      'aws_s3_bucket.logs[1]': ['aws_s3_bucket_policy.logs[0]', 'aws_s3_bucket_policy.logs[1]'],
    });
  });

  // Each with each would be 64 million pairs.
  it('are not known where thousands have the same name, which takes no time that grows with the square', () => {
    const users = namesakes(8000);
    expect(users['aws_s3_bucket.logs[0]']).toBeNull();
    expect(users['aws_s3_bucket_policy.logs[0]']).toEqual([]);
  });

  const planOf = (references: readonly string[]) => {
    const resource = (type: string, name: string, unknown: object) => ({
      address: `${type}.${name}`,
      mode: 'managed',
      type,
      name,
      provider_name: 'registry.terraform.io/hashicorp/aws',
      change: { actions: ['create'], before: null, after: {}, after_unknown: unknown },
    });
    const configured = (type: string, name: string, expressions: object) => ({
      address: `${type}.${name}`,
      mode: 'managed',
      type,
      name,
      provider_config_key: 'aws',
      expressions,
    });
    const plan = {
      format_version: '1.2',
      resource_changes: [resource('aws_instance', 'web', { id: true }), resource('aws_eip', 'a', { instance: true })],
      configuration: {
        root_module: {
          resources: [configured('aws_instance', 'web', {}), configured('aws_eip', 'a', { instance: { references } })],
        },
      },
    };
    return readPlan(Buffer.from(JSON.stringify(plan)), { file: 'plan.json' });
  };

  it.each([
    ['are those that a plan names', ['aws_instance.web.id', 'aws_instance.web'], ['aws_eip.a'], []],
    ['are not known where a plan leads out of the module', ['local.instance'], null, null],
  ])('%s', (_, references, ofInstance, ofAddress) => {
    const plan = planOf(references);
    if (plan.kind !== 'plan') throw new Error('The plan is no plan.');
    expect(usersIn({ kind: 'plan', plan, sources: new Map() })).toEqual({
      'aws_instance.web': ofInstance,
      'aws_eip.a': ofAddress,
    });
  });
});
