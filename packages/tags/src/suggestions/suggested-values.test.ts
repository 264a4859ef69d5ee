import type { FormResult, JsonObject } from '@tollgate/policy-engine';
import { evaluateModule, memoryTree } from '@tollgate/terraform';
import { describe, expect, it } from 'vitest';
import { configurationInput } from '../../test/configuration.ts';
import { type TagOptions, tagSubjects } from '../gate/tag-subjects.ts';
import { keysForm } from '../rules/keys-form.ts';
import { tagsForm } from '../rules/tags-form.ts';
import { codeOwners } from './code-owners.ts';
import { suggestionRemedies } from './remedies.ts';
import { readSuggestion } from './suggestion-evidence.ts';

const owners = codeOwners('* @acme/platform\n');

/** What a rule says of the resource `aws_vpc.a` of a configuration. */
function judge(text: string, rule: JsonObject, options: TagOptions = {}, form = tagsForm): FormResult {
  const subject = tagSubjects(configurationInput(text), options).find(({ reference }) => reference.id.endsWith('.a'));
  if (subject === undefined) throw new Error('a network carries tags');
  return form.compile(rule)(subject);
}

/** The suggestions that the evidence carries, as `Owner=platform`. */
const suggested = ({ evidence = [] }: FormResult) =>
  evidence.flatMap((entry) => {
    const found = readSuggestion(entry);
    return found === null ? [] : [`${found.kind === 'key' ? 'key ' : ''}${found.key}=${found.value}`];
  });

const vpc = (name: string, tags: string) => `resource "aws_vpc" "${name}" {\n  tags = ${tags}\n}\n`;
const siblings = vpc('b', '{ Owner = "platform" }') + vpc('c', '{ Owner = "platform" }');
const bare = vpc('a', '{}');

describe('a finding about a missing key', () => {
  it('names what other resources use, with how many they are', () => {
    const found = judge(bare + siblings, { Owner: {} });
    expect(found.message).toBe(
      'The tag `Owner` is missing (suggested: `Owner = platform`, 2 of 2 other resources use it).',
    );
    expect(suggested(found)).toEqual(['Owner=platform']);
  });

  it('names the owner of the file, and both reasons where they agree', () => {
    expect(judge(bare, { Owner: {} }, { ownersOf: owners }).message).toBe(
      'The tag `Owner` is missing (suggested: `Owner = platform`, CODEOWNERS names `@acme/platform` for `main.tf`).',
    );
    expect(judge(bare + siblings, { Owner: {} }, { ownersOf: owners }).message).toBe(
      'The tag `Owner` is missing (suggested: `Owner = platform`, 2 of 2 other resources use it and CODEOWNERS names `@acme/platform` for `main.tf`).',
    );
  });

  it('carries both in its evidence where owner and custom differ', () => {
    const found = judge(bare + siblings, { Owner: {} }, { ownersOf: codeOwners('* @acme/data') });
    expect(suggested(found)).toEqual(['Owner=platform', 'Owner=data']);
  });

  it.each<[string, string, JsonObject, readonly string[]]>([
    ['the slug of a team', '@acme/platform', { Owner: {} }, ['Owner=platform']],
    ['what the rule takes of it', '@acme/platform', { Owner: { pattern: '@.*' } }, ['Owner=@acme/platform']],
    ['a user', '@jane', { 'team:TeamName': {} }, ['team:TeamName=jane']],
    ['an address', 'jane@example.com', { ContactEmail: {} }, ['ContactEmail=jane@example.com']],
    ['nothing where an address is wanted', '@acme/platform', { OwnerEmail: {} }, []],
    ['nothing for a key of something else', '@acme/platform', { CostCenter: {} }, []],
    ['nothing for a word that only begins so', '@acme/platform', { Ownership: {} }, []],
    ['nothing that the rule refuses', '@acme/platform', { Owner: { oneOf: ['shop'] } }, []],
  ])('suggests %s', (_, owner, rule, expected) => {
    expect(suggested(judge(bare, rule, { ownersOf: codeOwners(`* ${owner}`) }))).toEqual(expected);
  });

  it('writes an owner as others do', () => {
    const others = vpc('b', '{ Owner = "@acme/platform" }');
    expect(suggested(judge(bare + others, { Owner: {} }, { ownersOf: owners }))).toEqual(['Owner=@acme/platform']);
  });

  it('never suggests what the cloud refuses', () => {
    const bucket = 'resource "google_storage_bucket" "a" {\n  name = "x"\n  location = "EU"\n}\n';
    expect(suggested(judge(bucket, { owner: {} }, { ownersOf: codeOwners('* @acme/Platform') }))).toEqual([]);
    expect(suggested(judge(bucket, { owner: {} }, { ownersOf: owners }))).toEqual(['owner=platform']);
  });

  it('counts in the module of the resource', () => {
    const tree = memoryTree({
      'main.tf': `module "web" {\n  source = "./web"\n  count = 2\n}\n${vpc('x', '{ Owner = "data" }')}`,
      'web/main.tf': bare + siblings + vpc('d', '{ Owner = "x" }'),
    });
    const subjects = tagSubjects({ kind: 'configuration', evaluation: evaluateModule(tree) });
    const subject = subjects.find(({ reference }) => reference.id === 'module.web[1].aws_vpc.a');
    expect(subject && tagsForm.compile({ Owner: {} })(subject).message).toBe(
      'The tag `Owner` is missing (suggested: `Owner = platform`, 4 of 7 other resources in `module.web` use it).',
    );
  });

  it('takes a key that is nearly it for the key, and suggests no value', () => {
    const found = judge(vpc('a', '{ Onwer = "x" }') + siblings, { Owner: {} }, { ownersOf: owners });
    expect(found.message).toBe('The tag `Owner` is missing (has `Onwer`; the required key is `Owner`).');
    expect(suggested(found)).toEqual(['key Onwer=Owner']);
  });

  it('does not take the key of another rule for a mistake', () => {
    const found = judge(vpc('a', '{ Owners = "x" }'), { Owner: {}, Owners: {} });
    expect(found.message).toBe('The tag `Owner` is missing.');
  });
});

