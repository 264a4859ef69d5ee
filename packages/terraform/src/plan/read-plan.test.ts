import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { largePlan } from '../../test/large-plan.ts';
import { bucket, encode, planOf, smallPlan } from '../../test/small-plan.ts';
import { readPlan } from './read-plan.ts';

const severalProviders = readFileSync(new URL('../../test/data/several-providers.json', import.meta.url));

function actionOf(actions: readonly string[]): string | undefined {
  return readPlan(encode(planOf([bucket({}, { actions })])), { file: 'plan.json' }).resources[0]?.action;
}

describe('readPlan', () => {
  it('reads what a plan says of itself', () => {
    const plan = readPlan(severalProviders, { file: 'infra/plan.json' });
    expect(plan).toMatchObject({
      kind: 'plan',
      file: 'infra/plan.json',
      formatVersion: '1.2',
      terraformVersion: '1.11.4',
      complete: true,
    });
  });

  it('reads every change in the order of the file', () => {
    const { resources } = readPlan(severalProviders, { file: 'plan.json' });
    expect(resources.map(({ address, action }) => [address, action])).toEqual([
      ['aws_db_instance.main', 'replace'],
      ['aws_instance.web[1]', 'delete'],
      ['aws_s3_bucket.logs', 'no-op'],
      ['data.aws_ami.linux', 'read'],
      ['google_compute_disk.cache', 'update'],
      ['module.site["a.b"].module.queue.aws_sqs_queue.jobs["fast]"]', 'create'],
    ]);
  });

  it('reads a resource in a module with its values and what is unknown of them', () => {
    expect(readPlan(severalProviders, { file: 'plan.json' }).resources.at(-1)).toEqual({
      address: 'module.site["a.b"].module.queue.aws_sqs_queue.jobs["fast]"]',
      mode: 'managed',
      type: 'aws_sqs_queue',
      name: 'jobs',
      index: 'fast]',
      module: 'module.site["a.b"].module.queue',
      deposed: null,
      provider: { source: 'registry.terraform.io/hashicorp/aws', name: 'aws' },
      providerConfigKey: 'module.site.module.queue:aws',
      action: 'create',
      importing: null,
      previousAddress: null,
      before: null,
      after: { name: 'jobs' },
      afterUnknown: { id: true, tags: { Zone: true } },
      beforeSensitive: false,
      afterSensitive: {},
    });
  });

  it('reads deposed objects, imports, moves, data sources and sensitivity marks', () => {
    const [database, instance, logs, image] = readPlan(severalProviders, { file: 'plan.json' }).resources;
    expect(database?.afterSensitive).toEqual({ password: true, replicas: [{ key: true }], tags: {} });
    expect(instance).toMatchObject({ deposed: '3f7a9c1e', index: 1, after: null });
    expect(logs).toMatchObject({ importing: { id: 'logs' }, previousAddress: 'aws_s3_bucket.old_logs' });
    expect(image).toMatchObject({ mode: 'data', type: 'aws_ami' });
  });

  it('reads provider configurations without their credentials', () => {
    const { providers } = readPlan(severalProviders, { file: 'plan.json' });
    expect(providers?.get('aws')).toEqual({
      key: 'aws',
      name: 'aws',
      source: 'registry.terraform.io/hashicorp/aws',
      alias: null,
      modulePath: [],
      configured: true,
      region: 'eu-west-1',
      defaultTags: { kind: 'known', tags: { Team: 'core', Stage: '3', Spot: 'false' } },
    });
    expect(providers?.get('aws.west')).toMatchObject({
      alias: 'west',
      region: null,
      defaultTags: { kind: 'unknown', references: ['local.tags'] },
    });
    expect(providers?.get('google-beta')?.defaultTags).toEqual({ kind: 'known', tags: { team: 'core' } });
    expect(providers?.get('module.site.module.queue:aws')).toMatchObject({
      modulePath: ['site', 'queue'],
      configured: false,
      defaultTags: { kind: 'known', tags: {} },
    });
    expect(JSON.stringify([...(providers ?? [])])).not.toContain('never-keep-this');
  });

  it.each([
    [['no-op'], 'no-op'],
    [['create'], 'create'],
    [['read'], 'read'],
    [['open'], 'read'],
    [['update'], 'update'],
    [['delete'], 'delete'],
    [['forget'], 'forget'],
    [['delete', 'create'], 'replace'],
    [['create', 'delete'], 'replace'],
    [['create', 'forget'], 'replace'],
    [['forget', 'create'], 'replace'],
  ])('reads the actions %j as %s', (actions, action) => {
    expect(actionOf(actions)).toBe(action);
  });

  it.each([
    ['says so', { complete: false }, false],
    ['has deferred changes', { deferred_changes: [{ reason: 'excluded' }] }, false],
    ['has an empty list of deferred changes', { deferred_changes: [] }, true],
    ['is of a Terraform that does not say', { complete: null }, true],
  ])('tells whether a plan is complete that %s', (_, members, complete) => {
    expect(readPlan(smallPlan(members), { file: 'plan.json' }).complete).toBe(complete);
  });

  it.each([
    ['only planned values', { planned_values: { root_module: {} } }],
    ['null for its changes', { configuration: {}, resource_changes: null }],
    ['an empty list of changes', { resource_changes: [] }],
  ])('reads a plan without changes that has %s', (_, members) => {
    expect(readPlan(encode({ format_version: '1.2', ...members }), { file: 'plan.json' }).resources).toEqual([]);
  });

  it('reads a plan without a configuration, and says that nothing is known of the providers', () => {
    expect(readPlan(smallPlan(), { file: 'plan.json' }).providers).toBeNull();
  });

  it('infers the provider from the type when the plan does not name it', () => {
    const bytes = encode(planOf([bucket({ provider_name: null })]));
    expect(readPlan(bytes, { file: 'plan.json' }).resources[0]?.provider).toEqual({ source: 'aws', name: 'aws' });
  });

  it.each(['0.1', '0.2', '1.0', '1.2', '1.99'])('reads format version %s', (version) => {
    expect(readPlan(smallPlan({ format_version: version }), { file: 'plan.json' }).formatVersion).toBe(version);
  });

  it('reads a large plan', () => {
    const { resources } = readPlan(largePlan(2000), { file: 'plan.json' });
    const byAction = Map.groupBy(resources, ({ action }) => action);
    expect([...byAction].map(([action, { length }]) => [action, length])).toEqual([
      ['create', 500],
      ['no-op', 500],
      ['update', 500],
      ['replace', 500],
    ]);
  });

  it('keeps keys that are names of Object members', () => {
    const text = JSON.stringify(planOf([bucket({}, { after: { x: 1 } })])).replace(
      '"x":1',
      '"__proto__":{"a":1},"constructor":2',
    );
    const after = readPlan(Buffer.from(text), { file: 'plan.json' }).resources[0]?.after;
    expect(Object.keys(after ?? {})).toEqual(['__proto__', 'constructor']);
  });
});

describe('encodings', () => {
  const text = JSON.stringify(planOf([bucket({}, { after: { bucket: 'größe-😀' } })]));
  const utf16le = Buffer.from(text, 'utf16le');
  const utf16be = Buffer.from(utf16le).swap16();

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16, little end first, with a byte order mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big end first, with a byte order mark', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16, little end first', utf16le],
    ['UTF-16, big end first', utf16be],
    ['UTF-8 with Windows line ends', Buffer.from(JSON.stringify(JSON.parse(text), null, 2).replaceAll('\n', '\r\n'))],
  ])('reads %s', (_, bytes) => {
    expect(readPlan(bytes, { file: 'plan.json' }).resources[0]?.after).toEqual({ bucket: 'größe-😀' });
  });

  it('reads bytes in the middle of a larger buffer', () => {
    const padded = Buffer.concat([Buffer.from('garbage'), Buffer.from(text), Buffer.from('garbage')]);
    const bytes = new Uint8Array(padded.buffer, padded.byteOffset + 7, padded.length - 14);
    expect(readPlan(bytes, { file: 'plan.json' }).resources).toHaveLength(1);
  });
});
