import { describe, expect, it } from 'vitest';
import { encode } from '../../test/small-plan.ts';
import { TerraformError } from '../error.ts';
import { redact } from '../plan/redact.ts';
import { readState } from './read-state.ts';
import { maxStateBytes } from './refusal.ts';

const read = (document: unknown) => readState(encode(document), { file: 'infra/state.json' });

const aws = 'registry.terraform.io/hashicorp/aws';
const database = { identifier: 'main', password: 'secret', tags: { Owner: 'data' } };

/** `terraform show -json` of a state with a resource of the root, one of a module and one that is read. */
const shown = {
  format_version: '1.0',
  terraform_version: '1.11.4',
  values: {
    outputs: {
      url: { value: 'https://example.com', type: 'string', sensitive: false },
      key: { value: 'k', sensitive: true },
    },
    root_module: {
      resources: [
        {
          address: 'aws_db_instance.main["a\\"b"]',
          mode: 'managed',
          type: 'aws_db_instance',
          name: 'main',
          index: 'a"b',
          provider_name: aws,
          values: database,
          sensitive_values: { password: true, tags: {} },
        },
        {
          address: 'data.aws_region.here',
          mode: 'data',
          type: 'aws_region',
          name: 'here',
          provider_name: aws,
          values: { name: 'eu-west-1' },
          sensitive_values: {},
        },
      ],
      child_modules: [
        {
          address: 'module.net',
          child_modules: [
            {
              address: 'module.net.module.vpc[0]',
              resources: [
                {
                  address: 'module.net.module.vpc[0].aws_vpc.this',
                  mode: 'managed',
                  type: 'aws_vpc',
                  name: 'this',
                  provider_name: aws,
                  values: { cidr_block: '10.0.0.0/16' },
                },
              ],
            },
          ],
        },
      ],
    },
  },
};

/** The same in a raw state file. */
const raw = {
  version: 4,
  terraform_version: '1.11.4',
  serial: 3,
  lineage: 'b5f9c2f3',
  outputs: {
    url: { value: 'https://example.com', type: 'string' },
    key: { value: 'k', type: 'string', sensitive: true },
  },
  resources: [
    {
      mode: 'managed',
      type: 'aws_db_instance',
      name: 'main',
      provider: `provider["${aws}"]`,
      instances: [
        {
          index_key: 'a"b',
          attributes: database,
          sensitive_attributes: [[{ type: 'get_attr', value: 'password' }]],
        },
      ],
    },
    {
      mode: 'data',
      type: 'aws_region',
      name: 'here',
      provider: `provider["${aws}"].west`,
      instances: [{ attributes: { name: 'eu-west-1' }, sensitive_attributes: [] }],
    },
    {
      module: 'module.net.module.vpc[0]',
      mode: 'managed',
      type: 'aws_vpc',
      name: 'this',
      provider: `module.net.provider["${aws}"]`,
      instances: [{ attributes: { cidr_block: '10.0.0.0/16' } }],
    },
  ],
};

describe.each([
  ['the JSON of "terraform show"', shown, true],
  ['a raw state file', raw, false],
])('%s', (_, document, sensitiveComplete) => {
  const state = read(document);

  it('gives every resource instance with its address', () => {
    expect(state.resources.map(({ address, module, mode, index }) => [address, module, mode, index])).toEqual([
      ['aws_db_instance.main["a\\"b"]', null, 'managed', 'a"b'],
      ['data.aws_region.here', null, 'data', null],
      ['module.net.module.vpc[0].aws_vpc.this', 'module.net.module.vpc[0]', 'managed', null],
    ]);
    expect(new Set(state.resources.map(({ provider }) => `${provider.name} ${provider.source}`))).toEqual(
      new Set([`aws ${aws}`]),
    );
  });

  it('gives values, and says which are sensitive', () => {
    const [main] = state.resources;
    expect(main?.values).toEqual(database);
    expect(redact(main?.values ?? null, main?.sensitive ?? null)).toEqual({
      ...database,
      password: '(sensitive value)',
    });
    expect(state.sensitiveComplete).toBe(sensitiveComplete);
  });

  it('gives outputs and the version', () => {
    expect([...state.outputs]).toEqual([
      ['url', { value: 'https://example.com', sensitive: false }],
      ['key', { value: 'k', sensitive: true }],
    ]);
    expect(state.terraformVersion).toBe('1.11.4');
  });
});

