import type { JsonObject } from '@tollgate/policy-engine';
import { formats } from './formats.ts';

const texts = { type: 'array', items: { type: ['string', 'number', 'boolean'] } };

/** A JSON Schema of the form `tags`. */
export const tagRulesSchema: JsonObject = {
  type: 'object',
  minProperties: 1,
  additionalProperties: {
    type: ['object', 'null'],
    description: 'What is demanded of a key, in which * stands for any text. Without more it has to be there.',
    additionalProperties: false,
    properties: {
      optional: { type: 'boolean', description: 'The key may be left out.' },
      forbidden: { type: 'boolean', description: 'The key must not be there.' },
      exactCase: {
        type: 'boolean',
        description: 'The key must not be there in another writing of upper and lower case.',
      },
      oneOf: { ...texts, minItems: 1, description: 'Allowed values.' },
      noneOf: { ...texts, description: 'Values that are not allowed.' },
      like: { ...texts, minItems: 1, description: 'Allowed values, in which * stands for any text.' },
      pattern: { type: 'string', description: 'A regular expression (RE2) that the whole value matches.' },
      format: { enum: [...formats.keys()], description: 'A format that the whole value has.' },
      minLength: { type: 'integer', minimum: 0, description: 'The fewest characters of the value.' },
      maxLength: { type: 'integer', minimum: 0, description: 'The most characters of the value.' },
      caseInsensitive: { type: 'boolean', description: 'Upper and lower case are the same in values.' },
    },
  },
};
