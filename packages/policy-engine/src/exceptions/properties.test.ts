import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf, exceptionOf, policyOf, resultOf } from '../../test/exceptions.ts';
import { decide, type JudgedPolicy } from '../decide.ts';
import type { AppliedResult, RuleResult } from '../verdict.ts';
import { applyExceptions } from './apply-exceptions.ts';

const rules = ['keys', 'values', 'other'];
const outcomes: RuleResult['outcome'][] = ['fail', 'pass', 'unknown', 'error', 'not-applicable'];
const days = ['2026-09-29', '2026-09-30', '2026-10-01', '2026-10-02', '2027-10-01'];

const results = fc.uniqueArray(
  fc.record({
    rule: fc.constantFrom(...rules),
    outcome: fc.constantFrom(...outcomes),
    id: fc.constantFrom('aws_a.a', 'aws_a.b', 'aws_b.a', 'module.m.aws_a.a'),
    file: fc.constantFrom('main.tf', 'infra/b.tf'),
    startLine: fc.integer({ min: 1, max: 9 }),
  }),
  { selector: ({ rule, id }) => `${rule} ${id}`, maxLength: 12 },
);
const judged = fc.tuple(results, results).map((lists): JudgedPolicy[] =>
  lists.map((list, index) => ({
    policy: policyOf(index === 0 ? 'tags' : 'size', ...rules),
    results: list.map(({ rule, outcome, id, ...source }) => resultOf(rule, outcome, id, source)),
  })),
);
const exceptions = fc.array(
  fc
    .record({
      id: fc.constantFrom('A', 'B', 'C'),
      rule: fc.constantFrom('tags/keys', 'tags/*', 'keys', 'size/values', 'tags/none'),
      expires: fc.constantFrom(...days),
      created: fc.constantFrom(null, ...days),
      resources: fc.constantFrom([], ['aws_a.a'], ['aws_a'], ['aws_*', '!*.b'], ['aws_a.a', 'aws_b.a']),
      paths: fc.constantFrom([], ['infra/**']),
      lines: fc.constantFrom(null, { file: 'main.tf', startLine: 2, endLine: 5 }),
      environment: fc.constantFrom(null, 'prod', 'dev'),
    })
    .map(({ resources, paths, lines, environment, ...rest }) =>
      exceptionOf({ ...rest, scope: { resources, paths, lines, environment } }),
    ),
  { maxLength: 8 },
);
const terms = fc
  .record({ maxDays: fc.constantFrom(1, 400), sameChange: fc.constantFrom('allow', 'warn', 'deny') })
  .map((tags) => new Map([['tags', tags]]));
const inputs = fc.record({ judged, exceptions, terms, added: fc.constantFrom(null, true, false) });

function apply(input: {
  judged: JudgedPolicy[];
  exceptions: ReturnType<typeof exceptionOf>[];
  terms: ReadonlyMap<string, object>;
  added: boolean | null;
}) {
  const context = contextOf({ terms: input.terms, addedInChange: () => input.added });
  return applyExceptions(input.judged, input.exceptions, context);
}

/** Every result with what it was before. */
function pairs(before: readonly JudgedPolicy[], after: readonly JudgedPolicy<AppliedResult>[]) {
  return before.flatMap(({ policy, results }, index) =>
    results.map((result, at) => ({ policy: policy.name, result, applied: after[index]?.results[at] })),
  );
}

describe('whatever the exceptions are', () => {
  it('nothing but a fail or an unknown changes, and these only to excepted', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        for (const { result, applied } of pairs(input.judged, apply(input).judged)) {
          if (applied?.outcome === 'excepted') {
            expect(['fail', 'unknown']).toContain(result.outcome);
            expect(applied.underlying).toBe(result.outcome);
          } else {
            const { exception: _, ...rest } = applied ?? {};
            expect(rest).toEqual(result);
            if (applied?.exception !== undefined) expect(['fail', 'unknown']).toContain(result.outcome);
          }
        }
      }),
    );
  });

  it('verdicts of rules that none of them names stay as they are', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const names = new Set(input.exceptions.map(({ rule }) => rule));
        for (const { policy, result, applied } of pairs(input.judged, apply(input).judged)) {
          if ([`${policy}/${result.rule}`, `${policy}/*`, result.rule].some((name) => names.has(name))) continue;
          expect(applied).toBe(result);
        }
      }),
    );
  });

  it('one that is expired, not yet made, for another environment or from no rule excepts nothing', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { judged, exceptions } = apply(input);
        for (const { applied } of pairs(input.judged, judged)) {
          if (applied?.outcome !== 'excepted') continue;
          expect(applied.exception?.status).toBe('active');
          expect((applied.exception?.expires ?? '') >= '2026-10-01').toBe(true);
        }
        for (const { status, counts } of exceptions) {
          if (['expired', 'not-yet', 'too-long', 'out-of-scope', 'unknown-rule'].includes(status))
            expect(counts).toBe(false);
        }
      }),
    );
  });

  it('one more never takes an exception away', () => {
    fc.assert(
      fc.property(inputs, exceptions, (input, more) => {
        const fewer = pairs(input.judged, apply(input).judged);
        const all = apply({ ...input, exceptions: [...input.exceptions, ...more] }).judged;
        for (const [index, { applied }] of pairs(input.judged, all).entries()) {
          if (fewer[index]?.applied?.outcome === 'excepted') expect(applied?.outcome).toBe('excepted');
        }
      }),
    );
  });

  it('the order of policies, results and exceptions does not show in a single byte', () => {
    const shuffled = inputs.chain((input) =>
      fc.record({
        input: fc.constant(input),
        policies: fc.shuffledSubarray(input.judged, { minLength: input.judged.length }),
        exceptions: fc.shuffledSubarray(input.exceptions, { minLength: input.exceptions.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ input, policies, exceptions }) => {
        const reversed = policies.map(({ policy, results }) => ({ policy, results: results.toReversed() }));
        const one = apply(input);
        const other = apply({ ...input, judged: reversed, exceptions });
        expect(JSON.stringify(decide(other.judged, other))).toBe(JSON.stringify(decide(one.judged, one)));
      }),
    );
  });
});
