import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DecisionOutcome } from '../decide.ts';
import type { VerdictState } from './compare-decisions.ts';
import { type ChangeParts, policySimulation, type SimulatedPart } from './policy-simulation.ts';

const head = {
  now: '2026-10-01',
  before: { names: ['old'], policies: [] },
  after: { names: ['new'], policies: [] },
  notices: ['Something to know.'],
};
const broken: SimulatedPart = { kind: 'not-judged', name: 'live/dev', reason: 'It has errors.' };

function part(before: DecisionOutcome, after: DecisionOutcome, flips: readonly [string, string][] = []): SimulatedPart {
  return {
    kind: 'judged',
    name: 'live/prod',
    before,
    after,
    quiet: [],
    flips: flips.map(([rule, change], index) => {
      const [was = 'none', is = 'none'] = change.split(' ');
      return {
        policy: 'p',
        rule,
        subject: { kind: 'resource', id: `a${index}` },
        kind: 'effect',
        before: state(was),
        after: state(is),
      };
    }),
  };
}

function state(word: string): VerdictState | null {
  if (word === 'nothing') return null;
  const effect = word === 'block' ? 'block' : word === 'warn' ? 'warn' : 'none';
  return { outcome: effect === 'none' ? 'pass' : 'fail', level: 'hard-mandatory', effect, message: '' };
}

function simulate(changes: readonly (readonly SimulatedPart[])[]) {
  return policySimulation(
    head,
    changes.map(
      (parts, index): ChangeParts => ({
        kind: 'commit',
        id: `c${index}`,
        title: null,
        date: null,
        pullRequest: null,
        parts,
      }),
    ),
  );
}

describe('policySimulation', () => {
  it.each<[string, readonly SimulatedPart[], object]>([
    ['nothing to judge', [], { status: 'unchanged', before: null, after: null }],
    ['one part', [part('passed', 'warned')], { status: 'judged', before: 'passed', after: 'warned' }],
    [
      'the worst of two parts on each side',
      [part('blocked', 'passed'), part('passed', 'failed')],
      { status: 'judged', before: 'blocked', after: 'failed' },
    ],
    ['a part that was not judged', [broken, part('passed', 'blocked')], { status: 'incomplete', after: 'blocked' }],
    ['only parts that were not judged', [broken], { status: 'incomplete', before: null, after: null }],
  ])('gives the outcome of a change: %s', (_, parts, expected) => {
    expect(simulate([parts]).changes[0]).toMatchObject(expected);
  });

  it('counts changes, a failure of the policies among those that are blocked', () => {
    const { totals } = simulate([
      [],
      [broken],
      [part('passed', 'blocked', [['r', 'none block']])],
      [part('warned', 'failed')],
      [part('blocked', 'failed')],
      [part('blocked', 'warned', [['r', 'block warn']])],
    ]);
    expect(totals).toEqual({
      changes: 6,
      judged: 4,
      unchanged: 1,
      incomplete: 1,
      blockedBefore: 2,
      blockedAfter: 3,
      newlyBlocked: 2,
      noLongerBlocked: 1,
      flips: 2,
    });
  });

  it('names policies that were not tried, once anything was judged', () => {
    const idle = { name: 'idle', version: '1.0.0', digest: 'sha256:0', matched: 0 };
    const given = { ...head, after: { names: ['new'], policies: [idle, { ...idle, name: 'busy', matched: 3 }] } };
    const change = { kind: 'input', id: 'plan.json', title: null, date: null, pullRequest: null } as const;
    expect(policySimulation(given, [{ ...change, parts: [part('passed', 'passed')] }]).notices).toEqual([
      'Something to know.',
      'The new policy "idle" matched nothing: no change has a subject that it judges.',
    ]);
    expect(policySimulation(given, [{ ...change, parts: [broken] }]).notices).toEqual(['Something to know.']);
  });

  it('orders rules by what they newly block', () => {
    const { rules } = simulate([
      [part('passed', 'blocked', [['few', 'none block']])],
      [
        part('passed', 'blocked', [
          ['many', 'none block'],
          ['many', 'nothing block'],
        ]),
      ],
      [
        part('blocked', 'warned', [
          ['loose', 'block warn'],
          ['many', 'none warn'],
          ['apart', 'block nothing'],
        ]),
      ],
    ]);
    expect(rules).toEqual([
      { policy: 'p', rule: 'many', newlyBlocking: 2, noLongerBlocking: 0, other: 1, changes: 2 },
      { policy: 'p', rule: 'few', newlyBlocking: 1, noLongerBlocking: 0, other: 0, changes: 1 },
      { policy: 'p', rule: 'apart', newlyBlocking: 0, noLongerBlocking: 1, other: 0, changes: 1 },
      { policy: 'p', rule: 'loose', newlyBlocking: 0, noLongerBlocking: 1, other: 0, changes: 1 },
    ]);
  });
});

it('the schema of a simulation describes every field', () => {
  const silent: string[] = [];
  const walk = (value: unknown, way: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      const here = `${way}/${key}`;
      if (way.endsWith('/properties') && member.description === undefined && member.$ref === undefined)
        silent.push(here);
      walk(member, here);
    }
  };
  walk(JSON.parse(readFileSync(new URL('../../schema/policy-simulation.json', import.meta.url), 'utf8')), '');
  expect(silent).toEqual([]);
});
