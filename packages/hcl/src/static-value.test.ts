import { describe, expect, it } from 'vitest';
import { outline } from '../test/outline.ts';
import type { BodyValue } from './body.ts';
import { bodyOf } from './file-body.ts';
import { parseJson } from './json/parse-json.ts';
import { parseConfig } from './parse.ts';
import { callOf, keywordOf, listOf, mapOf, traversalOf } from './static-value.ts';

const native = (text: string) => bodyOf(parseConfig(`a = ${text}\n`, { file: 'x' })).justAttributes();
const json = (text: string) => bodyOf(parseJson(`{"a": ${text}}`, { file: 'x' })).justAttributes();

function onlyValue({ attributes }: ReturnType<typeof native>): BodyValue {
  const attribute = attributes.get('a');
  if (attribute === undefined) expect.fail('no attribute');
  return attribute.value;
}

describe('values as syntax', () => {
  it.each([
    { name: 'a reference', value: native('aws_instance.a["b"][0].c'), shape: 'aws_instance.a["b"][0].c' },
    { name: 'a word', value: native('string'), shape: 'string' },
    { name: 'a word with a meaning in expressions', value: native('null'), shape: 'null' },
    { name: 'an interpolation only', value: native('"${a.b}"'), shape: 'a.b' },
    { name: 'a string in JSON', value: json('"a.b[\\"c\\"]"'), shape: 'a.b["c"]' },
    { name: 'no string', value: native('"a.b"'), shape: undefined },
    { name: 'no operation', value: native('a + b'), shape: undefined },
    { name: 'no sentence in JSON', value: json('"a b"'), shape: undefined },
  ])('traversalOf takes $name', ({ value, shape }) => {
    const traversal = traversalOf(onlyValue(value));
    expect(traversal && outline(traversal)).toBe(shape);
  });

  it('traversalOf gives the place in the JSON text', () => {
    const value = onlyValue(json('"a.\\u0062"'));
    const traversal = traversalOf(value);
    expect(traversal?.steps.map(({ start, end }) => value.source.text.slice(start, end))).toEqual(['.\\u0062']);
  });

  it('keywordOf takes single words', () => {
    expect(
      [native('all'), json('"all"'), native('a.b'), native('1')].map((value) => keywordOf(onlyValue(value))),
    ).toEqual(['all', 'all', undefined, undefined]);
  });

  it('callOf takes function calls', () => {
    const calls = [native('list(string)'), json('"list(string)"'), native('"x"'), json('"list("')];
    expect(calls.map((value) => callOf(onlyValue(value))?.name)).toEqual(['list', 'list', undefined, undefined]);
  });

  it('listOf and mapOf take lists and objects apart', () => {
    for (const value of [native('[a.b, c]'), json('["a.b", "c"]')]) {
      expect(listOf(onlyValue(value))?.map((item) => traversalOf(item)?.root)).toEqual(['a', 'c']);
    }
    for (const value of [native('{ aws = aws.west }'), json('{"aws": "aws.west"}')]) {
      const entries = mapOf(onlyValue(value))?.map(({ key, value: inner }) => [
        keywordOf(key),
        traversalOf(inner)?.root,
      ]);
      expect(entries).toEqual([['aws', 'aws']]);
    }
    expect(listOf(onlyValue(native('a')))).toBeUndefined();
    expect(mapOf(onlyValue(json('[]')))).toBeUndefined();
  });
});
