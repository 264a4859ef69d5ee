import { memoryTree } from '@tollgate/terraform';
import { describe, expect, it } from 'vitest';
import { changed, type Files, plan, planOf } from '../../test/fix-cases.ts';

const owner = { required: ['Owner'], values: { Owner: 'platform' } };
const bucket = (tags: string) => `resource "aws_s3_bucket" "a" {\n  tags = ${tags}\n}\n`;

describe('an edit is refused, and nothing is changed,', () => {
  it.each<[string, Files, Parameters<typeof plan>[1], string]>([
    [
      'when no value is known',
      { 'main.tf': bucket('{}') },
      { required: ['Owner'] },
      'no value is known; give --set Owner=…',
    ],
    [
      'when the resources do not agree on a value',
      {
        'main.tf': `${bucket('{}')}resource "aws_sqs_queue" "b" {\n  tags = { Owner = "b" }\n}\nresource "aws_sqs_queue" "c" {\n  tags = { Owner = "c" }\n}\n`,
      },
      { required: ['Owner'] },
      'no value is known; give --set Owner=…',
    ],
    [
      'when only one other resource has a value',
      { 'main.tf': `${bucket('{}')}resource "aws_sqs_queue" "b" {\n  tags = { Owner = "b" }\n}\n` },
      { required: ['Owner'] },
      'no value is known; give --set Owner=…',
    ],
    [
      'when the given value is not allowed',
      { 'main.tf': bucket('{}') },
      { rules: [{ id: 'keys', tags: { Owner: { pattern: 'team-.*' } } }], values: { Owner: 'me' } },
      'the value of --set Owner=me does not match `team-.*`',
    ],
    [
      'when several allowed values are near',
      { 'main.tf': bucket('{ Env = "dev" }') },
      { rules: [{ id: 'keys', tags: { Env: { oneOf: ['development', 'devops'] } } }] },
      'several allowed values are near `dev`: `development`, `devops`. Write the one that is meant.',
    ],
    [
      'when no allowed value is near',
      { 'main.tf': bucket('{ Env = "x" }') },
      { rules: [{ id: 'keys', tags: { Env: { oneOf: ['prod', 'dev'] } } }] },
      '`x` is not allowed; allowed: `prod`, `dev`. Write the value that is meant.',
    ],
    [
      'at a conditional expression',
      { 'main.tf': `variable "b" {\n  default = true\n}\n${bucket('var.b ? { A = "1" } : { B = "2" }')}` },
      owner,
      'what stands at main.tf:5 is a conditional expression',
    ],
    [
      'at a for expression',
      { 'main.tf': bucket('{ for k in ["A"] : k => k }') },
      owner,
      'what stands at main.tf:2 is a "for" expression',
    ],
    [
      'at a function',
      { 'main.tf': bucket('zipmap(["A"], ["a"])') },
      owner,
      'what stands at main.tf:2 is a call of zipmap()',
    ],
    [
      'at the tags of another resource',
      { 'main.tf': `${bucket('aws_sqs_queue.b.tags')}resource "aws_sqs_queue" "b" {\n  tags = { Name = "b" }\n}\n` },
      { ...owner, only: ['aws_s3_bucket'] },
      'what stands at main.tf:2 is aws_sqs_queue.b.tags',
    ],
    [
      'at each.value',
      { 'main.tf': 'resource "aws_s3_bucket" "a" {\n  for_each = { x = { A = "1" } }\n  tags     = each.value\n}\n' },
      owner,
      'what stands at main.tf:3 is each.value',
    ],
    [
      'at a value that is made of several',
      { 'main.tf': `variable "e" {\n  default = "x"\n}\n${bucket(`{ Env = "\${var.e}-prd" }`)}` },
      { rules: [{ id: 'keys', tags: { Env: { oneOf: ['x-prod'] } } }] },
      'what stands at main.tf:5 is a text with expressions',
    ],
    [
      'at a key that is an expression',
      { 'main.tf': `variable "k" {\n  default = "owner"\n}\n${bucket('{ (var.k) = "a" }')}` },
      { required: ['Owner'] },
      'the key at main.tf:5 is an expression',
    ],
    [
      'of JSON',
      { 'main.tf.json': '{"resource": {"aws_s3_bucket": {"a": {"tags": {"A": "b"}}}}}' },
      owner,
      'main.tf.json cannot be edited: it is JSON',
    ],
    [
      'of variables in JSON',
      { 'main.tf': `variable "tags" {}\n${bucket('var.tags')}`, 'terraform.tfvars.json': '{"tags": {"A": "b"}}' },
      owner,
      'var.tags at main.tf:3 is given in terraform.tfvars.json, which is JSON',
    ],
    [
      'of an installed module',
      {
        'main.tf': 'module "a" {\n  source  = "acme/a/aws"\n}\n',
        '.terraform/modules/modules.json':
          '{"Modules":[{"Key":"","Dir":"."},{"Key":"a","Dir":".terraform/modules/a"}]}',
        '.terraform/modules/a/main.tf': bucket('{ Name = "a" }'),
      },
      owner,
      '.terraform/modules/a/main.tf belongs to an installed module, whose text is not in this repository',
    ],
    [
      'of default tags in a dynamic block',
      {
        'main.tf': `provider "aws" {\n  dynamic "default_tags" {\n    for_each = [1]\n    content {\n      tags = { A = "b" }\n    }\n  }\n}\n${bucket('{}')}`,
      },
      { ...owner, at: 'provider' },
      'what stands at main.tf:2 is a dynamic block',
    ],
    [
      'of a block that is missing',
      { 'main.tf': 'resource "google_sql_database_instance" "a" {\n  name = "a"\n}\n' },
      { required: ['owner'], values: { owner: 'a' } },
      'main.tf:1 has no block settings in which user_labels could stand',
    ],
    [
      'of an Auto Scaling group with a list of tags',
      {
        'main.tf':
          'resource "aws_autoscaling_group" "a" {\n  tags = [{ key = "A", value = "b", propagate_at_launch = true }]\n}\n',
      },
      owner,
      'what stands at main.tf:2 is a list of tags, which providers since 5.0 do not take',
    ],
    [
      'when others share the literal',
      {
        'main.tf': `locals {\n  tags = { A = "b" }\n}\n${bucket('local.tags')}resource "aws_sqs_queue" "b" {\n  tags = merge(local.tags, { Owner = "b" })\n}\nresource "aws_sqs_queue" "c" {\n  tags = local.tags\n}\n`,
      },
      { rules: [{ id: 'keys', match: { resources: ['aws_s3_*'] }, tags: { Owner: {} } }], values: { Owner: 'a' } },
      'the edit would also change the tags of aws_sqs_queue.c, and there is no violation; allow it with --shared',
    ],
    [
      'when a module that is not at hand gets the literal',
      {
        'main.tf': `locals {\n  tags = { A = "b" }\n  all  = merge(local.tags)\n}\n${bucket('local.tags')}module "m" {\n  source = "acme/m/aws"\n  tags   = local.all\n}\n`,
      },
      owner,
      'the edit would also change what module.m gets, and the module is not at hand; allow it with --shared',
    ],
    [
      'when a module that is not at hand gets the argument of a call',
      {
        'main.tf':
          'module "a" {\n  source = "./a"\n  tags   = { A = "b" }\n}\nmodule "m" {\n  source = "acme/m/aws"\n  tags   = module.a.tags\n}\n',
        'a/main.tf': `variable "tags" {}\n${bucket('var.tags')}output "tags" {\n  value = var.tags\n}\n`,
      },
      owner,
      'the edit would also change what module.m gets, and the module is not at hand; allow it with --shared',
    ],
    [
      'at a provider whose default tags reach a module that is not at hand',
      {
        'main.tf': `provider "aws" {\n}\n${bucket('{}')}module "m" {\n  source = "acme/m/aws"\n  id     = aws_s3_bucket.a.id\n}\n`,
      },
      { ...owner, at: 'provider' },
      'the edit would also change what module.m gets, and the module is not at hand; allow it with --shared',
    ],
    [
      'when an output shows the tags',
      {
        'main.tf': `locals {\n  tags = { A = "b" }\n}\n${bucket('local.tags')}output "tags" {\n  value = local.tags\n}\n`,
      },
      owner,
      'the edit would also change output.tags, and there is no violation; allow it with --shared',
    ],
    [
      'when more than tags would be another',
      {
        'main.tf': `locals {\n  env = "prd"\n}\n${bucket('{ Env = local.env }')}resource "aws_sqs_queue" "b" {\n  name = "q-\${local.env}"\n  tags = { Env = "prod" }\n}\n`,
      },
      { rules: [{ id: 'keys', tags: { Env: { oneOf: ['prod'] } } }] },
      'the edit would change more than tags: aws_sqs_queue.b would have another name',
    ],
    [
      'when a rule would be broken by it',
      { 'main.tf': bucket('{ A = "a" }') },
      {
        rules: [
          { id: 'few', tagKeys: { maxCount: 1 } },
          { id: 'keys', tags: { Owner: {} } },
        ],
        values: { Owner: 'a' },
      },
      'the edit would break the rule tags/few for aws_s3_bucket.a',
    ],
    [
      'when a variable of the module does not take it',
      {
        'main.tf': `variable "tags" {\n  type    = map(string)\n  default = { A = "b" }\n  validation {\n    condition     = length(var.tags) < 2\n    error_message = "One is enough."\n  }\n}\n${bucket('var.tags')}`,
      },
      owner,
      'the configuration would be wrong then: Invalid value for variable',
    ],
    [
      'when two keys are meant by one rule',
      { 'main.tf': bucket('{ Name = "a", name = "b" }') },
      { rules: [{ id: 'keys', tags: { Name: { exactCase: true } } }] },
      '`Name` is there too, with another value. Keep the one that is meant.',
    ],
    [
      'of a rule that is a condition',
      { 'main.tf': bucket('{ A = "a" }') },
      { rules: [{ id: 'few', assert: 'size(resource.tags) > 1' }] },
      'the rule is a condition, which does not tell what is wanted instead. Only rules with tags or tagKeys are mended.',
    ],
    [
      'of a number of keys',
      { 'main.tf': bucket('{ A = "a", B = "b" }') },
      { rules: [{ id: 'few', tagKeys: { maxCount: 1 } }] },
      'nobody but you knows which of 2 tags may go.',
    ],
  ])('%s', async (_, files, request, reason) => {
    const planned = await plan(files, request);
    expect(planned.plan.fixes.map((fix) => fix.reason)).toEqual([reason]);
    expect(planned.plan.summary).toEqual({ mended: 0, refused: 1 });
    expect(changed(planned)).toEqual({});
  });

  it.each([
    [
      'with --var',
      { arguments: [{ kind: 'value' as const, name: 'tags', text: '{ A = "b" }' }] },
      'is given with --var',
    ],
    [
      'by the environment',
      { environment: { TF_VAR_tags: '{ A = "b" }' } },
      'is given by the environment as TF_VAR_tags',
    ],
  ])('of a variable that is given %s', async (_, variables, reason) => {
    const files = { 'main.tf': `variable "tags" {\n  type = map(string)\n}\n${bucket('var.tags')}` };
    const planned = await plan(files, owner, { options: { variables } });
    expect(planned.plan.fixes.map((fix) => fix.reason)).toEqual([`var.tags at main.tf:5 ${reason}`]);
  });

  it('of a file of variables outside of the repository', async () => {
    const files = { 'main.tf': `variable "tags" {}\n${bucket('var.tags')}` };
    const tree = memoryTree(files);
    const outside = {
      ...tree,
      readFile: (path: string) => (path === '../x.tfvars' ? Buffer.from('tags = {}\n') : tree.readFile(path)),
    };
    const variables = { arguments: [{ kind: 'file' as const, path: '../x.tfvars' }] };
    const { plan: planned } = await planOf(outside, owner, { options: { variables } });
    expect(planned.fixes.map((fix) => fix.reason)).toEqual(['../x.tfvars is outside of the repository']);
  });
});

