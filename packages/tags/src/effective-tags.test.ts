import type { JsonValue, Plan } from '@tollgate/terraform';
import { describe, expect, it } from 'vitest';
import { defaultTags, type Given, type GivenProviders, planInput, planOf } from '../test/plan.ts';
import { type EffectiveTags, effectiveTags } from './effective-tags.ts';
import { tagSources } from './tag-source.ts';

function tagsOf(given: Given, providers?: GivenProviders): EffectiveTags {
  return tagsIn(planOf([given], providers));
}

function tagsIn(plan: Plan): EffectiveTags {
  const [source] = tagSources(planInput(plan));
  if (source === undefined) throw new Error('a plan of one resource has a resource');
  return effectiveTags(source);
}

/** What a person reads of the tags in a row: `Env=prod Owner=? +defaults: Env, …` */
function summaryOf(given: Given, providers: GivenProviders = {}): string {
  const { taggable, tags, unknownKeys, unknownValues, fromDefaults } = tagsOf(given, providers);
  if (!taggable) return 'not taggable';
  const known = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  const open = unknownValues.map((key) => `${key}=?`);
  const defaults = fromDefaults.length === 0 ? [] : [`(default: ${fromDefaults.join(' ')})`];
  return [...known, ...open, ...(unknownKeys ? ['…'] : []), ...defaults].join(' ') || 'none';
}

const byReference: JsonValue = { default_tags: [{ tags: { references: ['local.tags'] } }] };
const team = { aws: defaultTags({ Team: 'core' }) };

