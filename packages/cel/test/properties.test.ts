import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CelError, compile, type Outcome, unknown } from '../src/index.ts';
import { conditions, expressions, INPUT } from './generated-expressions.ts';

const FIELDS = ['name', 'env', 'count', 'on', 'nothing', 'ports', 'tags'] as const;
const values = fc.constantFrom<unknown>(
  'web',
  '',
  true,
  false,
  0n,
  3n,
  -7n,
  null,
  [1n, 22n],
  [],
  { Owner: 'ops' },
  {},
  2,
  1.5,
);

function outcomeWith(source: string, changes: Readonly<Record<string, unknown>>): Outcome {
  return compile(source).evaluate({ r: { ...INPUT.r, ...changes } });
}

function withoutPlace(outcome: Outcome): unknown {
  return outcome.kind === 'error' ? 'error' : outcome;
}

describe('an unknown value', () => {
  it('that is replaced by any value never contradicts what was known without it', () => {
    fc.assert(
      fc.property(
        fc.oneof(conditions, expressions),
        fc.uniqueArray(fc.constantFrom(...FIELDS), { minLength: 1, maxLength: 3 }),
        fc.array(values, { minLength: 3, maxLength: 3 }),
        (source, fields, replacements) => {
          const before = outcomeWith(source, Object.fromEntries(fields.map((field) => [field, unknown(field)])));
          if (before.kind === 'unknown') return;
          const known = Object.fromEntries(fields.map((field, index) => [field, replacements[index]]));
          expect(withoutPlace(outcomeWith(source, known)), source).toEqual(withoutPlace(before));
        },
      ),
      { numRuns: 6000, seed: 20261120 },
    );
  });

  it('is a reason only if the input has it', () => {
    fc.assert(
      fc.property(expressions, fc.uniqueArray(fc.constantFrom(...FIELDS), { maxLength: 3 }), (source, fields) => {
        const outcome = outcomeWith(source, Object.fromEntries(fields.map((field) => [field, unknown(field)])));
        if (outcome.kind !== 'unknown') return;
        expect(outcome.reasons.length).toBeGreaterThan(0);
        expect(fields).toEqual(expect.arrayContaining([...outcome.reasons]));
      }),
      { numRuns: 2000, seed: 1 },
    );
  });
});

describe('a trace', () => {
  it('does not change the result', () => {
    fc.assert(
      fc.property(expressions, (source) => {
        const program = compile(source);
        const { trace, ...outcome } = program.evaluate(INPUT, { trace: true });
        expect(outcome).toEqual(program.evaluate(INPUT));
        expect(trace === undefined || source.includes(trace.expression)).toBe(true);
      }),
      { numRuns: 2000, seed: 2 },
    );
  });
});

describe('sources that are not expressions', () => {
  const pieces = fc.constantFrom(
    ...'()[]{}.,?:"\'`\\+-!&|=<>%/ \n',
    '"""',
    'b"',
    'r.',
    'in',
    'has(',
    '0x',
    '1e',
    '🙂',
    '\u0000',
    'x, ',
    '??',
  );
  const mutated = fc
    .tuple(expressions, fc.array(fc.tuple(fc.nat(), fc.nat(8), pieces), { minLength: 1, maxLength: 4 }))
    .map(([source, edits]) =>
      edits.reduce((text, [at, removed, piece]) => {
        const start = at % (text.length + 1);
        return text.slice(0, start) + piece + text.slice(start + removed);
      }, source),
    );

  it('give problems with their places, never another error', () => {
    fc.assert(
      fc.property(fc.oneof(mutated, fc.string({ unit: 'binary', maxLength: 60 })), (source) => {
        try {
          compile(source).evaluate(INPUT);
        } catch (error) {
          if (!(error instanceof CelError)) throw error;
          expect(error.problems.length).toBeGreaterThan(0);
          for (const problem of error.problems) {
            expect(problem.line).toBeGreaterThan(0);
            expect(problem.column).toBeGreaterThan(0);
            expect(problem.offset + problem.length).toBeLessThanOrEqual(source.length);
          }
        }
      }),
      { numRuns: 6000, seed: 3 },
    );
  });

  it.each([
    ['brackets', '('.repeat(50_000)],
    ['lists', '['.repeat(50_000)],
    ['signs', '!'.repeat(50_000)],
    ['a sum', Array.from({ length: 20_000 }, () => 'a').join('+')],
    ['a path', `a${'.b'.repeat(40_000)}`],
    ['conditions', 'a ? b : '.repeat(10_000)],
    ['quotes', '"""'.repeat(30_000)],
    ['blanks', `a ${' '.repeat(90_000)}`],
    ['digits', '9'.repeat(90_000)],
    ['far too much', 'a'.repeat(1_000_000)],
  ])('are refused at once however long they are: %s', (_, source) => {
    try {
      compile(source);
    } catch (error) {
      expect(error).toBeInstanceOf(CelError);
    }
  });
});
