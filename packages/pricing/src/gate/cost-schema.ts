import type { JsonSchema } from '@tollgate/cel';
import { resourceProperties } from '@tollgate/resources';
import { costScopes } from './cost-subject.ts';

const money = (description: string) => ({ type: 'number', description });
const count = (description: string) => ({ type: 'integer', description });

/** What conditions of the gate `cost` are written about. */
export const costSchema: JsonSchema = {
  type: 'object',
  properties: {
    scope: { enum: costScopes, description: 'What is judged: the change as a whole, or a part of it.' },
    name: { type: 'string', description: '`total`, the environment, the root module, or the address of the resource.' },
    environment: {
      type: ['string', 'null'],
      description: 'The environment of a root module or a resource; null for the total, and where nothing tells it.',
    },
    currency: { type: 'string', description: '`USD`: of all amounts.' },
    cost: {
      type: 'object',
      description:
        'Amounts a month, rounded to cents. One that is not known for certain, since something has no price or usage is not told, is unknown.',
      properties: {
        before: money('Before the change; 0 for what is added.'),
        after: money('After the change; 0 for what is removed.'),
        delta: money('`after` less `before`.'),
        percent: money('`delta` in percent of what is known of `before`, to one place. Unknown where that is nothing.'),
        low: money('The least that `after` can be.'),
        high: money('The most that `after` can be; unknown when there is no most.'),
        deltaLow: money('The least that `delta` can be; unknown when there is no least.'),
        deltaHigh: money('The most that `delta` can be; unknown when there is no most.'),
        range: money('How far attributes that are not known leave `after` open, of what has a price.'),
      },
    },
    change: {
      enum: ['added', 'removed', 'changed', 'moved', 'unchanged', 'present'],
      description:
        'What becomes of the cost of a resource; `present` when what was before is not known. Of the others, `changed` or `unchanged`.',
    },
    coverage: {
      type: 'object',
      description: 'How many resources are known after the change.',
      properties: {
        priced: count('With a price for all that they are billed for.'),
        free: count('Without a cost of their own.'),
        usageNeeded: count('Of the priced ones, those that are billed by usage that is not told.'),
        unpriced: count('With something that has no price.'),
        unsupported: count('Of types without a cost model.'),
        percent: { type: 'number', description: 'Of those that are not free, how many are priced, to one place.' },
      },
    },
    prices: {
      type: 'object',
      description: 'The prices of the run.',
      properties: {
        source: { type: 'string', description: '`embedded`, or `live` with look-ups.' },
        asOf: { description: 'The oldest day of a price that was used, a timestamp; null when none was.' },
      },
    },
    rootModule: {
      type: 'object',
      description: 'The root module that is judged, or that the resource belongs to.',
      properties: {
        name: { type: 'string', description: 'Its folder, or how the run calls it.' },
        resources: {
          type: 'object',
          additionalProperties: { type: 'integer' },
          description: 'How many resources of a type there are after the change.',
        },
      },
    },
    resource: {
      type: 'object',
      description: 'The resource that is judged; there is none for the total, environments and root modules.',
      properties: {
        ...resourceProperties,
        usedBy: {
          type: 'array',
          description:
            'The resources of the same root module that refer to it. Unknown where references are not known.',
          items: {
            type: 'object',
            properties: {
              address: { type: 'string', description: 'Its address.' },
              type: { type: 'string', description: 'Its type.' },
            },
          },
        },
      },
    },
  },
};
