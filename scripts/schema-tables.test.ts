import { describe, expect, it } from 'vitest';
import { fieldRows, readSchema, valueText } from './schema-tables.ts';

describe('valueText', () => {
  it.each([
    [{ type: 'string' }, 'text'],
    [{ type: ['string', 'null'] }, 'text or null'],
    [{ type: 'integer', minimum: 1, maximum: 9 }, 'whole number from 1 to 9'],
    [{ type: 'boolean' }, '`true` or `false`'],
    [{ const: 'Policy' }, '`Policy`'],
    [{ enum: ['a', 1, true] }, '`a`, `1`, `true`'],
    [{ type: 'array', items: { enum: ['a', 'b'] } }, 'list: `a`, `b`'],
    [{ type: 'array', items: {} }, 'list: any value'],
    [{ anyOf: [{ type: 'string' }, { type: 'object' }] }, 'text, mapping'],
    [{}, 'any value'],
  ])('%j', (schema, text) => {
    expect(valueText(readSchema(schema))).toBe(text);
  });
});

describe('fieldRows', () => {
  const schema = {
    $defs: {
      day: { type: 'string', description: 'A day.' },
      rule: { type: 'object', properties: { id: { type: 'string' } } },
    },
    required: ['metadata'],
    properties: {
      metadata: {
        type: 'object',
        description: 'Who it is.',
        required: ['name'],
        properties: { name: { type: 'string', description: 'Its name.' } },
      },
      expires: { $ref: '#/$defs/day', description: 'The last day.' },
      created: { $ref: '#/$defs/day' },
      rules: { type: 'array', items: { $ref: '#/$defs/rule' } },
      cases: { type: 'array', items: { type: 'object', properties: { given: { type: 'object' } } } },
      params: { type: 'object', additionalProperties: { description: 'A value.' } },
    },
  };

  it('names fields by the way to them, and links to definitions that have a table', () => {
    expect(fieldRows(readSchema(schema), { rule: '[rule](#rules)' })).toEqual([
      ['metadata', 'mapping', 'yes', 'Who it is.'],
      ['metadata.name', 'text', 'yes', 'Its name.'],
      ['expires', 'day', '', 'The last day.'],
      ['created', 'day', '', 'A day.'],
      ['rules', 'list: [rule](#rules)', '', ''],
      ['cases', 'list of mappings', '', ''],
      ['cases[].given', 'mapping', '', ''],
      ['params', 'mapping', '', ''],
      ['params.NAME', 'any value', '', 'A value.'],
    ]);
  });
});
