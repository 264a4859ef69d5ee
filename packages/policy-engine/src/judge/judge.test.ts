import { unknown } from '@tollgate/cel';
import { describe, expect, it } from 'vitest';
import { assertText, policiesOf, policyOf, policyText, thing } from '../../test/judging.ts';
import { PolicyEngineError } from '../error.ts';
import type { RuleResult } from '../verdict.ts';
import type { CompiledPolicy } from './compiled-policy.ts';
import { judge } from './judge.ts';

const now = '2026-10-01';
type Thing = ReturnType<typeof thing>;

function resultsOf(policy: CompiledPolicy<{ labels: number }>, ...subjects: Thing[]): readonly RuleResult[] {
  return judge([policy], subjects, { now }).flatMap(({ results }) => results);
}

async function resultOf(text: string, subject: Thing): Promise<RuleResult | undefined> {
  return resultsOf(await policyOf(text), subject)[0];
}

/** What a condition can come to, and a value of a field that makes it so. */
const values = { true: true, false: false, unknown: unknown('nobody knows'), error: 'no truth', nothing: null };
type Kind = keyof typeof values;

describe('`when` and the condition', () => {
  it.each([
    ['true', 'true', 'pass'],
    ['true', 'false', 'fail'],
    ['true', 'unknown', 'unknown'],
    ['true', 'error', 'error'],
    ['false', 'true', 'not-applicable'],
    ['false', 'false', 'not-applicable'],
    ['false', 'unknown', 'not-applicable'],
    ['false', 'error', 'not-applicable'],
    ['unknown', 'true', 'pass'],
    ['unknown', 'false', 'unknown'],
    ['unknown', 'unknown', 'unknown'],
    ['unknown', 'error', 'unknown'],
    ['error', 'true', 'error'],
    ['error', 'false', 'error'],
  ] as const)('%s and %s: %s', async (when, condition, outcome) => {
    const text = assertText('thing.values.condition', "match: { when: 'thing.values.when' }");
    const subject = thing('a.x', { values: { when: values[when], condition: values[condition] } });
    expect(await resultOf(text, subject)).toMatchObject({ outcome });
  });

  it.each([
    ['true', 'true', 'pass'],
    ['true', 'false', 'not-applicable'],
    ['unknown', 'false', 'not-applicable'],
    ['error', 'false', 'not-applicable'],
    ['true', 'unknown', 'unknown'],
    ['unknown', 'error', 'error'],
  ] as const)('of policy and rule, %s and %s: %s', async (one, other, outcome) => {
    const rule = 'rules:\n  - id: a\n    match: { when: thing.values.b }\n    assert: thing.values.c';
    const text = policyText(`match: { when: thing.values.a }\n${rule}`);
    const subject = thing('a.x', { values: { a: values[one], b: values[other], c: outcome === 'pass' } });
    expect(await resultOf(text, subject)).toMatchObject({ outcome });
  });
});

