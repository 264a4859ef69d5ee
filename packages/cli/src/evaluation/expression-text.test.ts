import { expect, it } from 'vitest';
import { expressionsText } from './expression-text.ts';

const found = { ok: true, known: true, sensitive: false, type: 'number' } as const;

it.each([
  ['a value', { ...found, value: 2 }, '2'],
  ['null', { ...found, value: null }, 'null'],
  ['what is unknown', { ...found, known: false, value: null }, '(unknown number)'],
  ['what is sensitive', { ...found, sensitive: true, value: null }, '(sensitive value)'],
  [
    'what is unknown in parts',
    { ...found, known: false, value: [1, null] },
    '[1, null]\n  (null or missing where it is unknown)',
  ],
  [
    'a mistake',
    { ok: false, error: 'Missing expression', detail: 'It\u001b ends.' } as const,
    'Error: Missing expression\n  It\\u{1b} ends.',
  ],
])('writes %s', (_, result, text) => {
  expect(expressionsText({ kind: 'ExpressionResults', version: 1, results: [{ expr: 'a\nb', ...result }] })).toBe(
    `a\\nb\n  ${text}\n`,
  );
});
