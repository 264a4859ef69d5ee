import { describe, expect, it } from 'vitest';
import { conformanceCases, runCase } from './conformance.ts';
import listed from './data/conformance-exceptions.json' with { type: 'json' };

const cases = conformanceCases();
const exceptions = new Map<string, string>(Object.entries(listed.exceptions));
const suites = Map.groupBy(cases, (test) => test.suite);

describe('cases of the CEL specification without protobuf messages', () => {
  it('are all there', () => {
    expect(cases.length).toBeGreaterThanOrEqual(1631);
  });

  it.each([...suites].map(([suite, tests]) => ({ suite, tests, count: tests.length })))(
    '$suite: $count agree, save those that are listed with a reason',
    ({ tests }) => {
      const surprises = tests.flatMap((test) => {
        const difference = runCase(test);
        if ((difference !== null) === exceptions.has(test.id)) return [];
        return [`${test.id}: ${test.expression} gives ${difference ?? 'the right result, and need not be listed'}`];
      });
      expect(surprises).toEqual([]);
    },
  );

  it('are at least 1,560 that pass', () => {
    expect(cases.length - exceptions.size).toBeGreaterThanOrEqual(1560);
    const ids = new Set(cases.map((test) => test.id));
    expect([...exceptions.keys()].filter((id) => !ids.has(id))).toEqual([]);
  });
});
