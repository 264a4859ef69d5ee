import { describe, expect, it } from 'vitest';
import { contextOf, policyOf, resultOf } from '../../test/exceptions.ts';
import { decide, type JudgedPolicy } from '../decide.ts';
import type { Level, RuleResult } from '../verdict.ts';
import { applyOverrides } from './apply-overrides.ts';
import type { Override } from './override.ts';
import type { OverrideStatus } from './override-report.ts';

const commit = 'a'.repeat(40);
const source = { file: 'overrides.yml', startLine: 3 };

function overrideOf({
  scope,
  ...rest
}: Partial<Omit<Override, 'scope'>> & { scope?: Partial<Override['scope']> } = {}): Override {
  return {
    id: 'OV-1',
    rule: 'size/small',
    scope: { resources: [], paths: [], lines: null, repository: null, environment: null, ...scope },
    reason: 'until the sale is over',
    approver: 'user:ann',
    teams: [],
    at: '2026-10-01T12:00:00Z',
    commit,
    source,
    ...rest,
  };
}

function judgedOf(
  outcome: RuleResult['outcome'] = 'fail',
  rule: { level?: Level; onUnknown?: 'fail' | 'warn'; approvers?: string[] | null; minApprovals?: number } = {},
): JudgedPolicy[] {
  const { level = 'soft-mandatory', onUnknown = 'warn', approvers = ['user:ann', 'team:finops'], minApprovals } = rule;
  const override =
    approvers === null ? {} : { override: { approvers, ...(minApprovals === undefined ? {} : { minApprovals }) } };
  return [
    { policy: policyOf('size', { id: 'small', level, onUnknown, ...override }), results: [resultOf('small', outcome)] },
  ];
}

const context = { ...contextOf(), commit };