describe('the clauses of several layers', () => {
  it.each([
    ['true', 'true', 'pass'],
    ['true', 'false', 'fail'],
    ['false', 'false', 'fail'],
    ['true', 'unknown', 'unknown'],
    ['false', 'unknown', 'fail'],
    ['false', 'error', 'error'],
    ['unknown', 'error', 'error'],
    ['true', 'nothing', 'pass'],
    ['nothing', 'nothing', 'not-applicable'],
    ['unknown', 'nothing', 'unknown'],
  ] as const)('%s and %s: %s', async (one, other, outcome) => {
    const rule = (field: string) =>
      `rules:\n  - id: a\n    match: { when: 'thing.values.${field} != null' }\n    assert: thing.values.${field}`;
    const { policies } = await policiesOf([
      policyText(rule('one'), 'things', 'org'),
      policyText(rule('other'), 'things', 'repository'),
    ]);
    const inBothLayers: (readonly [Kind, Kind])[] = [
      [one, other],
      [other, one],
    ];
    for (const [first, second] of inBothLayers) {
      const subject = thing('a.x', { values: { one: values[first], other: values[second] } });
      const results = judge(policies, [subject], { now }).flatMap((judged) => judged.results);
      expect(results).toEqual([expect.objectContaining({ rule: 'a', outcome })]);
    }
  });

  it('that fail say both what they want, once', async () => {
    const rule = (message: string) => `rules:\n  - id: a\n    assert: thing.isOpen\n    message: ${message}`;
    const both = async (one: string, other: string) => {
      const texts = [policyText(rule(one), 'things', 'org'), policyText(rule(other), 'things', 'repository')];
      const { policies } = await policiesOf(texts);
      return judge(policies, [thing('a.x', { isOpen: false })], { now })[0]?.results[0];
    };
    expect(await both('Open it.', 'Say why.')).toMatchObject({
      message: 'Open it. Say why.',
      evidence: [{ expression: 'thing.isOpen', value: 'false' }],
    });
    expect(await both('Open it.', 'Open it.')).toMatchObject({ message: 'Open it.' });
  });
});

describe('a subject that a rule is not about has no result', () => {
  const open = (match: string) => assertText('false', `match: ${match}`);
  it.each([
    ['{ resources: ["a"] }', thing('a.x'), true],
    ['{ resources: ["b*"] }', thing('a.x'), false],
    ['{ resources: ["a", "!a.x"] }', thing('a.x'), false],
    ['{ actions: [create] }', thing('a.x', {}, { actions: ['create'] }), true],
    ['{ actions: [create, update] }', thing('a.x', {}, { actions: ['delete', 'update'] }), true],
    ['{ actions: [create] }', thing('a.x', {}, { actions: ['update'] }), false],
    ['{ actions: [create] }', thing('a.x', {}, { actions: [] }), false],
    ['{ actions: [create] }', thing('a.x', {}, { actions: null }), true],
    ['{ changedOnly: true }', thing('a.x', {}, { changed: true }), true],
    ['{ changedOnly: true }', thing('a.x', {}, { changed: false }), false],
    ['{ changedOnly: true }', thing('a.x', {}, { changed: null }), true],
    ['{ changedOnly: false }', thing('a.x', {}, { changed: false }), true],
    ['{ actions: [delete] }', thing('a.x', {}, { actions: ['delete'], unlessAsked: 'action' }), true],
    ['{ actions: [create] }', thing('a.x', {}, { actions: ['delete'], unlessAsked: 'action' }), false],
    ['{ resources: ["a"] }', thing('a.x', {}, { actions: ['delete'], unlessAsked: 'action' }), false],
    ['{ resources: ["a"] }', thing('a.x', {}, { unlessAsked: 'name' }), true],
    ['{ resources: ["!b"] }', thing('a.x', {}, { unlessAsked: 'name' }), false],
    ['{ resources: ["!b", "a"] }', thing('a.x', {}, { unlessAsked: 'name' }), true],
    ['{ actions: [create] }', thing('a.x', {}, { unlessAsked: 'name' }), false],
  ])('%s', async (match, subject, isJudged) => {
    expect(resultsOf(await policyOf(open(match)), subject)).toHaveLength(isJudged ? 1 : 0);
  });

  it('when the match of the policy leaves it out, whatever that of the rule says', async () => {
    const rule = 'rules:\n  - id: a\n    match: { resources: ["*"] }\n    assert: "false"';
    expect(await resultOf(policyText(`match: { resources: ["b"] }\n${rule}`), thing('a.x'))).toBeUndefined();
  });

  it('when a lower layer may exclude it', async () => {
    const upper = 'rules:\n  - id: a\n    assert: "false"\n    childMay: [exclude]';
    const lower = 'rules:\n  - id: a\n    exclude: ["a.legacy*"]';
    const { policies } = await policiesOf([policyText(upper, 'things', 'org'), policyText(lower)]);
    const judged = judge(policies, [thing('a.new'), thing('a.legacy1')], { now });
    expect(judged[0]?.results.map(({ subject }) => subject.id)).toEqual(['a.new']);
  });
});

