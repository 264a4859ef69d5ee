import { expect, it } from 'vitest';
import { didYouMean } from './name-suggestion.ts';

it.each([
  ['regoin', ' Did you mean "region"?'],
  ['regions', ' Did you mean "region"?'],
  ['reg', ''],
  ['zone', ''],
])('%s', (given, sentence) => {
  expect(didYouMean(given, ['count', 'region'])).toBe(sentence);
});
