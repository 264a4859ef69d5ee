import { describe, expect, it } from 'vitest';
import { compile, unknown } from '../index.ts';

const INPUT = {
  u: unknown('u is not known'),
  v: unknown('v is not known'),
  r: { id: unknown('r.id is not known'), name: 'web' },
  items: [1, unknown('items')],
};

/** The value, `error`, or the reasons. */
function evaluate(source: string): unknown {
  const outcome = compile(source).evaluate(INPUT);
  if (outcome.kind === 'value') return outcome.value;
  return outcome.kind === 'error' ? 'error' : outcome.reasons.map((reason) => reason.replace(' is not known', ''));
}

describe('logic over unknown values', () => {
  it.each<[string, unknown]>([
    ['u && true', ['u']],
    ['u && false', false],
    ['false && u', false],
    ['u || true', true],
    ['u || false', ['u']],
    ['u && v', ['u', 'v']],
    ['!u', ['u']],
    ['u ? 1 : 2', ['u']],
    ['true ? 1 : u', 1n],
    ['u == 1', ['u']],
    ['u == u', ['u']],
    ['[u, 1] == [2, 3]', false],
    ['[u, 1] == [2, 1]', ['u']],
    ['[u] == [1, 2]', false],
  ])('%s', (source, expected) => {
    expect(evaluate(source)).toEqual(expected);
  });
});

describe('errors and unknown values: where a value could still decide, unknown beats error; elsewhere error beats unknown', () => {
  it.each<[string, unknown]>([
    ['1 / 0 > 1 || true', true],
    ['1 / 0 > 1 && false', false],
    ['1 / 0 > 1 || u', ['u']],
    ['u && 1 / 0 > 1', ['u']],
    ['u + 1 / 0', 'error'],
    ['1 / 0 + u', 'error'],
    ['[1, 0].exists(x, 1 / x > 5 || u)', ['u']],
    ['[1, 0].all(x, 1 / x > 5)', false],
    ['[0, 1].exists(x, 1 / x > 0)', true],
    ['[0].exists_one(x, 1 / x > u)', 'error'],
  ])('%s', (source, expected) => {
    expect(evaluate(source)).toEqual(expected);
  });
});

describe('collections with unknown values', () => {
  it.each<[string, unknown]>([
    ['u in [1, 2]', ['u']],
    ['!(u in [1])', ['u']],
    ['u in []', false],
    ["u in ['a', 'b']", ['u']],
    ['1 in [u, 1]', true],
    ['2 in items', ['items']],
    ['1 in items', true],
    ['size([u, 1])', 2n],
    ['size([u + 1, 1])', ['u']],
    ['size({u: 1})', ['u']],
    ["size({'a': u})", 1n],
    ["{'a': u, 'b': 2}.b", 2n],
    ['[u, 1][1]', 1n],
    ['[1, 2][u]', ['u']],
    ['items', ['items']],
    ['items.map(x, x > 0)', ['items']],
    ['items.exists(x, x == 1)', true],
    ['items.all(x, x == 2)', false],
    ['items.all(x, x == 1)', ['items']],
    ['items.filter(x, x > 0).size()', ['items']],
    ['u.all(x, true)', ['u']],
    ["['a', u].join()", ['u']],
    ['cel.bind(x, u, x || true)', true],
  ])('%s', (source, expected) => {
    expect(evaluate(source)).toEqual(expected);
  });
});

describe('fields and calls', () => {
  it.each<[string, unknown]>([
    ['u.a.b', ['u']],
    ['has(u.a)', ['u']],
    ['has(r.id)', true],
    ['has(r.other)', false],
    ['r.id', ['r.id']],
    ['r.name', 'web'],
    ["r.id.startsWith('i-')", ['r.id']],
    ['u + v', ['u', 'v']],
    ['size(u)', ['u']],
    ['type(u) == int', ['u']],
    ["{'a': 1}.?a.orValue(u)", 1n],
    ["r.name in ['web'] || u", true],
  ])('%s', (source, expected) => {
    expect(evaluate(source)).toEqual(expected);
  });
});
