import { describe, expect, it } from 'vitest';
import { configurationOf, evaluationOf, type Files, outcomeOf } from '../../test/conditions.ts';
import { resourceSubjects } from '../index.ts';

/** The subjects after a change, by their addresses. */
function changeOf(base: Files, head: Files) {
  const subjects = resourceSubjects(configurationOf(head), { base: evaluationOf(base) });
  return new Map(subjects.map((subject) => [subject.reference.id, subject]));
}

/** What the change does with each resource; null where that is not known. */
function actionsOf(base: Files, head: Files): Record<string, string | null> {
  return Object.fromEntries([...changeOf(base, head)].map(([address, { data }]) => [address, data.action]));
}

describe('a configuration with its base', () => {
  const base = `
    resource "aws_x" "same" { size = 1 }
    resource "aws_x" "bigger" {
      size = 1
      name = "n"
    }
    resource "aws_x" "gone" { size = 1 }`;
  const head = `
    resource "aws_x" "bigger" {
      size = 2
      tags = { a = "b" }
    }
    # Order and comments are no change.
    resource "aws_x" "same" { size = 1 }
    resource "aws_x" "new" { size = 1 }`;

  it('tells what changes', () => {
    expect(actionsOf(base, head)).toEqual({
      'aws_x.bigger': 'update',
      'aws_x.same': 'no-op',
      'aws_x.new': 'create',
      'aws_x.gone': 'delete',
    });
    const subjects = changeOf(base, head);
    expect([...subjects.values()].map(({ changed }) => changed)).toEqual([true, false, true, true]);
    expect(subjects.get('aws_x.gone')).toMatchObject({
      actions: ['delete'],
      unlessAsked: 'action',
      source: { startLine: 7 },
    });
  });

  it.each<[string, string, unknown]>([
    ['aws_x.bigger', 'resource.before.size < resource.values.size', true],
    ['aws_x.bigger', 'has(resource.before.tags)', false],
    [
      'aws_x.bigger',
      'resource.before.tags',
      ['`tags` was not configured before the change: the provider decided its value'],
    ],
    [
      'aws_x.bigger',
      "resource.action == 'update'",
      ['a configuration does not tell an update from a replacement; give a plan'],
    ],
    [
      'aws_x.bigger',
      "!('delete' in resource.actions)",
      ['a configuration does not tell an update from a replacement; give a plan'],
    ],
    ['aws_x.same', 'resource.action', 'no-op'],
    ['aws_x.new', 'resource.before == null', true],
    ['aws_x.new', 'resource.actions', ['create']],
    ['aws_x.gone', 'resource.before.size == 1', true],
    ['aws_x.gone', 'has(resource.values.size)', false],
  ])('%s: %s', (address, expression, expected) => {
    expect(outcomeOf(changeOf(base, head).get(address), expression)).toEqual(expected);
  });

  it('takes nothing unknown or secret for unchanged', () => {
    const text = (name: string, size: number) => `
      variable "v" { type = string }
      variable "s" {
        default   = "${name}"
        sensitive = true
      }
      resource "aws_x" "unknown" { name = "${name}-\${var.v}" }
      resource "aws_x" "secret" { name = var.s }
      resource "aws_x" "differs" {
        name = var.v
        size = ${size}
      }`;
    expect(actionsOf(text('a', 1), text('b', 2))).toEqual({
      'aws_x.unknown': null,
      'aws_x.secret': null,
      'aws_x.differs': 'update',
    });
    const subject = changeOf(text('a', 1), text('b', 2)).get('aws_x.unknown');
    expect(subject).toMatchObject({ actions: ['create', 'update'], changed: null });
    expect(outcomeOf(subject, "resource.action == 'update'")).toEqual([
      'a configuration does not tell what changes; give a plan',
    ]);
    expect(outcomeOf(subject, 'resource.before.name')).toEqual(['`name` was not known before the change']);
  });

  it('sees a change in the provider of a resource', () => {
    const text = (provider: string) => `provider "aws" {\n${provider}\n}\nresource "aws_x" "a" { size = 1 }`;
    const tags = (team: string) => text(`default_tags {\n  tags = { Team = "${team}" }\n}`);
    expect(actionsOf(text('region = "a"'), text('region = "b"'))).toEqual({ 'aws_x.a': 'update' });
    // Not every type can carry tags.
    expect(actionsOf(tags('a'), tags('b'))).toEqual({ 'aws_x.a': null });
    expect(actionsOf(tags('a'), tags('a'))).toEqual({ 'aws_x.a': 'no-op' });
  });

  it('counts nothing as new or gone when the number of instances is not known', () => {
    const known = 'resource "aws_x" "a" { count = 2 }';
    const unknown = 'variable "n" { type = number }\nresource "aws_x" "a" { count = var.n }';
    expect(actionsOf(known, unknown)).toEqual({ 'aws_x.a': null });
    expect(actionsOf(unknown, known)).toEqual({ 'aws_x.a[0]': null, 'aws_x.a[1]': null });
  });
});

