import { expect, it } from 'vitest';
import { redact } from './redact.ts';

const secret = '(sensitive value)';

it.each([
  ['nothing is marked', { a: 1 }, false, { a: 1 }],
  ['all is marked', { a: 1 }, true, secret],
  ['a member is marked', { a: 's', b: 't' }, { a: true }, { a: secret, b: 't' }],
  ['a member of an element is marked', [{ a: 's' }, { a: 't' }], [{}, { a: true }], [{ a: 's' }, { a: secret }]],
  ['a mark says false', { a: 's' }, { a: false }, { a: 's' }],
  ['a mark has no value', { a: 's' }, { b: true }, { a: 's' }],
  ['marks of another shape hide the value', { a: 's' }, { a: { b: true } }, { a: secret }],
  ['marks of another shape without a sensitive place hide nothing', { a: 's' }, { a: { b: {} } }, { a: 's' }],
  ['lists of another length are hidden', ['s', 't'], [true], secret],
  ['an absent value stays absent', { a: null }, { a: [true] }, { a: null }],
  ['a member is named like one of Object', { constructor: 's' }, {}, { constructor: 's' }],
] as const)('redacts when %s', (_, value, sensitive, expected) => {
  expect(redact(value, sensitive)).toEqual(expected);
});
