import { describe, expect, it } from 'vitest';
import { assertText, policyText } from '../../test/judging.ts';
import { memoryTree } from '../../test/memory-tree.ts';
import { smallThings, testText, things } from '../../test/tested-things.ts';
import { readPolicySet } from '../run/policy-set.ts';
import { lintPolicies } from './lint-policies.ts';

/** What is found in texts of YAML, as `severity check file:line:column message`. */
async function findings(...texts: readonly string[]): Promise<string[]> {
  const files = memoryTree(
    Object.fromEntries(texts.map((text, index) => [`p/${String.fromCharCode(97 + index)}.yml`, text])),
  );
  const openCommit = () => expect.fail('no commit is asked for');
  const read = await readPolicySet({ names: ['p'], environment: null }, { files, packs: memoryTree({}), openCommit });
  const report = await lintPolicies(read, [things], { now: '2026-10-01', types: ['cloud_bucket', 'cloud_disk'] });
  return report.findings.map(
    ({ severity, check, file, line, column, message }) => `${severity} ${check} ${file}:${line}:${column} ${message}`,
  );
}

/** A rule that says everything about itself, and further lines of it. */
const described = (assert: string, ...lines: readonly string[]) =>
  assertText(assert, 'description: d', 'remedy: r', ...lines);
const tested = testText('    - { name: it, given: { things: {} }, expect: [] }\n');
const exception = (rule: string, expires: string) =>
  `apiVersion: tollgate/v1\nkind: Exception\nmetadata: { name: EX-1 }\nspec: { rule: ${rule}, reason: r, approver: "user:a", expires: ${expires} }\n`;

it('finds nothing in a policy that is whole', async () => {
  expect(await findings(described('thing.size > 1'), tested, exception('things/rule', '2026-10-01'))).toEqual([]);
});

describe('errors', () => {
  it.each<[string, readonly string[], RegExp]>([
    ['documents', ['kind: Polcy\n'], /^error document p\/a\.yml:1:\d+ /],
    ['layers', [smallThings, smallThings], /^error document p\/b\.yml:3:19 Two policies of layer repository/],
    ['conditions', [described('thing.sise > 1'), tested], /^error condition p\/a\.yml:8:\d+ /],
    [
      'contradictions',
      [described("thing.type == 'a' && thing.type == 'b'"), tested],
      /^error conflict .* No subject can keep/,
    ],
    [
      'tests',
      [described('thing.size > 1'), testText('    - { name: it, given: { thing: {} }, expect: [] }\n')],
      /^error test p\/b\.yml:7:26 .*"things"/,
    ],
    [
      'tests of no policy',
      [
        described('thing.size > 1'),
        tested,
        testText('    - { name: it, given: { things: {} }, expect: [] }\n', '', 'thing'),
      ],
      /^error test p\/c\.yml:5:11 .* Did you mean "things"\?/,
    ],
  ])('of %s', async (_, texts, finding) => {
    expect(await findings(...texts)).toContainEqual(expect.stringMatching(finding));
  });

  it('are told of all documents at once, without what follows from them', async () => {
    const found = await findings(
      'kind: Polcy\n',
      described('thing.sise > 1'),
      tested,
      exception('none/rule', '2020-01-01'),
    );
    expect(found.map((each) => each.split(' ').slice(0, 2).join(' '))).toEqual(['error document', 'error condition']);
  });
});

