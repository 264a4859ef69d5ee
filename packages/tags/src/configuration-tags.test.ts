import { describe, expect, it } from 'vitest';
import { configurationInput } from '../test/configuration.ts';
import { type ReportedTags, tagReport } from './tag-report.ts';

const variables = `
variable "owner" { type = string }
variable "extra" { type = map(string) }
variable "secret" {
  type      = string
  default   = "hush"
  sensitive = true
}
`;
const team = 'provider "aws" {\n default_tags {\n tags = { Team = "core" }\n }\n}\n';

function report(text: string): readonly ReportedTags[] {
  return tagReport(configurationInput(variables + text)).resources;
}

/** What a person reads of the tags of the last resource in a row. */
function summaryOf(text: string): string {
  const found = report(text).at(-1);
  if (found === undefined || !found.taggable) return 'not taggable';
  const known = Object.entries(found.tags).map(([key, value]) => `${key}=${value}`);
  const defaults = found.fromDefaults.length === 0 ? [] : [`(default: ${found.fromDefaults.join(' ')})`];
  const open = found.unknownValues.map((key) => `${key}=?`);
  return [...known, ...open, ...(found.unknownKeys ? ['…'] : []), ...defaults].join(' ') || 'none';
}

describe('tags of a configuration', () => {
  it.each<[string, string, string]>([
    ['own tags', 'resource "aws_vpc" "a" { tags = { Env = "prod" } }', 'Env=prod'],
    ['no tags', 'resource "aws_vpc" "a" {}', 'none'],
    ['numbers and truth values', 'resource "aws_vpc" "a" { tags = { A = 1, B = true } }', 'A=1 B=true'],
    ['null values, which are left out', 'resource "aws_vpc" "a" { tags = { A = null, B = "b" } }', 'B=b'],
    ['an unknown value', 'resource "aws_vpc" "a" { tags = { Env = "prod", Owner = var.owner } }', 'Env=prod Owner=?'],
    ['unknown keys', 'resource "aws_vpc" "a" { tags = var.extra }', '…'],
    ['unknown keys beside known ones', 'resource "aws_vpc" "a" { tags = merge(var.extra, { A = "a" }) }', '…'],
    ['a type without tags', 'resource "aws_route" "a" {}', 'not taggable'],
    ['a type that providers had', 'resource "azurerm_mysql_server" "a" {}', 'none'],
    ['a type beside the table, with tags', 'resource "hcloud_server" "a" { labels = { env = "prod" } }', 'env=prod'],
    ['a list of words, which is no tags', 'resource "digitalocean_droplet" "a" { tags = ["web"] }', 'not taggable'],
    [
      'labels in a block',
      'resource "google_sql_database_instance" "a" {\n settings {\n user_labels = { a = "b" }\n }\n}',
      'a=b',
    ],
    ['Azure API, tracked', 'resource "azapi_resource" "a" { location = "westeurope" }', 'none'],
    ['Azure API, not tracked', 'resource "azapi_resource" "a" { name = "current" }', 'not taggable'],
    ['Azure API, with tags that are unknown', 'resource "azapi_resource" "a" { tags = var.extra }', '…'],
  ])('%s', (_, text, expected) => {
    expect(summaryOf(text)).toBe(expected);
  });

  it.each<[string, string, string]>([
    [
      'are merged in',
      `${team}resource "aws_vpc" "a" { tags = { Env = "prod" } }`,
      'Env=prod Team=core (default: Team)',
    ],
    ['are overridden by own ones', `${team}resource "aws_vpc" "a" { tags = { Team = "web" } }`, 'Team=web'],
    ['are open where own keys are unknown', `${team}resource "aws_vpc" "a" { tags = var.extra }`, 'Team=? …'],
    ['do not reach an Auto Scaling group', `${team}resource "aws_autoscaling_group" "a" {}`, 'none'],
    ['do not reach other providers', `${team}resource "azurerm_resource_group" "a" {}`, 'none'],
    [
      'are those of the alias',
      `${team}provider "aws" {\n alias = "west"\n default_tags {\n tags = { Team = "west" }\n }\n}\nresource "aws_vpc" "a" { provider = aws.west }`,
      'Team=west (default: Team)',
    ],
    [
      'have unknown values',
      'provider "aws" {\n default_tags {\n tags = { Owner = var.owner }\n }\n}\nresource "aws_vpc" "a" {}',
      'Owner=? (default: Owner)',
    ],
    [
      'are unknown as a whole',
      'provider "aws" {\n default_tags {\n tags = var.extra\n }\n}\nresource "aws_vpc" "a" {}',
      '…',
    ],
    [
      'of Google reach labels',
      'provider "google" { default_labels = { team = "core" } }\nresource "google_compute_disk" "a" { labels = { env = "prod" } }',
      'env=prod team=core (default: team)',
    ],
    [
      'of Google do not reach the labels of people',
      'provider "google" { default_labels = { team = "core" } }\nresource "google_monitoring_custom_service" "a" { user_labels = { env = "prod" } }',
      'env=prod',
    ],
    [
      'are replaced by an S3 object',
      `${team}resource "aws_s3_object" "a" {\n override_provider {\n default_tags {\n tags = { Only = "this" }\n }\n }\n}`,
      'Only=this (default: Only)',
    ],
  ])('default tags %s', (_, text, expected) => {
    expect(summaryOf(text)).toBe(expected);
  });

  it('hides sensitive values, and keys of tags that are sensitive as a whole', () => {
    const [value, whole] = report(
      'resource "aws_vpc" "a" { tags = { Env = "prod", Key = var.secret } }\nresource "aws_vpc" "b" { tags = sensitive({ Hush = "x" }) }',
    );
    expect(value).toMatchObject({
      tags: { Env: 'prod', Key: '(sensitive value)' },
      sensitiveValues: ['Key'],
      unknownValues: [],
    });
    expect(whole).toMatchObject({ tags: {}, unknownKeys: true, hiddenKeys: true });
    expect(JSON.stringify([value, whole])).not.toMatch(/hush/i);
  });

  it.each<[string, string, object]>([
    ['the root volume that nobody wrote', 'tags = {}', { 'root_block_device[0].tags': { Team: 'core' } }],
    [
      'blocks',
      'ebs_block_device {\n tags = { Disk = "data" }\n }',
      {
        'root_block_device[0].tags': { Team: 'core' },
        'ebs_block_device[0].tags': { Team: 'core', Disk: 'data' },
      },
    ],
    [
      'all volumes at once',
      'volume_tags = { Disk = "all" }\n root_block_device {}',
      { volume_tags: { Team: 'core', Disk: 'all' } },
    ],
  ])('tells the default tags of the volumes of an instance: %s', (_, body, expected) => {
    expect(report(`${team}resource "aws_instance" "a" {\n ${body}\n}`).at(-1)?.nested).toEqual(expected);
  });

  it.each([
    ['by reference', 'id = aws_launch_template.t.id'],
    ['by name', 'name = "web"'],
  ])('tells the tags of the instances of an Auto Scaling group: launch template %s', (_, reference) => {
    const [group] = report(`
resource "aws_autoscaling_group" "a" {
  launch_template {
    ${reference}
  }
  tag {
    key                 = "Env"
    value               = "prod"
    propagate_at_launch = true
  }
  tag {
    key                 = "Own"
    value               = "x"
    propagate_at_launch = false
  }
}
resource "aws_launch_template" "t" {
  name = "web"
  tag_specifications {
    resource_type = "instance"
    tags          = { Role = "web", Env = "dev" }
  }
}`);
    expect(group?.tags).toEqual({ Env: 'prod', Own: 'x' });
    expect(group?.nested).toEqual({ instances: { Env: 'prod', Role: 'web' } });
  });
});
