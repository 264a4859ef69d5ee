import type { JsonObject } from '@tollgate/policy-engine';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../test/conditions.ts';
import { resourceGate } from './index.ts';

const { given } = resourceGate;
if (given === undefined) throw new Error('the gate can be tested');
const isValid = new Ajv2020({ allErrors: true }).compile(given.schema);

function subjectsOf(value: JsonObject) {
  expect(isValid(value) ? [] : isValid.errors).toEqual([]);
  return given?.subjects(value) ?? [];
}

describe('what a policy test gives', () => {
  it('can be the text of a configuration', () => {
    const [subject] = subjectsOf({ terraform: 'resource "aws_x" "a" { size = 1 }' });
    expect(subject?.source).toMatchObject({ file: 'main.tf', startLine: 1 });
    expect(outcomeOf(subject, 'resource.values.size == 1')).toBe(true);
  });

  it('can be the files of a configuration, and of its base', () => {
    const files = (size: number) => ({
      'main.tf': 'variable "size" { type = number }\nresource "aws_x" "a" { size = var.size }',
      'terraform.tfvars': `size = ${size}`,
    });
    const [subject] = subjectsOf({ terraform: files(2), base: files(1) });
    expect(subject?.actions).toEqual(['update']);
    expect(outcomeOf(subject, 'resource.values.size > resource.before.size')).toBe(true);
  });

  it('can be resources, as a plan tells them', () => {
    const subjects = subjectsOf({
      resources: [
        {
          address: 'module.m["x.y"].aws_x.a[2]',
          values: { size: 1, tags: { Owner: 'core' }, disk: [{ size: 1 }] },
          unknown: ['arn', 'tags.Team', 'disk[0].id'],
          sensitive: ['password', 'tags["Owner"]'],
          provider: { alias: 'west', region: 'us-west-2' },
        },
        { address: 'aws_x.b', values: { size: 2 }, before: { size: 1 }, provider: { region: 'eu-west-1' } },
        { address: 'aws_x.c', action: 'delete', before: { size: 1 } },
        { address: 'data.aws_x.d' },
      ],
    });
    expect(subjects.map(({ names, actions }) => [...names, ...(actions ?? [])])).toEqual([
      ['aws_x', 'module.m["x.y"].aws_x.a[2]', 'create'],
      ['aws_x', 'aws_x.b', 'update'],
      ['aws_x', 'aws_x.c', 'delete'],
      ['data.aws_x', 'data.aws_x.d', 'read'],
    ]);
    const [first, second, third] = subjects;
    expect(outcomeOf(first, 'resource.index == 2 && resource.module == \'module.m["x.y"]\'')).toBe(true);
    expect(outcomeOf(first, 'resource.provider.region')).toBe('us-west-2');
    expect(outcomeOf(first, 'resource.provider.alias')).toBe('west');
    expect(outcomeOf(second, 'resource.provider.region')).toBe('eu-west-1');
    expect(outcomeOf(first, 'resource.values.disk[0].id')).toEqual(['`disk[0].id` is known only after apply']);
    expect(outcomeOf(first, 'resource.values.tags.Owner')).toEqual(['`tags.Owner` is sensitive and is not read']);
    expect(outcomeOf(third, 'resource.before.size == 1')).toBe(true);
  });

  it('can be a plan', () => {
    const change = { actions: ['create'], before: null, after: { size: 1 }, after_unknown: {} };
    const resource = { address: 'aws_x.a', mode: 'managed', type: 'aws_x', name: 'a', provider_name: 'aws', change };
    const [subject] = subjectsOf({ plan: { format_version: '1.2', resource_changes: [resource] } });
    expect(outcomeOf(subject, 'resource.values.size == 1')).toBe(true);
  });

  it.each<[string, JsonObject]>([
    ['nothing', {}],
    ['two forms', { terraform: '', resources: [] }],
    ['a base without a configuration', { resources: [], base: '' }],
    ['a resource without address', { resources: [{ values: {} }] }],
    ['an unknown action', { resources: [{ address: 'aws_x.a', action: 'destroy' }] }],
  ])('cannot be %s', (_, value) => {
    expect(isValid(value)).toBe(false);
  });

  it.each<[JsonObject, string]>([
    [
      { terraform: 'resource "aws_x" "a" {\n  b = var.c\n}' },
      'The configuration in "terraform" has mistakes:\nmain.tf:2:7: Reference to undeclared input variable',
    ],
    [{ terraform: { '../main.tf': '' } }, '"terraform" holds "../main.tf", which is no text of a file inside of'],
    [{ resources: [{ address: 'aws_x' }] }, '"aws_x" is not the address of a resource, such as aws_instance.web[0].'],
    [{ resources: [{ address: 'aws_x.a', unknown: ['a..b'] }] }, '"a..b" of aws_x.a is no place in its values'],
    [{ resources: [{ address: 'aws_x.a', unknown: ['a[99999]'] }] }, '"a[99999]" of aws_x.a is no place in its values'],
    [{ plan: { a: 1 } }, 'plan'],
    [{ resources: [], base: '' }, 'A plan and resources tell what changes: leave "base" out, or give "terraform".'],
  ])('with mistakes is refused with a sentence: %j', (value, message) => {
    expect(() => given?.subjects(value)).toThrow(message);
  });
});
