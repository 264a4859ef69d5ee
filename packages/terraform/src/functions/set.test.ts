import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';

describe('functions on sets', () => {
  it.each([
    ['setunion(["b"], ["a", "b"])', '["a","b"]'],
    ['setintersection(["a", "b"], ["b", "c"])', '["b"]'],
    ['setsubtract(["a", "b"], ["b"])', '["a"]'],
    ['setproduct(["a", "b"], [1, 2])', '[["a",1],["a",2],["b",1],["b",2]]'],
    ['setproduct(["a"], [])', '[]'],
    ['setproduct(toset(["a"]), toset([true]))', '[["a",true]]'],
    [
      'setproduct(["a"])',
      'Error in function call: Call to function "setproduct" failed: at least two arguments are required.',
    ],
    ['setunion([1], ["a"])', '["1","a"]'],
    [
      'setunion([[1]], ["a"])',
      'Error in function call: Call to function "setunion" failed: given sets must all have compatible element types.',
    ],
    [
      'setunion("a")',
      'Invalid function argument: Invalid value for "first_set" parameter: set of any single type required.',
    ],
    ['toset(["b", "a", "b"])', '["a","b"]'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});
