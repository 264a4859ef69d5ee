import { describe, expect, it } from 'vitest';
import { graphemeCount, graphemes } from './graphemes.ts';
import { jsonString } from './json-text.ts';
import { quoteText } from './quote.ts';
import { compareText, normalizeText } from './text-order.ts';
import { safePrefix } from './text-prefix.ts';
import { stringValue } from './value.ts';

describe('strings', () => {
  it('are in normal form C', () => {
    expect(stringValue('e\u0301').value).toBe('é');
    expect(normalizeText('plain')).toBe('plain');
  });

  it.each([
    ['', 0],
    ['abc', 3],
    ['é日', 2],
    ['👨‍👩‍👧', 1],
    ['🇩🇪🇫🇷', 2],
    ['\r\n', 1],
  ])('%j has %d characters', (text, expected) => {
    expect(graphemeCount(text)).toBe(expected);
    expect(graphemes(text)).toHaveLength(expected);
  });

  it('are in order of their UTF-8 bytes', () => {
    const texts = ['z', '\u{1f44d}', 'a', '\uffff', 'B', 'é', ''];
    expect(texts.sort(compareText)).toEqual(['', 'B', 'a', 'z', 'é', '\uffff', '\u{1f44d}']);
  });

  it.each([
    ['arn:aws:', 'arn:aws:'],
    // What could still become part of the last character is left off.
    ['abc', 'ab'],
    ['foo-', 'foo-'],
    ['e', ''],
  ])('of an unknown string that begins with %j, %j is certain', (text, expected) => {
    expect(safePrefix(text)).toBe(expected);
  });

  it('are quoted as in messages and escaped as in JSON', () => {
    expect(quoteText('a"b\n\u0007é')).toBe('"a\\"b\\n\\aé"');
    expect(jsonString('<a href="x">&\u2028')).toBe('"\\u003ca href=\\"x\\"\\u003e\\u0026\\u2028"');
  });
});
