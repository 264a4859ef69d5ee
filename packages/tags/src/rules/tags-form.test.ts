import type { JsonObject } from '@tollgate/policy-engine';
import { describe, expect, it } from 'vitest';
import { configurationInput } from '../../test/configuration.ts';
import { tagSubjects } from '../gate/tag-subjects.ts';
import { tagsForm } from './tags-form.ts';

const variables = `
variable "env" { type = string }
variable "extra" { type = map(string) }
variable "secret" {
  type      = string
  sensitive = true
  default   = "hush"
}
`;

/** Outcome and message for a resource with the tags that are written. */
function verdictOf(tags: string, rules: JsonObject): string {
  const [subject] = tagSubjects(configurationInput(`${variables}resource "aws_vpc" "a" {\n tags = ${tags}\n}`));
  if (subject === undefined) throw new Error('a network carries tags');
  const { outcome, message } = tagsForm.compile(rules)(subject);
  return `${outcome}: ${message}`;
}

describe('the form tags', () => {
  const environments = { Env: { oneOf: ['prod', 'staging', 'dev'] } };

  it.each<[string, string, JsonObject, string]>([
    ['a required key', '{ Owner = "a" }', { Owner: {} }, 'pass: Has every required tag.'],
    ['no more than the key', '{ Owner = "a" }', { Owner: null }, 'pass: Has every required tag.'],
    ['an allowed value', '{ Env = "prod" }', environments, 'pass: Its tags are as required.'],
    [
      'a value that is not allowed',
      '{ Env = "qa" }',
      environments,
      'fail: The value of `Env`, `qa`, is not allowed; allowed: `prod`, `staging`, `dev`.',
    ],
    [
      'a value with a letter too few',
      '{ Env = "prd" }',
      environments,
      'fail: The value of `Env`, `prd`, is not allowed (did you mean `prod`?); allowed: `prod`, `staging`, `dev`.',
    ],
    [
      'a value in another case',
      '{ Env = "Staging" }',
      environments,
      'fail: The value of `Env`, `Staging`, is not allowed (did you mean `staging`?); allowed: `prod`, `staging`, `dev`.',
    ],
    [
      'a value that is spelt out',
      '{ Env = "production" }',
      environments,
      'fail: The value of `Env`, `production`, is not allowed (did you mean `prod`?); allowed: `prod`, `staging`, `dev`.',
    ],
    [
      'an empty value',
      '{ Env = "" }',
      environments,
      'fail: The value of `Env`, which is empty, is not allowed; allowed: `prod`, `staging`, `dev`.',
    ],
    [
      'case that does not count',
      '{ Env = "PROD" }',
      { Env: { oneOf: ['prod'], caseInsensitive: true } },
      'pass: Its tags are as required.',
    ],
    ['a number in YAML', '{ Tier = "1" }', { Tier: { oneOf: [1, 2] } }, 'pass: Its tags are as required.'],
    [
      'a forbidden value',
      '{ Env = "none" }',
      { Env: { noneOf: ['none'] } },
      'fail: The value of `Env`, `none`, is not allowed.',
    ],
    [
      'a value like another',
      '{ Mail = "a@example.com" }',
      { Mail: { like: ['*@example.com'] } },
      'pass: Its tags are as required.',
    ],
    [
      'a value unlike another',
      '{ Mail = "a@example.org" }',
      { Mail: { like: ['*@example.com'] } },
      'fail: The value of `Mail`, `a@example.org`, is not allowed; allowed: `*@example.com`.',
    ],
    ['a pattern', '{ CC = "CC-1234" }', { CC: { pattern: 'CC-[0-9]{4}' } }, 'pass: Its tags are as required.'],
    [
      'a pattern that fits only a part',
      '{ CC = "CC-12345" }',
      { CC: { pattern: 'CC-[0-9]{4}' } },
      'fail: The value of `CC`, `CC-12345`, does not match `CC-[0-9]{4}`.',
    ],
    ['a pattern with alternatives', '{ CC = "ab" }', { CC: { pattern: 'a|ab' } }, 'pass: Its tags are as required.'],
    [
      'too short a value',
      '{ N = "ab" }',
      { N: { minLength: 3 } },
      'fail: The value of `N`, `ab`, has 2 characters, and needs at least 3.',
    ],
    ['characters, not code units', '{ N = "😀" }', { N: { maxLength: 1 } }, 'pass: Its tags are as required.'],
    [
      'a format',
      '{ On = "2026-02-30" }',
      { On: { format: 'date' } },
      'fail: The value of `On`, `2026-02-30`, is not a date such as `2026-03-31`.',
    ],
    ['a forbidden key', '{ Temp = "x" }', { Temp: { forbidden: true } }, 'fail: The tag `Temp` is not allowed.'],
    ['a forbidden key that is not there', '{}', { Temp: { forbidden: true } }, 'pass: Its tags are as required.'],
    [
      'an optional key that is not there',
      '{}',
      { Env: { optional: true, oneOf: ['a'] } },
      'pass: Its tags are as required.',
    ],
    [
      'keys like another',
      '{ "x:a" = "1", b = "2" }',
      { 'x:*': { forbidden: true } },
      'fail: The tag `x:a` is not allowed.',
    ],
    [
      'every value',
      '{ A = "long enough", B = "b" }',
      { '*': { minLength: 6 } },
      'fail: The value of `B`, `b`, has 1 character, and needs at least 6.',
    ],
    [
      'a key in another case',
      '{ env = "a" }',
      { Env: { optional: true, exactCase: true } },
      'fail: The key `env` must be written `Env`.',
    ],
    [
      'several mistakes',
      '{ Env = "qa", owner = "a" }',
      { Owner: {}, Env: { oneOf: ['prod'] } },
      'fail: The tag `Owner` is missing (has `owner`; the required key is `Owner`); the value of `Env`, `qa`, is not allowed; allowed: `prod`.',
    ],
    [
      'an unknown value',
      '{ Env = var.env }',
      environments,
      'unknown: Whether the value of `Env` is allowed cannot be told from the configuration: variable env has no value.',
    ],
    ['an unknown value of which nothing is said', '{ Env = var.env }', { Env: {} }, 'pass: Has every required tag.'],
    [
      'a mistake beside an unknown value',
      '{ Env = var.env }',
      { ...environments, Owner: {} },
      'fail: The tag `Owner` is missing.',
    ],
    [
      'unknown keys',
      'var.extra',
      { Owner: {} },
      'unknown: Whether the tag `Owner` is there cannot be told from the configuration: variable extra has no value.',
    ],
    [
      'unknown keys, of which one is forbidden',
      'var.extra',
      { Temp: { forbidden: true } },
      'unknown: Whether the tag `Temp` is there cannot be told from the configuration: variable extra has no value.',
    ],
    [
      'a sensitive value',
      '{ Env = var.secret }',
      environments,
      'unknown: Whether the value of `Env` is allowed cannot be told from the configuration: it is sensitive.',
    ],
  ])('judges %s', (_, tags, rules, expected) => {
    expect(verdictOf(tags, rules)).toBe(expected);
  });

  it('tells what was found as evidence', () => {
    const [subject] = tagSubjects(configurationInput('resource "aws_vpc" "a" { tags = { Env = "qa" } }'));
    expect(subject && tagsForm.compile(environments)(subject).evidence).toEqual([
      { expression: 'tags["Env"]', value: 'qa' },
    ]);
  });

  it.each<[string, JsonObject, string]>([
    ['a pattern that is none', { A: { pattern: '(' } }, '"(" is no regular expression'],
    ['a huge pattern', { A: { pattern: 'a'.repeat(1001) } }, 'at most 1000 characters'],
    ['lengths that cross', { A: { minLength: 3, maxLength: 2 } }, 'at least 3 and at most 2 characters'],
    ['a forbidden key with values', { A: { forbidden: true, oneOf: ['a'] } }, 'nothing else can be said of it'],
    [
      'values that the pattern refuses',
      { A: { oneOf: ['a'], pattern: 'b' } },
      'None of the values that "oneOf" allows',
    ],
  ])('refuses %s', (_, rules, message) => {
    expect(() => tagsForm.compile(rules)).toThrow(message);
  });

  it.each<[string, JsonObject, JsonObject, readonly string[]]>([
    ['required and forbidden', { A: {} }, { A: { forbidden: true } }, ['The key "A" is required and forbidden.']],
    [
      'required and forbidden by likeness',
      { 'x:a': {} },
      { 'x:*': { forbidden: true } },
      ['The key "x:a" is required and forbidden.'],
    ],
    ['optional and forbidden', { A: { optional: true } }, { A: { forbidden: true } }, []],
    [
      'values without a common one',
      { A: { oneOf: ['a', 'b'] } },
      { A: { oneOf: ['c'] } },
      ['The values allowed for "A" have none in common: "a", "b" and "c".'],
    ],
    [
      'values that differ in case',
      { A: { oneOf: ['a'] } },
      { A: { oneOf: ['A'] } },
      ['The values allowed for "A" have none in common: "a" and "A".'],
    ],
    ['values whose case does not count', { A: { oneOf: ['a'], caseInsensitive: true } }, { A: { oneOf: ['A'] } }, []],
    [
      'values without a common one, that may be left out',
      { A: { optional: true, oneOf: ['a'] } },
      { A: { optional: true, oneOf: ['b'] } },
      [],
    ],
    ['a common value', { A: { oneOf: ['a', 'b'] } }, { A: { oneOf: ['b', 'c'] } }, []],
    [
      'a pattern',
      { A: { oneOf: ['a'] } },
      { A: { pattern: '[0-9]+' } },
      ['None of the values allowed for "A" ("a") matches "[0-9]+".'],
    ],
    [
      'lengths',
      { A: { minLength: 4 } },
      { A: { maxLength: 3 } },
      ['The value of "A" needs at least 4 characters, and may have at most 3.'],
    ],
    ['other keys', { A: { oneOf: ['a'] } }, { B: { oneOf: ['b'] } }, []],
  ])('finds what cannot be kept at once: %s', (_, one, other, expected) => {
    expect(tagsForm.conflicts?.(one, other)).toEqual(expected);
    expect(tagsForm.conflicts?.(other, one)).toHaveLength(expected.length);
  });
});