describe('AWS', () => {
  it.each<[string, Given, GivenProviders, string]>([
    [
      'merged tags',
      { after: { tags: { Env: 'prod' }, tags_all: { Env: 'prod', Team: 'core' } } },
      {},
      'Env=prod Team=core (default: Team)',
    ],
    [
      'a default tag that the resource overrides',
      { after: { tags: { Team: 'web' }, tags_all: { Team: 'web' } } },
      team,
      'Team=web',
    ],
    [
      'an own tag that the merged ones lack, as with ignore_tags',
      { after: { tags: { Env: 'prod', Name: 'a' }, tags_all: { Env: 'prod' } } },
      {},
      'Env=prod Name=a',
    ],
    [
      'merged tags without own ones',
      { after: { tags: null, tags_all: { Team: 'core' } } },
      byReferenceOf(),
      'Team=core (default: Team)',
    ],
    [
      'an unknown value in merged tags',
      { after: { tags: {}, tags_all: { Team: 'core' } }, unknown: { tags: { Zone: true }, tags_all: { Zone: true } } },
      {},
      'Team=core Zone=? (default: Team)',
    ],
    [
      'no tags at all, which leave the merged ones unknown',
      { after: { tags: null }, unknown: { tags_all: true } },
      {},
      'none',
    ],
    [
      'an unknown value, which leaves the merged tags unknown',
      { after: { tags: { Env: 'prod' } }, unknown: { tags: { Zone: true }, tags_all: true } },
      team,
      'Env=prod Team=core Zone=? (default: Team)',
    ],
    [
      'unknown merged tags and default tags that the resource overrides',
      { after: { tags: { Team: '' } }, unknown: { tags_all: true } },
      team,
      'Team=',
    ],
    [
      'unknown merged tags and default tags by reference',
      { after: { tags: { Env: 'prod' } }, unknown: { tags_all: true } },
      byReferenceOf(),
      'Env=prod …',
    ],
    [
      'unknown merged tags and no configuration',
      { after: { tags: { Env: 'prod' } }, unknown: { tags_all: true } },
      undefined,
      'Env=prod …',
    ],
    ['own tags that are unknown as a whole', { after: {}, unknown: { tags: true, tags_all: true } }, {}, '…'],
    [
      'own tags that are unknown as a whole, over default tags',
      { after: {}, unknown: { tags: true, tags_all: true } },
      team,
      'Team=? …',
    ],
    [
      'null values, which are left out',
      { after: { tags: { Env: 'prod', Gone: null } }, unknown: { tags_all: true } },
      {},
      'Env=prod',
    ],
    ['a provider without merged tags', { after: { tags: { Env: 'prod' } } }, undefined, 'Env=prod'],
    ['a provider without merged tags, and no own ones', { after: { tags: null } }, undefined, 'none'],
    ['a plan that leaves out the attribute', { after: {} }, {}, 'none'],
    [
      'no default tags',
      { after: { tags: { Env: 'prod' } }, unknown: { tags_all: true } },
      { aws: { region: { constant_value: 'eu-west-1' } } },
      'Env=prod',
    ],
    [
      'default tags without tags',
      { after: { tags: null }, unknown: { tags_all: true } },
      { aws: { default_tags: [{}] } },
      'none',
    ],
    [
      'default tags by a function of constants',
      { after: { tags: null }, unknown: { tags_all: true } },
      { aws: { default_tags: [{ tags: {} }] } },
      '…',
    ],
    [
      'keys that are names of Object members',
      { after: { tags: { constructor: 'a' } }, unknown: { tags_all: true } },
      {},
      'constructor=a',
    ],
  ])('%s', (_, given, providers, expected) => {
    expect(providers === undefined ? withoutConfiguration(given) : summaryOf(given, providers)).toBe(expected);
  });

  it('takes the default tags of the configuration that the resource is managed with', () => {
    const providers = { aws: {}, 'aws.west': defaultTags({ Team: 'west' }) };
    expect(summaryOf({ after: { tags: null }, unknown: { tags_all: true } }, providers)).toBe('none');
  });

  it.each<[string, JsonValue, string]>([
    ['blocks', { tag: [{ key: 'Env', value: 'prod', propagate_at_launch: false }] }, 'Env=prod'],
    [
      'blocks and the list of older providers',
      { tag: [{ key: 'Env', value: 'prod' }], tags: [{ key: 'Team', value: 'web' }] },
      'Env=prod Team=web',
    ],
    ['no blocks', { tag: [], tags: null }, 'none'],
  ])('reads %s of an Auto Scaling group, which default tags do not reach', (_, after, expected) => {
    expect(summaryOf({ type: 'aws_autoscaling_group', after }, team)).toBe(expected);
  });

  it.each<[string, JsonValue, JsonValue, string]>([
    ['the value of a block', [{ key: 'Env' }], [{ value: true }], 'Env=?'],
    ['the key of a block', [{ value: 'prod' }], [{ key: true }], '…'],
    ['a whole block', [null, { key: 'Env', value: 'prod' }], [true, {}], 'Env=prod …'],
    ['blocks whose marks are merged', [{ key: 'Env', value: 'a' }, { key: 'Team' }], [{ value: true }], 'Env=? …'],
  ])('tells an Auto Scaling group with %s unknown', (_, tag, unknown, expected) => {
    expect(summaryOf({ type: 'aws_autoscaling_group', after: { tag }, unknown: { tag: unknown } })).toBe(expected);
  });

  it('tells an Auto Scaling group with all blocks unknown', () => {
    expect(summaryOf({ type: 'aws_autoscaling_group', after: {}, unknown: { tag: true } })).toBe('…');
  });

  it.each<[string, JsonValue, string]>([
    ['replaced', [{ default_tags: [{ tags: { Team: 'static' } }] }], 'Team=static (default: Team)'],
    ['taken away', [{ default_tags: [{ tags: {} }] }], 'none'],
    ['left', [], 'Team=core (default: Team)'],
  ])('has the default tags of an S3 object %s by its own block', (_, override, expected) => {
    const after = { tags: null, override_provider: override };
    expect(summaryOf({ type: 'aws_s3_object', after, unknown: { tags_all: true } }, team)).toBe(expected);
  });
});

function byReferenceOf(): GivenProviders {
  return { aws: byReference };
}

function withoutConfiguration(given: Given): string {
  const { tags, unknownKeys } = tagsIn({ ...planOf([given]), providers: null });
  return (
    [...Object.entries(tags).map(([key, value]) => `${key}=${value}`), ...(unknownKeys ? ['…'] : [])].join(' ') ||
    'none'
  );
}

