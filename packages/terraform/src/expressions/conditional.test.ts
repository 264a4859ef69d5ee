import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';

describe('conditionals', () => {
  it.each([
    ['true ? 1 : 2', '1'],
    ['false ? 1 : "b"', '"b"'],
    ['"true" ? "a" : "b"', '"a"'],
    ['true ? [1] : ["a", "b"]', '["1"]'],
    ['true ? {a = 1} : {b = "x"}', '{"a":"1"}'],
    ['true ? null : 1', 'null'],
    ['false ? [] : tolist(["a"])', '["a"]'],
    ['true ? {a = 1} : tomap({b = 2})', '{"a":1}'],
    ['false ? 1 / "x" : 2', '2'],
    ['true ? [] : [1, "x"]', '[]'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});

describe('conditionals that make no sense', () => {
  it.each([
    ['null ? 1 : 2', 'Null condition: The condition value is null. Conditions must either be true or false.'],
    ['1 ? 1 : 2', 'Incorrect condition type: The condition expression must be of type bool.'],
    ['"x" ? 1 : 2', 'Incorrect condition type: The condition expression must be of type bool.'],
    ['[] ? 1 : 2', 'Incorrect condition type: The condition expression must be of type bool.'],
    [
      'true ? 1 : []',
      `Inconsistent conditional result types: The true and false result expressions must have consistent types. The 'true' value is number, but the 'false' value is tuple.`,
    ],
    [
      'true ? {a = 1} : ["a"]',
      `Inconsistent conditional result types: The true and false result expressions must have consistent types. The 'true' value is object, but the 'false' value is tuple.`,
    ],
    [
      'true ? tolist([1]) : tolist([[]])',
      `Inconsistent conditional result types: The true and false result expressions must have consistent types. The 'true' value is list of number, but the 'false' value is list of tuple.`,
    ],
    ['true ? 1 / "x" : 2', 'Invalid operand: Unsuitable value for right operand: a number is required.'],
    [
      'true ? [1, []] : [[], 1]',
      `Inconsistent conditional result types: The true and false result expressions must have consistent types. Type mismatch for tuple element 0: The 'true' value is number, but the 'false' value is tuple.`,
    ],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});

describe('conditionals on what is not known or secret', () => {
  it.each([
    ['unknown ? 1 : 2', 'unknown number'],
    ['unknown ? "a" : 1', 'unknown string'],
    ['unknown ? [1] : [2]', 'unknown tuple([number,])'],
    ['unknown ? [1] : [1, 2]', 'unknown list(number)'],
    ['unknown ? {a = 1} : {a = 2}', 'unknown object({a:number,})'],
    ['unknown ? null : "a"', 'unknown string'],
    ['unknown ? unknown : []', 'unknown dynamic'],
    ['(unknown ? 1 : 5) > 0', 'true'],
    ['(unknown ? 1 : 5) > 9', 'false'],
    ['(unknown ? "a" : "b") == null', 'false'],
    ['length(unknown ? tolist(["a"]) : tolist(["b"]))', '1'],
    [
      'unknown ? 1 : []',
      `Inconsistent conditional result types: The true and false result expressions must have consistent types. The 'true' value is number, but the 'false' value is tuple.`,
    ],
    ['unknown ? 1 / "x" : 2', 'unknown number'],
    ['true ? secret : "a"', 'secret("s3cret")'],
    ['sensitive(true) ? "a" : "b"', 'secret("a")'],
    ['true ? "a" : secret', 'secret("a")'],
    ['secret ? 1 : 2', 'Incorrect condition type: The condition expression must be of type bool.'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});