describe('moved resources', () => {
  const moved = (from: string, to: string) => `moved {\n  from = ${from}\n  to   = ${to}\n}\n`;
  const resource = (name: string, more = '') => `resource "aws_x" "${name}" {\n  size = 1\n${more}}\n`;
  const call = (name: string, more = '') => `module "${name}" {\n  source = "./m"\n${more}}\n`;
  const module = { 'm/main.tf': resource('r') };

  it.each<[string, Files, Files, Record<string, string>]>([
    ['to another name', resource('a'), resource('b') + moved('aws_x.a', 'aws_x.b'), { 'aws_x.b': 'no-op' }],
    [
      'through several names',
      resource('a'),
      resource('c') + moved('aws_x.a', 'aws_x.b') + moved('aws_x.b', 'aws_x.c'),
      { 'aws_x.c': 'no-op' },
    ],
    [
      'while another one takes the name',
      resource('a'),
      resource('b') + resource('a') + moved('aws_x.a', 'aws_x.b'),
      { 'aws_x.b': 'no-op', 'aws_x.a': 'create' },
    ],
    [
      'with all instances',
      resource('a', '  count = 2\n'),
      resource('b', '  count = 2\n') + moved('aws_x.a', 'aws_x.b'),
      { 'aws_x.b[0]': 'no-op', 'aws_x.b[1]': 'no-op' },
    ],
    [
      'to a key',
      resource('a'),
      `${resource('a', '  for_each = toset(["k"])\n')}${moved('aws_x.a', 'aws_x.a["k"]')}`,
      { 'aws_x.a["k"]': 'no-op' },
    ],
    [
      'into a module',
      resource('a'),
      { 'main.tf': call('m') + moved('aws_x.a', 'module.m.aws_x.r'), ...module },
      { 'module.m.aws_x.r': 'no-op' },
    ],
    [
      'with their module',
      { 'main.tf': call('a', '  count = 2\n'), ...module },
      { 'main.tf': call('b', '  count = 2\n') + moved('module.a', 'module.b'), ...module },
      { 'module.b[0].aws_x.r': 'no-op', 'module.b[1].aws_x.r': 'no-op' },
    ],
    [
      'by a block inside of the module',
      { 'main.tf': call('a', '  count = 2\n'), 'm/main.tf': resource('old') },
      { 'main.tf': call('a', '  count = 2\n'), 'm/main.tf': resource('r') + moved('aws_x.old', 'aws_x.r') },
      { 'module.a[0].aws_x.r': 'no-op', 'module.a[1].aws_x.r': 'no-op' },
    ],
    ['when count is added', resource('a'), resource('a', '  count = 1\n'), { 'aws_x.a[0]': 'no-op' }],
    ['when count is taken away', resource('a', '  count = 1\n'), resource('a'), { 'aws_x.a': 'no-op' }],
    [
      'and not by a block about another instance',
      resource('a'),
      resource('b') + moved('aws_x.a[1]', 'aws_x.b'),
      { 'aws_x.b': 'create', 'aws_x.a': 'delete' },
    ],
  ])('keep what they were: %s', (_, base, head, expected) => {
    expect(actionsOf(base, head)).toEqual(expected);
  });

  it('end even when blocks lead in circles', () => {
    const circle = `${moved('aws_x.a', 'aws_x.b')}${moved('aws_x.b', 'aws_x.a')}${moved('module.m', 'module.m.module.m')}`;
    const base = evaluationOf({ 'main.tf': resource('a') + call('m'), ...module });
    const input = configurationOf({ 'main.tf': resource('a') + call('m'), ...module });
    if (input.kind !== 'configuration') expect.fail('a configuration');
    const moves = [...circle.matchAll(/from = (\S+)\s+to {3}= (\S+)/g)].map(([, from = '', to = '']) => ({
      from,
      to,
      source: { file: 'main.tf', startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
    }));
    const subjects = resourceSubjects(
      { kind: 'configuration', evaluation: { ...input.evaluation, moved: moves } },
      { base },
    );
    expect(subjects.map(({ data }) => data.action)).toEqual(['no-op', 'no-op']);
  });
});
