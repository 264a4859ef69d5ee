import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';

describe('CSV', () => {
  it.each([
    ['csvdecode("a,b\\n1,2\\n3,4\\n")', '[{"a":"1","b":"2"},{"a":"3","b":"4"}]'],
    ['csvdecode("a,b\\r\\n\\"x,y\\",\\"q\\"\\"r\\"\\r\\n")', '[{"a":"x,y","b":"q\\"r"}]'],
    ['csvdecode("a\\n\\"line 1\\nline 2\\"\\n")', '[{"a":"line 1\\nline 2"}]'],
    ['csvdecode("a,b\\n")', '[]'],
    ['csvdecode("a\\n\\n1\\n")', '[{"a":"1"}]'],
    ['csvdecode("")', 'Error in function call: Call to function "csvdecode" failed: missing header line.'],
    [
      'csvdecode("a,a\\n1,2")',
      'Error in function call: Call to function "csvdecode" failed: duplicate column name "a".',
    ],
    [
      'csvdecode("a,b\\n1\\n")',
      'Error in function call: Call to function "csvdecode" failed: CSV parse error on line 2: wrong number of fields.',
    ],
    [
      'csvdecode("a\\nx\\"y\\n")',
      'Error in function call: Call to function "csvdecode" failed: CSV parse error on line 2: bare " in non-quoted-field.',
    ],
    [
      'csvdecode("a\\n\\"x\\n")',
      'Error in function call: Call to function "csvdecode" failed: CSV parse error on line 2: extraneous or missing " in quoted-field.',
    ],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});
