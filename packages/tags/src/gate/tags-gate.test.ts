import { compile } from '@tollgate/cel';
import { describe, expect, it } from 'vitest';
import { configurationInput } from '../../test/configuration.ts';
import { planInput, planOf } from '../../test/plan.ts';
import { tagsForm } from '../rules/tags-form.ts';
import { defaultTagSubjects, defaultTagsGate } from './default-tags-gate.ts';
import { tagSubjects } from './tag-subjects.ts';
import { tagsGate } from './tags-gate.ts';

const text = `
variable "owner" { type = string }
variable "extra" { type = map(string) }
variable "secret" {
  type      = string
  sensitive = true
  default   = "hush"
}
provider "aws" {
  default_tags {
    tags = { Team = "core" }
  }
}
resource "aws_vpc" "known" {
  cidr_block = "10.0.0.0/16"
  tags = {
    Env   = "prod"
    Owner = var.owner
    Key   = var.secret
  }
}
resource "aws_vpc" "open" { tags = var.extra }
resource "aws_vpc" "bare" {}
resource "aws_route" "none" {}
data "aws_vpc" "read" {}
`;
const subjects = tagSubjects(configurationInput(text));

/** What a condition comes to for a resource. */
function evaluate(name: string, condition: string): unknown {
  const subject = subjects.find(({ reference }) => reference.id === `aws_vpc.${name}`);
  const program = compile(condition, { schema: tagsGate.schema });
  const outcome = program.evaluate(subject?.input ?? {});
  return outcome.kind === 'value' ? outcome.value : outcome.kind === 'unknown' ? outcome.reasons : outcome;
}

describe('subjects of the gate tags', () => {
  it('are the managed resources that can carry tags', () => {
    expect(subjects.map(({ reference }) => reference)).toEqual(
      ['aws_vpc.known', 'aws_vpc.open', 'aws_vpc.bare'].map((id) => ({ kind: 'resource', id })),
    );
  });

  it('point at the tags, else at the block', () => {
    expect(subjects.map(({ source }) => [source?.startLine, source?.startColumn, source?.endLine])).toEqual([
      [16, 3, 20],
      [22, 29, 22],
      [23, 1, 23],
    ]);
  });

  it('do not have what a plan deletes', () => {
    const plan = planOf([{ after: { tags: {} } }, { actions: ['delete'], before: { tags: {} }, after: null }]);
    expect(tagSubjects(planInput(plan)).map(({ actions }) => actions)).toEqual([['create']]);
  });

  it.each<[string, string, unknown]>([
    ['known', "resource.tags.Env == 'prod' && resource.tags.Team == 'core'", true],
    ['known', 'has(resource.tags.Cost)', false],
    ['known', "'Team' in resource.ownTags", false],
    ['known', "'Owner' in resource.tags", true],
    ['known', "resource.tags.Owner == 'a'", ['variable owner has no value']],
    ['known', "resource.tags.Key == 'hush'", ['the value of the tag is sensitive']],
    ['known', 'resource.tags.size()', 4n],
    ['known', "resource.tags.all(key, key.matches('^[A-Z]'))", true],
    ['known', "resource.values.cidr_block == '10.0.0.0/16' && resource.taggable", true],
    ['open', 'has(resource.tags.Owner)', ['variable extra has no value']],
    ['open', "'Owner' in resource.tags", ['variable extra has no value']],
    ['open', 'resource.tags.size() > 0', ['variable extra has no value']],
    ['bare', 'resource.ownTags.size()', 0n],
  ])('are seen by conditions: of %s, %s', (name, condition, expected) => {
    expect(evaluate(name, condition)).toEqual(expected);
  });

  it('can be given in tests of policies', () => {
    const given = tagsGate.given?.subjects({ terraform: 'resource "aws_vpc" "a" { tags = { A = "b" } }' });
    expect(given?.map(({ data }) => [...data.tags.keys()])).toEqual([['A']]);
  });
});

describe('subjects of the gate default-tags', () => {
  const check = tagsForm.compile({ Team: {} });
  const outcomes = (given: string) =>
    defaultTagSubjects(configurationInput(given)).map((subject) => {
      const { outcome, message } = check(subject);
      return `${subject.reference.id} ${outcome}: ${message}`;
    });

  it.each([
    [
      'default tags',
      'provider "aws" {\n default_tags {\n tags = { Team = "a" }\n }\n}\nresource "aws_vpc" "a" {}',
      'aws pass: Has every required tag.',
    ],
    ['none', 'provider "aws" {}\nresource "aws_vpc" "a" {}', 'aws fail: The tag `Team` is missing.'],
    [
      'unknown ones',
      'variable "t" {}\nprovider "aws" {\n default_tags {\n tags = var.t\n }\n}\nresource "aws_vpc" "a" {}',
      'aws unknown: Whether the tag `Team` is there cannot be told from the configuration: the default tags of the provider are not known (variable t has no value).',
    ],
    [
      'labels',
      'provider "google" { default_labels = { team = "a" } }\nresource "google_compute_disk" "a" {}',
      'google fail: The label `Team` is missing (has `team`; the required key is `Team`).',
    ],
  ])('are judged by the same forms: %s', (_, given, expected) => {
    expect(outcomes(given)).toEqual([expected]);
  });

  it('are those of a plan, too, and not of providers without default tags', () => {
    const providers = {
      aws: { default_tags: [{ tags: { constant_value: { Team: 'a' } } }] },
      'aws.west': { region: { constant_value: 'us-west-2' } },
      azurerm: {},
    };
    const found = defaultTagSubjects(planInput(planOf([{ after: {} }], providers)));
    expect(found.map((subject) => [subject.reference.id, check(subject).outcome])).toEqual([
      ['aws', 'pass'],
      ['aws.west', 'fail'],
    ]);
    const program = compile("provider.alias == null && provider.defaultTags.Team == 'a'", {
      schema: defaultTagsGate.schema,
    });
    expect(program.evaluate(found[0]?.input ?? {})).toMatchObject({ kind: 'value', value: true });
  });
});
