import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Decision, decide } from '../../decide.ts';
import type { AppliedResult } from '../../verdict.ts';
import { exceptionsAddedSince } from '../added-since.ts';
import { applyExceptions } from '../apply-exceptions.ts';
import { readBaseline } from './baseline.ts';
import { baselineText } from './baseline-text.ts';

const policy = {
  name: 'tags',
  version: '1.0.0',
  rules: [
    { id: 'keys', level: 'hard-mandatory', onUnknown: 'fail' },
    { id: 'advice', level: 'advisory', onUnknown: 'pass' },
  ],
  document: {},
} as const;

type Judged = readonly [id: string, outcome: AppliedResult['outcome'], rule?: string];

function resultsOf(judged: readonly Judged[]): AppliedResult[] {
  return judged.map(([id, outcome, rule = 'keys']) => ({
    rule,
    outcome,
    subject: { kind: 'resource', id },
    message: 'The tag `Owner` is missing.',
  }));
}

const run = {
  now: '2026-11-20',
  repository: null,
  environment: null,
  namesOf: () => [],
  addedInChange: () => null,
};

/** Judges with a baseline, as a run does. */
async function decideWith(
  text: string,
  judged: readonly Judged[],
  context: { readonly now?: string; readonly terms?: object; readonly isSubject?: (id: string) => boolean } = {},
): Promise<Decision> {
  const { exceptions, problems } = await readBaseline({ file: 'baseline.yml', text });
  expect(problems).toEqual([]);
  const terms = new Map([['tags', context.terms ?? {}]]);
  const applied = applyExceptions([{ policy, results: resultsOf(judged) }], exceptions, { ...run, ...context, terms });
  return decide(applied.judged, { exceptions: applied.exceptions });
}

const decisionOf = (judged: readonly Judged[]) => decide([{ policy, results: resultsOf(judged) }]);
const written = (judged: readonly Judged[]) => baselineText(decisionOf(judged), { now: '2026-11-20' }).text;

const all: readonly Judged[] = [
  ['aws_vpc.b', 'fail'],
  ['aws_vpc.a["*"]', 'fail'],
  ['aws_vpc.a["*"]', 'fail', 'advice'],
  ['aws_vpc.c', 'unknown'],
  ['aws_vpc.c', 'unknown', 'advice'],
  ['aws_vpc.d', 'pass'],
];

