import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';

describe('encodings', () => {
  it.each([
    ['base64encode("héllo")', '"aMOpbGxv"'],
    ['base64decode("aMOpbGxv")', '"héllo"'],
    [
      'base64decode("aGk")',
      'Error in function call: Call to function "base64decode" failed: failed to decode base64 data "aGk".',
    ],
    [
      'base64decode("/w==")',
      'Error in function call: Call to function "base64decode" failed: the result of decoding the provided string is not valid UTF-8.',
    ],
    ['base64encode("")', '""'],
    ['urlencode("a b/c?d=é&~")', '"a+b%2Fc%3Fd%3D%C3%A9%26~"'],
    ['textencodebase64("é", "UTF-16LE")', '"6QA="'],
    ['textdecodebase64("6QA=", "UTF-16LE")', '"é"'],
    ['textencodebase64("é", "ISO-8859-1")', '"6Q=="'],
    [
      'textencodebase64("日", "ISO-8859-1")',
      'Invalid function argument: Invalid value for "string" parameter: the given string contains characters that cannot be represented in ISO_8859-1:1987.',
    ],
    ['textdecodebase64("k/qWew==", "Shift_JIS")', '"日本"'],
    ['textencodebase64("日本", "Shift_JIS")', '"k/qWew=="'],
    [
      'textencodebase64("a", "nope")',
      'Invalid function argument: Invalid value for "encoding" parameter: "nope" is not a supported IANA encoding name or alias in this Terraform version.',
    ],
    ['base64gzip("hello hello hello hello")', '"H4sIAAAAAAAA/8pIzcnJV8AgAQAAAP//AQAA///jUT2NFwAAAA=="'],
    ['base64gzip("")', '"H4sIAAAAAAAA/wAAAP//AQAA//8AAAAAAAAAAA=="'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});
