import type { JsonObject } from '@tollgate/policy-engine';
import { keyCases } from './key-case.ts';

const texts = { type: 'array', items: { type: 'string' } };

/** A JSON Schema of the form `tagKeys`. */
export const tagKeysSchema: JsonObject = {
  type: 'object',
  minProperties: 1,
  additionalProperties: false,
  properties: {
    case: { enum: ['any', ...keyCases.keys()], description: 'How keys are written.' },
    pattern: { type: 'string', description: 'A regular expression (RE2) that every whole key matches.' },
    forbid: { ...texts, description: 'Keys that must not be there; * stands for any text.' },
    except: { ...texts, description: 'Keys of which neither case nor pattern is demanded; * stands for any text.' },
    minCount: { type: 'integer', minimum: 0, description: 'The fewest keys.' },
    maxCount: { type: 'integer', minimum: 0, description: 'The most keys.' },
    cloudLimits: { type: 'boolean', description: 'Whether the limits of AWS, Azure and Google Cloud are checked.' },
  },
};