describe('a finding about a value', () => {
  const environments = { Env: { oneOf: ['prod', 'dev'] } };

  it('suggests the value that is near', () => {
    expect(suggested(judge(vpc('a', '{ Env = "prd" }'), environments))).toEqual(['Env=prod']);
  });

  it('suggests what others use where none is near', () => {
    const others = vpc('b', '{ Env = "dev" }') + vpc('c', '{ Env = "dev" }');
    const found = judge(vpc('a', '{ Env = "qa" }') + others, environments);
    expect(found.message).toBe(
      'The value of `Env`, `qa`, is not allowed; allowed: `prod`, `dev` (suggested: `Env = dev`, 2 of 2 other resources use it).',
    );
  });
});

describe('secrets', () => {
  const secret = 'variable "secret" {\n  type = string\n  sensitive = true\n  default = "hush"\n}\n';

  it('are never suggested', () => {
    const others = vpc('b', '{ Owner = var.secret }') + vpc('c', '{ Owner = var.secret }');
    const found = judge(secret + bare + others, { Owner: {} });
    expect(JSON.stringify(found)).not.toContain('hush');
    expect(found.message).toBe('The tag `Owner` is missing.');
  });

  it('get no suggestion that tells of them', () => {
    const found = judge(secret + vpc('a', '{ Env = var.secret }'), { Env: { oneOf: ['hash', 'x'] } });
    expect(suggested(found)).toEqual([]);
  });
});

