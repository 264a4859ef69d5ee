import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';

describe('JSON', () => {
  it.each([
    [
      'jsonencode({b = [1, 1.50, true, null], a = "<&>"})',
      '"{\\"a\\":\\"\\\\u003c\\\\u0026\\\\u003e\\",\\"b\\":[1,1.5,true,null]}"',
    ],
    ['jsonencode("é\\u2028👍")', '"\\"é\\\\u2028👍\\""'],
    ['jsonencode(12345678901234567890123456789)', '"12345678901234567890123456789"'],
    ['jsonencode(toset(["b", "a"]))', '"[\\"a\\",\\"b\\"]"'],
    ['jsonencode(null)', '"null"'],
    ['jsondecode("{\\"a\\": [1, 2.50, {\\"b\\": null}]}")', '{"a":[1,2.5,{"b":null}]}'],
    ['jsondecode("1e400") == 1e400', 'true'],
    ['jsondecode(" [] ")', '[]'],
    ['jsondecode("\\"\\\\ud83d\\\\ude00\\"")', '"😀"'],
    ['jsondecode("{\\"a\\": 1, \\"a\\": \\"x\\"}")', '{"a":"x"}'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});

describe('what is no JSON', () => {
  it.each([
    ['jsondecode("")', 'Error in function call: Call to function "jsondecode" failed: EOF.'],
    ['jsondecode("{a: 1}")', `Error in function call: Call to function "jsondecode" failed: invalid character 'a'.`],
    [
      'jsondecode("[1,]")',
      `Error in function call: Call to function "jsondecode" failed: invalid character ']' looking for beginning of value.`,
    ],
    ['jsondecode("[1")', 'Error in function call: Call to function "jsondecode" failed: EOF.'],
    ['jsondecode("1.")', 'Error in function call: Call to function "jsondecode" failed: unexpected EOF.'],
    ['jsondecode("tru")', 'Error in function call: Call to function "jsondecode" failed: unexpected EOF.'],
    [
      'jsondecode("1 2")',
      'Error in function call: Call to function "jsondecode" failed: extraneous data after JSON object.',
    ],
    [
      'jsondecode("{\\"a\\": \\"x\\", \\"a\\": 1}")',
      'Error in function call: Call to function "jsondecode" failed: a number is required.',
    ],
    [
      `jsondecode("'a'")`,
      `Error in function call: Call to function "jsondecode" failed: invalid character '\\'' looking for beginning of value.`,
    ],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});
