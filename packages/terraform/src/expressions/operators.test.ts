import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';

describe('operators', () => {
  it.each([
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['7 % 3', '1'],
    ['-7 % 3', '-1'],
    ['1 / 4', '0.25'],
    ['"5" + "3"', '8'],
    ['-"3"', '-3'],
    ['!true', 'false'],
    ['!"false"', 'true'],
    ['true && false || true', 'true'],
    ['1 < 2 && "2" >= "1"', 'true'],
    ['1 == 1.0', 'true'],
    ['1 == "1"', 'false'],
    ['[1] == [1]', 'true'],
    ['tolist(["a"]) == ["a"]', 'false'],
    ['{a = 1} == {a = 1}', 'true'],
    ['null == null', 'true'],
    ['"a" != null', 'true'],
    ['0.1 + 0.2 == 0.3', 'true'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});

describe('operands that do not fit', () => {
  it.each([
    ['1 + "x"', 'Invalid operand: Unsuitable value for right operand: a number is required.'],
    ['1 + null', 'Operation failed: Error during operation: argument must not be null.'],
    ['[] + 1', 'Invalid operand: Unsuitable value for left operand: number required.'],
    ['!1', 'Invalid operand: Unsuitable value for unary operand: bool required.'],
    ['-"x"', 'Invalid operand: Unsuitable value for unary operand: a number is required.'],
    ['true && "x"', 'Invalid operand: Unsuitable value for right operand: a bool is required.'],
    ['null || true', 'Operation failed: Error during operation: argument must not be null.'],
    ['"a" < "b"', 'Invalid operand: Unsuitable value for left operand: a number is required.'],
    ['0 / 0', `Operation failed: Error during operation: can't divide zero by zero or infinity by infinity.`],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});

describe('operators on what is not known or secret', () => {
  it.each([
    ['unknown_number + 1', 'unknown number'],
    ['unknown_text == "a"', 'unknown bool'],
    ['unknown_id == null', 'false'],
    ['unknown_id != null', 'true'],
    ['unknown == unknown', 'unknown bool'],
    ['!unknown', 'unknown bool'],
    ['unknown && false', 'unknown bool'],
    ['false && unknown', 'unknown bool'],
    ['true || unknown', 'unknown bool'],
    ['unknown_number > 0', 'unknown bool'],
    ['length(unknown_text) >= 0', 'unknown bool'],
    ['secret == "a"', 'secret(false)'],
    ['secret == unknown_text', 'secret(unknown bool)'],
    ['[secret] == ["a"]', 'secret(false)'],
    ['secret == null', 'secret(false)'],
    ['-sensitive(1)', 'secret(-1)'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});
