import { existsSync, readFileSync } from 'node:fs';
import type { JsonObject } from '@tollgate/policy-engine';
import { evaluateModule, memoryTree } from '@tollgate/terraform';
import { describe, expect, it } from 'vitest';
import { configurationInput } from '../test/configuration.ts';
import { defaultTags, type Given, planInput, planOf } from '../test/plan.ts';
import { tagSubjects } from './gate/tag-subjects.ts';
import { keysForm } from './rules/keys-form.ts';
import { tagsForm } from './rules/tags-form.ts';
import { type ReportedTags, type TagReport, tagReport } from './tag-report.ts';

const variables = `
variable "owner" { type = string }
variable "extra" { type = map(string) }
variable "key" { type = string }
variable "number" { type = number }
variable "names" { type = set(string) }
variable "each" { type = map(map(string)) }
variable "flag" { type = bool }
`;
const team = 'provider "aws" {\n default_tags {\n tags = { Team = "core" }\n }\n}\n';

/** What a person reads of the tags of a resource in a row: `Env=prod Owner=? … (default: Team) root_block_device[0].tags: …` */
function summaryOf(found: ReportedTags | undefined): string {
  if (found === undefined || !found.taggable) return 'not taggable';
  const row = (tags: Readonly<Record<string, string>>, unknownValues: readonly string[], isOpen: boolean) =>
    [
      ...Object.entries(tags).map(([key, value]) => `${key}=${value}`),
      ...unknownValues.map((key) => `${key}=?`),
      ...(isOpen ? ['…'] : []),
    ].join(' ') || 'none';
  const { tags, unknownValues, unknownKeys, fromDefaults, nested, nestedUnknown = {} } = found;
  const inner = Object.entries(nested).map(([path, known]) => {
    const unknown = nestedUnknown[path];
    return ` ${path}: ${row(known, unknown?.unknownValues ?? [], unknown?.unknownKeys ?? false)}`;
  });
  const defaults = fromDefaults.length === 0 ? '' : ` (default: ${fromDefaults.join(' ')})`;
  return `${row(tags, unknownValues, unknownKeys)}${defaults}${inner.join('')}`;
}

const last = ({ resources }: TagReport) => summaryOf(resources.at(-1));
const vpc = (tags: string) => `resource "aws_vpc" "a" {\n tags = ${tags}\n}`;
const block = (type: string, ...lines: readonly string[]) => `resource "${type}" "a" {\n${lines.join('\n')}\n}`;

