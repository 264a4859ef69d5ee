import { describe, expect, it } from 'vitest';
import { policyText } from '../../test/judging.ts';
import { documentsOf, smallThings, testText, things } from '../../test/tested-things.ts';
import { PolicyEngineError } from '../error.ts';
import { testPolicies } from './test-policies.ts';

const options = { coverageRequired: false };

async function report(cases: string, spec = '') {
  return testPolicies(await documentsOf(smallThings, testText(cases, spec)), [things], options);
}

/** What fails in one case, as `kind line:column message`. */
async function failures(given: string, expect: string, more = '') {
  const { tests } = await report(`    - name: it\n      given: { things: ${given} }\n${more}      expect: ${expect}\n`);
  return tests.flatMap(({ cases }) =>
    cases.flatMap((one) =>
      one.failures.map(({ kind, source, message }) => `${kind} ${source.startLine}:${source.startColumn} ${message}`),
    ),
  );
}

const large = '{ a.x: { size: 5, isOpen: false } }';

describe('a case', () => {
  it.each([
    ['names what fails', large, '[{ rule: small, outcome: fail }]'],
    [
      'names its subject and a part of its message',
      large,
      '[{ rule: small, subject: a.x, outcome: fail, message: larger than 3 }]',
    ],
    ['may name what passes', '{ a.x: { size: 1, isOpen: false } }', '[{ rule: small, outcome: pass }]'],
    [
      'may name what does not apply',
      '{ a.x: { size: 1, isOpen: false } }',
      '[{ rule: until, outcome: not-applicable }]',
    ],
    [
      'names several subjects at once',
      '{ a.x: { size: 5, isOpen: false }, a.y: { size: 6, isOpen: false } }',
      '[{ rule: small, outcome: fail }]',
    ],
    ['names errors', '{ a.x: { isOpen: false } }', '[{ rule: small, outcome: error }]'],
    ['names nothing when all is well', '{ a.x: { size: 1, isOpen: false } }', '[]'],
  ])('passes that %s', async (_, given, expected) => {
    expect(await failures(given, expected)).toEqual([]);
  });

  it.each([
    [
      'a verdict that it does not name',
      large,
      '[]',
      'unexpected 7:7 The case does not expect that rule `small` fails for `a.x`: a.x is larger than 3',
    ],
    [
      'another outcome',
      large,
      '[{ rule: small, outcome: pass }]',
      'different 9:16 Expected that rule `small` passes. It fails for `a.x`: a.x is larger than 3',
    ],
    [
      'another message',
      large,
      '[{ rule: small, outcome: fail, message: smaller }]',
      'different 9:16 Expected that rule `small` fails with `smaller` in its message. It fails for `a.x`: a.x is larger than 3',
    ],
    [
      'a rule that is not there',
      large.replace('5', '1'),
      '[{ rule: smal, outcome: fail }]',
      'missing 9:16 Expected that rule `smal` fails. The policy has no such rule; did you mean `small`?',
    ],
    [
      'a subject that is not there',
      large.replace('5', '1'),
      '[{ rule: small, subject: a.z, outcome: fail }]',
      'missing 9:16 Expected that rule `small` fails for `a.z`. The rule does not look at it; did you mean `a.x`?',
    ],
    [
      'a rule that looks at nothing',
      '{}',
      '[{ rule: small, outcome: fail }]',
      'missing 9:16 Expected that rule `small` fails. The rule looks at nothing that the case gives.',
    ],
  ])('fails for %s, once and at its place', async (_, given, expected, failure) => {
    expect(await failures(given, expected)).toEqual([failure]);
  });

  it('has parameters of the test, and of its own', async () => {
    const spec = '  params: { most: 10 }\n';
    const own = '      params: { most: 20 }\n';
    const cases = `    - name: test\n      given: { things: { a.x: { size: 8, isOpen: false } } }\n      expect: []\n    - name: own\n${own}      given: { things: { a.x: { size: 15, isOpen: false } } }\n      expect: []\n`;
    expect((await report(cases, spec)).outcome).toBe('passed');
  });

  it.each([
    ['', 'fail'],
    ['  now: 2025-06-01\n', 'pass'],
  ])('is judged on 2026-01-01 or the day that %j says', async (spec, outcome) => {
    const cases = `    - name: it\n      given: { things: { a.x: { size: 1, isOpen: true, until: "2025-12-01T00:00:00Z" } } }\n      expect: [{ rule: until, outcome: ${outcome} }]\n`;
    expect((await report(cases, spec)).outcome).toBe('passed');
  });

  it('is judged by the layers of its environment', async () => {
    const org = policyText('rules:\n  - { id: small, assert: thing.size <= 3, childMay: [disable] }', 'things', 'org');
    const dev = policyText('rules:\n  - { id: small, disable: true }', 'things', 'environment, environment: dev');
    const cases = '    - name: it\n      given: { things: { a.x: { size: 8 } } }\n      expect: []\n';
    const run = async (spec: string) =>
      (await testPolicies(await documentsOf(org, dev, testText(cases, spec)), [things], options)).outcome;
    expect([await run(''), await run('  environment: dev\n')]).toEqual(['failed', 'passed']);
  });
});

