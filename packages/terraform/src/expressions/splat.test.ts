import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';

describe('splats', () => {
  it.each([
    ['[{a = 1}, {a = 2}][*].a', '[1,2]'],
    ['[{a = 1}, {a = 2}].*.a', '[1,2]'],
    ['tolist([{a = 1}])[*].a', '[1]'],
    ['toset([{a = 1}])[*].a', '[1]'],
    ['[[1, 2], [3, 4]][*][0]', '[1,3]'],
    ['"x"[*]', '["x"]'],
    ['null[*]', '[]'],
    ['{a = 1}[*].a', '[1]'],
    ['[{a = [{b = 1}, {b = 2}]}][*].a[*].b', '[[1,2]]'],
    ['[][*].a', '[]'],
    ['[1, null][*]', '[1,null]'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});

describe('splats that go wrong', () => {
  it.each([
    ['[{a = 1}, {b = 2}][*].a', 'Unsupported attribute: This object does not have an attribute named "a".'],
    [
      'tolist(null)[*]',
      'Splat of null value: Splat expressions (with the * symbol) cannot be applied to null sequences.',
    ],
    ['[1][*].a', `Unsupported attribute: Can't access attributes on a primitive-typed value (number).`],
    ['[{a = 1}].*.b', 'Unsupported attribute: This object does not have an attribute named "b".'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});

describe('splats of what is not known or secret', () => {
  it.each([
    ['unknown[*].a', 'unknown dynamic'],
    ['unknown_text[*]', 'unknown dynamic'],
    ['unknown_id[*]', '[unknown string]'],
    ['unknown_id[*] == ["x"]', 'unknown bool'],
    ['[unknown][*].a', '[unknown dynamic]'],
    ['[{a = unknown_text}][*].a', '[unknown string]'],
    ['tolist([unknown_text])[*]', '[unknown string]'],
    ['split(",", unknown_text)[*]', 'unknown list(string)'],
    [
      'split(",", unknown_text)[*].a',
      `Unsupported attribute: Can't access attributes on a primitive-typed value (string).`,
    ],
    ['sensitive([{a = 1}])[*].a', 'secret([1])'],
    ['[{a = secret}][*].a', '[secret("s3cret")]'],
    ['secret[*]', 'secret([secret("s3cret")])'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});
