import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';

describe('functions that look into collections', () => {
  it.each([
    ['length([1, 2])', '2'],
    ['length({a = 1})', '1'],
    ['length(toset(["a", "a"]))', '1'],
    [
      'length(5)',
      'Error in function call: Call to function "length" failed: argument must be a string, a collection type, or a structural type.',
    ],
    ['contains(["a", "b"], "b")', 'true'],
    ['contains([1], "1")', 'false'],
    [
      'contains({a = 1}, 1)',
      'Error in function call: Call to function "contains" failed: argument must be list, tuple, or set.',
    ],
    ['index(["a", "b"], "b")', '1'],
    ['index(["a"], "b")', 'Error in function call: Call to function "index" failed: item not found.'],
    ['lookup({a = 1}, "a", 0)', '1'],
    ['lookup({a = 1}, "b", 0)', '0'],
    [
      'lookup({a = 1}, "b")',
      'Invalid function argument: Invalid value for "inputMap" parameter: the given object has no attribute "b".',
    ],
    ['element(["a", "b", "c"], 4)', '"b"'],
    [
      'element([], 0)',
      'Error in function call: Call to function "element" failed: cannot use element function with an empty list.',
    ],
    ['one([])', 'null'],
    ['one(["a"])', '"a"'],
    [
      'one(["a", "b"])',
      'Invalid function argument: Invalid value for "list" parameter: must be a list, set, or tuple value with either zero or one elements.',
    ],
    ['coalesce("", null, "x")', '"x"'],
    ['coalesce(null, 1, "b")', '"1"'],
    ['coalesce([], [1])', '[]'],
    [
      'coalesce(null, null)',
      'Error in function call: Call to function "coalesce" failed: no non-null, non-empty-string arguments.',
    ],
    ['coalescelist([], ["a"], ["b"])', '["a"]'],
    ['alltrue([true, "true"])', 'true'],
    ['alltrue([])', 'true'],
    ['anytrue([false, null])', 'false'],
    ['anytrue([])', 'false'],
    ['matchkeys(["i1", "i2", "i3"], ["a", "b", "a"], ["a"])', '["i1","i3"]'],
    [
      'matchkeys([1], ["a", "b"], ["a"])',
      'Error in function call: Call to function "matchkeys" failed: length of keys and values should be equal.',
    ],
    ['transpose({a = ["x", "y"], b = ["y"]})', '{"x":["a"],"y":["a","b"]}'],
    ['sum([1, 2])', '3'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});
