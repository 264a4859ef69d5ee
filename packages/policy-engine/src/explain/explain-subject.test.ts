import { expect, it } from 'vitest';
import { policyText, thing, thingGate } from '../../test/judging.ts';
import { documentsOf } from '../../test/tested-things.ts';
import { decide } from '../decide.ts';
import { layerPolicies } from '../layers/layer-policies.ts';
import { explainSubject } from './explain-subject.ts';
import { explainWork } from './explain-work.ts';

const things = policyText(
  'rules:\n  - { id: small, assert: thing.size < 3, level: advisory, remedy: shrink }\n  - { id: open, assert: thing.isOpen }\n  - { id: b, assert: thing.isOpen, match: { resources: [b] } }',
);
const others = policyText('rules:\n  - { id: any, assert: "true" }', 'others').replace('gate: thing', 'gate: other');
const subjects = [
  thing('a.x', { size: 5, isOpen: true }),
  thing('a.y["k"]', { size: 1 }),
  thing('a.y["l"]', { size: 1 }),
];
const { policies } = layerPolicies((await documentsOf(things, others)).policies, { environment: null });
const works = [explainWork(thingGate, () => subjects)];
const header = {
  name: 'things',
  version: '0.0.0',
  document: {},
  rules: [{ id: 'small', level: 'advisory', onUnknown: 'warn' }],
} as const;
const result = { rule: 'small', subject: { kind: 'thing', id: 'a.x' }, outcome: 'fail', message: 'is 5' } as const;
const decision = decide([{ policy: header, results: [result] }]);

function explain(subject: string, rule: string | null = null) {
  return explainSubject(policies, works, { subject, rule, now: '2026-10-01', decision });
}

it('explains every rule: what decides first, what is not about the subject last', async () => {
  const { outcome, rules, elsewhere } = await explain('a.x');
  expect(outcome).toBe('warned');
  expect(rules.map(({ rule, effect, outcome, remedy }) => [rule, effect, outcome, remedy])).toEqual([
    ['small', 'warn', 'fail', 'shrink'],
    ['open', 'none', 'pass', null],
    ['b', 'none', null, null],
  ]);
  expect(elsewhere).toEqual([{ policy: 'others', gate: 'other' }]);
});

it('explains only the rules that are asked for', async () => {
  const { rules, elsewhere } = await explain('a.x', 'things/open');
  expect([rules.map(({ rule }) => rule), elsewhere]).toEqual([['open'], []]);
});

it.each([
  ['a.z', null, 'There is no subject "a.z". Did you mean "a.x"?'],
  ['a.y', null, String.raw`There is no subject "a.y". There is "a.y[\"k\"]", "a.y[\"l\"]".`],
  ['nothing.like.this', null, 'There is no subject "nothing.like.this". There is "a.x"'],
  [
    'a.x',
    'things/smal',
    'What is to be explained is the rule "things/smal", which no policy of this run has. Did you mean "things/small"?',
  ],
])('says of %s and the rule %s what is there', async (subject, rule, message) => {
  await expect(explain(subject, rule)).rejects.toThrow(message);
});
