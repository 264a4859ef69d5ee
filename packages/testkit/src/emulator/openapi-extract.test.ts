import { describe, expect, it } from 'vitest';
import { extractExamples, extractOpenapi, shapeOf } from './openapi-extract.ts';

const header = { source: 'a test', date: '2026-01-01', license: 'MIT' };

const description = {
  paths: {
    '/things/{id}': {
      get: {
        operationId: 'things/get',
        summary: 'Get a thing',
        externalDocs: { url: 'https://docs.example/things#get', description: 'prose' },
        parameters: [{ $ref: '#/components/parameters/id' }],
        responses: {
          200: {
            description: 'prose',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/thing' },
                examples: { default: { $ref: '#/components/examples/thing' } },
              },
            },
          },
          304: { $ref: '#/components/responses/same' },
        },
      },
      delete: { operationId: 'things/delete', responses: {} },
    },
  },
  components: {
    parameters: {
      id: { name: 'id', in: 'path', required: true, schema: { type: 'integer' }, 'x-multi-segment': true },
    },
    responses: { same: { description: 'prose' } },
    examples: { thing: { value: { id: 1, part: { name: 'a' }, parts: [{ name: 'b' }, { name: 'c' }] } } },
    schemas: {
      thing: { type: 'object', properties: { part: { $ref: '#/components/schemas/part' } } },
      part: { type: 'object', description: 'prose' },
      other: { type: 'object' },
    },
  },
};

describe('extractOpenapi', () => {
  it('keeps the structure of the named operations and what they refer to', () => {
    expect(extractOpenapi(description, ['things/get'], header)).toEqual({
      openapi: '3.1.0',
      info: header,
      paths: {
        '/things/{id}': {
          get: {
            operationId: 'things/get',
            externalDocs: { url: 'https://docs.example/things#get' },
            parameters: [
              { name: 'id', in: 'path', required: true, schema: { type: 'integer' }, 'x-multi-segment': true },
            ],
            responses: {
              200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/thing' } } } },
              304: {},
            },
          },
        },
      },
      components: {
        schemas: {
          thing: { type: 'object', properties: { part: { $ref: '#/components/schemas/part' } } },
          part: { type: 'object' },
        },
      },
    });
  });

  it('gives the same bytes whatever the order of the operations', () => {
    const one = JSON.stringify(extractOpenapi(description, ['things/get', 'things/delete'], header));
    const other = JSON.stringify(extractOpenapi(description, ['things/delete', 'things/get'], header));
    expect(other).toBe(one);
  });

  it('names an operation that does not exist', () => {
    expect(() => extractOpenapi(description, ['things/gte'], header)).toThrow(
      'The description has no operation things/gte',
    );
  });
});

describe('extractExamples', () => {
  it('keeps of an answer only its shape', () => {
    expect(extractExamples(description, ['things/get', 'things/delete'])).toEqual({
      'things/get': {
        requests: [],
        answer: { status: 200, shape: { id: 'number', part: { name: 'string' }, parts: [{ name: 'string' }] } },
      },
    });
  });
});

describe('shapeOf', () => {
  it('names the types of values', () => {
    expect(shapeOf({ a: null, b: [], c: true })).toEqual({ a: 'null', b: [], c: 'boolean' });
  });
});
