import { describe, expect, it } from 'vitest';
import { contextOf, exceptionOf, policyOf, resultOf } from '../../test/exceptions.ts';
import type { JudgedPolicy } from '../decide.ts';
import type { ExceptionTerms } from '../documents/policy.ts';
import { applyExceptions } from './apply-exceptions.ts';
import type { Exception } from './exception.ts';
import type { ExceptionStatus } from './exception-report.ts';

const tags = policyOf('tags', 'keys', 'values');
const one: JudgedPolicy[] = [{ policy: tags, results: [resultOf('keys', 'fail')] }];

function apply(exceptions: readonly Exception[], judged = one, context = contextOf()) {
  const applied = applyExceptions(judged, exceptions, context);
  const outcomes = applied.judged.flatMap(({ policy, results }) =>
    results.map(({ rule, subject, outcome }) => `${policy.name}/${rule} ${subject.id} ${outcome}`),
  );
  return { results: applied.judged.flatMap(({ results }) => results), reports: applied.exceptions, outcomes };
}

describe('an exception', () => {
  it('excepts what it is for, and keeps what the rule said', () => {
    const { results, reports } = apply([exceptionOf()]);
    expect(results).toEqual([
      {
        ...resultOf('keys', 'fail'),
        outcome: 'excepted',
        underlying: 'fail',
        exception: {
          id: 'EX-7',
          expires: '2026-12-31',
          status: 'active',
          reason: 'bought as it is',
          approver: 'user:ann',
          message: 'Exception EX-7 excepts it until 2026-12-31.',
        },
      },
    ]);
    expect(reports).toEqual([
      {
        id: 'EX-7',
        rule: 'tags/keys',
        status: 'used',
        counts: true,
        matched: 1,
        expires: '2026-12-31',
        reason: 'bought as it is',
        approver: 'user:ann',
        evidence: null,
        source: { file: 'exceptions.yml', startLine: 3, startColumn: 11 },
        origin: 'document',
        message: 'Exception EX-7 excepts 1 verdict until 2026-12-31.',
      },
    ]);
  });

  it.each([
    ['fail', 'excepted'],
    ['unknown', 'excepted'],
    ['pass', 'pass'],
    ['error', 'error'],
    ['not-applicable', 'not-applicable'],
  ] as const)('makes of %s: %s', (outcome, expected) => {
    const { results } = apply([exceptionOf()], [{ policy: tags, results: [resultOf('keys', outcome)] }]);
    expect(results[0]?.outcome).toBe(expected);
    expect(results[0]?.underlying).toBe(expected === 'excepted' ? outcome : undefined);
  });

  const scopes: [string, Partial<Exception['scope']>, boolean][] = [
    ['the address', { resources: ['aws_instance.a'] }, true],
    ['the type', { resources: ['aws_instance'] }, true],
    ['a pattern', { resources: ['aws_*', '!aws_s3_*'] }, true],
    ['another address', { resources: ['aws_instance.b'] }, false],
    ['a pattern that takes it out', { resources: ['aws_*', '!*.a'] }, false],
    ['the file', { paths: ['infra/main.tf'] }, true],
    ['the folder', { paths: ['infra/**'] }, true],
    ['another folder', { paths: ['apps/**'] }, false],
    ['the folder of a module call', { paths: ['envs/**'] }, false],
    ['the address in another folder', { resources: ['aws_instance.a'], paths: ['apps/**'] }, false],
    ['the lines of the block', { lines: { file: 'infra/main.tf', startLine: 13, endLine: 20 } }, true],
    ['the first line', { lines: { file: 'infra/main.tf', startLine: 13 } }, true],
    ['lines before', { lines: { file: 'infra/main.tf', startLine: 1, endLine: 12 } }, false],
    ['lines within the block', { lines: { file: 'infra/main.tf', startLine: 14, endLine: 15 } }, false],
    ['the lines in another file', { lines: { file: 'infra/b.tf', startLine: 13, endLine: 20 } }, false],
    ['the lines of a module call', { lines: { file: 'envs/prod.tf', startLine: 1, endLine: 5 } }, true],
    ['the repository', { resources: ['*'], repository: 'Acme/Shop' }, true],
    ['another repository', { resources: ['*'], repository: 'acme/other' }, false],
    ['the environment', { resources: ['*'], environment: 'prod' }, true],
    ['another environment', { resources: ['*'], environment: 'dev' }, false],
  ];
  it.each(scopes)('for %s: %j holds %s', (_, scope, holds) => {
    const callers = [{ address: 'module.m', file: 'envs/prod.tf', startLine: 2 }];
    const judged = [{ policy: tags, results: [resultOf('keys', 'fail', 'aws_instance.a', { callers })] }];
    expect(apply([exceptionOf({ scope })], judged).results[0]?.outcome).toBe(holds ? 'excepted' : 'fail');
  });

  it('for lines tells the blocks of one line apart by their columns', () => {
    const lines = { file: 'main.tf.json', startLine: 1, startColumn: 30, endLine: 1, endColumn: 60 };
    const callers = (startColumn: number) => [
      { address: 'module.m', file: 'main.tf.json', startLine: 1, startColumn, endLine: 1, endColumn: 99 },
    ];
    const results = [29, 30, 59, 60].flatMap((startColumn) => [
      resultOf('keys', 'fail', `aws_a.c${startColumn}`, { file: 'main.tf.json', startLine: 1, startColumn }),
      resultOf('keys', 'fail', `aws_a.m${startColumn}`, { file: 'm/main.tf', callers: callers(startColumn) }),
    ]);
    const applied = apply([exceptionOf({ scope: { lines } })], [{ policy: tags, results }]).results;
    const excepted = applied.filter(({ outcome }) => outcome === 'excepted').map(({ subject }) => subject.id);
    expect(excepted.toSorted()).toEqual(['aws_a.c30', 'aws_a.c59', 'aws_a.m30', 'aws_a.m59']);
  });

  it('for a path is about the path in the repository, whatever places call the file', () => {
    const judged = [{ policy: tags, results: [resultOf('keys', 'fail', 'aws_a.a', { file: '../prod/main.tf' })] }];
    const context = contextOf({ pathOf: (file) => file.replace('..', 'infra') });
    const outcomeFor = (paths: readonly string[]) =>
      apply([exceptionOf({ scope: { paths } })], judged, context).results[0]?.outcome;
    expect(outcomeFor(['infra/prod/**'])).toBe('excepted');
    expect(outcomeFor(['!infra/prod/**'])).toBe('fail');
  });

  it('for a path or lines leaves out what has no place', () => {
    const { source: _, ...placeless } = resultOf('keys', 'fail');
    const judged = [{ policy: tags, results: [placeless] }];
    const lines = { file: 'infra/main.tf', startLine: 1, endLine: 99 };
    for (const scope of [{ paths: ['**'] }, { lines }]) {
      expect(apply([exceptionOf({ scope })], judged).results[0]?.outcome).toBe('fail');
    }
  });

  it.each([
    ['tags/keys', ['tags/keys']],
    ['tags/*', ['tags/keys', 'tags/values']],
    ['keys', ['other/keys', 'tags/keys']],
    ['*', []],
    ['none/*', []],
  ])('from %s is from the rules %j', (rule, expected) => {
    const judged = [
      { policy: tags, results: [resultOf('keys', 'fail'), resultOf('values', 'fail')] },
      { policy: policyOf('other', 'keys'), results: [resultOf('keys', 'fail')] },
    ];
    const excepted = apply([exceptionOf({ rule })], judged).outcomes.filter((line) => line.endsWith('excepted'));
    expect(excepted.map((line) => line.split(' ')[0]).sort()).toEqual(expected);
  });

  it('that expires last decides where several are for one verdict, and all of them are used', () => {
    const { results, reports } = apply([
      exceptionOf({ id: 'A', expires: '2026-11-01' }),
      exceptionOf({ id: 'C', expires: '2026-12-01' }),
      exceptionOf({ id: 'B', expires: '2026-12-01' }),
      exceptionOf({ id: 'D', expires: '2026-09-01' }),
    ]);
    expect(results[0]?.exception?.id).toBe('B');
    expect(reports.map(({ id, status }) => `${id} ${status}`)).toEqual(['A used', 'B used', 'C used', 'D expired']);
  });
});

