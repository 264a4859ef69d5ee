import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';

describe('for expressions', () => {
  it.each([
    ['[for x in ["a", "b"]: upper(x)]', '["A","B"]'],
    ['[for i, x in ["a", "b"]: "${i}${x}"]', '["0a","1b"]'],
    ['[for k, v in {b = 1, a = 2}: "${k}=${v}"]', '["a=2","b=1"]'],
    ['[for x in toset(["b", "a"]): x]', '["a","b"]'],
    ['[for x in [1, 2, 3]: x if x != 2]', '[1,3]'],
    ['{for x in ["a", "b"]: x => upper(x)}', '{"a":"A","b":"B"}'],
    ['{for k, v in {a = 1, b = 2}: k => v if v > 1}', '{"b":2}'],
    ['{for x in ["a", "b", "ab"]: length(x) => x...}', '{"1":["a","b"],"2":["ab"]}'],
    ['[for x in [[1], [2, 3]]: [for y in x: y * 10]]', '[[10],[20,30]]'],
    ['{for x in [1, 2]: "k${x}" => x}', '{"k1":1,"k2":2}'],
    ['[for x in []: x]', '[]'],
    ['{for x in []: x => x}', '{}'],
    ['[for x in ["a"]: [for x in ["b"]: x]]', '[["b"]]'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});

describe('loops that go wrong', () => {
  it.each([
    [
      '[for x in null: x]',
      `Iteration over null value: A null value cannot be used as the collection in a 'for' expression.`,
    ],
    [
      '[for x in "abc": x]',
      `Iteration over non-iterable value: A value of type string cannot be used as the collection in a 'for' expression.`,
    ],
    [
      '[for x in 5: x]',
      `Iteration over non-iterable value: A value of type number cannot be used as the collection in a 'for' expression.`,
    ],
    [
      '{for x in ["a", "a"]: x => 1}',
      `Duplicate object key: Two different items produced the key "a" in this 'for' expression. If duplicates are expected, use the ellipsis (...) after the value expression to enable grouping by key.`,
    ],
    [
      '{for x in ["a", "a"]: sensitive(x) => 1}',
      `Duplicate object key: Two different items produced the key (sensitive value) in this 'for' expression. If duplicates are expected, use the ellipsis (...) after the value expression to enable grouping by key.`,
    ],
    ['{for x in [[]]: x => 1}', 'Invalid object key: The key expression produced an invalid result: string required.'],
    [
      '{for x in [null]: x => 1}',
      `Invalid object key: Key expression in 'for' expression must not produce a null value.`,
    ],
    ['[for x in [1]: x if "x"]', `Invalid 'for' condition: The 'if' clause value is invalid: a bool is required.`],
    ['[for x in [1]: x if null]', `Condition is null: The value of the 'if' clause must not be null.`],
    ['[for x in [1]: x.a]', `Unsupported attribute: Can't access attributes on a primitive-typed value (number).`],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});

describe('loops over what is not known or secret', () => {
  it.each([
    ['[for x in unknown: x]', 'unknown dynamic'],
    ['[for x in [unknown_text, "b"]: upper(x)]', '[unknown string,"B"]'],
    ['[for x in [1, 2]: x if unknown]', 'unknown dynamic'],
    ['[for x in [unknown_text, "b"]: x if x != "b"]', 'unknown dynamic'],
    ['{for x in [unknown_text]: x => 1}', 'unknown dynamic'],
    ['{for x in ["a"]: x => unknown}', '{"a":unknown dynamic}'],
    ['{for k, v in unknown: k => v}', 'unknown dynamic'],
    ['[for x in tolist([unknown_text]): x]', '[unknown string]'],
    ['[for x in sensitive(["a"]): x]', 'secret(["a"])'],
    ['[for x in [secret]: x]', '[secret("s3cret")]'],
    ['{for x in [secret]: x => 1}', 'secret({"s3cret":1})'],
    ['[for x in [1]: x if sensitive(true)]', 'secret([1])'],
    ['[for x in sensitive(toset(["a"])): x]', 'secret(["a"])'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});