describe('edge cases of a configuration', () => {
  it.each<[string, string, string]>([
    ['whitespace is a key and a value like others', vpc('{ " " = " ", Owner = " a " }'), ' =  Owner= a '],
    ['an empty value is a value', vpc('{ Owner = "" }'), 'Owner='],
    ['numbers are written out', vpc('{ A = 1.50, B = 1e3, C = 0.0000001, D = -0 }'), 'A=1.5 B=1000 C=0.0000001 D=0'],
    [
      'a number of too many digits is not guessed',
      vpc('{ A = 12345678901234567890, B = 0.12345678901234567 }'),
      'A=? B=?',
    ],
    ['of a key that is written twice the last counts', vpc('{ Env = "a", Env = "b" }'), 'Env=b'],
    ['keys that differ in case are two', vpc('{ Env = "a", env = "b" }'), 'Env=a env=b'],
    ['normal forms are one key, as in Terraform', vpc('{ "Caf\u00e9" = "a", "Cafe\u0301" = "b" }'), 'Caf\u00e9=b'],
    ['emoji are kept', vpc('{ "\u{1f680}" = "\u{1f468}\u200d\u{1f469}" }'), '\u{1f680}=\u{1f468}\u200d\u{1f469}'],
    ['a key that is not known hides the others', vpc('{ (var.key) = "a", Env = "b" }'), '…'],
    ['a function of what is unknown', vpc('{ Owner = lower(trimspace(var.owner)) }'), 'Owner=?'],
    ['a merge with what is unknown', vpc('merge({ Env = "a" }, var.extra)'), '…'],
    ['an own tag like the default one is an own one', team + vpc('{ Team = "core" }'), 'Team=core'],
    ['an own tag that is null leaves the default one', team + vpc('{ Team = null }'), 'Team=core (default: Team)'],
    ['an own tag that is empty counts before the default one', team + vpc('{ Team = "" }'), 'Team='],
    [
      'what ignore_tags names is set all the same',
      `provider "aws" {\n default_tags {\n tags = { Team = "core" }\n }\n ignore_tags {\n keys = ["Team", "Env"]\n }\n}\n${vpc('{ Env = "a" }')}`,
      'Env=a Team=core (default: Team)',
    ],
    ['tags_all that are set by hand count for nothing', block('aws_vpc', 'tags_all = { Owner = "a" }'), 'none'],
    [
      'tags with ignore_changes are those of a new resource',
      block('aws_vpc', 'tags = { Env = "a" }', 'lifecycle {', 'ignore_changes = [tags]', '}'),
      'Env=a',
    ],
    [
      'an unknown count leaves the tags',
      block('aws_vpc', 'count = var.number', 'tags = { Env = "a", N = count.index }'),
      'Env=a N=?',
    ],
    [
      'an unknown for_each leaves the tags',
      block('aws_vpc', 'for_each = var.names', 'tags = { Env = "a", N = each.key }'),
      'Env=a N=?',
    ],
    ['an unknown for_each with tags in it', block('aws_vpc', 'for_each = var.each', 'tags = each.value'), '…'],
    ['a moved resource', `moved {\n from = aws_vpc.old\n to = aws_vpc.a\n}\n${vpc('{ Env = "a" }')}`, 'Env=a'],
    ['an imported resource', `import {\n to = aws_vpc.a\n id = "vpc-1"\n}\n${vpc('{ Env = "a" }')}`, 'Env=a'],
    [
      'labels and tags of Google: network tags are none',
      block('google_compute_instance', 'labels = { env = "a" }', 'tags = ["web"]'),
      'env=a',
    ],
    [
      'labels of Kubernetes are none of a cloud',
      block('kubernetes_namespace', 'metadata {', 'labels = { app = "a" }', '}'),
      'not taggable',
    ],
    [
      'a manifest of Kubernetes',
      block('kubernetes_manifest', 'manifest = { metadata = { labels = { app = "a" } } }'),
      'not taggable',
    ],
    ['a release of Helm', block('helm_release', 'name = "a"'), 'not taggable'],
    [
      'volume_tags beside the tags of a block',
      block('aws_instance', 'volume_tags = { All = "a" }', 'root_block_device {', 'tags = { Root = "b" }', '}'),
      'none root_block_device[0].tags: Root=b volume_tags: All=a',
    ],
    ['volume_tags that are unknown', block('aws_instance', 'volume_tags = var.extra'), 'none volume_tags: …'],
    [
      'a dynamic block of known tags',
      block(
        'aws_autoscaling_group',
        'dynamic "tag" {',
        'for_each = { A = "a", B = "b" }',
        'content {',
        'key = tag.key',
        'value = tag.value',
        'propagate_at_launch = tag.key == "A"',
        '}',
        '}',
      ),
      'A=a B=b instances: A=a',
    ],
    [
      'a dynamic block of unknown tags',
      block(
        'aws_autoscaling_group',
        'dynamic "tag" {',
        'for_each = var.extra',
        'content {',
        'key = tag.key',
        'value = tag.value',
        'propagate_at_launch = true',
        '}',
        '}',
      ),
      '… instances: …',
    ],
    [
      'propagate_at_launch that is false',
      block('aws_autoscaling_group', 'tag {', 'key = "A"', 'value = "a"', 'propagate_at_launch = false', '}'),
      'A=a instances: none',
    ],
    [
      'propagate_at_launch that is unknown',
      block('aws_autoscaling_group', 'tag {', 'key = "A"', 'value = "a"', 'propagate_at_launch = var.flag', '}'),
      'A=a instances: …',
    ],
  ])('%s', (_, text, expected) => {
    expect(last(tagReport(configurationInput(variables + text)))).toBe(expected);
  });

  it('a data source and a removed block are no resources', () => {
    const text =
      'data "aws_vpc" "a" { tags = { Env = "a" } }\nremoved {\n from = aws_vpc.old\n lifecycle {\n destroy = false\n }\n}';
    expect(tagReport(configurationInput(text)).resources).toEqual([]);
  });

  it('a module gets the default tags of the provider that it is given', () => {
    const files = {
      'main.tf': `${team}provider "aws" {\n alias = "west"\n default_tags {\n tags = { Team = "west" }\n }\n}
module "a" {\n source = "./a"\n}\nmodule "b" {\n source = "./a"\n providers = { aws = aws.west }\n}`,
      'a/main.tf': 'resource "aws_vpc" "a" {}',
    };
    const evaluation = evaluateModule(memoryTree(files), {});
    const { resources } = tagReport({ kind: 'configuration', evaluation });
    expect(resources.map((resource) => `${resource.address} ${summaryOf(resource)}`)).toEqual([
      'module.a.aws_vpc.a Team=core (default: Team)',
      'module.b.aws_vpc.a Team=west (default: Team)',
    ]);
  });
});

