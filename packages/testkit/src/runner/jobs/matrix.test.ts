import { describe, expect, it } from 'vitest';
import type { Plain, PlainMapping } from '../plain-data.ts';
import { combinationName, expandMatrix } from './matrix.ts';

// The examples of include and exclude follow GitHub's documentation of `jobs.<job_id>.strategy.matrix`.
describe('expandMatrix', () => {
  const cases: { name: string; matrix: Plain; combinations: PlainMapping[] }[] = [
    { name: 'no matrix', matrix: null, combinations: [{}] },
    {
      name: 'a product, the first key slowest',
      matrix: { os: ['a', 'b'], v: [1, 2] },
      combinations: [
        { os: 'a', v: 1 },
        { os: 'a', v: 2 },
        { os: 'b', v: 1 },
        { os: 'b', v: 2 },
      ],
    },
    {
      name: 'exclude by part',
      matrix: { os: ['a', 'b'], v: [1, 2], exclude: [{ os: 'a', v: 2 }, { os: 'b' }] },
      combinations: [{ os: 'a', v: 1 }],
    },
    {
      name: 'include only',
      matrix: { include: [{ site: 'x' }, { site: 'y' }] },
      combinations: [{ site: 'x' }, { site: 'y' }],
    },
    {
      name: 'include that adds, replaces what was added, and stands alone',
      matrix: {
        fruit: ['apple', 'pear'],
        animal: ['cat', 'dog'],
        include: [
          { color: 'green' },
          { color: 'pink', animal: 'cat' },
          { fruit: 'apple', shape: 'circle' },
          { fruit: 'banana' },
          { fruit: 'banana', animal: 'cat' },
        ],
      },
      combinations: [
        { fruit: 'apple', animal: 'cat', color: 'pink', shape: 'circle' },
        { fruit: 'apple', animal: 'dog', color: 'green', shape: 'circle' },
        { fruit: 'pear', animal: 'cat', color: 'pink' },
        { fruit: 'pear', animal: 'dog', color: 'green' },
        { fruit: 'banana' },
        { fruit: 'banana', animal: 'cat' },
      ],
    },
    {
      name: 'objects as values',
      matrix: { node: [{ v: 1 }, { v: 2 }], exclude: [{ node: { v: 2 } }] },
      combinations: [{ node: { v: 1 } }],
    },
  ];
  it.each(cases)('$name', ({ matrix, combinations }) => {
    expect(expandMatrix(matrix)).toEqual(combinations);
  });

  it('refuses more than 256 combinations', () => {
    const twenty = Array.from({ length: 20 }, (_, index) => index);
    expect(() => expandMatrix({ a: twenty, b: twenty })).toThrow('400 combinations');
  });
});

it('the name of a combination has its values in brackets', () => {
  expect(combinationName({ os: 'a', node: { v: 1, x: [true] } })).toBe(' (a, 1, true)');
  expect(combinationName({})).toBe('');
});
