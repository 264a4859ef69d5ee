import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';

describe('format', () => {
  it.each([
    ['format("Hello, %s!", "Ann")', '"Hello, Ann!"'],
    ['format("%s %d %v %q %t", "a", 3, [1, "b"], "c", true)', '"a 3 [1,\\"b\\"] \\"c\\" true"'],
    ['format("%#v", {a = null})', '"{\\"a\\":null}"'],
    ['format("%5.2f|%-6s|%06d|%+d", 3.14159, "ab", 42, 7)', '" 3.14|ab    |000042|+7"'],
    ['format("%x %X %o %b %e %g", 255, 255, 8, 5, 12345.678, 1e21)', '"ff FF 10 101 1.234568e+04 1e+21"'],
    ['format("%5s|%-5s|%.2s", "日本", "é", "añb")', '"   日本|é    |añ"'],
    [
      'format("%*d", 5, 42)',
      `Error in function call: Call to function "format" failed: unrecognized format character '*' at offset 1.`,
    ],
    ['format("%%")', '"%"'],
    [
      'format("%2$s %1$s", "a", "b")',
      `Error in function call: Call to function "format" failed: unrecognized format character '$' at offset 2.`,
    ],
    [
      'format("%d", 1.5)',
      'Error in function call: Call to function "format" failed: unsupported value for "%d" at 0: an integer is required.',
    ],
    ['format("%s", null)', 'unknown dynamic'],
    ['format("%v", "x\\ty")', '"x\\ty"'],
    [
      'format("%s")',
      'Error in function call: Call to function "format" failed: not enough arguments for "%s" at 0: need index 1 but have 0 total.',
    ],
    [
      'format("%z", 1)',
      `Error in function call: Call to function "format" failed: unsupported format verb 'z' in "%z" at offset 0.`,
    ],
    [
      'format("a", 1)',
      'Invalid function argument: Invalid value for "args" parameter: too many arguments; no verbs in format string.',
    ],
    [
      'format("%d", "x")',
      'Error in function call: Call to function "format" failed: unsupported value for "%d" at 0: a number is required.',
    ],
    ['format("%[2]s", "a", "b")', '"b"'],
    ['formatlist("%s-%d", ["a", "b"], [1, 2])', '["a-1","b-2"]'],
    ['formatlist("%s%s", "x", ["a", "b"])', '["xa","xb"]'],
    ['formatlist("%s", [])', '[]'],
    [
      'formatlist("%s%s", ["a"], ["b", "c"])',
      'Invalid function argument: Invalid value for "args" parameter: argument 2 has length 2, which is inconsistent with argument 1 of length 1.',
    ],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});
