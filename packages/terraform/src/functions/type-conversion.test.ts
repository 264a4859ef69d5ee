import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';

describe('conversions', () => {
  it.each([
    ['tostring(1.50)', '"1.5"'],
    ['tostring(true)', '"true"'],
    ['tostring(null)', 'null'],
    ['tostring(["a"])', 'Invalid function argument: Invalid value for "v" parameter: cannot convert tuple to string.'],
    ['tonumber("1e3")', '1000'],
    [
      'tonumber("x")',
      'Invalid function argument: Invalid value for "v" parameter: cannot convert "x" to number; given string must be a decimal representation of a number.',
    ],
    ['tonumber(true)', 'Invalid function argument: Invalid value for "v" parameter: cannot convert bool to number.'],
    ['tobool("true")', 'true'],
    [
      'tobool("yes")',
      'Invalid function argument: Invalid value for "v" parameter: cannot convert "yes" to bool; only the strings "true" or "false" are allowed.',
    ],
    ['tolist([1, "a"])', '["1","a"]'],
    ['tolist(toset(["b", "a"]))', '["a","b"]'],
    [
      'tolist({a = 1})',
      'Invalid function argument: Invalid value for "v" parameter: cannot convert object to list of any single type.',
    ],
    ['toset([1, 2, 1])', '[1,2]'],
    ['tomap({a = 1, b = "x"})', '{"a":"1","b":"x"}'],
    [
      'tomap({a = 1, b = []})',
      'Invalid function argument: Invalid value for "v" parameter: cannot convert object to map of any single type.',
    ],
    [
      'tomap(["a"])',
      'Invalid function argument: Invalid value for "v" parameter: cannot convert tuple to map of any single type.',
    ],
    ['type(tolist([1]))', '"list(number)"'],
    ['type({a = [true]})', '"object({\\n    a: tuple([\\n        bool,\\n    ]),\\n})"'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});
