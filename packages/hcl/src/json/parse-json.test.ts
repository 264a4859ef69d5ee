import { describe, expect, it } from 'vitest';
import { formatRange } from '../source.ts';
import type { JsonNode } from './json-node.ts';
import { parseJson } from './parse-json.ts';

/** The value of a node as JSON.parse would give it; objects as lists, as names may repeat. */
function readValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return { members: node.members.map(({ name, value }) => [name.value, readValue(value)]) };
    case 'array':
      return node.items.map(readValue);
    case 'number':
      return Number(node.text);
    case 'string':
    case 'bool':
      return node.value;
    case 'null':
      return null;
    case 'invalid':
      return undefined;
  }
}

describe('parseJson', () => {
  it.each([
    {
      name: 'all kinds of values',
      text: '[1, -2.5e3, "x", true, false, null, {}, []]',
      value: [1, -2500, 'x', true, false, null, { members: [] }, []],
    },
    { name: 'escapes', text: '["\\u00e9\\n\\"\\\\\\/"]', value: ['é\n"\\/'] },
    { name: 'half a surrogate pair as Go does', text: '["\\ud800x"]', value: ['\ufffdx'] },
    {
      name: 'repeated names',
      text: '{"a": 1, "a": 2}',
      value: {
        members: [
          ['a', 1],
          ['a', 2],
        ],
      },
    },
    { name: 'a byte order mark', text: '\ufeff{}', value: { members: [] } },
  ])('reads $name', ({ text, value }) => {
    const { root, diagnostics } = parseJson(text, { file: 'x' });
    expect(diagnostics).toEqual([]);
    expect(readValue(root)).toEqual(value);
  });

  it.each([
    { text: '', error: 'Missing value 1,1-1' },
    { text: '1', error: 'Root value must be object 1,1-2' },
    { text: '{} 1', error: 'Extraneous data after value 1,4-5' },
    { text: '{"a": @}', error: 'Invalid start of value 1,7-8' },
    { text: '{"a": }', error: 'Missing JSON value 1,7-8' },
    { text: '[1, ]', error: 'Trailing comma in array 1,3-4' },
    { text: '[,]', error: 'Invalid start of value 1,2-3' },
    { text: '{"a": 1,}', error: 'Trailing comma in object 1,8-9' },
    { text: '{a: 1}', error: 'Invalid JSON keyword 1,2-3' },
    { text: '{1: 2}', error: 'Invalid object property name 1,2-3' },
    { text: '{"a"}', error: 'Missing object value 1,5-6' },
    { text: '{"a" = 1}', error: 'Missing property value colon 1,6-7' },
    { text: '{"a" 1}', error: 'Missing property value colon 1,6-7' },
    { text: '{"a": 1 "b": 2}', error: 'Missing attribute seperator comma 1,9-12' },
    { text: '[1 2]', error: 'Missing attribute seperator comma 1,4-5' },
    { text: '["a": 1]', error: 'Invalid array value 1,5-6' },
    { text: '{"a": 1', error: 'Unclosed object 1,1-2' },
    { text: '[1', error: 'Unclosed object 1,1-2' },
    { text: '{"a": 1]', error: 'Mismatched braces 1,8-9' },
    { text: '[1}', error: 'Mismatched brackets 1,3-4' },
    { text: '[01]', error: 'Invalid JSON number 1,2-4' },
    { text: '[True]', error: 'Invalid JSON keyword 1,2-6' },
    { text: '["a\\q"]', error: 'Invalid JSON string 1,4-6' },
    { text: '["a\n"]', error: 'Invalid JSON string 1,4-4' },
  ])('reports the mistake in $text', ({ text, error }) => {
    const [first] = parseJson(text, { file: 'x' }).diagnostics;
    expect(first && `${first.summary} ${formatRange(first.source, first.range).slice(2)}`).toBe(error);
  });

  it('keeps what is around a mistake', () => {
    const { root, diagnostics } = parseJson('{"a": {"x" 1, "y": 2}, "b": [1 2], "c": tru, "d": 4}', { file: 'x' });
    expect(diagnostics.length).toBe(3);
    expect(readValue(root)).toEqual({
      members: [
        ['a', { members: [['y', 2]] }],
        ['b', [1]],
        ['c', undefined],
        ['d', 4],
      ],
    });
  });
});
