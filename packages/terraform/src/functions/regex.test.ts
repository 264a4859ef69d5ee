import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';

describe('regular expressions', () => {
  it.each([
    ['regex("[a-z]+", "12abc34")', '"abc"'],
    ['regex("(\\\\d+)-(\\\\d+)", "a 10-20")', '["10","20"]'],
    ['regex("(?P<year>\\\\d{4})-(?P<month>\\\\d\\\\d)", "2024-05-06")', '{"month":"05","year":"2024"}'],
    ['regex("(a)|(b)", "b")', '[null,"b"]'],
    [
      'regex("x", "abc")',
      'Error in function call: Call to function "regex" failed: pattern did not match any part of the given string.',
    ],
    ['regex("(?i)ABC", "xabc")', '"abc"'],
    ['regex("^\\\\p{Greek}+$", "αβγ")', '"αβγ"'],
    ['regexall("[aeiou]", "education")', '["e","u","a","i","o"]'],
    ['regexall("(\\\\w)=(\\\\d)", "a=1,b=2")', '[["a","1"],["b","2"]]'],
    ['regexall("x", "abc")', '[]'],
    ['regexall("x*", "axb")', '["","x",""]'],
    ['replace("aabbcc", "/b+/", "-")', '"aa-cc"'],
    ['replace("John Smith", "/(\\\\w+) (\\\\w+)/", "$2 $1")', '"Smith John"'],
    ['replace("abc", "/(?P<x>b)/", "[${x}]")', 'Unknown name: There is no "x".'],
    ['replace("$5", "/(\\\\d)/", "$$$1")', '"$$5"'],
    ['replace("a/b", "/", "-")', '"a-b"'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});

describe('patterns that are not RE2', () => {
  it.each([
    [
      'regex("(", "x")',
      'Invalid function argument: Invalid value for "pattern" parameter: invalid regexp pattern: missing closing ) in (.',
    ],
    [
      'regex("(?=a)", "a")',
      'Invalid function argument: Invalid value for "pattern" parameter: invalid regexp pattern: invalid or unsupported Perl syntax in (?=.',
    ],
    [
      'regex("(a)\\\\1", "aa")',
      'Invalid function argument: Invalid value for "pattern" parameter: invalid regexp pattern: invalid escape sequence in \\1.',
    ],
    [
      'regex("a**", "a")',
      'Invalid function argument: Invalid value for "pattern" parameter: invalid regexp pattern: invalid nested repetition operator in **.',
    ],
    [
      'regex("(?P<x>a)(b)", "ab")',
      'Invalid function argument: Invalid value for "pattern" parameter: invalid regexp pattern: cannot mix both named and unnamed capture groups.',
    ],
    [
      'replace("x", "/[/", "y")',
      'Error in function call: Call to function "replace" failed: error parsing regexp: missing closing ]: `[`.',
    ],
    [
      'regex("a{1001}", "a")',
      'Invalid function argument: Invalid value for "pattern" parameter: invalid regexp pattern: invalid repeat count in {1001}.',
    ],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});