it.each([
  ['as shown', { format_version: '1.0' }],
  ['raw', { version: 4, serial: 0, lineage: '', outputs: {}, resources: [] }],
])('an empty state has no resources (%s)', (_, document) => {
  expect(read(document)).toMatchObject({ resources: [], outputs: new Map() });
});

describe('a raw state file', () => {
  const instance = (type: string, instances: readonly object[], provider = `provider["${aws}"]`) =>
    read({ ...raw, resources: [{ mode: 'managed', type, name: 'x', provider, instances }] }).resources;

  it('has an instance for each key of count, and deposed objects', () => {
    const found = instance('aws_eip', [{ index_key: 0 }, { index_key: 1, deposed: '00000001' }]);
    expect(found.map(({ address, deposed }) => [address, deposed])).toEqual([
      ['aws_eip.x[0]', null],
      ['aws_eip.x[1]', '00000001'],
    ]);
  });

  it('gives what terraform_data holds without its type', () => {
    const attributes = {
      id: '1',
      input: { value: { a: 1 }, type: ['object', { a: 'number' }] },
      triggers_replace: null,
    };
    const [data] = instance('terraform_data', [{ attributes }]);
    expect(data?.values).toEqual({ id: '1', input: { a: 1 }, triggers_replace: null });
  });

  it('knows the providers of Terraform 0.12', () => {
    expect(instance('aws_eip', [{}], 'provider.aws.west')[0]?.provider).toEqual({ source: 'aws', name: 'aws' });
  });

  const key = (value: string | number) => ({ type: 'index', value: { value, type: typeof value } });
  const attribute = (value: string) => ({ type: 'get_attr', value });
  it.each<[string, object, object[][], unknown]>([
    [
      'an item of a list',
      { a: [{ b: 1 }, { b: 2 }] },
      [[attribute('a'), key(1), attribute('b')]],
      { a: [{}, { b: true }] },
    ],
    ['an entry of a map', { a: { k: 1, l: 2 } }, [[attribute('a'), key('k')]], { a: { k: true } }],
    [
      'all of a set, whose items have no place',
      { a: [1, 2] },
      [[attribute('a'), { type: 'index', value: { value: { b: 1 } } }]],
      { a: true },
    ],
    ['everything below a place', { a: { b: 1 } }, [[attribute('a'), attribute('b')], [attribute('a')]], { a: true }],
    ['all of it for a path that is none', { a: 1 }, [[{}]], true],
    ['nothing for what is not there', { a: 1 }, [[attribute('b')]], {}],
  ])('marks %s', (_, attributes, paths, sensitive) => {
    expect(instance('x_y', [{ attributes, sensitive_attributes: paths }])[0]?.sensitive).toEqual(sensitive);
  });
});

