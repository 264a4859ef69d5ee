import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';

describe('the numeric functions', () => {
  it.each([
    ['abs(-1.5)', '1.5'],
    ['ceil(1.2)', '2'],
    ['ceil(-1.2)', '-1'],
    ['floor(-1.2)', '-2'],
    ['floor(1e30)', '1000000000000000000000000000000'],
    ['signum(-3)', '-1'],
    ['max(1, 3, 2)', '3'],
    ['min(1, "0.5", 2)', '0.5'],
    ['max()', 'Error in function call: Call to function "max" failed: must pass at least one number.'],
    ['pow(2, 10)', '1024'],
    ['pow(2, 0.5)', '1.4142135623730951'],
    ['pow(0, 0)', '1'],
    ['log(8, 2)', '3'],
    ['log(0, 10)', '-Inf'],
    ['sum([1, 2.5, "3"])', '6.5'],
    ['sum([])', 'Invalid function argument: Invalid value for "list" parameter: cannot sum an empty list.'],
    ['sum("x")', 'Invalid function argument: Invalid value for "list" parameter: cannot sum noniterable.'],
    ['parseint("ff", 16)', '255'],
    ['parseint("-101", 2)', '-5'],
    ['parseint("zZ", 62)', '2231'],
    [
      'parseint("12", 2)',
      'Invalid function argument: Invalid value for "number" parameter: cannot parse "12" as a base 2 integer.',
    ],
    [
      'parseint("1", 63)',
      'Invalid function argument: Invalid value for "base" parameter: base must be a whole number between 2 and 62 inclusive.',
    ],
    ['range(3)', '[0,1,2]'],
    ['range(1, 4)', '[1,2,3]'],
    ['range(4, 1)', '[4,3,2]'],
    ['range(0, 1, 0.25)', '[0,0.25,0.5,0.75]'],
    [
      'range(1, 5, -1)',
      'Invalid function argument: Invalid value for "params" parameter: end must be less than start when step is negative.',
    ],
    [
      'range(2000)',
      'Error in function call: Call to function "range" failed: more than 1024 values were generated; either decrease the difference between start and end or use a smaller step.',
    ],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});