describe('edge cases of a plan', () => {
  const after = { tags: { Env: 'a' }, tags_all: { Env: 'a', Team: 'core' } };
  it.each<[string, Given, string]>([
    [
      'a replaced resource',
      { type: 'aws_vpc', actions: ['delete', 'create'], before: { tags: { Env: 'b' } }, after },
      'Env=a Team=core (default: Team)',
    ],
    [
      'a resource that is left as it is',
      { type: 'aws_vpc', actions: ['no-op'], before: after, after },
      'Env=a Team=core (default: Team)',
    ],
    [
      'ignored changes keep the tags that are there',
      {
        type: 'aws_vpc',
        actions: ['update'],
        before: { tags: { Env: 'old' } },
        after: { tags: { Env: 'old' }, tags_all: { Env: 'old' } },
      },
      'Env=old',
    ],
    [
      'tags of another type than text',
      { type: 'aws_vpc', after: { tags: { A: 1, B: true, C: null, D: ['x'] }, tags_all: {} } },
      'A=1 B=true D=["x"]',
    ],
  ])('%s', (_, given, expected) => {
    expect(last(tagReport(planInput(planOf([given], { aws: defaultTags({ Team: 'core' }) }))))).toBe(expected);
  });

  it('what is deleted, forgotten or only read is not there', () => {
    const plan = planOf([
      { type: 'aws_vpc', actions: ['delete'], before: after, after: null },
      { type: 'aws_vpc', actions: ['forget'], before: after, after: null },
      { type: 'aws_vpc', mode: 'data', actions: ['read'], after },
    ]);
    expect(tagReport(planInput(plan)).resources).toEqual([]);
  });
});

/** What the limits of the cloud, or required keys, say of tags. */
function verdictOf(type: string, tags: string, rule: JsonObject): string {
  const [subject] = tagSubjects(
    configurationInput(block(type, `${type.startsWith('google') ? 'labels' : 'tags'} = ${tags}`)),
  );
  if (subject === undefined) throw new Error(`${type} carries tags`);
  const { outcome, message } = ('cloudLimits' in rule ? keysForm.compile(rule) : tagsForm.compile(rule))(subject);
  return `${outcome}: ${message}`;
}

const limits = { cloudLimits: true };
const kept = 'pass: Its tag keys are as required.';