describe('Google', () => {
  const type = 'google_compute_disk';

  it.each<[string, Given, GivenProviders, string]>([
    [
      'effective labels',
      { type, after: { labels: { env: 'prod' }, effective_labels: { env: 'prod', team: 'core' } } },
      {},
      'env=prod team=core (default: team)',
    ],
    [
      'labels that others have put on the resource',
      {
        type,
        after: {
          labels: { env: 'prod' },
          terraform_labels: { env: 'prod', team: 'core' },
          effective_labels: { env: 'prod', team: 'core', scanned: 'yes' },
        },
      },
      {},
      'env=prod scanned=yes team=core (default: team)',
    ],
    [
      'only the labels of Terraform',
      { type, after: { labels: null, terraform_labels: { team: 'core' } } },
      {},
      'team=core (default: team)',
    ],
    [
      'unknown effective labels',
      { type, after: { labels: { env: 'prod' } }, unknown: { effective_labels: true } },
      { google: { default_labels: { constant_value: { team: 'core' } } } },
      'env=prod team=core (default: team)',
    ],
    [
      'labels of people',
      { type: 'google_monitoring_alert_policy', after: { user_labels: { env: 'prod' } } },
      { google: { default_labels: { constant_value: { team: 'core' } } } },
      'env=prod',
    ],
    [
      'labels of a cluster, with effective ones',
      { type: 'google_container_cluster', after: { resource_labels: null, effective_labels: { team: 'core' } } },
      {},
      'team=core (default: team)',
    ],
    [
      'labels in a block',
      { type: 'google_sql_database_instance', after: { settings: [{ user_labels: { env: 'prod' } }] } },
      {},
      'env=prod',
    ],
    [
      'effective labels in a block',
      { type: 'google_cloud_run_service', after: { metadata: [{ labels: null, effective_labels: { team: 'core' } }] } },
      {},
      'team=core (default: team)',
    ],
    [
      'a block that is unknown',
      { type: 'google_sql_database_instance', after: {}, unknown: { settings: true } },
      {},
      '…',
    ],
    [
      'a value in a block that is unknown',
      {
        type: 'google_sql_database_instance',
        after: { settings: [{ user_labels: {} }] },
        unknown: { settings: [{ user_labels: { env: true } }] },
      },
      {},
      'env=?',
    ],
    ['no block', { type: 'google_sql_database_instance', after: { settings: [] } }, {}, 'none'],
    [
      'network tags, which are no labels',
      { type: 'google_compute_instance', after: { tags: ['web'], labels: null } },
      {},
      'none',
    ],
  ])('%s', (_, given, providers, expected) => {
    expect(summaryOf(given, providers)).toBe(expected);
  });
});

describe('types beside the table', () => {
  it.each<[string, Given, string]>([
    ['merged tags prove it', { type: 'aws_brand_new', after: { tags: null }, unknown: { tags_all: true } }, 'none'],
    [
      'effective labels prove it',
      { type: 'google_brand_new', after: { labels: null, effective_labels: { a: 'b' } } },
      'a=b (default: a)',
    ],
    ['a map proves it', { type: 'hcloud_server', after: { labels: { env: 'prod' } } }, 'env=prod'],
    ['an empty map proves it', { type: 'azapi_resource', after: { tags: {} } }, 'none'],
    [
      'a map before the change proves it',
      { type: 'hcloud_server', before: { labels: { a: 'b' } }, after: { labels: null } },
      'none',
    ],
    [
      'a list of keys and values proves it',
      { type: 'awscc_s3_bucket', after: { tags: [{ key: 'Env', value: 'prod' }] } },
      'Env=prod',
    ],
    ['null proves it in AWS', { type: 'aws_brand_new', after: { tags: null } }, 'none'],
    ['null proves it in Azure', { type: 'azurestack_resource_group', after: { tags: null } }, 'none'],
    ['null proves nothing elsewhere', { type: 'digitalocean_droplet', after: { tags: null } }, 'not taggable'],
    [
      'unknown proves nothing elsewhere',
      { type: 'digitalocean_droplet', after: {}, unknown: { tags: true } },
      'not taggable',
    ],
    ['a list of words is no tags', { type: 'digitalocean_droplet', after: { tags: ['web'] } }, 'not taggable'],
    ['a map of objects is no tags', { type: 'x_thing', after: { tags: { a: { b: 'c' } } } }, 'not taggable'],
    ['there is nothing like tags', { type: 'aws_route', after: { id: 'r' } }, 'not taggable'],
    [
      'the table knows better',
      { type: 'aws_inspector_resource_group', after: { tags: { Env: 'prod' } } },
      'not taggable',
    ],
    [
      'a source names it, and the plan has the attribute',
      { type: 'azurerm_mysql_server', after: { tags: null } },
      'none',
    ],
    [
      'a source names it, and the plan lacks the attribute',
      { type: 'azurerm_mysql_server', after: { name: 'x' } },
      'not taggable',
    ],
  ])('%s', (_, given, expected) => {
    expect(summaryOf(given)).toBe(expected);
  });
});

