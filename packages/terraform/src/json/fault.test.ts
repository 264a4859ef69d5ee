import { describe, expect, it } from 'vitest';
import { findJsonFault } from './fault.ts';

function faultOf(text: string): string | null {
  const fault = findJsonFault(Buffer.from(text));
  return fault && `${fault.kind} ${fault.line}:${fault.column}`;
}

describe('findJsonFault', () => {
  it.each([
    ['an empty text', '', 'end 1:1'],
    ['an open object', '{"a": 1', 'end 1:8'],
    ['an open list', '[1,\n 2', 'end 2:3'],
    ['an open text', '{"a": "b', 'end 1:9'],
    ['an escape that is cut off', '["\\u00', 'end 1:7'],
    ['a word that is cut off', '[tru', 'end 1:5'],
    ['a number that is cut off', '[-', 'end 1:3'],
    ['a missing value', '{"a": }', 'unexpected 1:7'],
    ['a missing colon', '{"a" 1}', 'unexpected 1:6'],
    ['a comma too many', '[1,]', 'unexpected 1:4'],
    ['a comma too many in an object', '{"a":1,}', 'unexpected 1:8'],
    ['a key without quotation marks', '{a: 1}', 'unexpected 1:2'],
    ['a bracket of the wrong kind', '{"a": [1}', 'unexpected 1:9'],
    ['a second value', '{}\n{}', 'unexpected 2:1'],
    ['a misspelt word', '[true, folse]', 'unexpected 1:8'],
    ['a number with a leading zero', '[012]', 'unexpected 1:2'],
    ['an unknown escape', '["a\\x"]', 'unexpected 1:4'],
    ['a line break inside of a text', '["a\nb"]', 'unexpected 1:4'],
    ['columns that are counted in characters', '["ö€😀" 1]', 'unexpected 1:8'],
  ])('finds %s', (_, text, expected) => {
    expect(faultOf(text)).toBe(expected);
  });

  it.each(['null', ' [] ', '{"a":[{},[],"\\u00e9\\n",-1.5e+10,0,true,false,null]}', '"x"', '12'])(
    'finds none in %s',
    (text) => {
      expect(faultOf(text)).toBeNull();
    },
  );

  it('agrees with JSON.parse about what is JSON', () => {
    const text = '{"a": [1, -2.5e3, "x\\u0041\\"y", true, null, {"b": {}}], "c": "ä"}';
    for (let at = 0; at < text.length; at++) {
      for (const character of ['"', '{', ']', ',', ':', '\\', '0', 'e', ' ', '\n']) {
        const changed = text.slice(0, at) + character + text.slice(at + 1);
        expect([changed, findJsonFault(Buffer.from(changed)) === null]).toEqual([changed, isJson(changed)]);
      }
    }
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