describe('coverage', () => {
  const cases = `    - name: it\n      given: { things: { a.x: { size: 5, isOpen: false }, a.y: { size: 1, isOpen: false } } }\n      expect: [{ rule: small, outcome: fail }]\n`;

  it('counts how often each outcome of a rule was seen', async () => {
    const { coverage, summary } = await report(cases);
    expect(coverage).toMatchObject([
      { policy: 'things', rule: 'small', pass: 1, fail: 1, isCovered: true, source: { file: 'a.yml', startLine: 9 } },
      { policy: 'things', rule: 'until', pass: 0, fail: 0, notApplicable: 2, isCovered: false },
    ]);
    expect(summary).toEqual({ tests: 1, cases: 1, failed: 0, rules: 2, covered: 1 });
  });

  it('wants no passing case of a rule that forbids all that it is about', async () => {
    const never = smallThings.replace(/assert: .*/, 'assert: "false"\n      match: { resources: [a] }');
    const { coverage } = await testPolicies(await documentsOf(never, testText(cases)), [things], options);
    expect(coverage).toMatchObject([{ rule: 'small', pass: 0, fail: 2, isCovered: true }, { rule: 'until' }]);
  });

  it('is a failure only where it is required', async () => {
    const documents = await documentsOf(smallThings, testText(cases));
    const run = async (coverageRequired: boolean) =>
      (await testPolicies(documents, [things], { coverageRequired })).outcome;
    expect([await run(false), await run(true)]).toEqual(['passed', 'failed']);
  });

  it('lists policies without a test', async () => {
    const documents = await documentsOf(smallThings);
    expect((await testPolicies(documents, [things], options)).untested).toEqual([
      { policy: 'things', source: { file: 'a.yml', startLine: 3, startColumn: 19 } },
    ]);
  });
});

it.each([
  [
    'no policy of that name',
    testText('    - { name: it, given: { things: {} }, expect: [] }\n', '', 'thing'),
    'b.yml:5:11: The test is for the policy "thing", which is not among those that were read. Did you mean "things"?',
  ],
  [
    'a parameter that is not there',
    testText('    - { name: it, given: { things: {} }, params: { least: 1 }, expect: [] }\n'),
    'b.yml:7:59: The policy "things" has no parameter "least".',
  ],
  [
    'a parameter of another type',
    testText('    - { name: it, given: { things: {} }, expect: [] }\n', '  params: { most: many }\n'),
    'b.yml:6:19: The value of "most" has the wrong type',
  ],
  ['another form of what is given', testText('    - { name: it, given: { thing: {} }, expect: [] }\n'), 'b.yml:7:28: '],
  [
    'what cannot be read',
    testText('    - { name: it, given: { things: { broken: {} } }, expect: [] }\n'),
    'b.yml:7:26: What case "it" gives cannot be read. A thing cannot be "broken".',
  ],
])('refuses a test with %s at its place', async (_, test, message) => {
  const run = testPolicies(await documentsOf(smallThings, test), [things], options);
  await expect(run).rejects.toThrow(PolicyEngineError);
  await expect(run).rejects.toThrow(message);
});

it('tells of every mistake in the policies at once', async () => {
  const broken = (name: string) => policyText('rules:\n  - { id: a, assert: thing.sise > 1 }', name);
  const run = testPolicies(await documentsOf(broken('one'), broken('two')), [things], options);
  await expect(run).rejects.toThrow(/^a\.yml:7:.*\nb\.yml:7:/);
});

it('refuses to test policies that contradict themselves', async () => {
  const broken = policyText("rules:\n  - { id: both, assert: \"thing.type == 'a' && thing.type == 'b'\" }");
  await expect(testPolicies(await documentsOf(broken), [things], options)).rejects.toThrow('No subject can keep');
});