describe('what is not a violation is left alone:', () => {
  it('an exception', async () => {
    const text = `# tollgate:ignore required-tags/keys until=2026-12-01 reason="sold"\n${bucket('{}')}`;
    expect((await plan({ 'main.tf': text }, owner)).plan.fixes).toEqual([]);
  });

  it('tags that cannot be known before apply', async () => {
    const text = `data "aws_caller_identity" "a" {\n}\n${bucket('data.aws_caller_identity.a.tags')}`;
    const { plan: planned } = await plan({ 'main.tf': text }, owner);
    expect(planned.fixes).toEqual([]);
    expect(planned.notices).toEqual(['1 verdict cannot be told before apply; there is nothing to mend.']);
  });
});

describe('one bad edit', () => {
  it('does not keep others from being made', async () => {
    const good = Array.from(
      { length: 20 },
      (_, index) => `resource "aws_sqs_queue" "q${index}" {\n  name = "q${index}"\n}\n`,
    );
    const bad = `locals {\n  tags = { A = "b" }\n}\n${bucket('local.tags')}output "tags" {\n  value = local.tags\n}\n`;
    const planned = await plan({ 'main.tf': [bad, ...good].join('\n') }, owner);
    expect(planned.plan.summary).toEqual({ mended: 20, refused: 1 });
  });

  it('costs no more tries than are given, however many are bad', async () => {
    const bad = (index: number) =>
      `locals {\n  t${index} = {}\n}\nresource "aws_sqs_queue" "q${index}" {\n  tags = local.t${index}\n}\noutput "o${index}" {\n  value = local.t${index}\n}\n`;
    const text = Array.from({ length: 16 }, (_, index) => bad(index)).join('');
    const reasons = async (maxTries: number) => {
      const planned = await plan({ 'main.tf': text }, owner, { maxTries });
      expect(changed(planned)).toEqual({});
      return planned.plan.fixes.filter(({ reason }) => reason?.startsWith('too many other edits')).length;
    };
    // All together, by halves, and one by one: 31 tries.
    expect(await reasons(31)).toBe(0);
    expect(await reasons(10)).toBeGreaterThan(8);
    expect(await reasons(0)).toBe(16);
  });
});