describe('edge cases of rules', () => {
  it.each<[string, string, string, JsonObject, string]>([
    [
      'labels of Google may be international',
      'google_compute_disk',
      '{ "\u00fcber_\u540d\u524d-1" = "stra\u00dfe" }',
      limits,
      'pass: Its label keys are as required.',
    ],
    [
      'labels of Google may not begin with a digit',
      'google_compute_disk',
      '{ "1a" = "x" }',
      limits,
      'fail: The key `1a` must begin with a lower-case letter and have only lower-case letters, digits, `_` and `-` in Google Cloud.',
    ],
    [
      'labels of Google may be empty',
      'google_compute_disk',
      '{ a = "" }',
      limits,
      'pass: Its label keys are as required.',
    ],
    [
      'labels of Google may have 63 characters',
      'google_compute_disk',
      `{ a = "${'\u540d'.repeat(64)}" }`,
      limits,
      'fail: The value of `a` has 64 characters, and may have at most 63 in Google Cloud.',
    ],
    ['an empty key', 'aws_vpc', '{ "" = "x" }', limits, 'fail: The key `` must not be empty in AWS.'],
    ['a key as long as it may be, in emoji', 'aws_vpc', `{ "${'\u{1f680}'.repeat(128)}" = "x" }`, limits, kept],
    [
      'a key that is too long',
      'aws_vpc',
      `{ "${'k'.repeat(129)}" = "x" }`,
      limits,
      `fail: The key \`${'k'.repeat(60)}…\` has 129 characters, and may have at most 128 in AWS.`,
    ],
    ['aws in front, without a colon', 'aws_vpc', '{ awsome = "x" }', limits, kept],
    [
      'Azure knows one key whatever its case',
      'azurerm_resource_group',
      '{ ENV = "a", Env = "b", env = "c" }',
      limits,
      'fail: The key `Env` is the same as `ENV` in Azure; the key `env` is the same as `ENV` in Azure.',
    ],
    [
      'a key in another normal form is the key',
      'aws_vpc',
      '{ "Cafe\u0301" = "x" }',
      { 'Caf\u00e9': {} },
      'pass: Has every required tag.',
    ],
    [
      'a required key in the other normal form is the key',
      'aws_vpc',
      '{ "Caf\u00e9" = "x" }',
      { 'Cafe\u0301': {} },
      'pass: Has every required tag.',
    ],
    [
      'a key with a space at its end is another',
      'aws_vpc',
      '{ "Owner " = "x" }',
      { Owner: {} },
      'fail: The tag `Owner` is missing (has `Owner `; the required key is `Owner`).',
    ],
    [
      'an allowed value in the other normal form is the value',
      'aws_vpc',
      '{ Site = "Z\u00fcrich" }',
      { Site: { oneOf: ['Zu\u0308rich'] } },
      'pass: Its tags are as required.',
    ],
    [
      'white space can be refused as a value',
      'aws_vpc',
      '{ Owner = " " }',
      { Owner: { pattern: '.*\\S.*' } },
      'fail: The value of `Owner`, ` `, does not match `.*\\S.*`.',
    ],
  ])('%s', (_, type, tags, rule, expected) => {
    expect(verdictOf(type, tags, rule)).toBe(expected);
  });
});

describe('the table of edge cases', () => {
  const page = new URL('../test/edge-cases.md', import.meta.url);
  const links = [...readFileSync(page, 'utf8').matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)].map(
    ([, name = '', file = '']) => [name.replaceAll('\\|', '|'), file] as const,
  );

  it('names many', () => expect(links.length).toBeGreaterThan(50));

  it.each(links)('names a test that is there: %s', (name, file) => {
    const path = new URL(file, page);
    expect(existsSync(path), file).toBe(true);
    const text = readFileSync(path, 'utf8');
    expect(
      [`'${name}'`, `"${name}"`, `\`${name}\``].some((quoted) => text.includes(quoted)),
      name,
    ).toBe(true);
  });
});
