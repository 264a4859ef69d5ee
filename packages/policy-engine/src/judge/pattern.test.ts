import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePatterns, matchesPattern } from './pattern.ts';

describe('one pattern', () => {
  it.each([
    ['aws_instance', 'aws_instance', true],
    ['aws_instance', 'aws_instances', false],
    ['aws_*', 'aws_', true],
    ['aws_*', 'azurerm_subnet', false],
    ['*_bucket', 'aws_s3_bucket', true],
    ['*', '', true],
    ['', '', true],
    ['', 'a', false],
    ['module.*', 'module.a["x/y.z"].aws_vpc.this', true],
    ['*.aws_?pc.*', 'module.a.aws_vpc.this[0]', true],
    ['aws_??', 'aws_a', false],
    ['a*b*c', 'a.b.b.c', true],
    ['a*b*c', 'a.c.b', false],
    ['*ab', 'aab', true],
    ['?', '😀', true],
    ['??', '😀', false],
    ['*?x', '😀x', true],
    ['a.c', 'abc', false],
    ['[a]', 'a', false],
    ['AWS_*', 'aws_vpc', false],
  ])('%s describes %s: %s', (pattern, text, expected) => {
    expect(matchesPattern(pattern, text)).toBe(expected);
    expect(compilePatterns([pattern])([text])).toBe(expected);
  });

  it('agrees with a regular expression on any text', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '?'), maxLength: 12 });
    fc.assert(
      fc.property(letters, letters, (pattern, text) => {
        const source = [...pattern]
          .map((letter) => ({ '*': '[^]*', '?': '[^]', '.': '\\.' })[letter] ?? letter)
          .join('');
        expect(matchesPattern(pattern, text)).toBe(new RegExp(`^${source}$`, 'u').test(text));
      }),
    );
  });

  it('takes no exponential time for hostile text', () => {
    const pattern = `${'*a'.repeat(200)}*b`;
    expect(matchesPattern(pattern, 'a'.repeat(5_000))).toBe(false);
  });
});

describe('a list of patterns', () => {
  it.each([
    { patterns: ['aws_*'], names: ['aws_vpc', 'module.a.aws_vpc.b'], expected: true },
    { patterns: ['aws_*', '!aws_iam_*'], names: ['aws_iam_role', 'aws_iam_role.a'], expected: false },
    { patterns: ['aws_*', '!aws_iam_*', 'aws_iam_role'], names: ['aws_iam_role', 'aws_iam_role.a'], expected: true },
    { patterns: ['aws_*', '!module.legacy.*'], names: ['aws_vpc', 'module.legacy.aws_vpc.a'], expected: false },
    { patterns: ['!module.legacy.*', 'aws_*'], names: ['aws_vpc', 'module.legacy.aws_vpc.a'], expected: true },
    { patterns: ['!aws_iam_*'], names: ['google_project', 'google_project.a'], expected: true },
    { patterns: ['!aws_iam_*'], names: ['aws_iam_role', 'aws_iam_role.a'], expected: false },
    { patterns: ['aws_*'], names: ['google_project', 'google_project.a'], expected: false },
    { patterns: [], names: ['aws_vpc'], expected: false },
    { patterns: ['aws_*'], names: [], expected: false },
    { patterns: ['!aws_*'], names: [], expected: true },
    { patterns: ['!*', 'aws_vpc'], names: ['aws_vpc'], expected: true },
  ])('$patterns of $names: $expected', ({ patterns, names, expected }) => {
    expect(compilePatterns(patterns)(names)).toBe(expected);
  });

  it('answers the same whether it has seen the first name or not', () => {
    const name = fc.constantFrom('aws_vpc', 'aws_iam_role', 'module.a.aws_vpc.b', 'google_project');
    const pattern = fc.constantFrom('aws_*', '!aws_iam_*', '*', '!*vpc*', 'module.*', '!module.a.*');
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 5 }), fc.array(fc.array(name, { maxLength: 3 })), (patterns, all) => {
        const matches = compilePatterns(patterns);
        for (const names of all) expect(matches(names)).toBe(compilePatterns(patterns)(names));
      }),
    );
  });
});
