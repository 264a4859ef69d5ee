import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';

describe('functions on maps and objects', () => {
  it.each([
    ['keys({b = 1, a = 2})', '["a","b"]'],
    ['values({b = 1, a = 2})', '[2,1]'],
    ['values({b = 1, a = "x"})', '["x",1]'],
    ['keys("a")', 'Invalid function argument: Invalid value for "inputMap" parameter: must have map or object type.'],
    ['merge({a = 1, b = 2}, {b = 3}, null)', '{"a":1,"b":3}'],
    ['merge()', '{}'],
    [
      'merge({a = 1}, ["x"])',
      'Error in function call: Call to function "merge" failed: arguments must be maps or objects, got "tuple".',
    ],
    ['zipmap(["a", "b"], [1, 2])', '{"a":1,"b":2}'],
    ['zipmap(["a", "a"], [1, 2])', '{"a":2}'],
    [
      'zipmap(["a"], [1, 2])',
      'Error in function call: Call to function "zipmap" failed: number of keys (1) does not match number of values (2).',
    ],
    ['zipmap(["a", "b"], [1, "x"])', '{"a":1,"b":"x"}'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});
