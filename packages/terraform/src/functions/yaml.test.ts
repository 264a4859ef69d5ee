import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';

describe('YAML that is read', () => {
  it.each([
    [`yamldecode("a: 1\\nb: [x, '1', 1.5, true, ~]\\n")`, '{"a":1,"b":["x","1",1.5,true,null]}'],
    [
      'yamldecode("- yes\\n- off\\n- 0x1f\\n- 0o17\\n- 1_000\\n- .inf\\n- 12:30\\n")',
      '[true,false,31,15,"1_000",+Inf,"12:30"]',
    ],
    ['yamldecode("2020-01-01")', '"2020-01-01T00:00:00Z"'],
    ['yamldecode("a: |\\n  x\\n  y\\nb: >-\\n  x\\n  y\\n")', '{"a":"x\\ny\\n","b":"x y"}'],
    ['yamldecode("a: |\\n  no line end")', '{"a":"no line end"}'],
    ['yamldecode("base: &b {x: 1}\\na:\\n  <<: *b\\n  y: 2\\n")', '{"a":{"true":2,"x":1},"base":{"x":1}}'],
    ['yamldecode("? a\\n: b\\n1: c\\ntrue: d\\n")', '{"1":"c","a":"b","true":"d"}'],
    ['yamldecode("a: !!str 1\\nb: !!int \\"2\\"\\n")', '{"a":"1","b":"2"}'],
    ['yamldecode("a: {b: 1, c: [\\n1,\\n2\\n]}")', '{"a":{"b":1,"c":[1,2]}}'],
    ['yamldecode("--- a\\n...")', '"a"'],
    ['yamldecode("\\"\\\\u00e9\\\\n\\"")', '"é\\n"'],
    ['yamldecode("k: |-\\n  yes\\n")', '{"k":"true"}'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});

describe('YAML that is not accepted', () => {
  it.each([
    [
      'yamldecode("")',
      'Error in function call: Call to function "yamldecode" failed: on line 1, column 1: missing start of document.',
    ],
    [
      'yamldecode("a: b: c") == 1',
      'Error in function call: Call to function "yamldecode" failed: on line 1, column 4: Nested mappings are not allowed in compact mappings.',
    ],
    [
      'yamldecode("*x")',
      'Error in function call: Call to function "yamldecode" failed: reference to undefined anchor "x".',
    ],
    [
      'yamldecode("&a [*a]")',
      'Error in function call: Call to function "yamldecode" failed: cannot refer to anchor "a" from inside its own definition.',
    ],
    [
      'yamldecode("a: .nan")',
      'Error in function call: Call to function "yamldecode" failed: floating point NaN is not supported.',
    ],
    [
      'yamldecode("--- a\\n--- b\\n")',
      'Error in function call: Call to function "yamldecode" failed: on line 1, column 1: unexpected extra content after value.',
    ],
    [
      'yamldecode("? [a]\\n: b")',
      'Error in function call: Call to function "yamldecode" failed: only strings are allowed as mapping keys.',
    ],
    ['yamldecode("!foo a")', 'Error in function call: Call to function "yamldecode" failed: unsupported tag "!foo".'],
    ['yamldecode("~: a")', 'Error in function call: Call to function "yamldecode" failed: mapping key cannot be null.'],
    [
      'yamldecode("<<: 1")',
      'Error in function call: Call to function "yamldecode" failed: cannot merge number into mapping.',
    ],
    [
      'yamldecode("\\u0001")',
      'Error in function call: Call to function "yamldecode" failed: control characters are not allowed.',
    ],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});

describe('YAML that is written', () => {
  it.each([
    [
      'yamlencode({b = [1, "x", true, null], a = {}})',
      '"\\"a\\": {}\\n\\"b\\":\\n- 1\\n- \\"x\\"\\n- true\\n- null\\n"',
    ],
    ['yamlencode("multi\\nline")', '"|-\\n  multi\\n  line\\n"'],
    [
      'yamlencode({"a b" = "yes", n = "1", e = "", l = []})',
      '"\\"a b\\": \\"yes\\"\\n\\"e\\": \\"\\"\\n\\"l\\": []\\n\\"n\\": \\"1\\"\\n"',
    ],
    ['yamlencode([])', '"[]\\n"'],
    ['yamlencode("é👍")', '"\\"é\\\\U0001F44D\\"\\n"'],
    ['yamlencode([[1], {a = 2}])', '"- - 1\\n- \\"a\\": 2\\n"'],
    ['yamlencode(1/3 > 0)', '"true\\n...\\n"'],
    ['yamlencode({a = "trailing \\n"})', '"\\"a\\": \\"trailing \\\\n\\"\\n"'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});
