import { describe, expect, it } from 'vitest';
import { compile } from '../index.ts';

const TEN = '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]';
const nested = (depth: number): string => (depth === 0 ? 'true' : `${TEN}.all(x${depth}, ${nested(depth - 1)})`);
const doubled = (depth: number): string => (depth === 0 ? 'x' : `cel.bind(x, x + x, ${doubled(depth - 1)})`);

describe('an evaluation that is too costly ends with an error at the place', () => {
  it.each([
    ['loops in loops', nested(9), '1:'],
    ['a text that doubles', doubled(40), '1:'],
    ['a list that doubles', doubled(40).replaceAll('cel.bind(x, x + x', 'cel.bind(x, x + x'), '1:'],
    ['a long range', 'true &&\n lists.range(1000000000).size() > 1', '2:2'],
    [
      'a text that is replaced',
      `${"x.replace('', x)".repeat(1)}.replace('', x).replace('', x).replace('', x).replace('', x)`,
      '1:',
    ],
  ])('%s', (name, source, place) => {
    const x = name.includes('list') ? [1, 2] : 'ab'.repeat(20);
    const outcome = compile(source).evaluate({ x });
    expect(outcome).toMatchObject({ kind: 'error', message: expect.stringContaining('1,000,000 steps') });
    if (outcome.kind === 'error') expect(`${outcome.line}:${outcome.column}`).toContain(place);
  });

  it('which no operator takes for a reason to go on', () => {
    expect(compile(`lists.range(2000000).size() > 1 || true`).evaluate({}).kind).toBe('error');
  });

  it('whose limit the caller chooses', () => {
    const source = `${TEN}.all(x, x >= 0)`;
    expect(compile(source, { costLimit: 20 }).evaluate({})).toMatchObject({ kind: 'error', line: 1, column: 1 });
    expect(compile(source, { costLimit: 100 }).evaluate({})).toEqual({ kind: 'value', value: true });
  });

  it('also when a value of the input is nested without end', () => {
    const x: unknown[] = [];
    x.push(x);
    expect(compile('x == [[[1]]]').evaluate({ x }).kind).toBe('value');
    expect(compile('x').evaluate({ x })).toMatchObject({ kind: 'error', message: expect.stringContaining('nested') });
  });
});
