import { describe, expect, it } from 'vitest';
import { closed, referencedSchemas, toJsonSchema } from './openapi-schema.ts';

describe('toJsonSchema', () => {
  it.each([
    {
      name: 'leaves prose and extensions out',
      schema: { type: 'string', description: 'a', example: 'b', title: 'c', 'x-note': 1 },
      expected: { type: 'string' },
    },
    {
      name: 'keeps properties that are called like prose',
      schema: { properties: { title: { type: 'string', description: 'x' }, description: { type: 'string' } } },
      expected: { properties: { title: { type: 'string' }, description: { type: 'string' } } },
    },
    {
      name: 'makes null a type',
      schema: { type: 'string', nullable: true },
      expected: { type: ['string', 'null'] },
    },
    {
      name: 'adds null to the values of an enumeration',
      schema: { type: 'string', nullable: true, enum: ['a'] },
      expected: { type: ['string', 'null'], enum: ['a', null] },
    },
    {
      name: 'makes null an alternative beside references and alternatives',
      schema: { nullable: true, oneOf: [{ type: 'string' }, { type: 'integer' }] },
      expected: { anyOf: [{ oneOf: [{ type: 'string' }, { type: 'integer' }] }, { type: 'null' }] },
    },
    {
      name: 'drops formats that only name a type',
      schema: { type: 'integer', format: 'int64' },
      expected: { type: 'integer' },
    },
    {
      name: 'keeps formats that can be checked',
      schema: { type: 'string', format: 'date-time' },
      expected: { type: 'string', format: 'date-time' },
    },
  ])('$name', ({ schema, expected }) => {
    expect(toJsonSchema(schema)).toEqual(expected);
  });
});

describe('closed', () => {
  it('closes every object but those that are free on purpose', () => {
    const schema = {
      type: 'object',
      properties: {
        list: { type: 'array', items: { type: 'object', properties: { a: {} } } },
        payload: { type: 'object', additionalProperties: true },
      },
    };
    expect(closed(schema)).toEqual({
      type: 'object',
      properties: {
        list: { type: 'array', items: { type: 'object', properties: { a: {} }, unevaluatedProperties: false } },
        payload: { type: 'object', additionalProperties: true },
      },
      unevaluatedProperties: false,
    });
  });

  it('lets alternatives narrow the members of the object around them', () => {
    const schema = {
      properties: { status: {}, conclusion: {} },
      anyOf: [
        { properties: { status: { enum: ['completed'] } }, required: ['conclusion'], additionalProperties: true },
      ],
    };
    expect(closed(schema)).toEqual({
      properties: { status: {}, conclusion: {} },
      anyOf: [{ properties: { status: { enum: ['completed'] } }, required: ['conclusion'] }],
      unevaluatedProperties: false,
    });
  });
});

describe('referencedSchemas', () => {
  it('finds references wherever they are', () => {
    const schema = { items: { $ref: '#/components/schemas/a' }, anyOf: [{ $ref: '#/components/schemas/b' }] };
    expect(referencedSchemas(schema)).toEqual(['a', 'b']);
  });
});
