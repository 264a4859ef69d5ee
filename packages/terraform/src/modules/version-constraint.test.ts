import { describe, expect, it } from 'vitest';
import { allowsVersion } from './version-constraint.ts';

describe('allowsVersion', () => {
  it.each([
    ['1.11.4', true],
    ['= 1.11', false],
    ['!= 1.11.4', false],
    ['>= 1.5, < 2.0.0', true],
    ['> 1.11.4', false],
    ['<= 1.11.4', true],
    ['~> 1.5', true],
    ['~> 1.11.0', true],
    ['~> 1.10.0', false],
    ['~> 2', false],
    ['~> 1', true],
    ['< 1.0', false],
    ['>=1.0.0-beta1', true],
    ['1.11.4-rc1', false],
    ['abc', undefined],
    ['>= 1.x', undefined],
    ['', undefined],
  ])('%s allows 1.11.4: %s', (constraint, allowed) => {
    expect(allowsVersion(constraint, '1.11.4')).toBe(allowed);
  });
});