describe('baselineText', () => {
  it('writes what fails and what blocks, by rule and address', () => {
    expect(
      written(all),
    ).toBe(`# Violations that are known and do not block. Written by "tollgate check --write-baseline".
apiVersion: tollgate/v1
kind: Baseline
created: "2026-11-20"
expires: "2027-11-20"
violations:
  "tags/advice":
    - "aws_vpc.a[\\"*\\"]"
  "tags/keys":
    - "aws_vpc.a[\\"*\\"]"
    - "aws_vpc.b"
    - "aws_vpc.c"
`);
  });

  it('writes the same bytes whatever the order of the verdicts and their lines', () => {
    expect(written(all.toReversed())).toBe(written(all));
  });

  it('follows its schema', () => {
    const schema = JSON.parse(readFileSync(new URL('../../../schema/baseline.json', import.meta.url), 'utf8'));
    const validate = new Ajv2020({ strict: true }).compile(schema);
    for (const text of [written(all), written([])]) {
      expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  it('never takes an error in', () => {
    expect(baselineText(decisionOf([['aws_vpc.a', 'error']]), run).count).toBe(0);
  });

  it('holds until the day that is given, and is counted', () => {
    const { text, count } = baselineText(decisionOf(all), { now: '2026-11-20', expires: '2026-12-31' });
    expect(text).toContain('expires: "2026-12-31"');
    expect(count).toBe(4);
  });

  it('keeps what a baseline excepts already, when it is written anew', async () => {
    const again = await decideWith(written(all), all);
    expect(baselineText(again, run).text).toBe(written(all));
  });
});

describe('a baseline in a run', () => {
  it('lets known violations pass, with their verdict still visible', async () => {
    const decision = await decideWith(written(all), all);
    expect(decision.outcome).toBe('passed');
    expect(decision.summary).toEqual({ pass: 1, fail: 0, unknown: 1, excepted: 4, error: 0 });
    expect(decision.verdicts.find(({ subject }) => subject.id === 'aws_vpc.b')).toMatchObject({
      outcome: 'excepted',
      underlying: 'fail',
      exception: { id: 'baseline', status: 'active', expires: '2027-11-20', approver: null },
    });
  });

  it.each<[string, Judged]>([
    ['another resource', ['aws_vpc.new', 'fail']],
    ['another rule', ['aws_vpc.b', 'fail', 'keys2']],
    ['an address that a pattern would match', ['aws_vpc.a["x"]', 'fail']],
    ['an error', ['aws_vpc.b', 'error']],
  ])('does not let %s pass', async (_, judged) => {
    const rules = [...policy.rules, { ...policy.rules[0], id: 'keys2' }];
    const { exceptions } = await readBaseline({ file: 'baseline.yml', text: written(all) });
    const context = { ...run, terms: new Map() };
    const applied = applyExceptions(
      [{ policy: { ...policy, rules }, results: resultsOf([judged]) }],
      exceptions,
      context,
    );
    expect(applied.judged[0]?.results[0]?.outcome).toBe(judged[1]);
  });

  it.each<[string, readonly Judged[], boolean, string, string]>([
    [
      'kept',
      [['aws_vpc.a', 'pass']],
      true,
      'unused',
      'The baseline has "aws_vpc.a", which keeps the rule now. Remove it there.',
    ],
    ['gone', [], false, 'unused', 'The baseline has "aws_vpc.a", which is not there any more. Remove it there.'],
    [
      'not judged',
      [],
      true,
      'out-of-scope',
      'The baseline has "aws_vpc.a", which the rule does not judge in this run.',
    ],
  ])('says of an entry that nothing fails for that it is %s', async (_, judged, isThere, status, message) => {
    const decision = await decideWith(written([['aws_vpc.a', 'fail']]), judged, { isSubject: () => isThere });
    expect(decision.exceptions).toMatchObject([{ status, message, origin: 'baseline' }]);
  });

  it('expires like every exception', async () => {
    const decision = await decideWith(written(all), all, { now: '2027-11-21' });
    expect(decision.outcome).toBe('blocked');
    expect(decision.exceptions[0]?.message).toContain('expired on 2027-11-20.');
  });

  it('keeps to the terms of the policy', async () => {
    const decision = await decideWith(written(all), all, { terms: { maxDays: 30 } });
    expect(decision.outcome).toBe('blocked');
    expect(decision.exceptions[0]).toMatchObject({ status: 'too-long', counts: false });
  });

  it('tells which entries the change itself adds', async () => {
    const read = async (judged: readonly Judged[]) =>
      (await readBaseline({ file: 'b.yml', text: written(judged) })).exceptions;
    const before = await read([['aws_vpc.a', 'fail']]);
    const after = await read([
      ['aws_vpc.0', 'fail'],
      ['aws_vpc.a', 'fail'],
    ]);
    expect([...exceptionsAddedSince(before, after)].map(({ scope }) => scope.subject)).toEqual(['aws_vpc.0']);
  });
});

describe('a baseline that cannot be used', () => {
  const head = 'apiVersion: tollgate/v1\nkind: Baseline\ncreated: "2026-11-20"\nexpires: "2027-11-20"\n';
  it.each([
    ['[]', '1:1 A baseline is a mapping that begins with "apiVersion: tollgate/v1" and "kind: Baseline".'],
    [
      `${head}violations: []`,
      '5:13 violations must be a mapping of rules, such as required-tags/keys, to lists of addresses.',
    ],
    [
      `${head}violations: { keys: [a] }`,
      '5:21 "keys" is no rule. Write the policy and the rule, such as required-tags/keys.',
    ],
    [
      `${head}violations: { tags/*: [a] }`,
      '5:23 "tags/*" is no rule. Write the policy and the rule, such as required-tags/keys.',
    ],
    [`${head}violations: { tags/keys: a }`, '5:26 The violations of "tags/keys" must be a list of addresses.'],
    [`${head}violations: {}\nviolation: 1`, '6:12 A baseline has no "violation". Did you mean "violations"?'],
    [
      head.replace('2027', '2025').concat('violations: {}'),
      '4:10 The baseline expires on 2025-11-20, before it was made on 2026-11-20. Mend one of the days.',
    ],
    [head.replace('2027-11', '2027-13').concat('violations: {}'), '4:10 expires must be a day, such as 2026-12-20.'],
    [head.replace('v1', 'v2').concat('violations: {}'), '1:13 apiVersion must be "tollgate/v1".'],
  ])('%j', async (text, problem) => {
    const { exceptions, problems } = await readBaseline({ file: 'b.yml', text });
    expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([problem]);
    expect(exceptions).toEqual([]);
  });
});
