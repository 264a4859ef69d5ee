import { describe, expect, it } from 'vitest';
import { configurationInput } from '../test/configuration.ts';
import { findReported, nestedSummary } from '../test/nested-summary.ts';
import { tagReport } from './tag-report.ts';

const group = (launch: string) => `
variable "number" { type = number }
resource "aws_autoscaling_group" "a" {
  ${launch}
  tag {
    key                 = "Env"
    value               = "prod"
    propagate_at_launch = true
  }
}
resource "aws_launch_template" "t" {
  name = "web"
  tag_specifications {
    resource_type = "instance"
    tags          = { Role = "web", Disk = "a" }
  }
}
resource "aws_launch_template" "u" {
  name = "spot"
  tag_specifications {
    resource_type = "instance"
    tags          = { Role = "web", Disk = "b" }
  }
}`;
const template = (more: string) => `launch_template {\n id = aws_launch_template.t.id\n ${more}\n }`;
const specification = (name: string) =>
  `launch_template_specification {\n launch_template_id = aws_launch_template.${name}.id\n }`;

describe('tags of the instances of an Auto Scaling group', () => {
  it.each<[string, string, string]>([
    ['the newest version', template('version = "$Latest"'), 'Disk=a Env=prod Role=web'],
    [
      'the newest version by reference',
      template('version = aws_launch_template.t.latest_version'),
      'Disk=a Env=prod Role=web',
    ],
    ['the default version', template(''), 'Disk=a Env=prod Role=web'],
    ['a version by number', template('version = "3"'), 'Env=prod … (`version` is `3`, whose tags are not at hand)'],
    [
      'an unknown version',
      template('version = var.number'),
      'Env=prod … (`version` is not known (variable number has no value))',
    ],
    [
      'a template that is not at hand',
      'launch_template {\n name = "other"\n }',
      'Env=prod … (`name` is `other`, whose tags are not at hand)',
    ],
    ['a launch configuration, which has no tags', 'launch_configuration = "web"', 'Env=prod'],
    [
      'a mixed group',
      `mixed_instances_policy {\n launch_template {\n ${specification('t')}\n }\n }`,
      'Disk=a Env=prod Role=web',
    ],
    [
      'a mixed group of several templates',
      `mixed_instances_policy {\n launch_template {\n ${specification('t')}\n override {\n ${specification('u')}\n }\n }\n }`,
      'Env=prod Role=web … (`mixed_instances_policy` names several launch templates, whose tags differ)',
    ],
  ])('%s', (_, launch, expected) => {
    expect(
      nestedSummary(findReported(tagReport(configurationInput(group(launch))), 'aws_autoscaling_group'), 'instances'),
    ).toBe(expected);
  });
});