describe('messages', () => {
  it.each([
    ['thing.size <= 3', { size: 5 }, '`thing.size` is 5; wanted: `thing.size <= 3`.'],
    [
      "thing.type.startsWith('t')",
      { type: 'm5.large' },
      '`thing.type` is "m5.large"; wanted: `thing.type.startsWith(\'t\')`.',
    ],
    [
      'thing.size > 1 && has(thing.labels.Owner)',
      { size: 2, labels: {} },
      '`thing.labels.Owner` is not set; wanted: `has(thing.labels.Owner)`.',
    ],
    [
      'thing.isOpen ? thing.size > 1 : thing.size > 5',
      { isOpen: false, size: 2 },
      '`thing.size` is 2; wanted: `thing.size > 5`.',
    ],
    [
      'thing.values.?locked.orValue(false)',
      { values: {} },
      '`thing.values.locked` is not set; wanted: `thing.values.?locked.orValue(false)`.',
    ],
    [
      'thing.ports.all(port, port != 22)',
      { ports: [22, 80] },
      '`thing.ports` is [22, 80], `port` is 22; wanted: `thing.ports.all(port, port != 22)`.',
    ],
    [
      'timestamp(thing.until) > now',
      { until: '2026-01-01T00:00:00Z' },
      '`thing.until` is "2026-01-01T00:00:00Z", `now` is 2026-10-01T00:00:00Z; wanted: `timestamp(thing.until) > now`.',
    ],
    ['false', {}, '`false` does not hold.'],
  ])('of %s say what was found and what is wanted', async (assert, input, message) => {
    expect(await resultOf(assertText(assert), thing('a.x', input))).toMatchObject({ outcome: 'fail', message });
  });

  it.each([
    ['not ${thing.size}', 'not 5'],
    ['${thing.name} of ${thing.zones}', 'a.x of ["eu"]'],
    ['${thing.values.id}, ${thing.values.gone}', '(known after apply), (error)'],
    ['${thing.values[?"gone"]}', '(not set)'],
    ['$${thing.size}', '${thing.size}'],
    ['at most ${params.most}', 'at most 3'],
  ])('%s', async (template, message) => {
    const rule = `rules:\n  - id: a\n    assert: "false"\n    message: ${JSON.stringify(template)}`;
    const text = policyText(`params: { most: { type: number, default: 3 } }\n${rule}`);
    const values = { size: 5, zones: ['eu'], values: { id: unknown('later') } };
    expect(await resultOf(text, thing('a.x', values))).toMatchObject({ message });
  });

  it('hold nothing of the subject that would end or begin a code mark', async () => {
    const subject = thing('a.x', { type: '`](http://evil) `', labels: { '`': '`' } });
    const messages = await Promise.all([
      resultOf(assertText("thing.type == 'a' && thing.size > 3"), subject),
      resultOf(assertText('false', 'message: "is `${thing.type}`"'), subject),
      resultOf(assertText("thing.labels[thing.type] == 'a'"), subject),
    ]);
    expect(messages[1]?.message).toBe("is `'](http://evil) '`");
    for (const result of messages)
      expect(result?.message.split('`').length).toSatisfy((count: number) => count % 2 === 1);
  });

  it('stay short for long values', async () => {
    const long = 'x'.repeat(100_000);
    const subject = thing('a.x', { type: long, zones: Array.from({ length: 10_000 }, () => long) });
    const texts = [
      assertText("thing.type == 'a'"),
      assertText('thing.zones.size() < 3'),
      assertText('false', 'message: "${thing.type}"'),
    ];
    for (const text of texts) expect((await resultOf(text, subject))?.message.length).toBeLessThan(1_000);
  });

  it('of the unknown name the reasons', async () => {
    const values = { a: unknown('variable region has no value'), b: unknown('data source aws_ami.x') };
    expect(await resultOf(assertText('thing.values.a == thing.values.b'), thing('a.x', { values }))).toMatchObject({
      outcome: 'unknown',
      message: 'Cannot be told before apply: data source aws_ami.x; variable region has no value.',
      evidence: [
        { expression: 'thing.values.a', value: 'unknown (variable region has no value)' },
        { expression: 'thing.values.b', value: 'unknown (data source aws_ami.x)' },
      ],
    });
  });

  it('of the unknown keep the code marks of reasons, unless one is open', async () => {
    const message = async (...reasons: string[]) =>
      (await resultOf(assertText('thing.values.a'), thing('a.x', { values: { a: unknown(...reasons) } })))?.message;
    expect(await message('`tags` is known only after apply')).toBe(
      'Cannot be told before apply: `tags` is known only after apply.',
    );
    expect(await message('data source a`b')).toBe("Cannot be told before apply: data source a'b.");
    expect(await message(...'abcdefg')).toBe('Cannot be told before apply: a; b; c; d; e; 2 more.');
  });

  it('of an error name rule and place', async () => {
    expect(await resultOf(assertText("thing.labels.Owner == 'a'"), thing('a.x', { labels: {} }))).toMatchObject({
      outcome: 'error',
      message: 'Rule `things/rule` could not be evaluated at a.yml:8:16: no such key: "Owner".',
    });
  });

  it('of a rule form are its own, or those of the rule', async () => {
    const form = 'rules:\n  - id: a\n    labels: { least: 1 }';
    expect(await resultOf(policyText(form), thing('a.x'))).toMatchObject({
      outcome: 'fail',
      message: 'Has 0 labels.',
      missing: ['a label'],
    });
    expect(await resultOf(policyText(`${form}\n    message: 'Label \${thing.name}.'`), thing('a.x'))).toMatchObject({
      message: 'Label a.x.',
      missing: ['a label'],
    });
    expect(await resultOf(policyText(form), thing('a.x', {}, { data: { labels: 1 } }))).toMatchObject({
      outcome: 'pass',
      message: 'Has as many labels as it should.',
    });
  });
});