describe('hostile and odd tags', () => {
  it.each<[string, string, JsonObject, string]>([
    [
      'a key with a Cyrillic letter',
      '{ "\u041ewner" = "x" }',
      { Owner: {} },
      'fail: The tag `Owner` is missing (has `\u041ewner`, which begins with a Cyrillic letter (U+041E); the required key is `Owner`).',
    ],
    [
      'a key in Cyrillic letters alone',
      '{ "\u0421\u041e\u0410" = "x" }',
      { COA: {} },
      'fail: The tag `COA` is missing (has `\u0421\u041e\u0410`, which is in letters of another script; the required key is `COA`).',
    ],
    [
      'a key with a character that cannot be seen',
      '{ "Owner\u200b" = "x" }',
      { Owner: {} },
      'fail: The tag `Owner` is missing (has `Owner\u200b`, which ends with a character that cannot be seen (U+200B); the required key is `Owner`).',
    ],
    [
      'a value with a Cyrillic letter',
      '{ Env = "\u0440rod" }',
      { Env: { oneOf: ['prod'] } },
      'fail: The value of `Env`, `\u0440rod`, is not allowed (did you mean `prod`?); allowed: `prod`.',
    ],
    ['tags that are null', 'null', { Owner: {} }, 'fail: The tag `Owner` is missing.'],
    ['a value that is null', '{ Owner = null }', { Owner: {} }, 'fail: The tag `Owner` is missing.'],
    ['tags that are a list of words', '["Owner"]', { Owner: {} }, 'fail: The tag `Owner` is missing.'],
    [
      'a value that is a list',
      '{ Owner = ["a", 1] }',
      { Owner: { oneOf: ['a'] } },
      'fail: The value of `Owner`, `["a",1]`, is not allowed; allowed: `a`.',
    ],
    [
      'a value that is a number',
      '{ Cost = 42 }',
      { Cost: { oneOf: ['43'] } },
      'fail: The value of `Cost`, `42`, is not allowed; allowed: `43`.',
    ],
    [
      'a value that is a truth value',
      '{ Tagged = true }',
      { Tagged: { oneOf: [true] } },
      'pass: Its tags are as required.',
    ],
    [
      'a function of what is unknown',
      'merge({ Env = "x" }, { Owner = upper(aws_vpc.other.id) })',
      { Owner: { pattern: 'x' } },
      'unknown: Whether the value of `Owner` is allowed cannot be told from the configuration: aws_vpc.other.id is known only after apply.',
    ],
    [
      'Markdown and a workflow command',
      '{ Env = "`](x)\\n::error::<b>" }',
      { Env: { oneOf: ['prod'] } },
      "fail: The value of `Env`, `'](x)\n::error::<b>`, is not allowed; allowed: `prod`.",
    ],
  ])('%s', (_, tags, rule, expected) => {
    const other = 'resource "aws_vpc" "other" {}\n';
    const { outcome, message } = judge(vpc('a', tags) + other, rule);
    expect(`${outcome}: ${message}`).toBe(expected);
  });

  it('says why a key does not match that seems to', () => {
    const found = judge(vpc('a', '{ "\u041ewner" = "x" }'), { pattern: '[A-Za-z]+' }, {}, keysForm);
    expect(found.message).toBe(
      'The key `\u041ewner` does not match `[A-Za-z]+`; it begins with a Cyrillic letter (U+041E).',
    );
    expect(suggested(found)).toEqual(['key \u041ewner=Owner']);
  });

  it('suggests the case that is wanted', () => {
    const found = judge(vpc('a', '{ cost-center = "x" }'), { case: 'pascal' }, {}, keysForm);
    expect(suggested(found)).toEqual(['key cost-center=CostCenter']);
  });

  it('judges 200 keys, and names a few', () => {
    const keys = [...Array(200).keys()].map((index) => `Key${index}`);
    const tags = `{ ${keys.map((key) => `${key} = "x"`).join(', ')} }`;
    const rule = Object.fromEntries(keys.map((key) => [`Other${key}`, {}]));
    const found = judge(vpc('a', tags) + vpc('b', tags), rule);
    expect(found.missing).toHaveLength(200);
    expect(judge(vpc('a', tags), { cloudLimits: true }, {}, keysForm).message).toBe(
      'Has 200 tags, and AWS takes at most 50.',
    );
  });

  it('does not suggest a text for a name', () => {
    const long = 'x'.repeat(101);
    const others = vpc('b', `{ Owner = "${long}" }`) + vpc('c', `{ Owner = "${long}" }`);
    expect(judge(bare + others, { Owner: {} }).message).toBe('The tag `Owner` is missing.');
  });
});

describe('remedies', () => {
  const finding = (id: string, text: string, rule: JsonObject) => {
    const { outcome, evidence } = judge(text, rule);
    return { outcome, subject: { kind: 'resource', id }, ...(evidence === undefined ? {} : { evidence }) };
  };
  const words = (verdicts: Parameters<typeof suggestionRemedies>[0]) =>
    suggestionRemedies(verdicts).map((phrase) =>
      typeof phrase === 'string' ? phrase : phrase.map((part) => ('text' in part ? part.text : '')).join(''),
    );

  it('are one for all resources that need the same', () => {
    const missing = ['a', 'b', 'c', 'd'].map((id) => finding(`aws_vpc.${id}`, bare + siblings, { Owner: {} }));
    const renamed = finding('aws_vpc.e', vpc('a', '{ owner = "x" }'), { Owner: {} });
    expect(words([renamed, ...missing])).toEqual([
      'Set Owner to platform on aws_vpc.a, aws_vpc.b, aws_vpc.c and 1 more.',
      'Write the key owner as Owner on aws_vpc.e.',
    ]);
  });

  it('are few', () => {
    const many = [...Array(12).keys()].map((index) =>
      finding(`aws_vpc.${index}`, vpc('a', `{ owner${index} = "x" }`), { [`Owner${index}`]: {} }),
    );
    expect(words(many)).toHaveLength(9);
    expect(words(many).at(-1)).toBe('4 more suggestions are in the findings.');
  });

  it('are none for what passes or is unknown', () => {
    expect(words([{ ...finding('aws_vpc.a', bare + siblings, { Owner: {} }), outcome: 'unknown' }])).toEqual([]);
  });
});
