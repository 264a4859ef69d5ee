import { expect, it } from 'vitest';
import { mendText } from './mend-text.ts';

it.each<[string, RegExp, string | null]>([
  ['cc-1042', /^CC-\d{4}$/, 'CC-1042'],
  [' CC-1042 ', /^CC-\d{4}$/, 'CC-1042'],
  ['CC 1042', /^CC-\d{4}$/, 'CC-1042'],
  ['Core', /^[a-z]+$/, 'core'],
  ['core platform', /^[a-z-]+$/, null],
  ['Core Platform', /^[a-z_-]+$/, null],
  ['team.core', /^[a-z]+-[a-z]+$/, 'team-core'],
  ['x', /^y$/, null],
  ['', /^.*$/, null],
])('%j becomes, to match %s, %j', (text, pattern, mended) => {
  expect(mendText(text, (candidate) => pattern.test(candidate))).toBe(mended);
});
