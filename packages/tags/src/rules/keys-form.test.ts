import type { JsonObject } from '@tollgate/policy-engine';
import { describe, expect, it } from 'vitest';
import { configurationInput } from '../../test/configuration.ts';
import { tagSubjects } from '../gate/tag-subjects.ts';
import { keysForm } from './keys-form.ts';

function verdictOf(tags: string, rule: JsonObject, type = 'aws_vpc'): string {
  const name = type.startsWith('google') ? 'labels' : 'tags';
  const text = `variable "extra" { type = map(string) }\nresource "${type}" "a" {\n ${name} = ${tags}\n}`;
  const [subject] = tagSubjects(configurationInput(text));
  if (subject === undefined) throw new Error(`${type} carries tags`);
  const { outcome, message } = keysForm.compile(rule)(subject);
  return `${outcome}: ${message}`;
}

const kept = 'pass: Its tag keys are as required.';

describe('the form tagKeys', () => {
  it.each<[string, string, JsonObject, string]>([
    ['pascal case', '{ CostCenter = "a", "Team:Owner" = "b" }', { case: 'pascal' }, kept],
    ['camel case', '{ costCenter = "a" }', { case: 'camel' }, kept],
    ['kebab case', '{ cost-center = "a" }', { case: 'kebab' }, kept],
    ['snake case', '{ cost_center = "a" }', { case: 'snake' }, kept],
    ['upper case', '{ COST_CENTER = "a" }', { case: 'upper' }, kept],
    ['lower case', '{ "cost.center" = "a" }', { case: 'lower' }, kept],
    ['any case', '{ "Cost_center" = "a" }', { case: 'any' }, kept],
    [
      'another case',
      '{ cost-center = "a" }',
      { case: 'pascal' },
      'fail: The key `cost-center` is not in pascal case, as `CostCenter` is.',
    ],
    ['another case that is left alone', '{ cost-center = "a" }', { case: 'pascal', except: ['cost-*'] }, kept],
    ['a pattern', '{ a1 = "a" }', { pattern: '[a-z]+' }, 'fail: The key `a1` does not match `[a-z]+`.'],
    ['a forbidden key', '{ "x:a" = "a" }', { forbid: ['x:*'] }, 'fail: The tag `x:a` is not allowed.'],
    ['too few', '{}', { minCount: 1 }, 'fail: Has no tags, and needs at least 1.'],
    ['too many', '{ A = "a", B = "b" }', { maxCount: 1 }, 'fail: Has 2 tags, and may have at most 1.'],
    [
      'unknown keys',
      'var.extra',
      { minCount: 1 },
      'unknown: Whether all tag keys are as required cannot be told from the configuration: variable extra has no value.',
    ],
  ])('judges %s', (_, tags, rule, expected) => {
    expect(verdictOf(tags, rule)).toBe(expected);
  });

  it.each<[string, string, string, string]>([
    ['aws_vpc', '{ Env = "prod" }', kept, 'within the limits'],
    [
      'aws_vpc',
      '{ "AWS:x" = "a" }',
      'fail: The key `AWS:x` begins with `aws:`, which is reserved in AWS.',
      'a reserved prefix',
    ],
    [
      'aws_vpc',
      '{ A = join("", [for i in range(257) : "x"]) }',
      'fail: The value of `A` has 257 characters, and may have at most 256 in AWS.',
      'a long value',
    ],
    ['aws_vpc', '{ for i in range(51) : "k${i}" => "x" }', 'fail: Has 51 tags, and AWS takes at most 50.', 'many tags'],
    [
      'azurerm_resource_group',
      '{ "a/b" = "a" }',
      'fail: The key `a/b` has the character `/`, which keys must not have in Azure.',
      'a character',
    ],
    [
      'azurerm_resource_group',
      '{ Env = "a", env = "b" }',
      'fail: The key `env` is the same as `Env` in Azure.',
      'keys that are one',
    ],
    [
      'google_compute_disk',
      '{ Env = "prod" }',
      'fail: The key `Env` must begin with a lower-case letter and have only lower-case letters, digits, `_` and `-` in Google Cloud.',
      'upper case',
    ],
    [
      'google_compute_disk',
      '{ env = "Prod" }',
      'fail: The value of `env` may have only lower-case letters, digits, `_` and `-` in Google Cloud.',
      'upper case in a value',
    ],
    ['hcloud_server', '{ "aws:x" = "A" }', kept, 'another provider'],
  ])('knows the limits of clouds: %s with %s gives %s (%s)', (type, tags, expected) => {
    expect(verdictOf(tags, { cloudLimits: true }, type)).toBe(expected);
  });

  it('refuses numbers that cross, in one rule and in two', () => {
    expect(() => keysForm.compile({ minCount: 3, maxCount: 2 })).toThrow('at least 3 and at most 2');
    expect(keysForm.conflicts?.({ minCount: 3 }, { maxCount: 2 })).toEqual([
      'At least 3 tags are demanded, and at most 2 are allowed.',
    ]);
    expect(keysForm.conflicts?.({ minCount: 3 }, { maxCount: 3 })).toEqual([]);
  });
});
