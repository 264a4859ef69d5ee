import { describe, expect, it } from 'vitest';
import { CelError, type CustomFunction, compile, unknown } from './index.ts';

describe('a resolver', () => {
  it('is asked only for what is needed', () => {
    const asked: string[] = [];
    const input = {
      get(key: string): unknown {
        asked.push(key);
        return key === 'a' ? false : { get: (field: string) => field };
      },
    };
    expect(compile('a && b.c == "c"').evaluate(input)).toEqual({ kind: 'value', value: false });
    expect(asked).toEqual(['a']);
    expect(compile('b.c').evaluate(input)).toEqual({ kind: 'value', value: 'c' });
  });

  it('may not know whether a key is there, or which keys there are', () => {
    const tags = { get: () => undefined, has: () => unknown('tags'), keys: () => unknown('tags') };
    const reasons = { kind: 'unknown', reasons: ['tags'] };
    expect(compile('has(tags.Owner)').evaluate({ tags })).toEqual(reasons);
    expect(compile("'Owner' in tags").evaluate({ tags })).toEqual(reasons);
    expect(compile('size(tags)').evaluate({ tags })).toEqual(reasons);
    expect(compile('tags.all(key, true)').evaluate({ tags })).toEqual(reasons);
  });
});

describe('data of the input is only data', () => {
  it.each(['x.constructor', 'x.__proto__', 'x.toString', 'constructor', 'x["hasOwnProperty"]'])(
    '%s is not there',
    (source) => {
      expect(compile(source).evaluate({ x: {} }).kind).toBe('error');
    },
  );

  it('also with keys of such names', () => {
    const input = JSON.parse('{"x": {"__proto__": 1, "get": "a", "constructor": 2}}');
    expect(compile('[x.__proto__, x.get, x.constructor]').evaluate(input)).toEqual({
      kind: 'value',
      value: [1, 'a', 2],
    });
  });
});

describe('custom functions', () => {
  const functions: readonly CustomFunction[] = [
    { name: 'isProduction', arguments: ['string'], result: 'bool', call: (env) => env === 'prod' },
    { name: 'team.size', arguments: ['string'], result: 'int', call: (name) => String(name).length },
    { name: 'shout', method: true, arguments: ['string'], result: 'string', call: (text) => `${text}!` },
    {
      name: 'explode',
      arguments: [],
      call: () => {
        throw new Error('no network');
      },
    },
  ];

  it.each<[string, unknown]>([
    ["isProduction('prod')", true],
    ["team.size('ops') + 1", 4n],
    ["'hey'.shout()", 'hey!'],
    ['isProduction(u)', ['u']],
    ['explode()', 'explode() failed: no network'],
    ['explode() || true', true],
  ])('%s', (source, expected) => {
    const outcome = compile(source, { functions }).evaluate({ u: unknown('u') });
    const found =
      outcome.kind === 'value' ? outcome.value : outcome.kind === 'error' ? outcome.message : outcome.reasons;
    expect(found).toEqual(expected);
  });

  it('are checked like others', () => {
    expect(() => compile('isProduction(1)', { functions })).toThrow(
      'there is no isProduction(int); it is isProduction(string)',
    );
    expect(() => compile("isProductoin('a')", { functions })).toThrow('did you mean "isProduction"?');
  });
});

describe('the result', () => {
  it('has the form that is handiest', () => {
    const outcome = compile("{'a': [1, 2.5, null], 'b': optional.of(1u)}").evaluate({});
    expect(outcome).toMatchObject({
      kind: 'value',
      value: new Map<string, unknown>([
        ['a', [1n, 2.5, null]],
        ['b', { value: 1n }],
      ]),
    });
  });

  it('is an error if it is not of the type that is wanted', () => {
    const program = compile('x', { result: 'bool' });
    expect(program.evaluate({ x: true })).toEqual({ kind: 'value', value: true });
    expect(program.evaluate({ x: 'yes' })).toEqual({
      kind: 'error',
      message: 'the expression must give bool, but it gave string',
      line: 1,
      column: 1,
    });
  });

  it('of an error has the place of the innermost part that failed', () => {
    expect(compile('true &&\n  size(x.y) > 1').evaluate({ x: {} })).toEqual({
      kind: 'error',
      message: 'no such key: "y"',
      line: 2,
      column: 8,
    });
  });
});

it('a program gives the same result however often it is used', () => {
  const program = compile("[1, 2].map(x, x + n).filter(x, x > 2) == [4] && m.matches('^a+$')");
  const outcomes = Array.from({ length: 5 }, () => program.evaluate({ n: 2, m: 'aa' }));
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome)))).toHaveLength(1);
});

it('an error that is thrown carries every problem', () => {
  expect.assertions(2);
  try {
    compile("1 + 'a' && b", { variables: {} });
  } catch (error) {
    expect(error).toBeInstanceOf(CelError);
    if (error instanceof CelError) expect(error.problems.map((problem) => problem.offset)).toEqual([0, 11]);
  }
});
