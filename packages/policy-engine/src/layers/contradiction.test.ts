import { compile, parse } from '@tollgate/cel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNever } from './contradiction.ts';
import type { Expression } from './facts.ts';

function expression(source: string): Expression {
  return { root: parse(source).root, source, scope: 'p' };
}

describe('a condition can never be true', () => {
  it.each([
    'false',
    '1 > 2',
    "'a' in ['b']",
    'x && false',
    "x == 'a' && x == 'b'",
    "x == 'a' && 'b' == x",
    "x == 'a' && x != 'a'",
    "x.y == 'a' && x['y'] == 'b'",
    "x in ['a', 'b'] && x in ['c']",
    "x in ['a', 'b'] && x != 'a' && !(x == 'b')",
    "x == 'a' && (x == 'b' || x == 'c')",
    "(x == 'a' || x == 'b') && !(x in ['a', 'b'])",
    'x in []',
    'x > 3 && x < 2',
    'x > 3 && x <= 3',
    '3 < x && 3 > x',
    'x >= 3 && x <= 3 && x == 4',
    'x == 1 && x == 1.5',
    'x == -1 && x > 0',
    "x == 'a' && x > 3",
    'x && !x',
    'has(x.a) && !has(x.a)',
    "x.startsWith('a') && x.startsWith('b')",
    "x.startsWith('ab') && x == 'a'",
    "x.lowerAscii() == 'a' && x.lowerAscii() == 'b'",
    "x ? false : y == 'a' && y == 'b'",
    'x == null && x == 1',
    'y && (x ? 1 > 2 : false)',
  ])('%s', (source) => {
    expect(isNever(true, expression(source))).toBe(true);
  });
});

describe('a condition can never be false', () => {
  it.each(['true', '1 < 2', "x != 'a' || x != 'b'", 'x || !x', '!(x in [])', "!(x == 'a' && x == 'b')", 'x || 2 > 1'])(
    '%s',
    (source) => {
      expect(isNever(false, expression(source))).toBe(true);
    },
  );
});

describe('nothing is said of', () => {
  it.each([
    'x',
    "x == 'a'",
    "x == 'a' && y == 'b'",
    "x == 'a' || x == 'b'",
    'x == 1 && x == 1.0',
    'x == 1u && x == 1',
    'x >= 3 && x <= 3',
    'x > 3 && x < 4',
    "x != 'a' && x != 'b'",
    "x.startsWith('a') && x.startsWith('ab')",
    'x == 9007199254740993 && x == 9007199254740992',
    "xs.exists(x, x == 'a') && xs.exists(x, x == 'b')",
    "x in ys && x == 'a'",
    "x in params.list && x == 'a'",
    '1 / 0 == 1',
    'ours(1)',
    // With NaN both comparisons are false.
    'x < 5 || x >= 3',
  ])('%s', (source) => {
    expect([isNever(true, expression(source)), isNever(false, expression(source))]).toEqual([false, false]);
  });
});

it('stays fast for conditions with very many ways', () => {
  const either = "(x == 'a' || y == 'b')";
  const source = Array.from({ length: 2_000 }, () => either).join('\n&& ');
  expect(isNever(true, expression(source))).toBe(false);
});

it('is never wrong about a condition that has the result for some input', () => {
  const leaf = fc.constantFrom(
    "x == 'a'",
    "x != 'a'",
    "x in ['a', 'b']",
    "!(x in ['b', 'c'])",
    "x.startsWith('a')",
    'n > 1',
    'n <= 2',
    '2 < n',
    'n == 2',
    'f',
    '!f',
    'true',
    '1 > 2',
    'f == true',
  );
  const { condition } = fc.letrec<{ condition: string }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.tuple(tie('condition'), tie('condition')).map(([a, b]) => `(${a} && ${b})`),
      fc.tuple(tie('condition'), tie('condition')).map(([a, b]) => `(${a} || ${b})`),
      tie('condition').map((a) => `!(${a})`),
      fc.tuple(tie('condition'), tie('condition'), tie('condition')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    ),
  }));
  const input = fc.record({
    x: fc.constantFrom('a', 'b', 'c', 'ab', 1),
    n: fc.constantFrom(1, 2, 1.5, 3, 'a'),
    f: fc.constantFrom(true, false, 'a'),
  });
  fc.assert(
    fc.property(condition, input, (source, values) => {
      const outcome = compile(source, { check: false }).evaluate(values);
      if (outcome.kind !== 'value' || typeof outcome.value !== 'boolean') return;
      expect(isNever(outcome.value, expression(source))).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});