describe('files that are no state', () => {
  const wayOut = 'Write the state with: terraform show -json > state.json';
  it.each([
    ['an empty file', '', 'the file is empty'],
    [
      'a plan',
      '{"format_version":"1.2","planned_values":{},"resource_changes":[]}',
      `it is the JSON of a plan (it has planned values), which holds changes. ${wayOut}`,
    ],
    [
      'a plan that has prior values',
      '{"format_version":"1.2","planned_values":{},"values":{}}',
      'it is the JSON of a plan',
    ],
    [
      'an encrypted state',
      '{"serial":1,"lineage":"a","encrypted_data":"AA=="}',
      'it is encrypted by OpenTofu. Write what is in it with: tofu show -json > state.json',
    ],
    [
      'an old state',
      '{"version":3,"serial":1,"lineage":"a","modules":[]}',
      'its version is 3, and this release reads version 4 (Terraform 0.12 and newer)',
    ],
    [
      'a state of the future',
      '{"format_version":"2.0","values":{}}',
      'its format version is 2.0, and this release reads the versions 0.1 to 1.x',
    ],
    ['messages', '{"@level":"info","@message":"x"}', 'it holds the progress messages of "terraform plan -json"'],
    ['schemas', '{"format_version":"1.0","provider_schemas":{}}', 'it holds the schemas of providers and no state'],
    ['other JSON', '{"name":"package"}', 'it is JSON, and no Terraform state: it has neither values nor a serial'],
    ['broken JSON', '{"version": 4,', 'the file ends too early, in line 1, column 15'],
    [
      'a wrong type',
      '{"version":4,"serial":1,"resources":{}}',
      'resources is an object, where a list is expected. The file was changed or is not what Terraform wrote',
    ],
    [
      'a wrong type inside',
      '{"version":4,"serial":1,"resources":[{"mode":"managed","type":"a","name":"b","provider":"c","instances":[1]}]}',
      'resources[0].instances[0] is the number 1, where an object is expected',
    ],
    [
      'a wrong mode',
      '{"format_version":"1.0","values":{"root_module":{"resources":[{"address":"a.b","type":"a","mode":"x"}]}}}',
      'values.root_module.resources[0].mode is "x", where managed, data or ephemeral is expected',
    ],
    [
      'attributes of Terraform 0.11',
      '{"version":4,"serial":1,"resources":[{"mode":"managed","type":"a","name":"b","provider":"c","instances":[{"attributes_flat":{}}]}]}',
      'resources[0].instances[0].attributes_flat has the attributes in the form of Terraform 0.11',
    ],
    ['a deep one', `{"format_version":"1.0","values":${'['.repeat(2000)}`, 'nested more than 1,000 levels deep'],
  ])('%s', (_, text, message) => {
    const open = () => readState(Buffer.from(text), { file: 'infra/state.json' });
    expect(open).toThrow(TerraformError);
    expect(open).toThrow(message);
    expect(open).toThrow(/^Cannot read the state infra\/state\.json: /);
  });

  it('are not read when they are too large', () => {
    const open = () => readState(new Uint8Array(maxStateBytes + 1).fill(0x20, 0, 1), { file: 'state.json' });
    expect(open).toThrow('Cannot read the state state.json: it has 257 MiB, and at most 256 MiB are read.');
  });
});

describe.each([
  ['the JSON of "terraform show"', shown],
  ['a raw state file', raw],
])('damage in %s', (_, document) => {
  const text = JSON.stringify(document, null, 1);
  const outcomeOf = (damaged: string): 'read' | 'refused' => {
    try {
      readState(Buffer.from(damaged), { file: 'damaged.json' });
      return 'read';
    } catch (error) {
      if (error instanceof TerraformError && error.message.includes('damaged.json')) return 'refused';
      throw error;
    }
  };

  it('is refused when the file is cut off anywhere', () => {
    const outcomes = [...Array(text.length).keys()].map((length) => outcomeOf(text.slice(0, length)));
    expect(new Set(outcomes)).toEqual(new Set(['refused']));
  });

  it('is read or refused, and nothing else, when a value is another one', () => {
    const values = [...text.matchAll(/(?<=: )(?:"[^"]*"|true|false|\d+|\{|\[)/g)];
    expect(values.length).toBeGreaterThan(25);
    for (const { 0: value, index } of values) {
      for (const other of ['null', '[]', '{}', '""', '0', 'true', '[{}]', '{"a":null}'])
        outcomeOf(
          text.slice(0, index) +
            other +
            (/[{[]/.test(value) ? `, "x": ${value}` : '') +
            text.slice(index + value.length),
        );
    }
  });
});