describe('secrets', () => {
  const secret = '(sensitive value)';

  it('hides a sensitive value and keeps its key', () => {
    const tags = tagsOf({
      after: { tags: { Env: 'prod', Key: 'hush' } },
      unknown: { tags_all: true },
      sensitive: { tags: { Key: true } },
    });
    expect(tags).toMatchObject({ tags: { Env: 'prod', Key: secret }, sensitiveValues: ['Key'], hiddenKeys: false });
  });

  it('hides a sensitive value in the merged tags, which are not marked', () => {
    const after = { tags: { Key: 'hush' }, tags_all: { Key: 'hush', Team: 'core' } };
    expect(tagsOf({ after, sensitive: { tags: { Key: true } } }).tags).toEqual({ Key: secret, Team: 'core' });
  });

  it('hides the keys of tags that are sensitive as a whole', () => {
    const after = { tags: { Hush: 'hush' }, tags_all: { Hush: 'hush', Team: 'core' } };
    const tags = tagsOf({ after, sensitive: { tags: true } });
    expect(tags).toMatchObject({ tags: { Team: 'core' }, hiddenKeys: true, sensitiveValues: [] });
    expect(JSON.stringify(tags)).not.toMatch(/hush/i);
  });

  it('hides secrets in blocks', () => {
    const after = {
      tag: [
        { key: 'Key', value: 'hush' },
        { key: 'Hush', value: 'x' },
      ],
    };
    const sensitive = { tag: [{ value: true }, { key: true }] };
    expect(tagsOf({ type: 'aws_autoscaling_group', after, sensitive })).toMatchObject({
      tags: { Key: secret },
      hiddenKeys: true,
    });
  });

  it('hides everything of a resource that is sensitive as a whole', () => {
    const tags = tagsOf({
      after: { tags: { Hush: 'hush' }, volume_tags: { Hush: 'hush' } },
      unknown: { tags_all: true },
      sensitive: true,
    });
    expect(JSON.stringify(tags)).not.toMatch(/hush/i);
  });
});

describe('nested tags', () => {
  it('are listed by the path of their block', () => {
    const after = {
      tags: null,
      volume_tags: { Backup: 'daily' },
      root_block_device: [{ tags: { Disk: 'root' }, tags_all: { Disk: 'root', Team: 'core' } }],
      ebs_block_device: [{ tags: {} }, { tags: { Disk: 'data', Key: 'hush' } }],
    };
    const sensitive = { ebs_block_device: [{}, { tags: { Key: true } }] };
    expect(tagsOf({ after, sensitive }).nested).toEqual({
      'ebs_block_device[0].tags': {},
      'ebs_block_device[1].tags': { Disk: 'data', Key: '(sensitive value)' },
      'root_block_device[0].tags': { Disk: 'root', Team: 'core' },
      volume_tags: { Backup: 'daily' },
    });
  });

  it('are not listed for blocks that the resource does not have', () => {
    expect(
      tagsOf({ after: { tags: null, volume_tags: null, ebs_block_device: [] }, unknown: { root_block_device: true } })
        .nested,
    ).toEqual({});
  });
});
