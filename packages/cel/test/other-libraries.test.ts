import { isCelError, run } from '@bufbuild/cel';
import { Environment } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../src/index.ts';
import { expressions, INPUT } from './generated-expressions.ts';

/** A library, and the classes of expressions whose results differ from ours, each with who is right. */
interface Library {
  readonly name: string;
  readonly evaluate: (source: string) => unknown;
  readonly differences: readonly { readonly why: string; readonly applies: (source: string) => boolean }[];
}

/** By default this library refuses lists of mixed types, also of `dyn` and a type; the specification allows them. */
const marcbachmann = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false });

const LIBRARIES: readonly Library[] = [
  { name: '@marcbachmann/cel-js', evaluate: (source) => marcbachmann.evaluate(source, INPUT), differences: [] },
  {
    name: '@bufbuild/cel',
    evaluate: (source) => run(source, INPUT),
    differences: [
      {
        why: 'it takes a key whose value is null for absent; the specification asks only whether the key is there',
        applies: (source) => source.includes('has(r.nothing)'),
      },
    ],
  },
];

function resultOf(evaluate: () => unknown): string {
  try {
    const value = evaluate();
    return isCelError(value) ? 'an error' : `${typeof value} ${String(value)}`;
  } catch {
    return 'an error';
  }
}

function ours(source: string): string {
  const outcome = compile(source).evaluate(INPUT);
  return outcome.kind === 'value' ? `${typeof outcome.value} ${String(outcome.value)}` : 'an error';
}

describe('generated expressions give the same result as in other libraries', () => {
  it.each(LIBRARIES)('$name', ({ evaluate, differences }) => {
    let compared = 0;
    fc.assert(
      fc.property(expressions, (source) => {
        if (differences.some((difference) => difference.applies(source))) return;
        compared += 1;
        expect(ours(source), source).toBe(resultOf(() => evaluate(source)));
      }),
      { numRuns: 3000, seed: 20261120 },
    );
    expect(compared).toBeGreaterThan(2500);
  });

  it('but for a key whose value is null, which @bufbuild/cel takes for absent', () => {
    expect(compile("'a' in {'a': null}").evaluate({})).toEqual({ kind: 'value', value: true });
    expect(run("'a' in {'a': null}")).toBe(false);
  });
});
