import type { JsonObject } from '@tollgate/policy-engine';
import { alternativeTables } from './alternative-table.ts';
import { derivations } from './derivations.ts';

const attributeName = '^[a-z][a-z0-9_]*$';

const money = {
  description: 'The least saving a month that is worth a word, in the currency of the report.',
  anyOf: [
    { type: 'number', minimum: 0 },
    { type: 'string', pattern: '^[0-9]+(\\.[0-9]+)?$' },
  ],
};

const source: JsonObject = {
  type: 'object',
  minProperties: 1,
  maxProperties: 1,
  additionalProperties: false,
  properties: {
    table: {
      enum: [...alternativeTables],
      description: 'The table of facts that has the new value for the old one.',
    },
    derive: { enum: [...derivations.keys()], description: 'How the new value is computed from what is there.' },
    atMost: { type: 'number', minimum: 0, description: 'The largest number; a larger one becomes this.' },
  },
};

/** A JSON Schema of the form `alternative`. */
export const alternativeSchema: JsonObject = {
  type: 'object',
  required: ['minSaving'],
  additionalProperties: false,
  oneOf: [{ required: ['set'] }, { required: ['remove'] }],
  dependentRequired: { in: ['set'], from: ['set'], fixable: ['set'] },
  properties: {
    in: {
      type: 'array',
      minItems: 1,
      items: { type: 'string', pattern: '^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*$' },
      description: 'The blocks that are changed, such as root_block_device; the resource itself when left out.',
    },
    from: {
      type: 'object',
      minProperties: 1,
      propertyNames: { pattern: attributeName },
      additionalProperties: {
        type: 'array',
        minItems: 1,
        items: { type: ['string', 'number', 'boolean', 'null'] },
        description: 'Values of an attribute.',
      },
      description: 'Only what has one of these values is changed; null stands for an attribute that is not set.',
    },
    set: {
      type: 'object',
      minProperties: 1,
      propertyNames: { pattern: attributeName },
      additionalProperties: {
        anyOf: [{ type: ['string', 'number', 'boolean', 'array', 'null'] }, source],
      },
      description: 'New values of attributes; null takes an attribute away.',
    },
    remove: { const: true, description: 'The resource could go: all of its cost is the saving.' },
    minSaving: money,
    fixable: {
      type: 'boolean',
      description: 'Whether the values alone are safe to set, so that `tollgate fix` does it; false unless given.',
    },
  },
};
