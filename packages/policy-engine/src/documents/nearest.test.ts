import { describe, expect, it } from 'vitest';
import { nearest, suggestion } from './nearest.ts';

const choices = ['level', 'onUnknown', 'match', 'exclude'];

describe('nearest', () => {
  it.each([
    { word: 'lvel', meant: 'level' },
    { word: 'Level', meant: 'level' },
    { word: 'leevl', meant: 'level' },
    { word: 'onunknow', meant: 'onUnknown' },
    { word: 'exlude', meant: 'exclude' },
    { word: 'tags', meant: undefined },
    { word: '', meant: undefined },
    { word: 'x'.repeat(1_000_000), meant: undefined },
  ])('takes $word for $meant', ({ word, meant }) => {
    expect(nearest(word, choices)).toBe(meant);
  });
});

describe('suggestion', () => {
  it('asks, lists, or is silent', () => {
    expect(suggestion('lvel', choices)).toBe(' Did you mean "level"?');
    expect(suggestion('zzz', choices)).toBe(' Choose among level, onUnknown, match, exclude.');
    expect(suggestion('zzz', [])).toBe('');
  });
});
