import { expect, it } from 'vitest';
import { markerWord } from './marker-word.ts';

it('writes a name as a word that can be read', () => {
  expect(markerWord('Cost impact')).toBe('Cost-impact');
});

it.each([
  ['Cost impact', 'Cost-impact'],
  ['コスト', '予算'],
  ['Cost (dev)', 'Cost [dev]'],
  ['a', 'a '],
])('tells %j from %j', (one, other) => {
  expect(markerWord(one)).not.toBe(markerWord(other));
});

it.each(['-->', '--!>', 'a--> b'])('ends no HTML comment with %j', (name) => {
  expect(markerWord(name)).not.toMatch(/[<>!]/);
});