describe('an evaluation that costs too much', () => {
  it('is an error of the rule, not a pass', async () => {
    const assert = 'thing.ports.all(a, thing.ports.all(b, thing.ports.all(c, a + b + c >= 0)))';
    const ports = Array.from({ length: 200 }, (_, index) => index);
    const result = await resultOf(assertText(assert), thing('a.x', { ports }));
    expect(result).toMatchObject({
      outcome: 'error',
      message: expect.stringMatching(/^Rule `things\/rule` could not be evaluated at a\.yml:8:\d+: .*100,000 steps/),
    });
  });
});

describe('results', () => {
  it('carry subject and source', async () => {
    const source = { file: 'main.tf', startLine: 3 };
    const result = await resultOf(assertText('true'), thing('a.x', {}, { source }));
    expect(result).toEqual({
      rule: 'rule',
      subject: { kind: 'thing', id: 'a.x' },
      outcome: 'pass',
      message: 'The condition holds.',
      source,
    });
  });

  it('know the day of the run, and none that does not exist', async () => {
    const policy = await policyOf(assertText("now == timestamp('2026-10-01T00:00:00Z')"));
    expect(resultsOf(policy, thing('a.x'))[0]?.outcome).toBe('pass');
    expect(judge([policy], [thing('a.x')], { now: '2026-10-01T02:00:00+02:00' })[0]?.results[0]?.outcome).toBe('pass');
    for (const day of ['2026-02-30', 'tomorrow', '']) {
      expect(() => judge([policy], [], { now: day })).toThrow(PolicyEngineError);
    }
  });
});
