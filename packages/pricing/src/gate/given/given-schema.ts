import type { JsonObject } from '@tollgate/policy-engine';
import { resourceGivenSchema } from '@tollgate/resources';
import { isObject } from '@tollgate/terraform';
import { givenPricesSchema } from './given-prices.ts';

const money = { type: 'number', minimum: 0 };
const count = { type: 'integer', minimum: 0 };
const resourceForms = isObject(resourceGivenSchema.properties) ? resourceGivenSchema.properties : {};

const rootModule: JsonObject = {
  type: 'object',
  required: ['name', 'after'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', minLength: 1, description: 'Its name: `infra/prod`.' },
    environment: { type: 'string', minLength: 1, description: 'The environment that it is for.' },
    before: {
      ...money,
      type: ['number', 'null'],
      description: 'What it cost a month; null when that is not known, 0 unless given.',
    },
    after: { ...money, description: 'What it costs a month after the change.' },
    low: { ...money, description: 'The least that it can cost after the change; `after` unless given.' },
    coverage: {
      type: 'object',
      additionalProperties: false,
      description: 'How many resources are known after the change; one is priced unless given.',
      properties: {
        priced: { ...count, description: 'With a price for all that they are billed for.' },
        free: { ...count, description: 'Without a cost of their own.' },
        usageNeeded: { ...count, description: 'Of the priced ones, those with usage that is not told.' },
        unpriced: { ...count, description: 'With something that has no price.' },
        unsupported: { ...count, description: 'Of types without a cost model.' },
      },
    },
  },
};

/** What cases of policy tests give to the gate `cost`: resources, which are priced, or what root modules cost. */
export const costGivenSchema: JsonObject = {
  type: 'object',
  additionalProperties: false,
  properties: {
    ...resourceForms,
    usage: { type: 'object', description: 'What a usage file has below `resource_usage`: usage by address.' },
    prices: givenPricesSchema,
    date: {
      type: 'string',
      pattern: '^\\d{4}-\\d{2}-\\d{2}$',
      description: 'The day of the run, for what costs more from a day on; 2026-01-01 unless given.',
    },
    environment: { type: 'string', minLength: 1, description: 'The environment that the resources are for.' },
    rootModules: {
      type: 'array',
      items: rootModule,
      minItems: 1,
      description: 'What root modules cost a month, in USD.',
    },
    pricesAsOf: {
      type: 'string',
      pattern: '^\\d{4}-\\d{2}-\\d{2}$',
      description: 'The oldest day of a price; 2026-01-01 unless given. Goes with `rootModules`.',
    },
  },
  oneOf: ['terraform', 'resources', 'plan', 'rootModules'].map((name) => ({ required: [name] })),
  dependentRequired: { base: ['terraform'], pricesAsOf: ['rootModules'] },
};
