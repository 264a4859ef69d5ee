import type { JsonObject, JsonValue } from '@tollgate/terraform';
import { readPlan } from '@tollgate/terraform';
import { describe, expect, it } from 'vitest';
import { configurationInput } from '../test/configuration.ts';
import { findReported, nestedSummary } from '../test/nested-summary.ts';
import { planInput } from '../test/plan.ts';
import { type TagReport, tagReport } from './tag-report.ts';

const shared = `
variable "how" { type = string }
variable "definition" { type = string }
variable "owner" { type = string }
provider "aws" {
  default_tags {
    tags = { Team = "core" }
  }
}
resource "aws_ecs_task_definition" "web" {
  family = "web"
  tags   = { Role = "web" }
}
`;
const service = (body: string) => `${shared}
resource "aws_ecs_service" "web" {
  tags = { Env = "prod" }
  ${body}
}`;

describe('tags that a configuration hands on to tasks', () => {
  it.each<[string, string, string | undefined]>([
    ['those of the service', 'propagate_tags = "SERVICE"', 'Env=prod Team=core'],
    [
      'those of the task definition',
      'propagate_tags = "TASK_DEFINITION"\n task_definition = aws_ecs_task_definition.web.arn',
      'Role=web Team=core',
    ],
    [
      'those of a task definition by its family',
      'propagate_tags = "TASK_DEFINITION"\n task_definition = aws_ecs_task_definition.web.family',
      'Role=web Team=core',
    ],
    [
      'those of a task definition by family and revision',
      'propagate_tags = "TASK_DEFINITION"\n task_definition = "web:${aws_ecs_task_definition.web.revision}"',
      'Role=web Team=core',
    ],
    [
      'those of another revision',
      'propagate_tags = "TASK_DEFINITION"\n task_definition = "web:7"',
      '… (`task_definition` is `web:7`, whose tags are not at hand)',
    ],
    [
      'those of a task definition of somebody else',
      'propagate_tags = "TASK_DEFINITION"\n task_definition = "other"',
      '… (`task_definition` is `other`, whose tags are not at hand)',
    ],
    [
      'those of an unknown task definition',
      'propagate_tags = "TASK_DEFINITION"\n task_definition = var.definition',
      '… (`task_definition` is not known (variable definition has no value))',
    ],
    [
      'unknown whether any',
      'propagate_tags = var.how',
      '… (`propagate_tags` is not known (variable how has no value))',
    ],
    ['none', 'propagate_tags = "NONE"', 'none'],
    ['none unless told', '', 'none'],
    [
      'nothing by itself, where task sets run the tasks',
      'propagate_tags = "SERVICE"\n deployment_controller {\n type = "EXTERNAL"\n }',
      undefined,
    ],
  ])('of an ECS service: %s', (_, body, expected) => {
    expect(nestedSummary(findReported(tagReport(configurationInput(service(body))), 'aws_ecs_service'), 'tasks')).toBe(
      expected,
    );
  });

  it('has values that are unknown, with the reason', () => {
    const text = `${shared}resource "aws_ecs_service" "a" {\n propagate_tags = "SERVICE"\n tags = { Owner = var.owner }\n}`;
    expect(nestedSummary(findReported(tagReport(configurationInput(text)), 'aws_ecs_service'), 'tasks')).toBe(
      'Team=core Owner=? (variable owner has no value)',
    );
  });

  it.each([
    ['SERVICE', 'Env=prod Team=core'],
    ['TASK_DEFINITION', 'Role=web Team=core'],
    ['NONE', 'none'],
  ])('of a task set: as its service says, %s', (how, expected) => {
    const text = `${service(`name = "web"\n propagate_tags = "${how}"\n deployment_controller {\n type = "EXTERNAL"\n }`)}
resource "aws_ecs_task_set" "blue" {
  service         = aws_ecs_service.web.id
  task_definition = aws_ecs_task_definition.web.arn
}`;
    expect(nestedSummary(findReported(tagReport(configurationInput(text)), 'aws_ecs_task_set'), 'tasks')).toBe(
      expected,
    );
  });

  it('of a task set whose service is not at hand', () => {
    const text = `${shared}resource "aws_ecs_task_set" "a" {\n service = "shop"\n}`;
    expect(nestedSummary(findReported(tagReport(configurationInput(text)), 'aws_ecs_task_set'), 'tasks')).toBe(
      '… (`service` is `shop`, whose tags are not at hand)',
    );
  });

  it.each<[string, string | undefined]>([
    ['true', 'Env=prod Team=core'],
    ['false', undefined],
    ['var.how', '… (`propagate_tags` is not known (variable how has no value))'],
  ])('of a batch job definition with propagate_tags = %s', (flag, expected) => {
    const text = `${shared}resource "aws_batch_job_definition" "a" {\n propagate_tags = ${flag}\n tags = { Env = "prod" }\n}`;
    expect(nestedSummary(findReported(tagReport(configurationInput(text)), 'aws_batch_job_definition'), 'tasks')).toBe(
      expected,
    );
  });
});

const target =
  'propagate_tags = "TASK_DEFINITION"\n task_definition_arn = aws_ecs_task_definition.web.arn\n tags = { Own = "x", Team = "y" }';

