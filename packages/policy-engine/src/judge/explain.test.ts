import { unknown } from '@tollgate/cel';
import { expect, it } from 'vitest';
import { assertText, policiesOf, policyOf, policyText, thing } from '../../test/judging.ts';
import { PolicyEngineError } from '../error.ts';
import { explainResult } from './explain.ts';

const now = '2026-10-01';

it('tells of each condition what it came to, where it stands, and which parts decided', async () => {
  const text = assertText(
    "thing.type.startsWith('t') && thing.size <= 3",
    "match: { when: 'thing.isOpen' }",
    "message: 'is ${thing.size}'",
  );
  const explanation = explainResult(await policyOf(text), 'rule', thing('a.x', { type: 't3', size: 5, isOpen: true }), {
    now,
  });
  expect(explanation).toMatchObject({
    policy: 'things',
    rule: 'rule',
    subject: { kind: 'thing', id: 'a.x' },
    outcome: 'fail',
    message: 'is 5',
    isExcluded: false,
    clauses: [
      {
        layer: 'repository',
        place: { file: 'a.yml', startLine: 7 },
        leftOutBy: [],
        outcome: 'fail',
        message: 'is 5',
        whens: [
          {
            source: 'thing.isOpen',
            place: { file: 'a.yml', startLine: 9, startColumn: 23 },
            outcome: 'true',
            reason: '',
          },
        ],
        condition: {
          kind: 'expression',
          place: { file: 'a.yml', startLine: 8, startColumn: 16 },
          outcome: 'false',
          trace: {
            value: 'false',
            because: [
              { expression: 'thing.size <= 3', value: 'false', because: [{ expression: 'thing.size', value: '5' }] },
            ],
          },
        },
      },
    ],
    smallestChanges: { changes: [{ edits: [{ path: 'thing.size', wanted: '<= 3' }] }] },
  });
});

it('is plain data', async () => {
  const policy = await policyOf(assertText('thing.isOpen', 'match: { resources: ["a"] }'));
  const explanation = explainResult(policy, 'rule', thing('a.x', { isOpen: false }), { now });
  expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
});

it.each<[string, Parameters<typeof thing>[2], string, string]>([
  ['{ resources: ["b*"] }', {}, 'resources', 'No pattern of `match.resources` takes in "a", "a.x".'],
  [
    '{ actions: [create] }',
    { actions: ['update'] },
    'actions',
    '`match.actions` does not name what happens to it: "update".',
  ],
  [
    '{ changedOnly: true }',
    { changed: false },
    'changedOnly',
    'The change does not touch it, and `match.changedOnly` is set.',
  ],
  [
    '{ changedOnly: true }',
    { changed: true, actions: ['delete'], unlessAsked: 'action' },
    'unless-asked',
    'What happens to it is "delete", which is judged only where `match.actions` names it.',
  ],
])('says which part of %s leaves a subject out', async (match, more, part, reason) => {
  const policy = await policyOf(assertText('false', `match: ${match}`));
  const explanation = explainResult(policy, 'rule', thing('a.x', {}, more), { now });
  expect(explanation).toMatchObject({
    outcome: null,
    message: 'The rule "rule" is not about this subject.',
    clauses: [{ leftOutBy: [{ part, reason }], condition: null, outcome: null }],
    smallestChanges: null,
  });
});

it('says that a lower layer takes the subject out', async () => {
  const upper = 'rules:\n  - id: a\n    assert: "false"\n    childMay: [exclude]';
  const texts = [policyText(upper, 'things', 'org'), policyText('rules:\n  - id: a\n    exclude: ["a.x"]')];
  const [policy] = (await policiesOf(texts)).policies;
  if (policy === undefined) throw new Error('no policy');
  expect(explainResult(policy, 'a', thing('a.x'), { now })).toMatchObject({
    outcome: null,
    isExcluded: true,
    message: 'A lower layer takes this subject out of the rule "a".',
  });
});

it('says why something is unknown or an error', async () => {
  const values = { values: { id: unknown('data source aws_ami.x') }, labels: {} };
  const [open, broken] = await Promise.all([
    policyOf(assertText("thing.values.id == 'x'")),
    policyOf(assertText("thing.labels.Owner == 'x'")),
  ]);
  expect(explainResult(open, 'rule', thing('a.x', values), { now }).clauses[0]?.condition).toMatchObject({
    outcome: 'unknown',
    reason: 'Cannot be told before apply: data source aws_ami.x.',
  });
  expect(explainResult(broken, 'rule', thing('a.x', values), { now }).clauses[0]?.condition).toMatchObject({
    outcome: 'error',
    reason: 'At a.yml:8:16: no such key: "Owner".',
  });
});

it('tells what a rule form says', async () => {
  const policy = await policyOf(policyText('rules:\n  - id: a\n    labels: { least: 1 }'));
  expect(explainResult(policy, 'a', thing('a.x'), { now })).toMatchObject({
    outcome: 'fail',
    clauses: [{ condition: { kind: 'form', form: 'labels', outcome: 'fail', message: 'Has 0 labels.' } }],
    smallestChanges: { changes: [], gaps: [expect.stringContaining('form `labels`')] },
  });
});

it('knows no rule of another name', async () => {
  const policy = await policyOf(assertText('true'));
  expect(() => explainResult(policy, 'rules', thing('a.x'), { now })).toThrow(PolicyEngineError);
});
