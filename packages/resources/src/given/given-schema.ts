import type { JsonObject } from '@tollgate/policy-engine';

const configuration: JsonObject = {
  description: 'The text of a configuration, or texts by the names of their files.',
  anyOf: [{ type: 'string' }, { type: 'object', minProperties: 1, additionalProperties: { type: 'string' } }],
};

const places: JsonObject = {
  type: 'array',
  items: { type: 'string', minLength: 1 },
  description: 'Places in the values: `tags.Owner`, `root_block_device[0].encrypted`.',
};

const resource: JsonObject = {
  type: 'object',
  required: ['address'],
  additionalProperties: false,
  properties: {
    address: { type: 'string', minLength: 1 },
    values: { type: 'object', description: 'The attributes after the change, as a plan has them.' },
    unknown: places,
    sensitive: places,
    action: { enum: ['create', 'update', 'replace', 'delete', 'read', 'no-op', 'forget'] },
    before: { type: ['object', 'null'], description: 'The attributes before the change.' },
    provider: {
      type: 'object',
      additionalProperties: false,
      properties: {
        name: { type: 'string' },
        alias: { type: 'string' },
        region: { type: 'string' },
        source: { type: 'string' },
      },
    },
  },
};

/** What cases of policy tests give to gates that judge resources. */
export const resourceGivenSchema: JsonObject = {
  type: 'object',
  additionalProperties: false,
  properties: {
    terraform: configuration,
    base: { ...configuration, description: 'The configuration before the change.' },
    resources: { type: 'array', items: resource, description: 'Resources as a plan tells them; `create` unless said.' },
    plan: { type: 'object', description: 'A plan as `terraform show -json` writes it.' },
  },
  oneOf: [{ required: ['terraform'] }, { required: ['resources'] }, { required: ['plan'] }],
  dependentRequired: { base: ['terraform'] },
};