describe('an override', () => {
  it('lets what it approves go on with a warning, and says who approved it', () => {
    const { judged, overrides } = applyOverrides(judgedOf(), [overrideOf()], context);
    const decision = decide(judged, { overrides });
    expect(decision.outcome).toBe('warned');
    expect(decision.verdicts).toMatchObject([
      {
        outcome: 'fail',
        effect: 'warn',
        override: { approvers: [{ name: 'user:ann', at: '2026-10-01T12:00:00Z' }], commit },
      },
    ]);
    expect(decision.overrides).toEqual([
      {
        id: 'OV-1',
        rule: 'size/small',
        status: 'used',
        matched: 1,
        approver: 'user:ann',
        at: '2026-10-01T12:00:00Z',
        commit,
        reason: 'until the sale is over',
        source,
        message: 'Override OV-1 of user:ann overrides 1 verdict.',
      },
    ]);
  });

  it.each([
    ['fail', 'warn', true],
    ['unknown', 'fail', true],
    ['unknown', 'warn', false],
    ['pass', 'warn', false],
    ['error', 'warn', false],
    ['not-applicable', 'warn', false],
  ] as const)('of what is %s where unknowns %s: %s', (outcome, onUnknown, holds) => {
    const { judged } = applyOverrides(judgedOf(outcome, { onUnknown }), [overrideOf()], context);
    expect(judged[0]?.results[0]?.override !== undefined).toBe(holds);
    expect(judged[0]?.results[0]?.outcome).toBe(outcome);
  });

  it('leaves alone what is excepted', () => {
    const [entry] = judgedOf();
    if (entry === undefined) throw new Error('nothing is judged');
    const excepted = entry.results.map((result) => ({ ...result, outcome: 'excepted', underlying: 'fail' }) as const);
    const { judged } = applyOverrides([{ ...entry, results: excepted }], [overrideOf()], context);
    expect(judged[0]?.results).toEqual(excepted);
  });

  interface Case {
    readonly name: string;
    readonly override?: Parameters<typeof overrideOf>[0];
    readonly rule?: Parameters<typeof judgedOf>[1];
    readonly outcome?: RuleResult['outcome'];
    readonly status: OverrideStatus;
    readonly message: string;
  }
  const cases: Case[] = [
    { name: 'one who is listed', status: 'used', message: 'of user:ann overrides 1 verdict.' },
    {
      name: 'the same in other case',
      override: { approver: 'user:Ann' },
      status: 'used',
      message: 'of user:Ann overrides 1 verdict.',
    },
    {
      name: 'one of a listed team',
      override: { approver: 'user:bob', teams: ['team:ops', 'team:finops'] },
      status: 'used',
      message: 'of user:bob overrides 1 verdict.',
    },
    {
      name: 'somebody else',
      override: { approver: 'user:eve', teams: ['team:ops'] },
      status: 'not-listed',
      message: 'of user:eve does not count: "size/small" can be overridden only by user:ann, team:finops.',
    },
    {
      name: 'a person with the name of a team',
      override: { approver: 'user:finops' },
      status: 'not-listed',
      message: 'of user:finops does not count: "size/small" can be overridden only by user:ann, team:finops.',
    },
    {
      name: 'another commit',
      override: { commit: 'b'.repeat(40) },
      status: 'other-commit',
      message:
        'of user:ann approves commit bbbbbbbbbbbb, and this run judges commit aaaaaaaaaaaa. Have this one approved.',
    },
    {
      name: 'a shortened commit',
      override: { commit: 'aaaaaaa' },
      status: 'other-commit',
      message: 'of user:ann approves commit aaaaaaa, and this run judges commit aaaaaaaaaaaa. Have this one approved.',
    },
    {
      name: 'a hard rule',
      rule: { level: 'hard-mandatory' },
      status: 'not-overridable',
      message: 'of user:ann does not count: "size/small" is hard-mandatory. Only an exception helps.',
    },
    {
      name: 'an advisory rule',
      rule: { level: 'advisory' },
      status: 'not-overridable',
      message: 'of user:ann is not needed: the rule is advisory and never blocks.',
    },
    {
      name: 'a rule that lists nobody',
      rule: { approvers: null },
      status: 'not-overridable',
      message: 'of user:ann does not count: "size/small" lists nobody who may override it.',
    },
    {
      name: 'a rule that wants two',
      rule: { minApprovals: 2 },
      status: 'too-few-approvals',
      message: 'of user:ann does not suffice: the rule wants 2 people to approve, and has 1.',
    },
    {
      name: 'what passes',
      outcome: 'pass',
      status: 'unused',
      message: 'of user:ann is not needed: nothing that it is for blocks.',
    },
    {
      name: 'another resource',
      override: { scope: { resources: ['aws_instance.b'] } },
      status: 'unused',
      message: 'of user:ann is not needed: nothing that it is for blocks.',
    },
    {
      name: 'another environment',
      override: { scope: { environment: 'dev' } },
      status: 'out-of-scope',
      message: 'of user:ann is for the environment "dev", and this run is for the environment "prod".',
    },
    {
      name: 'no rule',
      override: { rule: 'size/smal' },
      status: 'unknown-rule',
      message: 'of user:ann is for the rule "size/smal", which no policy of this run has. Did you mean "size/small"?',
    },
  ];
  it.each(cases)('by or for $name is $status', ({ override, rule, outcome, status, message }) => {
    const { judged, overrides } = applyOverrides(judgedOf(outcome, rule), [overrideOf(override)], context);
    expect(overrides).toMatchObject([{ status, message: `Override OV-1 ${message}` }]);
    expect(judged[0]?.results[0]?.override !== undefined).toBe(status === 'used');
  });

  it('counts for nothing where the commit is not known', () => {
    const { judged, overrides } = applyOverrides(judgedOf(), [overrideOf()], { ...context, commit: null });
    expect(judged).toEqual(judgedOf());
    expect(overrides[0]?.message).toBe(
      'Override OV-1 of user:ann approves commit aaaaaaaaaaaa, and this run judges a commit that is not known. Have this one approved.',
    );
  });

  it.each([
    [
      'two people',
      [overrideOf(), overrideOf({ id: 'OV-2', approver: 'user:bob', teams: ['team:finops'] })],
      ['user:ann', 'user:bob'],
    ],
    ['one person twice', [overrideOf(), overrideOf({ id: 'OV-2', approver: 'user:ANN' })], null],
    [
      'one of them for another commit',
      [overrideOf(), overrideOf({ approver: 'user:bob', teams: ['team:finops'], commit: 'b'.repeat(40) })],
      null,
    ],
    ['one of them not listed', [overrideOf(), overrideOf({ approver: 'user:eve' })], null],
    [
      'one of them for another resource',
      [overrideOf(), overrideOf({ approver: 'user:bob', teams: ['team:finops'], scope: { resources: ['x'] } })],
      null,
    ],
  ])('where two are wanted, by %s', (_, overrides, names) => {
    for (const given of [overrides, overrides.toReversed()]) {
      const { judged } = applyOverrides(judgedOf('fail', { minApprovals: 2 }), given, context);
      expect(judged[0]?.results[0]?.override?.approvers.map(({ name }) => name) ?? null).toEqual(names);
    }
  });

  it('of one person given twice is shown with the later time', () => {
    const later = overrideOf({ id: 'OV-2', at: '2026-10-01T13:30:00+01:00' });
    const { judged } = applyOverrides(judgedOf(), [later, overrideOf()], context);
    expect(judged[0]?.results[0]?.override?.approvers).toEqual([{ name: 'user:ann', at: later.at }]);
  });
});
