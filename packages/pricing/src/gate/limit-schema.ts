import type { JsonObject } from '@tollgate/policy-engine';

const atLeastZero = { type: 'number', minimum: 0 };

/** A JSON Schema of the form `limit`. */
export const limitSchema: JsonObject = {
  type: 'object',
  minProperties: 1,
  additionalProperties: false,
  properties: {
    delta: { ...atLeastZero, description: 'By how much the cost may rise, at most: money a month.' },
    percent: { ...atLeastZero, description: 'By how many percent of the cost before it may rise, at most.' },
    percentAbove: {
      ...atLeastZero,
      description: 'The rise in money above which the percentage counts; any unless given.',
    },
    total: { ...atLeastZero, description: 'What it may cost a month after the change, at most.' },
    untoldUsage: {
      enum: ['unknown', 'left-out'],
      description:
        'Whether what is billed by usage that nobody told makes a verdict unknown that it could change, or is left out; `unknown` unless given.',
    },
  },
};
