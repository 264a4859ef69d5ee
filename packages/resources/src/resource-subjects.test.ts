import { describe, expect, it } from 'vitest';
import { configurationOf, outcomeOf, planOf } from '../test/conditions.ts';
import { resourceSubjects } from './index.ts';

describe('subjects of a configuration', () => {
  const subjects = resourceSubjects(
    configurationOf({
      'main.tf': `provider "aws" {
  region = "eu-west-1"
}

module "a" {
  source   = "./a"
  for_each = { k = "t3.micro" }
  size     = each.value
}

data "aws_ami" "os" {
  owners = ["self"]
}
`,
      'a/main.tf': `variable "size" { type = string }

resource "aws_instance" "web" {
  count         = 2
  instance_type = var.size
}
`,
    }),
  );

  it('are the resources with their addresses, types and places', () => {
    expect(subjects.map(({ reference, names }) => [reference, names])).toEqual([
      [{ kind: 'resource', id: 'data.aws_ami.os' }, ['data.aws_ami', 'data.aws_ami.os']],
      ...[0, 1].map((index) => {
        const address = `module.a["k"].aws_instance.web[${index}]`;
        return [{ kind: 'resource', id: address }, ['aws_instance', address]];
      }),
    ]);
    expect(subjects[1]?.source).toEqual({
      file: 'a/main.tf',
      startLine: 3,
      startColumn: 1,
      endLine: 6,
      endColumn: 2,
      callers: [{ address: 'module.a["k"]', file: 'main.tf', startLine: 5, startColumn: 1, endLine: 9, endColumn: 2 }],
    });
  });

  it('do not tell what changes, and are certainly not deleted', () => {
    expect(subjects.map(({ actions, changed, unlessAsked }) => [actions, changed, unlessAsked])).toEqual([
      [['read'], null, 'name'],
      [['create', 'update'], null, undefined],
      [['create', 'update'], null, undefined],
    ]);
    for (const name of ['action', 'actions', 'before']) {
      expect(outcomeOf(subjects[1], `resource.${name}`)).toEqual([
        'a configuration does not tell what changes; give a plan',
      ]);
    }
  });

  it.each<[string, unknown]>([
    ['resource.address', 'module.a["k"].aws_instance.web[1]'],
    ['resource.mode', 'managed'],
    ['resource.type', 'aws_instance'],
    ['resource.name', 'web'],
    ['resource.index == 1', true],
    ['resource.module', 'module.a["k"]'],
    ['resource.provider.name', 'aws'],
    ['resource.provider.alias == null', true],
    ['resource.provider.region', 'eu-west-1'],
    ['resource.provider.source', 'registry.terraform.io/hashicorp/aws'],
    ['resource.expanded', true],
    ['resource.file', 'a/main.tf'],
    ['resource.line == 3', true],
    ["resource.values.instance_type.startsWith('t')", true],
  ])('answer %s', (expression, expected) => {
    expect(outcomeOf(subjects[2], expression)).toEqual(expected);
  });

  it('do not guess the region that the environment gives', () => {
    const [subject] = resourceSubjects(configurationOf('resource "aws_x" "a" {}'));
    expect(outcomeOf(subject, "resource.provider.region == 'eu-west-1'")).toEqual([
      'the configuration does not tell the region of the provider',
    ]);
  });

  it('stand in a file of the repository, whatever places call it', () => {
    const [subject] = resourceSubjects(configurationOf('resource "aws_x" "a" {}\n'), {
      pathOf: (file) => `infra/${file}`,
    });
    expect(outcomeOf(subject, 'resource.file')).toBe('infra/main.tf');
  });

  it('stand for several when their number is not known', () => {
    const text = 'variable "n" {\n  type = number\n}\nresource "aws_x" "a" {\n  count = var.n\n}\n';
    const [subject] = resourceSubjects(configurationOf(text));
    expect(outcomeOf(subject, 'resource.expanded')).toBe(false);
    expect(outcomeOf(subject, 'resource.index == null')).toEqual(['the number of instances is not known']);
  });
});

describe('subjects of a plan', () => {
  it.each<[readonly string[], string, boolean, 'action' | undefined, readonly string[]]>([
    [['create'], 'create', true, undefined, ['create']],
    [['update'], 'update', true, undefined, ['update']],
    [['delete', 'create'], 'replace', true, undefined, ['delete', 'create']],
    [['create', 'delete'], 'replace', true, undefined, ['delete', 'create']],
    [['no-op'], 'no-op', false, undefined, ['no-op']],
    [['read'], 'read', true, undefined, ['read']],
    [['delete'], 'delete', true, 'action', ['delete']],
    [['forget'], 'forget', true, 'action', ['forget']],
  ])('with %j have the action %s', (planned, action, changed, unlessAsked, steps) => {
    const after = unlessAsked === 'action' ? null : { bucket: 'logs' };
    const before = action === 'create' ? null : { bucket: 'old' };
    const [subject] = resourceSubjects(planOf({ change: { actions: planned, before, after } }));
    expect(subject).toMatchObject({
      actions: action === 'replace' ? ['replace', 'create', 'delete'] : [action],
      changed,
    });
    expect(subject?.unlessAsked).toBe(unlessAsked);
    expect(outcomeOf(subject, 'resource.action')).toBe(action);
    expect(outcomeOf(subject, 'resource.actions')).toEqual(steps);
    expect(outcomeOf(subject, 'resource.before == null')).toBe(before === null);
  });

  it('have what is deleted with its values before, and none after', () => {
    const change = { actions: ['delete'], before: { bucket: 'logs' }, after: null };
    const [subject] = resourceSubjects(planOf({ change }));
    expect(outcomeOf(subject, 'resource.before.bucket')).toBe('logs');
    expect(outcomeOf(subject, 'has(resource.values.bucket)')).toBe(false);
    expect(outcomeOf(subject, 'size(resource.values) == 0')).toBe(true);
  });

  it('leave out what failed replacements left behind, and what is never kept', () => {
    const subjects = resourceSubjects(
      planOf({ deposed: '0a1b' }, { mode: 'ephemeral' }, { mode: 'data', address: 'data.aws_s3_bucket.logs' }),
    );
    expect(subjects.map(({ names }) => names)).toEqual([['data.aws_s3_bucket', 'data.aws_s3_bucket.logs']]);
  });

  it('have the places that were found beside the plan', () => {
    const input = planOf({});
    if (input.kind !== 'plan') expect.fail('a plan');
    const source = { file: 'main.tf', startLine: 7, startColumn: 1, endLine: 9, endColumn: 2, callers: [] };
    const [subject] = resourceSubjects({ ...input, sources: new Map([['aws_s3_bucket.logs', source]]) });
    expect(subject?.source).toEqual(source);
    expect(outcomeOf(subject, 'resource.line == 7')).toBe(true);
    expect(outcomeOf(resourceSubjects(input)[0], 'resource.file == null')).toBe(true);
  });
});
