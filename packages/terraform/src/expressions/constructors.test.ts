import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';

describe('tuples and objects', () => {
  it.each([
    ['[1, "a", [true]]', '[1,"a",[true]]'],
    ['{a = 1, "b" = 2, (upper("c")) = 3}', '{"C":3,"a":1,"b":2}'],
    ['{b = 1, a = 2}', '{"a":2,"b":1}'],
    ['{a = 1, a = 2}', '{"a":2}'],
    ['{1 = "x"}', '{"1":"x"}'],
    ['{true = 1}', '{"true":1}'],
    ['{(1 == 1) = "x"}', '{"true":"x"}'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});

describe('keys that make no sense', () => {
  it.each([
    ['{(null) = 1}', `Null value as key: Can't use a null value as a key.`],
    ['{([]) = 1}', `Incorrect key type: Can't use this value as a key: string required.`],
    ['{(a.b) = 1}', 'Unknown name: There is no "a".'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});

describe('tuples and objects of what is not known or secret', () => {
  it.each([
    ['[unknown, 1]', '[unknown dynamic,1]'],
    ['{a = unknown_text}', '{"a":unknown string}'],
    ['{(unknown_text) = 1}', 'unknown dynamic'],
    ['{(secret) = 1, b = 2}', 'secret({"b":2,"s3cret":1})'],
    ['[secret]', '[secret("s3cret")]'],
    ['{a = secret}', '{"a":secret("s3cret")}'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});
