import type { JsonValue } from '@tollgate/terraform';
import { describe, expect, it } from 'vitest';
import { configurationInput } from '../../test/configuration.ts';
import { tagReport } from '../tag-report.ts';
import { taggability } from '../taggability.ts';
import { readProviderSchema } from './read-provider-schema.ts';

const map = { type: ['map', 'string'], optional: true };
const computed = { type: ['map', 'string'], computed: true };

/** The schemas of one provider, as Terraform writes them. */
function schemaText(types: Readonly<Record<string, JsonValue>>, version = '1.0'): string {
  return JSON.stringify({
    format_version: version,
    provider_schemas: { 'registry.terraform.io/hashicorp/aws': { provider: {}, resource_schemas: types } },
  });
}

const block = (attributes: JsonValue, blocks: JsonValue = {}) => ({
  version: 1,
  block: { attributes, block_types: blocks },
});
const nested = (attributes: JsonValue) => ({ nesting_mode: 'list', block: { attributes } });
const lookup = (type: string, schema: JsonValue) =>
  readProviderSchema(schemaText({ [type]: schema }), { file: 'schema.json' })(type);

describe('which types carry tags by the schema of their provider', () => {
  it.each<[string, string, JsonValue, JsonValue]>([
    [
      'a map of text',
      'aws_made_up',
      block({ tags: map, tags_all: computed }),
      { taggable: true, attribute: 'tags', effectiveAttribute: 'tags_all', kind: 'tags' },
    ],
    [
      'a type that lost its default tags',
      'aws_vpc',
      block({ tags: map }),
      { taggable: true, attribute: 'tags', effectiveAttribute: null, kind: 'tags' },
    ],
    [
      'a type that lost its tags',
      'aws_vpc',
      block({ cidr_block: { type: 'string' } }),
      { taggable: false, known: true },
    ],
    ['tags that nobody can set', 'aws_made_up', block({ tags: computed }), { taggable: false, known: true }],
    [
      'a list of words',
      'digitalocean_droplet',
      block({ tags: { type: ['set', 'string'], optional: true } }),
      { taggable: false, known: true },
    ],
    [
      'labels',
      'google_made_up',
      block({ labels: map, effective_labels: computed, terraform_labels: computed }),
      { taggable: true, attribute: 'labels', effectiveAttribute: 'effective_labels', kind: 'labels' },
    ],
    [
      'the one of two that the list knows to be it',
      'google_monitoring_notification_channel',
      block({ labels: map, user_labels: map }),
      { taggable: true, attribute: 'user_labels', effectiveAttribute: null, kind: 'user-labels' },
    ],
    [
      'labels in a block',
      'google_sql_database_instance',
      block({}, { settings: nested({ user_labels: map }) }),
      { taggable: true, attribute: 'settings.user_labels', effectiveAttribute: null, kind: 'block-labels' },
    ],
    [
      'blocks with key and value',
      'aws_autoscaling_group',
      block({}, { tag: nested({ key: { type: 'string' }, value: { type: 'string' } }) }),
      { taggable: true, attribute: 'tag', effectiveAttribute: null, kind: 'tag-block' },
    ],
    [
      'one tag of another resource',
      'aws_autoscaling_group_tag',
      block({}, { tag: nested({ key: { type: 'string' }, value: { type: 'string' } }) }),
      { taggable: false, known: true },
    ],
    [
      'tags that select something',
      'aws_inspector_resource_group',
      block({ tags: map }),
      { taggable: false, known: true },
    ],
    ['what is no schema', 'aws_vpc', 'x', { taggable: false, known: true }],
  ])('%s', (_, type, schema, expected) => {
    expect(lookup(type, schema)).toEqual(expected);
  });

  it('leaves types of other providers to the list', () => {
    const typed = readProviderSchema(schemaText({}), { file: 'schema.json' });
    expect(typed('azurerm_resource_group')).toEqual(taggability('azurerm_resource_group'));
    expect(typed('aws_vpc')).toEqual(taggability('aws_vpc'));
  });

  it('agrees with the list where the schema is the one that the list was made of', () => {
    expect(lookup('aws_vpc', block({ tags: map, tags_all: computed }))).toEqual(taggability('aws_vpc'));
  });

  it('decides what is reported', () => {
    const input = configurationInput('resource "aws_made_up" "a" {\n  tags = { Owner = "x" }\n}\n');
    const typed = readProviderSchema(schemaText({ aws_made_up: block({ name: { type: 'string' } }) }), {
      file: 's.json',
    });
    const tagged = readProviderSchema(schemaText({ aws_made_up: block({ tags: map }) }), { file: 's.json' });
    expect(tagReport(input, { taggability: tagged }).resources[0]).toMatchObject({
      taggable: true,
      tags: { Owner: 'x' },
    });
    expect(
      tagReport(configurationInput('resource "aws_made_up" "a" {}'), { taggability: typed }).resources[0],
    ).toMatchObject({ taggable: false });
  });
});

describe('a file that cannot be used', () => {
  it.each([
    [
      '{',
      /^schema\.json is no JSON: .* Write it in the folder of the configuration with: terraform providers schema -json > schema\.json$/,
    ],
    ['{"resource_changes": []}', /^schema\.json holds no schemas of providers\. Write it/],
    ['[]', /holds no schemas of providers/],
    [schemaText({}, '2.0'), /have the format version "2\.0", and this release reads 0 and 1\./],
  ])('%s', (text, message) => {
    expect(() => readProviderSchema(text, { file: 'schema.json' })).toThrow(message);
  });

  it('is read with a byte order mark', () => {
    expect(readProviderSchema(`\ufeff${schemaText({})}`, { file: 's' })('aws_vpc').taggable).toBe(true);
  });
});
