import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';

describe('dates and times', () => {
  it.each([
    ['formatdate("DD MMM YYYY hh:mm ZZZ", "2018-01-02T23:12:01Z")', '"02 Jan 2018 23:12 UTC"'],
    ['formatdate("EEEE, D-MMM-YY HH:mm:ss AA", "2018-01-02T23:12:01+05:30")', '"Tuesday, 2-Jan-18 11:12:01 PM"'],
    [`formatdate("'it''s' h'h'", "2018-01-02T03:12:01Z")`, `"it's 3h"`],
    ['formatdate("ZZZZ ZZZZZ Z", "2018-01-02T23:12:01-07:00")', '"-0700 -07:00 -07:00"'],
    [
      'formatdate("YYYYY", "2018-01-02T23:12:01Z")',
      'Invalid function argument: Invalid value for "format" parameter: invalid date format verb "YYYYY": year must either be "YY" or "YYYY".',
    ],
    [
      `formatdate("'open", "2018-01-02T23:12:01Z")`,
      `Invalid function argument: Invalid value for "format" parameter: unterminated literal '.`,
    ],
    [
      'formatdate("YYYY", "2018-02-30T00:00:00Z")',
      'Invalid function argument: Invalid value for "time" parameter: not a valid RFC3339 timestamp: day out of range.',
    ],
    [
      'formatdate("YYYY", "2018-01-02")',
      `Invalid function argument: Invalid value for "time" parameter: not a valid RFC3339 timestamp: missing required time introducer 'T'.`,
    ],
    ['timeadd("2017-11-22T00:00:00Z", "1h30m")', '"2017-11-22T01:30:00Z"'],
    ['timeadd("2020-02-28T23:59:59.5Z", "-1.5s")', '"2020-02-28T23:59:58Z"'],
    ['timeadd("2017-12-31T23:00:00+02:00", "90m")', '"2018-01-01T00:30:00+02:00"'],
    [
      'timeadd("2017-11-22T00:00:00Z", "1d")',
      'Error in function call: Call to function "timeadd" failed: time: unknown unit "d" in duration "1d".',
    ],
    [
      'timeadd("x", "1h")',
      'Error in function call: Call to function "timeadd" failed: not a valid RFC3339 timestamp: cannot use "x" as year.',
    ],
    ['timecmp("2017-11-22T01:00:00+01:00", "2017-11-22T00:00:00Z")', '0'],
    ['timecmp("2017-11-22T00:00:00Z", "2017-11-22T00:00:00.1Z")', '-1'],
    [
      'timecmp("x", "2017-11-22T00:00:00Z")',
      'Invalid function argument: Invalid value for "timestamp_a" parameter: not a valid RFC3339 timestamp: cannot use "x" as year.',
    ],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});
