import { describe, expect, it } from 'vitest';
import { orderGraph } from './order.ts';

describe('orderGraph', () => {
  it.each([
    ['what is needed first', [[1, 2], [2], []], [2, 1, 0], []],
    ['separate parts one after the other', [[], [0], [], [2]], [0, 1, 2, 3], []],
    ['the members of a circle as a group', [[1], [2], [0], [0]], [0, 1, 2, 3], [[0, 1, 2]]],
    [
      'several circles',
      [[1], [0], [3, 0], [2]],
      [0, 1, 2, 3],
      [
        [0, 1],
        [2, 3],
      ],
    ],
  ])('gives %s', (_, needs, order, cycles) => {
    expect(orderGraph(needs)).toEqual({ order, cycles });
  });

  it('follows chains as long as a configuration', () => {
    const length = 200_000;
    const needs = Array.from({ length }, (_, index) => (index + 1 < length ? [index + 1] : []));
    expect(orderGraph(needs).order[0]).toBe(length - 1);
  });
});
