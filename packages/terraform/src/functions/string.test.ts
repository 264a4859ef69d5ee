import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';

describe('the string functions', () => {
  it.each([
    ['upper("straße")', '"STRAßE"'],
    ['lower("ÀB")', '"àb"'],
    ['title("hello wOrld foo-bar")', '"Hello WOrld Foo-Bar"'],
    ['strrev("añb👍")', '"👍bña"'],
    ['length("👨‍👩‍👧é")', '2'],
    ['substr("hello", 1, 3)', '"ell"'],
    ['substr("hello", -3, 2)', '"ll"'],
    ['substr("hello", 2, -1)', '"llo"'],
    ['substr("é日本", 1, 1)', '"日"'],
    ['substr("x", 5, 1)', '""'],
    ['trim("--a-b--", "-")', '"a-b"'],
    ['trimprefix("aab", "a")', '"ab"'],
    ['trimsuffix("x.txt", ".txt")', '"x"'],
    ['trimspace("\\n a b \\t")', '"a b"'],
    ['chomp("a\\r\\n\\n")', '"a"'],
    ['indent(2, "a\\nb\\n\\nc")', '"a\\n  b\\n  \\n  c"'],
    ['join(", ", ["a", 1, true])', '"a, 1, true"'],
    ['join("-", [])', '""'],
    [
      'join(",", ["a", null])',
      'Invalid function argument: Invalid value for "lists" parameter: element 1 is null; cannot concatenate null values.',
    ],
    ['split(",", "a,b,,c")', '["a","b","","c"]'],
    ['split("", "añb")', '["a","ñ","b"]'],
    ['split(",", "")', '[""]'],
    ['replace("a.b.c", ".", "-")', '"a-b-c"'],
    ['replace("abc", "", "-")', '"-a-b-c-"'],
    ['startswith("hello", "he")', 'true'],
    ['endswith("hello", "lo")', 'true'],
    ['strcontains("hello", "ell")', 'true'],
    ['upper(null)', 'Invalid function argument: Invalid value for "str" parameter: argument must not be null.'],
    ['upper(["a"])', 'Invalid function argument: Invalid value for "str" parameter: string required.'],
    ['join(",", "a")', 'Invalid function argument: Invalid value for "lists" parameter: list of string required.'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});
