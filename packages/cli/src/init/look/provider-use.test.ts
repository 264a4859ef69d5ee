import { describe, expect, it } from 'vitest';
import { proposedKeyRules } from '../plan/key-rules.ts';
import { providerUses } from './provider-use.ts';

type Tags = Parameters<typeof providerUses>[0][number];

const resource = (type: string, keys: readonly string[], more: Partial<Tags> = {}): Tags => ({
  address: `${type}.a`,
  type,
  taggable: true,
  tags: Object.fromEntries(keys.map((key) => [key, 'x'])),
  unknownKeys: false,
  unknownValues: [],
  fromDefaults: [],
  sensitiveValues: [],
  hiddenKeys: false,
  nested: {},
  ...more,
});

describe('providerUses', () => {
  it('counts keys by provider, and what may have a key neither as having nor as lacking it', () => {
    const uses = providerUses([
      resource('google_compute_disk', ['owner']),
      resource('aws_sqs_queue', ['Team', 'Owner'], { fromDefaults: ['Team'] }),
      resource('aws_s3_bucket', ['Team'], { unknownValues: ['Owner'] }),
      resource('aws_s3_bucket', [], { unknownKeys: true }),
      resource('aws_iam_role_policy', [], { taggable: false }),
    ]);
    expect(uses).toEqual([
      {
        name: 'aws',
        resources: 4,
        taggable: 3,
        keys: [
          { key: 'Owner', resources: 2, of: 2, fromDefaults: 0 },
          { key: 'Team', resources: 2, of: 2, fromDefaults: 1 },
        ],
      },
      { name: 'google', resources: 1, taggable: 1, keys: [{ key: 'owner', resources: 1, of: 1, fromDefaults: 0 }] },
    ]);
  });
});

describe('proposedKeyRules', () => {
  const rules = (...resources: Tags[]) => proposedKeyRules(providerUses(resources));
  const bucket = (...keys: string[]) => resource('aws_s3_bucket', keys);

  it.each<[string, Tags[], ReturnType<typeof proposedKeyRules>]>([
    [
      'keys that three of five have',
      [bucket('Team', 'Cost'), bucket('Team', 'Cost'), bucket('Team'), bucket(), bucket()],
      [{ provider: 'aws', keys: ['Team'], level: 'hard-mandatory' }],
    ],
    [
      'a key to begin with where there is no custom, in the letters of the provider',
      [bucket(), bucket(), resource('google_compute_disk', [])],
      [
        { provider: 'aws', keys: ['Owner'], level: 'advisory' },
        { provider: 'google', keys: ['owner'], level: 'advisory' },
      ],
    ],
    ['no custom of one', [bucket('Team')], [{ provider: 'aws', keys: ['Owner'], level: 'advisory' }]],
    [
      'not what a tool writes',
      [bucket('yor_trace'), bucket('yor_trace')],
      [{ provider: 'aws', keys: ['Owner'], level: 'advisory' }],
    ],
    [
      'all resources where nothing is known of any',
      [resource('null_resource', [], { taggable: false })],
      [{ provider: null, keys: ['Owner'], level: 'advisory' }],
    ],
  ])('proposes %s', (_, resources, expected) => {
    expect(rules(...resources)).toEqual(expected);
  });
});
