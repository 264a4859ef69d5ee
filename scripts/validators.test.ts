import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { type MistakeOptions, validatorCode } from './validator-code.ts';
import { validatorModule, validatorModules } from './validators.ts';

const root = join(import.meta.dirname, '..');

it.each(validatorModules)('$file follows from its schemas', (module) => {
  const isFresh = readFileSync(join(root, module.file), 'utf8') === validatorModule(module);
  expect(isFresh, 'run "node scripts/validators.ts"').toBe(true);
});

const options: MistakeOptions = { told: 'all', limitMessages: false };

type Validate = ((data: unknown) => boolean) & { readonly errors: readonly ErrorObject[] | null };

/** The validator that the code is of, with the name `check`. */
async function compiled(schema: object, more: Partial<MistakeOptions> = {}): Promise<Validate> {
  const code = validatorCode({ check: schema }, { ...options, ...more });
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)).check;
}

describe('a validator', () => {
  it.each([
    ['a type', { type: 'string' }, ['a', 1, null, [], {}]],
    ['several types', { type: ['object', 'null'] }, [{}, null, [], 1]],
    ['a number', { type: 'number', minimum: 0 }, [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '1']],
    ['a whole number', { type: 'integer', minimum: 1, maximum: 9 }, [1, 0, 10, 1.5, -0, Number.NaN, true]],
    ['a constant', { const: 1 }, [1, 2, '1']],
    ['values', { enum: ['a', 'b'] }, ['a', 'c', 1]],
    ['a pattern', { type: 'string', pattern: '^"\\w\\/{1,2}"$' }, ['"a/"', 'a', 1]],
    ['the length of a text', { type: 'string', minLength: 1, maxLength: 2 }, ['', 'a', '😀😀', 'abc']],
    [
      'the length of a list',
      { type: 'array', minItems: 1, maxItems: 2, items: { type: 'integer' } },
      [[], [1], [1, 'a', 2]],
    ],
    [
      'different items',
      { type: 'array', uniqueItems: true },
      [
        [1, 2],
        [{ a: [1] }, 2, { a: [1] }],
      ],
    ],
    [
      'properties',
      {
        type: 'object',
        required: ['a', 'b'],
        additionalProperties: false,
        properties: { a: { type: 'object', required: ['x-y'], properties: { 'x-y': { type: 'integer' } } }, b: true },
      },
      [{}, { a: {}, b: 1 }, { a: { 'x-y': '1' }, c: 1 }, { a: { 'x-y': 1 }, b: null }],
    ],
    [
      'names',
      { type: 'object', minProperties: 1, propertyNames: { pattern: '^a' }, additionalProperties: { type: 'integer' } },
      [{}, { a: 1 }, { b: 1 }, { 'a/~b': 'x' }],
    ],
    [
      'a choice',
      { oneOf: [{ required: ['a'] }, { required: ['b'] }], dependentRequired: { a: ['c'] } },
      [{ a: 1 }, { b: 1 }, {}, { a: 1, b: 1, c: 1 }],
    ],
    [
      'any of several',
      {
        anyOf: [
          { type: 'string', pattern: '^a' },
          { type: 'object', properties: { a: { enum: ['x'] } } },
        ],
      },
      ['a', 'b', 1, { a: 'x' }, { a: 'y' }],
    ],
    [
      'a condition',
      { allOf: [{ if: { properties: { a: { const: 2 } } }, else: { required: ['b', 'c'] } }] },
      [{ a: 1 }, { a: 2 }, { a: 1, b: 1, c: 1 }, {}],
    ],
  ])('finds what ajv finds in %s', async (_, schema, values) => {
    const validate = await compiled(schema);
    const ajv = new Ajv2020({ allErrors: true, messages: false, strict: false, strictNumbers: true }).compile(schema);
    for (const value of values) {
      expect(validate(value)).toBe(ajv(value));
      expect(validate.errors).toEqual(ajv.errors);
    }
  });

  it('tells a mistake in a definition by its place in the whole schema', async () => {
    const validate = await compiled({
      properties: { a: { $ref: '#/$defs/list' } },
      $defs: { list: { type: 'array', items: { $ref: '#/$defs/text' } }, text: { type: 'string' } },
    });
    expect(validate({ a: ['x', 1] })).toBe(false);
    expect(validate.errors).toMatchObject([{ instancePath: '/a/1', schemaPath: '#/$defs/text/type' }]);
    expect(validate({ a: {} })).toBe(false);
    expect(validate.errors).toMatchObject([{ instancePath: '/a', schemaPath: '#/$defs/list/type' }]);
  });

  it('stops at the first mistake, if only that is told', async () => {
    const validate = await compiled({ type: 'array', items: { type: 'integer' } }, { told: 'first' });
    expect(validate(['a', 'b'])).toBe(false);
    expect(validate.errors).toMatchObject([{ instancePath: '/0', keyword: 'type' }]);
    expect(validate([1])).toBe(true);
    expect(validate.errors).toBeNull();
  });

  it('has words for limits, if it is asked to', async () => {
    const validate = await compiled({ type: 'array', minItems: 1 }, { limitMessages: true });
    expect(validate([])).toBe(false);
    expect(validate.errors).toMatchObject([{ keyword: 'minItems', message: 'must NOT have fewer than 1 items' }]);
  });

  it.each([
    ['a choice', { anyOf: [{ type: 'string' }, { type: 'null' }] }],
    ['a condition in a definition', { if: { $ref: '#/$defs/a' }, else: false, $defs: { a: { type: 'string' } } }],
  ])('is refused for %s where only the first mistake is told', (_, schema) => {
    const compile = () => validatorCode({ check: schema }, { ...options, told: 'first' });
    expect(compile).toThrow('in which the first mistake says nothing');
  });
});
