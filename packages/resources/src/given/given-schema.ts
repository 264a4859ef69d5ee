import type { JsonObject } from '@tollgate/policy-engine';

const configuration: JsonObject = {
  description: 'The text of a configuration, or texts by the names of their files.',
  anyOf: [{ type: 'string' }, { type: 'object', minProperties: 1, additionalProperties: { type: 'string' } }],
};

const places: JsonObject = {
  type: 'array',
  items: { type: 'string', minLength: 1 },
};

const resource: JsonObject = {
  type: 'object',
  required: ['address'],
  additionalProperties: false,
  properties: {
    address: { type: 'string', minLength: 1, description: 'Its address: `aws_instance.web[0]`.' },
    values: { type: 'object', description: 'The attributes after the change, as a plan has them.' },
    unknown: {
      ...places,
      description: 'What is known only after apply: `tags.Owner`, `root_block_device[0].encrypted`.',
    },
    sensitive: { ...places, description: 'What must not be read.' },
    action: {
      enum: ['create', 'update', 'replace', 'delete', 'read', 'no-op', 'forget'],
      description: 'What the change does: `create` unless given, `update` with `before`, `read` for a data source.',
    },
    before: { type: ['object', 'null'], description: 'The attributes before the change.' },
    provider: {
      type: 'object',
      description: 'The provider configuration.',
      additionalProperties: false,
      properties: {
        name: { type: 'string', description: '`aws`; the start of the type unless given.' },
        alias: { type: 'string', description: 'The alias of the configuration.' },
        region: { type: 'string', description: 'The region of the configuration.' },
        source: { type: 'string', description: '`registry.terraform.io/hashicorp/aws`.' },
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
