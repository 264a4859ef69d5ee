import { describe, expect, it } from 'vitest';
import { parseMessage } from './message-template.ts';

/** Texts as they are, expressions in brackets with their places. */
function shown(text: string): unknown {
  const parts = parseMessage(text);
  if ('message' in parts) return parts;
  return parts.map((part) => (part.kind === 'text' ? part.text : [part.source, part.line, part.column]));
}

describe('a message is taken apart', () => {
  it.each([
    ['', []],
    ['use a smaller one', ['use a smaller one']],
    ['not ${a.b}, please', ['not ', ['a.b', 1, 7], ', please']],
    [
      '${a}${b}',
      [
        ['a', 1, 3],
        ['b', 1, 7],
      ],
    ],
    ['costs $5 or $', ['costs $5 or $']],
    ['write $${name} as it is', ['write ${name} as it is']],
    ["${ {'a': {'b': 1}}[x] }", [[" {'a': {'b': 1}}[x] ", 1, 3]]],
    ['${ \'}\' + "}" }!', [[' \'}\' + "}" ', 1, 3], '!']],
    ["${ 'it\\'s }' }", [[" 'it\\'s }' ", 1, 3]]],
    ["${ r'\\' }", [[" r'\\' ", 1, 3]]],
    ["${ '''a ' } b''' }", [[" '''a ' } b''' ", 1, 3]]],
    ['${ a // } not here\n }', [[' a // } not here\n ', 1, 3]]],
    ['😀 ${a}', ['😀 ', ['a', 1, 5]]],
    ['first\nnot ${a}', ['first\nnot ', ['a', 2, 7]]],
    ['a } b { c', ['a } b { c']],
  ])('%j', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it.each([
    ['is ${a', 1, 4],
    ["is\n  ${ 'a }", 2, 3],
    ['${ {a }', 1, 1],
  ])('says where %j is open', (text, line, column) => {
    expect(shown(text)).toMatchObject({ line, column, message: expect.stringContaining('has no "}"') });
  });
});
