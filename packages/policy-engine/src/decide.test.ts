import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { type Decision, decide, type JudgedPolicy } from './decide.ts';
import type { PolicyHeader } from './policy.ts';
import type { Level, OnUnknown, RuleResult } from './verdict.ts';

const schema = JSON.parse(readFileSync(new URL('../schema/decision.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ strict: true }).compile(schema);

function policy(level: Level, onUnknown: OnUnknown, name = 'p'): PolicyHeader {
  return { name, version: '1.0.0', rules: [{ id: 'r', level, onUnknown }], document: { level, onUnknown } };
}

function result(outcome: RuleResult['outcome'], id = 'aws_instance.a'): RuleResult {
  return { rule: 'r', subject: { kind: 'resource', id }, outcome, message: `${id} is ${outcome}` };
}

describe('the outcome of a decision', () => {
  const cases: [RuleResult['outcome'][], Level, OnUnknown, Decision['outcome']][] = [
    [[], 'hard-mandatory', 'fail', 'passed'],
    [['pass'], 'hard-mandatory', 'fail', 'passed'],
    [['not-applicable'], 'hard-mandatory', 'fail', 'passed'],
    [['fail'], 'advisory', 'pass', 'warned'],
    [['fail'], 'soft-mandatory', 'pass', 'blocked'],
    [['fail'], 'hard-mandatory', 'pass', 'blocked'],
    [['unknown'], 'hard-mandatory', 'pass', 'passed'],
    [['unknown'], 'hard-mandatory', 'warn', 'warned'],
    [['unknown'], 'hard-mandatory', 'fail', 'blocked'],
    [['unknown'], 'advisory', 'fail', 'warned'],
    [['error'], 'advisory', 'pass', 'failed'],
    [['fail', 'error', 'pass'], 'hard-mandatory', 'pass', 'failed'],
    [['pass', 'fail', 'unknown'], 'hard-mandatory', 'warn', 'blocked'],
  ];
  it.each(cases)('of %j at level %s with unknowns %s is %s', (outcomes, level, onUnknown, expected) => {
    const results = outcomes.map((outcome, index) => result(outcome, `aws_instance.i${index}`));
    const decision = decide([{ policy: policy(level, onUnknown), results }]);
    expect(decision.outcome).toBe(expected);
    expect(validate(decision), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe('a decision', () => {
  it('is the same whatever the order of policies and results', () => {
    const judged: JudgedPolicy[] = ['b', 'a', 'c'].map((name) => ({
      policy: policy('hard-mandatory', 'warn', name),
      results: [
        result('fail', 'aws_instance.z'),
        result('pass', 'aws_instance.B'),
        result('unknown', 'aws_instance.a'),
      ],
    }));
    const reversed = judged.map((entry) => ({ ...entry, results: [...entry.results].reverse() })).reverse();
    expect(JSON.stringify(decide(reversed))).toBe(JSON.stringify(decide(judged)));
    expect(
      decide(judged)
        .verdicts.map((v) => `${v.policy} ${v.subject.id}`)
        .slice(0, 4),
    ).toEqual(['a aws_instance.B', 'a aws_instance.a', 'a aws_instance.z', 'b aws_instance.B']);
  });

  it('counts verdicts by outcome', () => {
    const results = [result('pass', 'a'), result('pass', 'b'), result('fail', 'c'), result('not-applicable', 'd')];
    expect(decide([{ policy: policy('advisory', 'warn'), results }]).summary).toEqual({
      pass: 2,
      fail: 1,
      unknown: 0,
      excepted: 0,
      error: 0,
    });
  });

  it('names a policy that matched nothing', () => {
    const decision = decide([{ policy: policy('advisory', 'warn', 'lonely'), results: [result('not-applicable')] }]);
    expect(decision.notices).toEqual([
      'Policy "lonely" matched nothing: no subject in the input is one that it judges.',
    ]);
  });

  it('gives a policy the same digest however its document is ordered, and another one when it says something else', () => {
    const digest = (document: unknown) =>
      decide([{ policy: { ...policy('advisory', 'warn'), document }, results: [] }]).policies[0]?.digest;
    expect(digest({ a: 1, b: [{ c: 2, d: undefined }] })).toBe(digest({ b: [{ c: 2 }], a: 1 }));
    expect(digest({ a: 1 })).not.toBe(digest({ a: 2 }));
  });

  it('refuses two policies of one name and results of a rule that is not there', () => {
    const twice = [1, 2].map(() => ({ policy: policy('advisory', 'warn', 'twin'), results: [] }));
    expect(() => decide(twice)).toThrow('Two policies are named "twin"');
    const stray = { ...result('fail'), rule: 'other' };
    expect(() => decide([{ policy: policy('advisory', 'warn'), results: [stray] }])).toThrow('has no rule "other"');
  });
});
