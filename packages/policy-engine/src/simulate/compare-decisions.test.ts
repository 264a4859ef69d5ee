import { describe, expect, it } from 'vitest';
import { type Decision, decide } from '../decide.ts';
import type { Level, Outcome, RuleResult } from '../verdict.ts';
import { compareDecisions } from './compare-decisions.ts';

type Said = readonly [id: string, outcome: Exclude<Outcome, 'excepted'>, message?: string];

/** What one policy with one rule says of subjects. */
function decision(level: Level, said: readonly Said[], rule = 'r'): Decision {
  const header = {
    name: 'p',
    version: '1.0.0',
    rules: [{ id: rule, level, onUnknown: 'warn' as const }],
    document: level,
  };
  const results = said.map(
    ([id, outcome, message = `${id} is ${outcome}`]): RuleResult => ({
      rule,
      subject: { kind: 'resource', id },
      outcome,
      message,
      source: { file: 'main.tf', startLine: 3 },
    }),
  );
  return decide([{ policy: header, results }]);
}

describe('compareDecisions', () => {
  type Row = readonly [string, Level, Said['1'], Level, Said['1'], string | null];
  it.each<Row>([
    ['what is the same', 'hard-mandatory', 'fail', 'hard-mandatory', 'fail', null],
    [
      'what passes and would be blocked',
      'hard-mandatory',
      'pass',
      'hard-mandatory',
      'fail',
      'effect: pass none → fail block',
    ],
    [
      'what is blocked and would pass',
      'hard-mandatory',
      'fail',
      'hard-mandatory',
      'pass',
      'effect: fail block → pass none',
    ],
    ['a stricter level', 'advisory', 'fail', 'hard-mandatory', 'fail', 'effect: fail warn → fail block'],
    [
      'a level with the same effect',
      'soft-mandatory',
      'fail',
      'hard-mandatory',
      'fail',
      'level: fail block → fail block',
    ],
    ['an outcome with the same effect', 'advisory', 'fail', 'advisory', 'unknown', 'outcome: fail warn → unknown warn'],
    ['a rule that cannot be evaluated', 'advisory', 'pass', 'advisory', 'error', 'effect: pass none → error fail'],
    ['a new verdict', 'hard-mandatory', 'not-applicable', 'hard-mandatory', 'fail', 'new: null → fail block'],
    ['a verdict that is gone', 'hard-mandatory', 'fail', 'hard-mandatory', 'not-applicable', 'gone: fail block → null'],
    ['a level without effect', 'advisory', 'pass', 'hard-mandatory', 'pass', null],
    ['a new verdict without effect', 'advisory', 'not-applicable', 'advisory', 'pass', null],
  ])('shows %s', (_, oldLevel, was, newLevel, is, shown) => {
    const { flips } = compareDecisions(decision(oldLevel, [['a', was]]), decision(newLevel, [['a', is]]));
    const state = (verdict: { outcome: string; effect: string } | null) =>
      verdict === null ? 'null' : `${verdict.outcome} ${verdict.effect}`;
    expect(flips.map(({ kind, before, after }) => `${kind}: ${state(before)} → ${state(after)}`)).toEqual(
      shown === null ? [] : [shown],
    );
  });

  it('says which rule and subject, where, and why', () => {
    const before = decision('hard-mandatory', [['a', 'pass']]);
    const after = decision('hard-mandatory', [['a', 'fail', 'The tag Owner is missing.']]);
    expect(compareDecisions(before, after)).toEqual({
      before: 'passed',
      after: 'blocked',
      flips: [
        {
          policy: 'p',
          rule: 'r',
          subject: { kind: 'resource', id: 'a' },
          kind: 'effect',
          before: { outcome: 'pass', level: 'hard-mandatory', effect: 'none', message: 'a is pass' },
          after: { outcome: 'fail', level: 'hard-mandatory', effect: 'block', message: 'The tag Owner is missing.' },
          source: { file: 'main.tf', startLine: 3 },
        },
      ],
      quiet: [],
    });
  });

  it('counts differences without effect by rule and kind', () => {
    const before = decision('advisory', [
      ['a', 'pass'],
      ['b', 'pass'],
      ['c', 'not-applicable'],
    ]);
    const after = decision('hard-mandatory', [
      ['a', 'pass'],
      ['b', 'pass'],
      ['c', 'pass'],
    ]);
    const { flips, quiet } = compareDecisions(before, after);
    expect(flips).toEqual([]);
    expect(quiet).toEqual([
      { policy: 'p', rule: 'r', kind: 'level', count: 2 },
      { policy: 'p', rule: 'r', kind: 'new', count: 1 },
    ]);
  });

  it('takes a rule with another id for another rule', () => {
    const { flips } = compareDecisions(
      decision('hard-mandatory', [['a', 'fail']], 'one'),
      decision('hard-mandatory', [['a', 'fail']], 'two'),
    );
    expect(flips.map(({ rule, kind }) => `${rule} ${kind}`)).toEqual(['one gone', 'two new']);
  });

  it('keeps together what a rule says twice of a subject', () => {
    const before = decision('hard-mandatory', [
      ['a', 'fail', 'Owner is missing.'],
      ['a', 'fail', 'Team is missing.'],
    ]);
    const after = decision('hard-mandatory', [
      ['a', 'fail', 'CostCenter is missing.'],
      ['a', 'fail', 'Owner is missing.'],
      ['a', 'fail', 'Team is missing.'],
    ]);
    expect(compareDecisions(before, after).flips).toMatchObject([
      { kind: 'new', before: null, after: { message: 'CostCenter is missing.' } },
    ]);
  });
});