describe('the status of an exception', () => {
  interface Case {
    readonly name: string;
    readonly exception?: Parameters<typeof exceptionOf>[0];
    readonly terms?: ExceptionTerms;
    readonly added?: boolean | null;
    readonly judged?: JudgedPolicy[];
    readonly status: ExceptionStatus;
    readonly counts: boolean;
    readonly message: string;
  }
  const many = (outcome: 'fail' | 'pass', count: number) =>
    Array.from({ length: count }, (_, index) => resultOf('keys', outcome, `aws_instance.i${index}`));
  const excepts = 'Exception EX-7 excepts 1 verdict until 2026-12-31.';
  const cases: Case[] = [
    { name: 'used', status: 'used', counts: true, message: excepts },
    {
      name: 'used on its last day',
      exception: { expires: '2026-10-01' },
      status: 'used',
      counts: true,
      message: 'Exception EX-7 excepts 1 verdict until 2026-10-01.',
    },
    {
      name: 'unused',
      judged: [{ policy: tags, results: [resultOf('keys', 'pass')] }],
      status: 'unused',
      counts: true,
      message: 'Exception EX-7 is not needed: nothing that it is for fails. Remove it.',
    },
    {
      name: 'unused, for an address that is misspelt',
      exception: { scope: { resources: ['aws_instance.aa'] } },
      status: 'unused',
      counts: true,
      message: 'Exception EX-7 is for nothing that its rule judges in this run. Mend what it is for, or remove it.',
    },
    {
      name: 'unused, as a comment that stands at nothing',
      exception: {
        id: 'infra/main.tf:2',
        origin: 'comment',
        scope: { lines: { file: 'infra/main.tf', startLine: 2, endLine: 2 } },
      },
      status: 'unused',
      counts: true,
      message:
        'The comment at infra/main.tf:2 excepts nothing: it stands at no block that rules judge. Put it directly above the block, or inside of it.',
    },
    {
      name: 'unused, because the rule could not be evaluated',
      judged: [{ policy: tags, results: [resultOf('keys', 'error')] }],
      status: 'unused',
      counts: true,
      message: 'Exception EX-7 excepts nothing in this run: the rule could not be evaluated.',
    },
    {
      name: 'expired',
      exception: { expires: '2026-09-30' },
      status: 'expired',
      counts: false,
      message: 'Exception EX-7 expired on 2026-09-30. Mend what it was for, or have it renewed.',
    },
    {
      name: 'expired and needless',
      exception: { expires: '2026-09-30' },
      judged: [{ policy: tags, results: [resultOf('keys', 'pass')] }],
      status: 'expired',
      counts: false,
      message: 'Exception EX-7 expired on 2026-09-30. Nothing that it is for fails: remove it.',
    },
    {
      name: 'dated ahead',
      exception: { created: '2026-10-02' },
      status: 'not-yet',
      counts: false,
      message: 'Exception EX-7 does not hold yet: it is created on 2026-10-02.',
    },
    {
      name: 'too long from its creation',
      exception: { created: '2026-09-01' },
      terms: { maxDays: 90 },
      status: 'too-long',
      counts: false,
      message:
        'Exception EX-7 does not count: it holds for 121 days from 2026-09-01, and policy "tags" allows 90. Let it expire on 2026-11-30 at the latest.',
    },
    {
      name: 'too long from the day of the run',
      terms: { maxDays: 90 },
      status: 'too-long',
      counts: false,
      message:
        'Exception EX-7 does not count: it holds for 91 days from 2026-10-01, and policy "tags" allows 90. Let it expire on 2026-12-30 at the latest.',
    },
    { name: 'just as long as allowed', terms: { maxDays: 91 }, status: 'used', counts: true, message: excepts },
    {
      name: 'added by the change',
      added: true,
      status: 'self-approved',
      counts: true,
      message: `${excepts} The change that it is for adds it: who approves the change approves the exception.`,
    },
    {
      name: 'added by the change, which the policy allows',
      added: true,
      terms: { sameChange: 'allow' },
      status: 'used',
      counts: true,
      message: excepts,
    },
    {
      name: 'added by the change, which the policy denies',
      added: true,
      terms: { sameChange: 'deny' },
      status: 'self-approved',
      counts: false,
      message:
        'Exception EX-7 does not count: the change that it is for adds it, and policy "tags" denies that. Bring it in with a change of its own.',
    },
    {
      name: 'there before',
      added: false,
      terms: { sameChange: 'deny' },
      status: 'used',
      counts: true,
      message: excepts,
    },
    {
      name: 'in no change',
      added: null,
      terms: { sameChange: 'deny' },
      status: 'used',
      counts: true,
      message: excepts,
    },
    {
      name: 'without limits',
      exception: { scope: {} },
      status: 'over-broad',
      counts: true,
      message: `${excepts} Nothing limits it: name the resources or paths that it is for.`,
    },
    {
      name: 'for all of more than a handful',
      exception: { scope: { resources: ['aws_*'] } },
      judged: [{ policy: tags, results: [...many('pass', 5), resultOf('keys', 'fail')] }],
      status: 'over-broad',
      counts: true,
      message: `${excepts} It covers all 6 subjects of its rule: name only those that need it.`,
    },
    {
      name: 'for all of a handful',
      exception: { scope: { resources: ['aws_*'] } },
      judged: [{ policy: tags, results: [...many('pass', 4), resultOf('keys', 'fail')] }],
      status: 'used',
      counts: true,
      message: excepts,
    },
    {
      name: 'for all instances of one block, by a comment',
      exception: {
        id: 'infra/main.tf:12',
        origin: 'comment',
        scope: { lines: { file: 'infra/main.tf', startLine: 13 } },
      },
      judged: [{ policy: tags, results: many('fail', 9) }],
      status: 'used',
      counts: true,
      message: 'The comment at infra/main.tf:12 excepts 9 verdicts until 2026-12-31.',
    },
    {
      name: 'for another repository',
      exception: { scope: { repository: 'acme/other' } },
      status: 'out-of-scope',
      counts: false,
      message: 'Exception EX-7 is for the repository "acme/other", and this run is in the repository "acme/shop".',
    },
    {
      name: 'for another environment',
      exception: { scope: { environment: 'dev' } },
      status: 'out-of-scope',
      counts: false,
      message: 'Exception EX-7 is for the environment "dev", and this run is for the environment "prod".',
    },
    {
      name: 'from a rule with a typing error',
      exception: { rule: 'tags/kesy' },
      status: 'unknown-rule',
      counts: false,
      message: 'Exception EX-7 is for the rule "tags/kesy", which no policy of this run has. Did you mean "tags/keys"?',
    },
    {
      name: 'from a rule of a policy that is not there',
      exception: { rule: 'cost/limit' },
      status: 'unknown-rule',
      counts: false,
      message: 'Exception EX-7 is for the rule "cost/limit", which no policy of this run has.',
    },
  ];
  it.each(cases)('is right when it is $name', ({ exception, terms = {}, added = null, judged = one, ...expected }) => {
    const context = contextOf({ terms: new Map([['tags', terms]]), addedInChange: () => added });
    const { results, reports } = apply([exceptionOf(exception)], judged, context);
    expect(reports).toMatchObject([{ status: expected.status, counts: expected.counts, message: expected.message }]);
    if (!expected.counts) expect(results.map(({ outcome }) => outcome)).not.toContain('excepted');
  });

  it('is that of an exception for nobody, when the run does not say where it is', () => {
    const { reports } = apply([exceptionOf({ scope: { repository: 'a/b' } })], one, contextOf({ repository: null }));
    expect(reports[0]?.message).toBe(
      'Exception EX-7 is for the repository "a/b", and this run is not said to be in one.',
    );
  });

  it.each([
    ['expired', { expires: '2026-09-30' }, 'Exception EX-7 expired on 2026-09-30.'],
    ['not-yet', { created: '2026-10-02' }, 'Exception EX-7 does not hold yet: it is created on 2026-10-02.'],
  ] as const)('is told at the verdict that stands again: %s', (status, exception, message) => {
    const { results } = apply([exceptionOf(exception)]);
    expect(results[0]).toMatchObject({
      outcome: 'fail',
      message: 'aws_instance.a is fail',
      exception: { status, message },
    });
    expect(results[0]).not.toHaveProperty('underlying');
  });

  it('can differ between policies for the bare name of a rule', () => {
    const judged = ['a', 'b'].map((name) => ({ policy: policyOf(name, 'keys'), results: [resultOf('keys', 'fail')] }));
    const { outcomes, reports } = apply(
      [exceptionOf({ rule: 'keys' })],
      judged,
      contextOf({ terms: new Map([['b', { maxDays: 30 }]]) }),
    );
    expect(outcomes).toEqual(['a/keys aws_instance.a excepted', 'b/keys aws_instance.a fail']);
    expect(reports).toMatchObject([
      {
        status: 'used',
        counts: true,
        matched: 2,
        message:
          'Exception EX-7 excepts 1 verdict until 2026-12-31. It does not count: it holds for 91 days from 2026-10-01, and policy "b" allows 30. Let it expire on 2026-10-31 at the latest.',
      },
    ]);
  });

  it('shows hostile names as data', () => {
    const { reports, results } = apply([exceptionOf({ id: 'EX`\n::error::' })]);
    expect(reports[0]?.message).toBe('Exception "EX`\\n::error::" excepts 1 verdict until 2026-12-31.');
    expect(results[0]?.exception?.message).not.toContain('\n');
  });
});

it('refuses a day of the run that the calendar does not have', () => {
  expect(() => apply([], one, contextOf({ now: '2026-02-30' }))).toThrow(
    'The day of the run is "2026-02-30". Give a day such as 2026-10-01.',
  );
});
