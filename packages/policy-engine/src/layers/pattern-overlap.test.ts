import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesPattern } from '../judge/pattern.ts';
import { covers, overlapOf } from './pattern-overlap.ts';

const enough = () => ({ left: 1_000_000 });

describe('overlapOf', () => {
  it.each([
    ['aws_*', 'aws_s3_bucket', 'aws_s3_bucket'],
    ['aws_*', '*_bucket', 'aws_bucket'],
    ['a?c', 'ab*', 'abc'],
    ['*', '*', ''],
    ['module.*.aws_x', 'module.a.*', 'module.a.aws_x'],
    ['??', '*', 'xx'],
    ['?', '😀', '😀'],
  ])('%s and %s have %j in common', (one, other, example) => {
    expect(overlapOf(one, other, enough())).toEqual({ kind: 'overlap', example });
    expect(matchesPattern(one, example) && matchesPattern(other, example)).toBe(true);
  });

  it.each([
    ['aws_*', 'google_*'],
    ['*_a', '*_b'],
    ['?', '??'],
    ['a', ''],
    ['a*b*c', 'a*d'],
    ['??', '😀'],
  ])('%s and %s have nothing in common', (one, other) => {
    expect(overlapOf(one, other, enough())).toEqual({ kind: 'apart' });
  });

  it('gives up when it would take more steps than are left', () => {
    const effort = { left: 1_000 };
    expect(overlapOf('*a'.repeat(100), '*b'.repeat(100), effort)).toEqual({ kind: 'undecided' });
    expect(covers('*', 'a', effort)).toBe(false);
  });
});

describe('covers', () => {
  it.each([
    ['*', 'aws_*'],
    ['*', ''],
    ['aws_*', 'aws_x'],
    ['aws_*', 'aws_?*'],
    ['a?c', 'abc'],
    ['*a*', '*ba*'],
    ['**', '*'],
  ])('%s describes all of %s', (wide, narrow) => {
    expect(covers(wide, narrow, enough())).toBe(true);
  });

  it.each([
    ['aws_*', '*'],
    ['?', '*'],
    ['a?c', 'ac'],
    ['aws_x', 'aws_*'],
    ['*a', '*a*'],
    ['', '?'],
  ])('%s does not describe all of %s', (wide, narrow) => {
    expect(covers(wide, narrow, enough())).toBe(false);
  });
});

describe('for any patterns', () => {
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '.'), maxLength: 7 });
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 7 });

  it('an example is one of both, and patterns that are apart have none', () => {
    fc.assert(
      fc.property(pattern, pattern, text, (one, other, any) => {
        const overlap = overlapOf(one, other, enough());
        if (overlap.kind === 'overlap') {
          expect(matchesPattern(one, overlap.example) && matchesPattern(other, overlap.example)).toBe(true);
        } else {
          expect(matchesPattern(one, any) && matchesPattern(other, any)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('the wider one describes whatever the narrower one does', () => {
    fc.assert(
      fc.property(pattern, pattern, text, (wide, narrow, any) => {
        fc.pre(covers(wide, narrow, enough()));
        expect(!matchesPattern(narrow, any) || matchesPattern(wide, any)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
