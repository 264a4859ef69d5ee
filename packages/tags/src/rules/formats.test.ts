import { describe, expect, it } from 'vitest';
import { formats } from './formats.ts';
import { wildcardMatcher } from './full-match.ts';

describe('formats', () => {
  it.each([
    [
      'date',
      ['2026-03-31', '2024-02-29', '2000-02-29'],
      ['2026-3-1', '2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '31.3.2026', ''],
    ],
    [
      'date-time',
      ['2026-03-31T12:00:00Z', '2026-03-31T12:00:00.5+02:00'],
      ['2026-03-31', '2026-03-31T24:00:00Z', '2026-03-31T12:00:00'],
    ],
    [
      'email',
      ['a@example.com', 'a.b+c@mail.example.com'],
      ['a', 'a@b', 'a@b@example.com', 'a b@example.com', 'a@.com'],
    ],
    [
      'uuid',
      ['123e4567-e89b-12d3-a456-426614174000'],
      ['123e4567e89b12d3a456426614174000', '123e4567-e89b-12d3-a456-42661417400g'],
    ],
    [
      'url',
      ['https://example.com', 'http://example.com/a?b=c'],
      ['example.com', 'javascript:alert(1)', 'https://', 'https://a b'],
    ],
    ['semver', ['1.4.0', '1.0.0-rc.1+build.5'], ['1.4', 'v1.4.0', '01.0.0', '1.0.0-01']],
    ['number', ['1', '-1.5', '.5', '1e3'], ['', '1.', 'one', '0x10', 'Infinity']],
    ['integer', ['1', '-12'], ['1.5', '', '1e3']],
    ['boolean', ['true', 'false'], ['yes', 'True', '1']],
  ])('%s', (name, good, bad) => {
    const format = formats.get(name);
    expect(good.filter((value) => format?.fits(value) !== true)).toEqual([]);
    expect(bad.filter((value) => format?.fits(value) !== false)).toEqual([]);
  });

  it('take no time for long texts', () => {
    for (const { fits } of formats.values()) expect(fits(`${'a.'.repeat(5000)}@`)).toBe(false);
  });
});

describe('wildcardMatcher', () => {
  it.each([
    ['a', 'a', true],
    ['a', 'ab', false],
    ['*', '', true],
    ['a*', 'abc', true],
    ['*c', 'abc', true],
    ['a*c', 'ac', true],
    ['ab*bc', 'abc', false],
    ['a*b*c', 'a-b-b-c', true],
    ['a*x*c', 'a-b-c', false],
    ['a*b*b', 'ab', false],
    ['.*', 'x', false],
  ])('%s and %s: %s', (wildcard, text, expected) => {
    expect(wildcardMatcher(wildcard, false)(text)).toBe(expected);
  });
});
