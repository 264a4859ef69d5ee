import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';

describe('templates', () => {
  it.each([
    ['"a${1 + 1}b"', '"a2b"'],
    ['"${"x"}"', '"x"'],
    ['"${true}-${1.50}"', '"true-1.5"'],
    ['"${[1]}" == [1]', 'true'],
    ['"%{ if true }yes%{ else }no%{ endif }"', '"yes"'],
    ['"%{ for x in ["a", "b"] }<${x}>%{ endfor }"', '"<a><b>"'],
    ['"%{ for k, v in {a = 1} }${k}${v}%{ endfor }"', '"a1"'],
    ['"a ${~ "b" ~} c"', '"abc"'],
    ['"$${x} %%{y}"', '"${x} %{y}"'],
    ['"é\\u0301\\t\\"\\\\"', '"é́\\t\\"\\\\"'],
    ['"${"a"}${null == null}"', '"atrue"'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});

describe('templates that go wrong', () => {
  it.each([
    [
      '"a${null}"',
      'Invalid template interpolation value: The expression result is null. Cannot include a null value in a string template.',
    ],
    [
      '"a${[]}"',
      'Invalid template interpolation value: Cannot include the given value in a string template: string required.',
    ],
    [
      '"a${{}}b"',
      'Invalid template interpolation value: Cannot include the given value in a string template: string required.',
    ],
    [
      '"%{ if null }x%{ endif }"',
      'Null condition: The condition value is null. Conditions must either be true or false.',
    ],
    ['"%{ if "x" }x%{ endif }"', 'Incorrect condition type: The condition expression must be of type bool.'],
    [
      '"%{ for x in null }x%{ endfor }"',
      `Iteration over null value: A null value cannot be used as the collection in a 'for' expression.`,
    ],
    [
      '"%{ for x in 1 }x%{ endfor }"',
      `Iteration over non-iterable value: A value of type number cannot be used as the collection in a 'for' expression.`,
    ],
    [
      '"%{ for x in [null] }${x}%{ endfor }"',
      'Invalid template interpolation value: The expression result is null. Cannot include a null value in a string template.',
    ],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});

describe('templates with what is not known or secret', () => {
  it.each([
    ['"a-${unknown_text}"', 'unknown string'],
    ['"${unknown}"', 'unknown dynamic'],
    ['"${unknown}x"', 'unknown string'],
    ['startswith("a-${unknown_text}", "a-")', 'true'],
    ['startswith("a-${unknown_text}", "b")', 'false'],
    ['"a-${secret}"', 'secret("a-s3cret")'],
    ['"${secret}"', 'secret("s3cret")'],
    ['"%{ if unknown }a%{ endif }"', 'unknown string'],
    ['"%{ for x in unknown }a%{ endfor }"', 'unknown string'],
    ['"%{ if sensitive(true) }a%{ endif }"', 'secret("a")'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});
