import { readState } from '@tollgate/terraform';
import { describe, expect, it } from 'vitest';
import { resourceViews, type StateInput } from '../index.ts';

const aws = 'registry.terraform.io/hashicorp/aws';
const database = { instance_class: 'db.t3.micro', allocated_storage: 20, password: 'hunter2', tags: { Env: 'prod' } };

const shown = {
  format_version: '1.0',
  terraform_version: '1.11.4',
  values: {
    root_module: {
      resources: [
        {
          address: 'aws_db_instance.main',
          mode: 'managed',
          type: 'aws_db_instance',
          name: 'main',
          provider_name: aws,
          values: database,
          sensitive_values: { password: true, tags: {} },
        },
        {
          address: 'aws_db_instance.main',
          mode: 'managed',
          type: 'aws_db_instance',
          name: 'main',
          deposed_key: '0a1b2c3d',
          provider_name: aws,
          values: database,
        },
      ],
      child_modules: [
        {
          address: 'module.net["eu"]',
          resources: [
            {
              address: 'module.net["eu"].data.aws_region.here',
              mode: 'data',
              type: 'aws_region',
              name: 'here',
              provider_name: aws,
              values: { name: 'eu-west-1' },
            },
          ],
        },
      ],
    },
  },
};

const raw = {
  version: 4,
  serial: 3,
  lineage: 'b5f9c2f3',
  resources: [
    {
      mode: 'managed',
      type: 'aws_db_instance',
      name: 'main',
      provider: `provider["${aws}"]`,
      instances: [
        { attributes: database, sensitive_attributes: [[{ type: 'get_attr', value: 'password' }]] },
        { deposed: '0a1b2c3d', attributes: database },
      ],
    },
    {
      module: 'module.net["eu"]',
      mode: 'data',
      type: 'aws_region',
      name: 'here',
      provider: `provider["${aws}"]`,
      instances: [{ attributes: { name: 'eu-west-1' } }],
    },
  ],
};

const source = { file: 'main.tf', startLine: 3, startColumn: 1, endLine: 9, endColumn: 2, callers: [] };

function inputOf(document: object): StateInput {
  const state = readState(new TextEncoder().encode(JSON.stringify(document)), { file: 'state.json' });
  return { kind: 'state', state, sources: new Map([['aws_db_instance.main', source]]) };
}

describe.each([
  ['as "terraform show -json" writes it', shown],
  ['as a raw file', raw],
])('a state %s', (_, document) => {
  const views = resourceViews(inputOf(document));

  it('gives the resources that there are, without deposed ones', () => {
    expect(views.map(({ address, mode, module }) => [address, mode, module])).toEqual([
      ['aws_db_instance.main', 'managed', null],
      ['module.net["eu"].data.aws_region.here', 'data', 'module.net["eu"]'],
    ]);
  });

  it('knows every value, and leaves secrets unread', () => {
    const [main] = views;
    expect(main).toMatchObject({
      values: { ...database, password: null },
      sensitive: { password: true },
      unknown: {},
      expanded: true,
    });
    expect(JSON.stringify(views)).not.toContain('hunter2');
  });

  it('tells nothing of a change', () => {
    expect(views.map(({ action, before }) => [action, before])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('has the lines of the configuration beside it', () => {
    expect(views.map((view) => view.source)).toEqual([source, null]);
  });
});