describe('tags that are handed on beside own ones of a block', () => {
  it.each<[string, string, string, string]>([
    ['aws_cloudwatch_event_target', `ecs_target {\n ${target}\n }`, 'ecs_target[0].tags', 'Own=x Role=web Team=y'],
    [
      'aws_scheduler_schedule',
      `target {\n ecs_parameters {\n ${target}\n }\n }`,
      'target[0].ecs_parameters[0].tags',
      'Own=x Role=web Team=y',
    ],
    [
      'aws_pipes_pipe',
      `target_parameters {\n ecs_task_parameters {\n ${target}\n }\n }`,
      'target_parameters[0].ecs_task_parameters[0].tags',
      'Own=x Role=web Team=y',
    ],
    [
      'aws_ecs_service',
      'tags = { Env = "prod" }\n volume_configuration {\n managed_ebs_volume {\n tag_specifications {\n propagate_tags = "SERVICE"\n tags = { Disk = "data" }\n }\n }\n }',
      'volume_configuration[0].managed_ebs_volume[0].tag_specifications[0].tags',
      'Disk=data Env=prod Team=core',
    ],
  ])('%s', (type, body, path, expected) => {
    const report = tagReport(configurationInput(`${shared}resource "${type}" "a" {\n ${body}\n}`));
    expect(nestedSummary(findReported(report, type), path)).toBe(expected);
  });
});

interface Planned {
  readonly type: string;
  readonly after: JsonObject;
  readonly unknown?: JsonObject;
  readonly sensitive?: JsonObject;
  readonly expressions?: JsonObject;
  readonly index?: string;
  readonly module?: string;
}

/** The report of a plan whose configuration tells what arguments refer to. */
function planned(resources: readonly Planned[]): TagReport {
  const byModule = (module: string | undefined) => ({
    resources: resources
      .filter((resource) => resource.module === module)
      .map(({ type, expressions = {} }) => ({ mode: 'managed', type, name: 'a', expressions })),
  });
  const document: JsonValue = {
    format_version: '1.2',
    terraform_version: '1.11.4',
    resource_changes: resources.map(({ type, after, unknown = {}, sensitive = {}, index, module }) => ({
      address: `${module === undefined ? '' : `module.${module}.`}${type}.a${index === undefined ? '' : `["${index}"]`}`,
      ...(module === undefined ? {} : { module_address: `module.${module}` }),
      ...(index === undefined ? {} : { index }),
      mode: 'managed',
      type,
      name: 'a',
      provider_name: 'registry.terraform.io/hashicorp/aws',
      change: { actions: ['create'], before: null, after, after_unknown: unknown, after_sensitive: sensitive },
    })),
    configuration: {
      root_module: {
        ...byModule(undefined),
        module_calls: { app: { source: './app', module: byModule('app') } },
      },
    },
  };
  return tagReport(planInput(readPlan(new TextEncoder().encode(JSON.stringify(document)), { file: 'plan.json' })));
}

const definition = (more: Partial<Planned> = {}): Planned => ({
  type: 'aws_ecs_task_definition',
  after: { family: 'web', tags: { Role: 'web' }, tags_all: { Role: 'web', Team: 'core' } },
  unknown: { arn: true, revision: true },
  ...more,
});
const runs = (references: readonly string[], more: Partial<Planned> = {}): Planned => ({
  type: 'aws_ecs_service',
  after: { propagate_tags: 'TASK_DEFINITION', tags: null, tags_all: { Team: 'core' } },
  unknown: { task_definition: true },
  expressions: { task_definition: { references: [...references] } },
  ...more,
});
const byArn = ['aws_ecs_task_definition.a.arn', 'aws_ecs_task_definition.a'];
const byOwnKey = ['aws_ecs_task_definition.a', 'each.key'];

describe('tags that a plan hands on to tasks', () => {
  it.each<[string, readonly Planned[], string]>([
    [
      'those of the service',
      [runs([], { after: { propagate_tags: 'SERVICE', tags: { A: 'b' }, tags_all: { A: 'b' } } })],
      'A=b',
    ],
    ['a definition by reference', [definition(), runs(byArn)], 'Role=web Team=core'],
    [
      'a definition of the same module',
      [definition({ module: 'app' }), runs(byArn, { module: 'app' })],
      'Role=web Team=core',
    ],
    [
      'a definition with the same key',
      [
        definition({ index: 'x' }),
        definition({ index: 'y', after: { family: 'y', tags: null, tags_all: { Other: '1' } } }),
        runs(byOwnKey, { index: 'y' }),
      ],
      'Other=1',
    ],
    [
      'a definition by what it is called in AWS',
      [
        definition({
          after: { arn: 'arn:aws:ecs:eu-west-1:1:task-definition/web:7', tags: { Role: 'web' } },
          unknown: {},
        }),
        runs([], {
          after: {
            propagate_tags: 'TASK_DEFINITION',
            task_definition: 'arn:aws:ecs:eu-west-1:1:task-definition/web:7',
          },
          unknown: {},
        }),
      ],
      'Role=web',
    ],
    [
      'a definition that a variable names',
      [definition(), runs(['var.definition'])],
      '… (`task_definition` is not known (taken from var.definition))',
    ],
    [
      'one of two definitions',
      [definition(), runs([...byArn, 'aws_ecs_task_definition.b.arn', 'aws_ecs_task_definition.b'])],
      '… (`task_definition` is not known (taken from aws_ecs_task_definition.a.arn, taken from aws_ecs_task_definition.b.arn))',
    ],
    [
      'a definition of a family that several have',
      [
        definition(),
        definition({ module: 'app' }),
        runs([], { after: { propagate_tags: 'TASK_DEFINITION', task_definition: 'web' }, unknown: {} }),
      ],
      '… (`task_definition` is `web`, whose tags are not at hand)',
    ],
    [
      'a definition whose name is sensitive',
      [
        runs([], {
          after: { propagate_tags: 'TASK_DEFINITION', task_definition: 'hush' },
          unknown: {},
          sensitive: { task_definition: true },
        }),
      ],
      '… (`task_definition` is not known)',
    ],
  ])('%s', (_, resources, expected) => {
    expect(nestedSummary(planned(resources).resources.at(-1), 'tasks')).toBe(expected);
  });
});
