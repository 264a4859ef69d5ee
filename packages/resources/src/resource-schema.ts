import type { JsonSchema } from '@tollgate/cel';

const text = (description: string) => ({ type: 'string', description });
const textOrNull = (description: string) => ({ type: ['string', 'null'], description });

/** The properties of `resource` in conditions. Gates that judge resources by more than these add to them. */
export const resourceProperties = {
  address: text('The address: `module.a["x"].aws_instance.web[0]`.'),
  mode: { enum: ['managed', 'data'], description: '`data` for a data source.' },
  type: text('`aws_instance`, also for a data source.'),
  name: text('The name in the configuration.'),
  index: { type: ['string', 'number', 'null'], description: 'The key of the instance; null without one.' },
  module: textOrNull('The address of the module instance; null in the root module.'),
  provider: {
    type: 'object',
    description: 'The provider configuration.',
    properties: {
      name: text('`aws`.'),
      alias: textOrNull('Null for the default configuration.'),
      region: text('Unknown where the configuration does not tell it.'),
      source: text('`registry.terraform.io/hashicorp/aws`.'),
    },
  },
  action: {
    enum: ['create', 'update', 'replace', 'delete', 'read', 'no-op', 'forget'],
    description: 'What the change does, as `match.actions` names it. Unknown where the input does not tell.',
  },
  actions: {
    type: 'array',
    items: { enum: ['create', 'update', 'delete', 'read', 'no-op', 'forget'] },
    description: 'What the change does, in steps: a replacement is `delete` and `create`.',
  },
  values: {
    type: 'object',
    additionalProperties: true,
    description: 'The attributes after the change, blocks as lists. Empty for what is deleted.',
  },
  before: {
    type: ['object', 'null'],
    additionalProperties: true,
    description: 'The attributes before the change; null for what is new.',
  },
  expanded: { type: 'boolean', description: 'False when this stands for an unknown number of instances.' },
  file: textOrNull('Where the block stands, from the root of the repository; null when it was not found.'),
  line: { type: ['integer', 'null'], description: 'The first line of the block, from 1.' },
} as const;

/** What conditions of the gate `resource` are written about. */
export const resourceSchema: JsonSchema = {
  type: 'object',
  properties: {
    resource: { type: 'object', description: 'The resource that is judged.', properties: resourceProperties },
  },
};