describe('warnings', () => {
  it('are not given where a lower layer may name approvers', async () => {
    const rule = described('thing.size > 1', 'level: soft-mandatory', 'childMay: [override]');
    expect(await findings(rule, tested)).toEqual([]);
  });

  it.each<[string, readonly string[], string]>([
    [
      'a condition that is always true',
      [described('true'), tested],
      'warning conflict p/a.yml:8:16 This condition holds for every subject, so that the rule checks nothing. Mend it.',
    ],
    [
      'a parameter that no rule reads',
      [
        policyText(
          'params: { most: { type: number, default: 1 } }\nrules:\n  - { id: a, assert: thing.size > 1, description: d, remedy: r }',
        ),
        tested,
      ],
      'warning unused-param p/a.yml:6:13 No rule reads the parameter "most". Use it as params.most or "$params.most", or take it out.',
    ],
    [
      'a rule without a description',
      [assertText('thing.size > 1', 'remedy: r'), tested],
      'warning undescribed p/a.yml:7:11 Rule "rule" does not say what it is for: add a "description".',
    ],
    [
      'a policy without a test',
      [described('thing.size > 1')],
      'warning untested p/a.yml:3:19 No test is for the policy "things". Write one with "kind: PolicyTest" beside it.',
    ],
    [
      'an exception of no rule',
      [described('thing.size > 1'), tested, exception('things/rul', '2027-01-01')],
      'warning unknown-rule p/c.yml:4:15 Exception "EX-1" is for the rule "things/rul", which none of the policies has. Did you mean "things/rule"?',
    ],
    [
      'an exception that expired',
      [described('thing.size > 1'), tested, exception('things/rule', '2026-09-30')],
      'warning exception p/c.yml:4:68 Exception EX-1 expired on 2026-09-30. Remove it, or have it renewed.',
    ],
    [
      'a test of no rule',
      [
        described('thing.size > 1'),
        testText('    - { name: it, given: { things: {} }, expect: [{ rule: rules, outcome: fail }] }\n'),
      ],
      'warning unknown-rule p/b.yml:7:59 The policy "things" has no rule "rules", so that no verdict can meet this. Did you mean "rule"?',
    ],
    [
      'a rule that nobody may override',
      [described('thing.size > 1', 'level: soft-mandatory'), tested],
      'warning no-approver p/a.yml:11:14 Rule "rule" is soft-mandatory, and nobody may override it. Name approvers in "override", or make it hard-mandatory.',
    ],
    [
      'a type that is misspelt',
      [
        described(
          'thing.size > 1',
          'match: { resources: [cloud_buckt, cloud_bucket_policy, "!cloud_d*", module.a.*, other_x] }',
        ),
        tested,
      ],
      'warning unknown-type p/a.yml:11:28 "cloud_buckt" matches no type of resources that is known. Did you mean "cloud_bucket"?',
    ],
    [
      'a gate that is not there',
      [described('thing.size > 1').replace('gate: thing', 'gate: thin')],
      'warning gate p/a.yml:5:9 The gate "thin" is not among those that are known here: thing. Did you mean "thing"?',
    ],
  ])('of %s', async (_, texts, finding) => {
    expect(await findings(...texts)).toEqual([finding]);
  });

  it('of two rules that demand the same', async () => {
    const rule = (id: string) => `  - { id: ${id}, assert: thing.size > 1, description: d, remedy: r }`;
    expect(await findings(policyText(`rules:\n${rule('one')}\n${rule('two')}`), tested)).toEqual([
      'warning duplicate p/a.yml:8:7 Rule "things/two" demands the same of the same subjects as rule "things/one" at p/a.yml:7:7. Keep one of them.',
    ]);
  });

  it('of what a layer says in vain, in every environment', async () => {
    const org = policyText('rules:\n  - { id: a, assert: thing.size > 1, description: d, remedy: r }', 'things', 'org');
    const dev = policyText('rules:\n  - { id: a, level: advisory }', 'things', 'environment, environment: dev');
    expect(await findings(org, dev, tested)).toEqual([
      expect.stringMatching(/^warning ignored p\/b\.yml:7:23 Rule "a": layer environment lowers the level/),
    ]);
  });

  it.each([
    ['an expression', 'assert: thing.size > params.most'],
    ['an index', `assert: "thing.size > params['most']"`],
    ['all of them at once', 'assert: "size(params) > thing.size"'],
    ['a message', 'assert: thing.size > 1, message: "more than ${params.most}"'],
    ['a condition of a match', 'assert: thing.size > 1, match: { when: thing.size > params.most }'],
    ['a form', 'labels: { least: $params.most }'],
  ])('not of a parameter that is read by %s', async (_, condition) => {
    const policy = policyText(
      `params: { most: { type: number, default: 1 } }\nrules:\n  - { id: a, ${condition}, description: d, remedy: r }`,
    );
    expect(await findings(policy, tested)).toEqual([]);
  });
});
