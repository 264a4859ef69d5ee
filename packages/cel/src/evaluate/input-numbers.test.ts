import { describe, expect, it } from 'vitest';
import { compile, Double, Uint } from '../index.ts';

function evaluate(source: string, x: unknown): unknown {
  const outcome = compile(source).evaluate({ x });
  return outcome.kind === 'value' ? outcome.value : outcome.kind === 'error' ? `error: ${outcome.message}` : outcome;
}

describe('a number of the input takes the kind of what it meets', () => {
  it.each<[string, unknown, unknown]>([
    ['x + 1', 2, 3],
    ['x + 1.5', 2, 3.5],
    ['x + 1u == 3u', 2, true],
    ['x * 2', 2.25, 4.5],
    ['x / 2', 8, 4],
    ['x / 2', 9, 4.5],
    ['x % 4', 9, 1],
    ['-x', 3, -3],
    ['x == 2 && x == 2.0 && x == 2u', 2, true],
    ['x > 1 && x < 2.5', 2, true],
    ['[10, 20, 30][x]', 2, 30n],
    ["{1: 'a'}[x]", 1, 'a'],
    ['x in [1, 2]', 2, true],
    ["string(x) + 'GB'", 8, '8GB'],
    ['string(x)', 0.5, '0.5'],
    ['int(x)', 2.9, 2n],
    ['type(x) == int', 3, true],
    ['type(x) == double', 3.5, true],
    ["'%.2f %d'.format([x, x])", 3, '3.00 3'],
    ['math.greatest(x, 2)', 3, 3n],
    ['math.abs(x)', -2, 2n],
    ['9007199254740993 + x', 1, 9007199254740994n],
    ['x / 0', 9, 'error: division by zero'],
    ['x % 2', 1.5, 'error: "%" takes whole numbers'],
  ])('%s with x = %s', (source, x, expected) => {
    expect(evaluate(source, x)).toEqual(expected);
  });
});

describe('values of other types may be given too', () => {
  it.each<[string, unknown, unknown]>([
    ['x + 1', 2n, 3n],
    ['x + 1u', new Uint(2n), new Uint(3n)],
    ['x / 2.0', new Double(3), 1.5],
    ['x.getFullYear()', new Date('2026-01-31T00:00:00Z'), 2026n],
    ['x[1]', new Map([[1n, 'one']]), 'one'],
    ["x == b'ab'", new Uint8Array([97, 98]), true],
    ['x', () => 1, 'error: the input holds a function, which is not a value'],
  ])('%s', (source, x, expected) => {
    expect(evaluate(source, x)).toEqual(expected);
  });
});
