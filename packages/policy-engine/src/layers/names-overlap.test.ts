import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePatterns } from '../judge/pattern.ts';
import { canNeverMatch, exampleOf, type NamesContext } from './names-overlap.ts';

/** Subjects with a type and an address. */
const addresses = (): NamesContext => ({
  forms: ['{}.*', 'data.{}.*', 'module.*.{}.*'],
  effort: { left: 1_000_000 },
});
/** Subjects whose names have nothing to do with each other. */
const anyNames = (): NamesContext => ({ forms: null, effort: { left: 1_000_000 } });

describe('canNeverMatch', () => {
  it.each([
    [['!*']],
    [['aws_x', '!aws_*']],
    [['a', 'b', '!?']],
    [['!a', '!*']],
    [[]],
    [['aws_*'], ['google_*']],
    [['aws_s3_bucket'], ['aws_s3_bucket_policy']],
    [['aws_x'], ['*', '!aws_x']],
    [['module.*'], ['aws_x', '!module.*']],
  ])('%j %j', (...lists) => {
    expect(canNeverMatch(lists, addresses())).toBe(true);
  });

  it.each([
    [['*']],
    [['!aws_*']],
    [['!*', 'aws_x']],
    [['aws_*', '!aws_x']],
    [['aws_*'], ['module.a.*']],
    [['aws_*'], ['*.web']],
    [['aws_x'], ['aws_x.a']],
    [['aws_x'], ['module.a.aws_x.b']],
    [['aws_x'], ['data.aws_x.b']],
    [['aws_*'], ['*', '!aws_x']],
    // A name in a path can be any text: module.a.google_.aws_x.b is one.
    [['aws_*'], ['module.a.google_*']],
  ])('but not %j %j', (...lists) => {
    expect(canNeverMatch(lists, addresses())).toBe(false);
  });

  it('says of names that can be anything only that one pattern covers another', () => {
    expect(canNeverMatch([['lodash*'], ['CVE-*']], anyNames())).toBe(false);
    expect(canNeverMatch([['lodash'], ['*', '!lo*']], anyNames())).toBe(true);
  });
});

describe('exampleOf', () => {
  it.each<[readonly (readonly string[])[], readonly (readonly string[])[], readonly string[] | null]>([
    [[], [], ['x', 'x.x']],
    [[['aws_*']], [], ['aws_x', 'aws_x.x']],
    [[['aws_*'], ['*_bucket']], [], ['aws_x_bucket', 'aws_x_bucket.x']],
    [[['aws_x'], ['module.a.*']], [], ['aws_x', 'module.a.aws_x.']],
    [[['aws_*']], [['*']], null],
    [[['aws_*', '!aws_x*']], [], ['aws_', 'aws_.x']],
    [[['aws_*'], ['google_*']], [], null],
  ])('%j without %j', (takenInBy, leftOutBy, expected) => {
    expect(exampleOf(takenInBy, leftOutBy, addresses())).toEqual(expected);
  });
});

it('what can never match matches no subject, and an example is one', () => {
  const type = fc.constantFrom('a', 'b', 'ab', 'a_b');
  const subject = fc
    .tuple(type, fc.constantFrom('', 'data.', 'module.m.', 'module.a.data.'), fc.constantFrom('a', 'b.c'))
    .map(([name, before, after]) => [name, `${before}${name}.${after}`]);
  const pattern = fc.oneof(
    fc.constantFrom('*', 'a*', '*b', 'a', 'b', '?', 'data.*', 'module.*.a.*', '*.c', 'a.a', '?_*'),
    fc.constantFrom('!*', '!a*', '!*b', '!a', '!b', '!data.*', '!*.c'),
  );
  const list = fc.array(pattern, { maxLength: 3 });
  fc.assert(
    fc.property(fc.array(list, { minLength: 1, maxLength: 3 }), subject, (lists, names) => {
      const matches = (each: readonly string[]): boolean => lists.every((patterns) => compilePatterns(patterns)(each));
      const example = exampleOf(lists, [], addresses());
      if (example !== null) expect(matches(example)).toBe(true);
      if (canNeverMatch(lists, addresses())) {
        expect(matches(names)).toBe(false);
        expect(example).toBeNull();
      }
    }),
    { numRuns: 1_000 },
  );
});
