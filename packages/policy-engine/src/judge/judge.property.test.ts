import { unknown } from '@tollgate/cel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policiesOf, policyText, thing } from '../../test/judging.ts';
import { decide } from '../decide.ts';
import type { CompiledPolicy } from './compiled-policy.ts';
import { judge } from './judge.ts';

const now = '2026-10-01';
const fields = ['a', 'b', 'c', 'd'] as const;

/** Conditions over four fields, each of which may be unknown; with some that are errors for values of the wrong type. */
function conditions(mayFail: boolean): fc.Arbitrary<string> {
  return fc.letrec<{ node: string }>((tie) => {
    const field = fc.constantFrom(...fields).map((name) => `thing.values.${name}`);
    const text = fc.constantFrom("'x'", "'y'", 'true');
    const starts = (name: string) => `${name}.startsWith('x')`;
    return {
      node: fc.oneof(
        { maxDepth: 3 },
        fc.tuple(field, fc.constantFrom('==', '!='), text).map((parts) => parts.join(' ')),
        fc.tuple(field, field).map(([one, other]) => `${one} == ${other}`),
        field.map((name) => `${name} in ['x', true]`),
        field.map((name) => `[${name}, 'x'].exists(e, e == 'y')`),
        field.map((name) => (mayFail ? starts(name) : `(type(${name}) == bool ? true : ${starts(name)})`)),
        fc.tuple(tie('node'), fc.constantFrom('&&', '||'), tie('node')).map(([l, op, r]) => `(${l} ${op} ${r})`),
        tie('node').map((inner) => `!(${inner})`),
      ),
    };
  }).node;
}

const value = fc.constantFrom<unknown>('x', 'y', true, false);
const everything = fc.record({ a: value, b: value, c: value, d: value });

/** A rule in two layers, with a condition for what it is about. */
async function policiesWith(conditions: readonly string[]): Promise<CompiledPolicy<{ labels: number }>[]> {
  const [when = 'true', one = 'true', other = 'true'] = conditions.map((text) => JSON.stringify(text));
  const rule = (assert: string) => `rules:\n  - id: a\n    match: { when: ${when} }\n    assert: ${assert}`;
  const { policies, problems } = await policiesOf([policyText(rule(one), 'p', 'org'), policyText(rule(other), 'p')]);
  expect(problems).toEqual([]);
  return policies;
}

describe('a verdict that is known', () => {
  it('stays what it is, whatever the unknown values turn out to be', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(conditions(false), conditions(true), conditions(true)),
        everything,
        fc.subarray([...fields]),
        async (texts, known, hidden) => {
          const policies = await policiesWith(texts);
          const partly = { ...known, ...Object.fromEntries(hidden.map((name) => [name, unknown(name)])) };
          const before = judge(policies, [thing('a.x', { values: partly })], { now })[0]?.results[0]?.outcome;
          const after = judge(policies, [thing('a.x', { values: known })], { now })[0]?.results[0]?.outcome;
          // An unknown verdict promises nothing, and one that does not apply is as good as a pass.
          if (before === undefined || before === 'unknown') return;
          const isKept = (outcome: typeof before): boolean => outcome === 'pass' || outcome === 'not-applicable';
          if (isKept(before)) expect(after).toSatisfy(isKept);
          // What is violated stays violated; that another clause turns out to be an error makes it worse.
          else expect(after).toSatisfy((outcome) => outcome === before || (before === 'fail' && outcome === 'error'));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a decision', () => {
  it('is the same to the byte for any order of policies and subjects', async () => {
    const texts = ['p', 'q', 'r'].map((name) =>
      policyText(
        'rules:\n  - id: b\n    assert: thing.size < 3\n    message: "is ${thing.size}"\n  - id: a\n    match: { resources: ["a"] }\n    labels: { least: 1 }',
        name,
      ),
    );
    const { policies } = await policiesOf(texts);
    const subjects = Array.from({ length: 12 }, (_, index) =>
      thing(
        `${index % 2 === 0 ? 'a' : 'b'}.${index % 5}`,
        { size: index },
        { source: { file: 'm.tf', startLine: index } },
      ),
    );
    const expected = JSON.stringify(decide(judge(policies, subjects, { now })));
    fc.assert(
      fc.property(shuffled(policies), shuffled(subjects), (somePolicies, someSubjects) => {
        expect(JSON.stringify(decide(judge(somePolicies, someSubjects, { now })))).toBe(expected);
      }),
      { numRuns: 50 },
    );
  });
});

function shuffled<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}
