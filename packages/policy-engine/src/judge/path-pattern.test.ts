import { expect, it } from 'vitest';
import { compilePathPatterns, matchesPathPattern } from './path-pattern.ts';

it.each([
  ['main.tf', 'main.tf', true],
  ['main.tf', 'infra/main.tf', false],
  ['*.tf', 'main.tf', true],
  ['*.tf', 'infra/main.tf', false],
  ['**/*.tf', 'main.tf', true],
  ['**/*.tf', 'infra/a/main.tf', true],
  ['infra/**', 'infra/a/main.tf', true],
  ['infra/**', 'infra', false],
  ['infra/', 'infra/a/main.tf', true],
  ['infra/', 'infrastructure/main.tf', false],
  ['infra', 'infra/main.tf', false],
  ['infra/**/db/*.tf', 'infra/db/main.tf', true],
  ['infra/**/db/*.tf', 'infra/a/b/db/main.tf', true],
  ['infra/**/db/*.tf', 'infra/a/b/db/x/main.tf', false],
  ['infra/?.tf', 'infra/a.tf', true],
  ['infra?a.tf', 'infra/a.tf', false],
  ['./infra/*.tf', 'infra/a.tf', true],
  ['**', 'a/b/c', true],
  ['a/**/**/c', 'a/c', true],
])('%s describes %s: %s', (pattern, path, expected) => {
  expect(matchesPathPattern(pattern, path)).toBe(expected);
});

it.each([
  { patterns: ['infra/**', '!infra/legacy/'], path: 'infra/legacy/a.tf', expected: false },
  { patterns: ['infra/**', '!infra/legacy/'], path: 'infra/new/a.tf', expected: true },
  { patterns: ['!infra/legacy/'], path: 'main.tf', expected: true },
  { patterns: [], path: 'main.tf', expected: false },
])('$patterns of $path: $expected', ({ patterns, path, expected }) => {
  expect(compilePathPatterns(patterns)(path)).toBe(expected);
});

it('takes no exponential time for hostile paths', () => {
  expect(matchesPathPattern(`${'**/a/'.repeat(100)}b`, 'a/'.repeat(2_000))).toBe(false);
});
