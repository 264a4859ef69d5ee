import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';

describe('functions on lists', () => {
  it.each([
    ['concat(["a"], [1], tolist(["b"]))', '["a",1,"b"]'],
    [
      'concat("a")',
      'Invalid function argument: Invalid value for "seqs" parameter: all arguments must be lists or tuples; got string.',
    ],
    ['flatten([["a"], [["b"], []], "c"])', '["a","b","c"]'],
    [
      'flatten("a")',
      'Error in function call: Call to function "flatten" failed: can only flatten lists, sets and tuples.',
    ],
    ['distinct(["b", "a", "b"])', '["b","a"]'],
    ['compact(["a", "", null, "b"])', '["a","b"]'],
    ['reverse([1, 2, 3])', '[3,2,1]'],
    [
      'reverse("abc")',
      'Invalid function argument: Invalid value for "list" parameter: can only reverse list or tuple values, not string.',
    ],
    ['sort(["b", "A", "a"])', '["A","a","b"]'],
    ['slice(["a", "b", "c"], 1, 3)', '["b","c"]'],
    [
      'slice(["a"], 0, 2)',
      'Invalid function argument: Invalid value for "end_index" parameter: end index must not be greater than the length of the list.',
    ],
    [
      'slice(["a", "b"], 1, 0)',
      'Invalid function argument: Invalid value for "start_index" parameter: start index must not be greater than end index.',
    ],
    ['chunklist(["a", "b", "c"], 2)', '[["a","b"],["c"]]'],
    ['chunklist(["a"], 0)', '[["a"]]'],
    [
      'chunklist(["a"], -1)',
      'Error in function call: Call to function "chunklist" failed: the size argument must be positive.',
    ],
    ['element(tolist(["a", "b"]), 1)', '"b"'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});
