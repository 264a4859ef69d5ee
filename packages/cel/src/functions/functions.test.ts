import { describe, expect, it } from 'vitest';
import { compile } from '../index.ts';

function evaluate(source: string): unknown {
  const outcome = compile(source).evaluate({});
  return outcome.kind === 'error' ? `error: ${outcome.message}` : outcome.kind === 'value' ? outcome.value : outcome;
}

describe('lists and sets', () => {
  it.each<[string, unknown]>([
    ['lists.range(3)', [0n, 1n, 2n]],
    ['[1, 2, 3, 4].slice(1, 3)', [2n, 3n]],
    ['[1].slice(0, 2)', 'error: a list of 1 elements has no slice from 0 to 2'],
    ['[[1], [2, [3]]].flatten()', [1n, 2n, [3n]]],
    ['[[1], [2, [3]]].flatten(2)', [1n, 2n, 3n]],
    ["['a', 'b', 'a'].distinct()", ['a', 'b']],
    ['[1, 1.0, 2u, dyn(2)].distinct().size()', 2n],
    ['[3, 1, 2].sort()', [1n, 2n, 3n]],
    ['[dyn(3), "a"].sort()', 'error: sort() takes elements of one type that has an order'],
    ['[1, 2].reverse()', [2n, 1n]],
    ['[1, 2].first().value() + [1, 2].last().value()', 3n],
    ['[].first().hasValue()', false],
    ['sets.contains([1, 2, 3], [2, 3])', true],
    ['sets.equivalent([1, 2, 2], [2, 1])', true],
    ['sets.intersects([1], [2])', false],
  ])('%s', (source, expected) => {
    expect(evaluate(source)).toEqual(expected);
  });
});

describe('times', () => {
  it.each<[string, unknown]>([
    ["timestamp('2026-07-01T00:30:00Z').getHours('Europe/Berlin')", 2n],
    ["timestamp('2026-01-01T00:30:00Z').getFullYear('America/New_York')", 2025n],
    ["timestamp('2026-03-29T01:00:00Z').getHours('Europe/Berlin')", 3n],
    [
      "timestamp('2026-01-01T00:30:00Z').getHours('Mars/Base')",
      'error: there is no time zone "Mars/Base"; write a name such as "Europe/Berlin" or "+02:00"',
    ],
    ["string(timestamp('2026-02-28T23:30:00-02:00'))", '2026-03-01T01:30:00Z'],
    ["timestamp('2026-02-30T00:00:00Z')", 'error: there is no such time as "2026-02-30T00:00:00Z"'],
    ["string(duration('1h30m') + duration('500ms'))", '5400.5s'],
    ["timestamp('2026-03-01T00:00:00Z') - timestamp('2026-02-28T00:00:00Z') == duration('24h')", true],
    ["duration('1 hour')", 'error: "1 hour" is not a duration; write it like "1h30m" or "90s"'],
  ])('%s', (source, expected) => {
    expect(evaluate(source)).toEqual(expected);
  });
});

describe('regular expressions', () => {
  it.each<[string, unknown]>([
    ["'CC-1234'.matches('^CC-[0-9]{4}$')", true],
    ["'x'.matches('(' + '')", 'error: "(" is not a regular expression: missing closing ): `(`'],
    [`'${'a'.repeat(5000)}!'.matches('^(a+)+$')`, false],
  ])('%s', (source, expected) => {
    expect(evaluate(source)).toEqual(expected);
  });
});

describe('a regular expression that is written out', () => {
  it.each<[string, string]>([
    ["'x'.matches('(')", '1:13: "(" is not a regular expression: missing closing ): `(`'],
    ["'x'.matches('(?=x)')", '1:13: "(?=x)" is not a regular expression: invalid or unsupported Perl syntax: `(?=`'],
    [`'x'.matches('${'a'.repeat(1001)}')`, '1:13: a regular expression has at most 1000 characters; this one has 1001'],
  ])('%s is a mistake before anything is evaluated', (source, expected) => {
    expect(() => compile(source)).toThrow(expected);
  });
});

describe('texts', () => {
  it.each<[string, unknown]>([
    ["'a🙂b'.reverse()", 'b🙂a'],
    ["'a🙂b'.indexOf('b')", 2n],
    ["'a🙂b'.substring(1, 2)", '🙂'],
    ["'a$b'.replace('$', '$&')", 'a$&b'],
    ["'b' < '🙂' && '\\uffee' < '🙂'", true],
    ["'%.1f %.0f %.2e'.format([0.25, 3.5, 12345.678])", '0.2 4 1.23e+04'],
    ["'%s'.format([{'b': [1u], 'a': null}])", '{a: null, b: [1]}'],
  ])('%s', (source, expected) => {
    expect(evaluate(source)).toEqual(expected);
  });
});
