import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generateTaggable, readTable, taggableModule } from '../scripts/generate-taggable.ts';
import { nestedTagPaths, taggability } from './taggability.ts';

describe('taggability', () => {
  it.each([
    ['aws_instance', 'tags', 'tags_all', 'tags'],
    ['azurerm_resource_group', 'tags', null, 'tags'],
    ['google_compute_instance', 'labels', 'effective_labels', 'labels'],
    ['google_monitoring_alert_policy', 'user_labels', null, 'user-labels'],
    ['google_container_cluster', 'resource_labels', null, 'resource-labels'],
    ['aws_autoscaling_group', 'tag', null, 'tag-block'],
    ['azurerm_mysql_server', 'tags', null, 'listed-only'],
    ['google_cloud_run_service', 'metadata.labels', 'effective_labels', 'block-labels'],
    ['google_sql_database_instance', 'settings.user_labels', null, 'block-labels'],
    ['azurestack_virtual_network', 'tags', null, 'tags'],
  ])('%s carries tags in %s', (type, attribute, effectiveAttribute, kind) => {
    expect(taggability(type)).toEqual({ taggable: true, attribute, effectiveAttribute, kind });
  });

  it.each([
    ['an AWS tag policy knows it, and Terraform has no tags', 'aws_lightsail_static_ip'],
    ['its tags select others', 'aws_s3_bucket_metric'],
    ['its tags select others, though they look like its own', 'aws_inspector_resource_group'],
    ['it is a tag of another', 'aws_autoscaling_group_tag'],
    ['only what it makes has tags', 'aws_cloudwatch_event_target'],
    ['its tags are of the network', 'google_compute_route'],
    ['its tags are of the resource manager', 'google_folder'],
    ['its labels are of the workload', 'google_container_aws_node_pool'],
    ['its labels are set by the service', 'google_cloud_identity_group'],
  ])('knows that a type carries none: %s', (_, type) => {
    expect(taggability(type)).toEqual({ taggable: false, known: true });
  });

  it.each(['aws_route', 'hcloud_server', 'constructor', ''])('does not know %j', (type) => {
    expect(taggability(type)).toEqual({ taggable: false, known: false });
  });

  it('prefers the labels of people over those that configure the resource', () => {
    expect(taggability('google_monitoring_notification_channel')).toMatchObject({ attribute: 'user_labels' });
  });
});

it('knows where types hold the tags of what they make', () => {
  expect(nestedTagPaths('aws_instance')).toEqual(['ebs_block_device.tags', 'root_block_device.tags', 'volume_tags']);
  expect(nestedTagPaths('google_cloud_run_service')).toEqual(['template.metadata.labels']);
  expect(nestedTagPaths('aws_vpc')).toEqual([]);
});

describe('the data', () => {
  it.each(Object.entries(generateTaggable()))('is generated into the module that is shipped: %s', (name, text) => {
    expect(readFileSync(new URL(`./${name}`, import.meta.url), 'utf8')).toBe(text);
  });

  it.each([
    ['a row that lacks a cell', () => readTable('type\tattribute\nx\n'), 'A row has 1 cells, and not 2: x'],
    [
      'a type with two attributes for its own tags',
      () =>
        taggableModule(readTable('type\tattribute\tkind\teffective\nx_a\ttags\ttags\t\nx_a\tlabels\tlabels\t\n'), []),
      'A type has two attributes for its own tags',
    ],
  ])('is refused for %s', (_, generate, message) => {
    expect(generate).toThrow(message);
  });
});
