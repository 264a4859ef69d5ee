import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { type Decision, decide, type JudgedPolicy } from './decide.ts';
import type { PolicyHeader } from './policy.ts';
import type { Level, OnUnknown, RuleResult } from './verdict.ts';

const schema = JSON.parse(readFileSync(new URL('../schema/decision.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ strict: true }).compile(closed(schema));

/** The schema as it is published, but refusing every field that it does not describe. */
function closed(part: unknown): object {
  return JSON.parse(JSON.stringify(part), (_, value) =>
    value?.type === 'object' ? { ...value, additionalProperties: false } : value,
  );
}

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

  it('says how many verdicts a policy gives', () => {
    const results = [result('pass', 'a'), result('fail', 'b'), result('not-applicable', 'c')];
    expect(decide([{ policy: policy('advisory', 'warn'), results }]).policies).toMatchObject([{ matched: 2 }]);
  });

  it('is blocked by nothing that is excepted, and warned by what is overridden', () => {
    const exception = {
      id: 'EX-7',
      expires: '2026-12-20',
      status: 'active',
      reason: 'old',
      approver: null,
      message: 'Exception EX-7 excepts it until 2026-12-20.',
    } as const;
    const override = { approvers: [{ name: 'user:ann', at: '2026-10-01T12:00:00Z' }], commit: 'a'.repeat(40) };
    const excepted = { ...result('fail', 'a'), outcome: 'excepted', underlying: 'fail', exception } as const;
    const overridden = { ...result('fail', 'b'), override };
    const source = { file: 'exceptions.yml', startLine: 3 };
    const one = decide([{ policy: policy('hard-mandatory', 'warn'), results: [excepted] }], {
      exceptions: [
        {
          ...exception,
          rule: 'p/r',
          status: 'used',
          counts: true,
          matched: 1,
          evidence: null,
          source,
          origin: 'document',
        },
      ],
      notices: ['Something to know.'],
    });
    expect(one).toMatchObject({
      outcome: 'passed',
      summary: { fail: 0, excepted: 1 },
      notices: ['Something to know.'],
    });
    expect(one.verdicts[0]).toMatchObject({ outcome: 'excepted', effect: 'none', underlying: 'fail', exception });
    const both = decide([{ policy: policy('soft-mandatory', 'warn'), results: [excepted, overridden] }]);
    expect(both).toMatchObject({ outcome: 'warned', summary: { fail: 1, excepted: 1 } });
    expect(both.verdicts[1]).toMatchObject({ outcome: 'fail', effect: 'warn', override });
    for (const decision of [one, both]) expect(validate(decision), JSON.stringify(validate.errors)).toBe(true);
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

describe('the schema of a decision', () => {
  it('describes every field', () => {
    const silent: string[] = [];
    const walk = (part: unknown, way: string): void => {
      if (typeof part !== 'object' || part === null) return;
      for (const [key, value] of Object.entries(part)) {
        const here = `${way}/${key}`;
        if (way.endsWith('/properties') && value.description === undefined && value.$ref === undefined)
          silent.push(here);
        walk(value, here);
      }
    };
    walk(schema, '');
    expect(silent).toEqual([]);
  });
});
