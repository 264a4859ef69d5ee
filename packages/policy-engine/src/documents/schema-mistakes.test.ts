import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../json.ts';
import { schemaMistakes } from './schema-mistakes.ts';

/** What is said of data by a schema that ajv compiles when it runs, as that of a gate's form. */
function messagesOf(schema: JsonObject, data: JsonValue): readonly string[] {
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);
  validate(data);
  return schemaMistakes(validate.errors ?? [], { schema, data, base: ['rule', 'form'] }).map(
    ({ path, about, message }) => `${about} ${path.join('.')}: ${message}`,
  );
}

describe('a choice between schemas', () => {
  const schema = {
    type: 'object',
    properties: {
      value: {
        anyOf: [
          { type: 'string', pattern: '^a' },
          { type: 'object', additionalProperties: false, properties: { oneOf: { type: 'array' } } },
        ],
      },
      other: { oneOf: [{ $ref: '#/$defs/text' }, { type: 'number', minimum: 1 }] },
      either: { description: 'All or nothing.', oneOf: [{ required: ['a'] }, { required: ['b'] }] },
    },
    $defs: { text: { type: 'string', pattern: '^b' } },
  };

  it.each([
    { data: { value: 1 }, says: ['value rule.form.value: rule.form.value must be a text or a mapping, not 1.'] },
    { data: { value: 'b' }, says: ['value rule.form.value: rule.form.value cannot be "b". Write what matches ^a.'] },
    {
      data: { value: { oneof: [] } },
      says: ['key rule.form.value.oneof: Unknown key "oneof" in rule.form.value. Did you mean "oneOf"?'],
    },
    {
      data: { value: { oneOf: 'a' } },
      says: [
        'value rule.form.value.oneOf: rule.form.value.oneOf must be a list, not "a". Write it in brackets: [...].',
      ],
    },
    { data: { other: 'a' }, says: ['value rule.form.other: rule.form.other cannot be "a". Write what matches ^b.'] },
    { data: { other: 0 }, says: ['value rule.form.other: rule.form.other must be at least 1, not 0.'] },
    {
      data: { other: null },
      says: ['value rule.form.other: rule.form.other must be a text or a number, not nothing.'],
    },
    {
      data: { either: {} },
      says: [
        'value rule.form.either: rule.form.either fits none of the ways to write it, or more than one. It means: All or nothing.',
      ],
    },
  ])('is told as one mistake in $data', ({ data, says }) => {
    expect(messagesOf(schema, data)).toEqual(says);
  });
});

it('tells a key with a slash, and a position in a list', () => {
  const schema = { type: 'object', additionalProperties: { type: 'array', items: { type: 'integer' } } };
  expect(messagesOf(schema, { 'a/b~': [1, 2.5] })).toEqual([
    'value rule.form.a/b~.1: rule.form["a/b~"][1] must be a whole number, not 2.5.',
  ]);
});
