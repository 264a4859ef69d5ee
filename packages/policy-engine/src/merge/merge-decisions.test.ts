import { describe, expect, it } from 'vitest';
import { type Decision, type DecisionRemarks, decide } from '../decide.ts';
import type { ExceptionReport } from '../exceptions/exception-report.ts';
import type { OverrideReport } from '../overrides/override-report.ts';
import type { SubjectReference } from '../subject.ts';
import type { Level, RuleResult } from '../verdict.ts';
import { mergeDecisions, type PartialDecision } from './merge-decisions.ts';

type Said = readonly [subject: string, outcome: RuleResult['outcome']];

interface Judged {
  readonly name?: string;
  readonly version?: string;
  readonly level?: Level;
  readonly said: readonly Said[];
}

/** What a policy with one rule says of subjects. `total` is the sum of what a job sees. */
function decided(
  { name = 'limits', version = '1.0.0', level = 'hard-mandatory', said }: Judged,
  remarks: DecisionRemarks = {},
) {
  const policy = {
    name,
    version,
    rules: [{ id: 'r', level, onUnknown: 'warn' } as const],
    document: { name, version },
  };
  const results = said.map(([id, outcome]) => ({
    rule: 'r',
    subject: subjectOf(id),
    outcome,
    message: `${id}: ${outcome}`,
  }));
  return decide([{ policy, results }], remarks);
}

function subjectOf(id: string): SubjectReference {
  return { kind: id === 'total' ? 'change' : 'resource', id };
}

/** A job whose subjects begin with its name; its total is a part of that of all jobs. */
function job(name: string, decision: Decision): PartialDecision {
  return {
    decision,
    placeOf: (subject) =>
      subject.kind === 'change'
        ? { reference: { kind: 'change', id: `${subject.id} of ${name}` }, partOf: subject }
        : { reference: { kind: subject.kind, id: `${name}:${subject.id}` }, partOf: null },
  };
}

const nothing = decide([]);

/** What a decision says, one verdict a text. */
const told = ({ verdicts }: Decision) =>
  verdicts.map(({ policy, subject, outcome }) => `${policy} ${subject.id} ${outcome}`);

describe('decisions of several jobs', () => {
  it('become one, in which the same subject of two jobs is told apart', () => {
    const merged = mergeDecisions(
      [
        job('b', decided({ said: [['web', 'fail']] })),
        job(
          'a',
          decided({
            said: [
              ['web', 'pass'],
              ['db', 'unknown'],
            ],
          }),
        ),
        job('c', decided({ name: 'advice', level: 'advisory', said: [['web', 'fail']] })),
      ],
      nothing,
    );
    expect(told(merged)).toEqual([
      'advice c:web fail',
      'limits a:db unknown',
      'limits a:web pass',
      'limits b:web fail',
    ]);
    expect(merged.summary).toEqual({ pass: 1, fail: 2, unknown: 1, excepted: 0, error: 0 });
    expect(merged.policies).toMatchObject([
      { name: 'advice', matched: 1 },
      { name: 'limits', matched: 3 },
    ]);
    expect(merged.notices).toEqual([]);
  });

  it.each<[readonly RuleResult['outcome'][], Level, Decision['outcome']]>([
    [['pass', 'pass'], 'hard-mandatory', 'passed'],
    [['pass', 'fail'], 'advisory', 'warned'],
    [['unknown', 'pass'], 'hard-mandatory', 'warned'],
    [['fail', 'unknown'], 'hard-mandatory', 'blocked'],
    [['pass', 'error'], 'advisory', 'failed'],
    [['fail', 'error'], 'hard-mandatory', 'failed'],
  ])('of which %j is found at level %s come to %s', (outcomes, level, expected) => {
    const jobs = outcomes.map((outcome, index) => job(`${index}`, decided({ level, said: [['web', outcome]] })));
    expect(mergeDecisions(jobs, nothing).outcome).toBe(expected);
    expect(mergeDecisions(jobs.toReversed(), nothing)).toEqual(mergeDecisions(jobs, nothing));
  });

  it('are none when no job judged', () => {
    expect(mergeDecisions([], nothing)).toEqual(nothing);
  });
});

describe('what jobs say of a part', () => {
  const [kept, broken] = [decided({ said: [['total', 'pass']] }), decided({ said: [['total', 'fail']] })];
  const notice =
    'Policy "limits" judged the change "total" only in parts, each job its own. Give the policy to the job that merges the results too, which judges the whole.';

  it('is left out with a notice where the part keeps the rule: the whole may not', () => {
    const merged = mergeDecisions([job('a', kept), job('b', kept)], nothing);
    expect(merged).toMatchObject({ outcome: 'passed', verdicts: [], summary: { pass: 0 }, notices: [notice] });
  });

  it.each<[RuleResult['outcome'], Decision['outcome']]>([
    ['fail', 'blocked'],
    ['unknown', 'warned'],
    ['error', 'failed'],
  ])('stays, by the name of the job, where it is %s', (outcome, expected) => {
    const merged = mergeDecisions([job('a', decided({ said: [['total', outcome]] })), job('b', kept)], nothing);
    expect(told(merged)).toEqual([`limits total of a ${outcome}`]);
    expect(merged).toMatchObject({ outcome: expected, notices: [notice] });
  });

  it('says nothing where the rule is not for it', () => {
    const merged = mergeDecisions(
      [
        job(
          'a',
          decided({
            said: [
              ['total', 'not-applicable'],
              ['web', 'pass'],
            ],
          }),
        ),
      ],
      nothing,
    );
    expect(told(merged)).toEqual(['limits a:web pass']);
    expect(merged.notices).toEqual([]);
  });

  it.each<[string, Decision, Said['1'], Decision['outcome']]>([
    ['fails', kept, 'fail', 'blocked'],
    ['passes', broken, 'pass', 'passed'],
  ])('gives way to what the same rule says of the whole, which %s', (_, part, outcome, expected) => {
    const merged = mergeDecisions([job('a', part), job('b', part)], decided({ said: [['total', outcome]] }));
    expect(told(merged)).toEqual([`limits total ${outcome}`]);
    expect(merged).toMatchObject({ outcome: expected, notices: [] });
  });

  it('stays beside what another policy says of the whole, or one that is not for it', () => {
    const other = decided({ name: 'budget', said: [['total', 'pass']] });
    expect(told(mergeDecisions([job('a', broken)], other))).toEqual(['budget total pass', 'limits total of a fail']);
    const silent = decided({ said: [['total', 'not-applicable']] });
    expect(mergeDecisions([job('a', broken)], silent)).toMatchObject({ outcome: 'blocked', notices: [notice] });
  });
});

describe('policies of several jobs', () => {
  it('of one name with different texts are all there, and a notice tells it', () => {
    const merged = mergeDecisions(
      [
        job('a', decided({ version: '2.0.0', said: [['web', 'pass']] })),
        job(
          'b',
          decided({
            said: [
              ['web', 'pass'],
              ['db', 'pass'],
            ],
          }),
        ),
      ],
      nothing,
    );
    expect(merged.policies).toMatchObject([
      { name: 'limits', version: '1.0.0', matched: 2 },
      { name: 'limits', version: '2.0.0', matched: 1 },
    ]);
    expect(merged.notices).toEqual([
      expect.stringMatching(
        /^Policy "limits" is not the same in all jobs: 1\.0\.0 \(sha256:\w{12}\), 2\.0\.0 \(sha256:\w{12}\)\. Give all/,
      ),
    ]);
  });

  it('that match nothing are told only when they match nothing in all jobs', () => {
    const idle = decided({ said: [] }, { notices: ['Known everywhere.'] });
    const matched = 'Policy "limits" matched nothing: no subject in the input is one that it judges.';
    expect(mergeDecisions([job('a', idle), job('b', idle)], nothing).notices).toEqual([matched, 'Known everywhere.']);
    const busy = decided({ said: [['web', 'pass']] });
    expect(mergeDecisions([job('a', idle), job('b', busy)], nothing).notices).toEqual(['Known everywhere.']);
    const whole = decided({ said: [['total', 'pass']] });
    expect(mergeDecisions([job('a', idle)], whole).notices).toEqual(['Known everywhere.']);
  });
});

describe('exceptions and overrides of several jobs', () => {
  const exception = (
    status: ExceptionReport['status'],
    matched: number,
    more: Partial<ExceptionReport> = {},
  ): ExceptionReport => ({
    id: 'EX-7',
    rule: 'limits/r',
    status,
    counts: true,
    matched,
    expires: '2026-12-20',
    reason: 'Until the move.',
    approver: 'user:a',
    evidence: null,
    source: { file: 'exceptions.yml', startLine: 4 },
    origin: 'document',
    message: `Exception EX-7 is ${status}.`,
    ...more,
  });
  const reported = (...exceptions: ExceptionReport[]) =>
    mergeDecisions(
      exceptions.map((each, index) => job(`${index}`, decide([], { exceptions: [each] }))),
      nothing,
    ).exceptions;

  it.each<[string, ExceptionReport[], Pick<ExceptionReport, 'status' | 'matched' | 'message'>]>([
    [
      'used in one job, whatever the others say',
      [exception('unused', 0), exception('used', 2), exception('unknown-rule', 0)],
      { status: 'used', matched: 2, message: 'Exception EX-7 is used.' },
    ],
    [
      'used in several',
      [exception('used', 1), exception('over-broad', 6), exception('used', 2)],
      {
        status: 'over-broad',
        matched: 9,
        message: 'Exception EX-7 is over-broad. In other jobs it is for 3 more verdicts.',
      },
    ],
    [
      'used in no job',
      [exception('unknown-rule', 0), exception('unused', 0), exception('out-of-scope', 0)],
      { status: 'unused', matched: 0, message: 'Exception EX-7 is unused.' },
    ],
    [
      'expired, and needed by no job',
      [exception('unused', 0), exception('expired', 0)],
      { status: 'expired', matched: 0, message: 'Exception EX-7 is expired.' },
    ],
  ])('are told once: an exception that is %s', (_, exceptions, expected) => {
    expect(reported(...exceptions)).toEqual([{ ...exceptions[0], ...expected }]);
    expect(reported(...exceptions.toReversed())).toEqual(reported(...exceptions));
  });

  it.each<[string, Partial<ExceptionReport>]>([
    ['stands elsewhere', { source: { file: 'exceptions.yml', startLine: 9 } }],
    ['holds longer', { expires: '2027-01-01' }],
    ['is from another rule', { rule: 'limits/*' }],
  ])('stay apart when one of them %s', (_, more) => {
    expect(reported(exception('used', 1), exception('used', 1, more))).toHaveLength(2);
  });

  it('are told once: an override', () => {
    const override: OverrideReport = {
      id: 'OV-1',
      rule: 'limits/r',
      status: 'used',
      matched: 1,
      approver: 'user:a',
      at: '2026-11-20T10:00:00Z',
      commit: 'a'.repeat(40),
      reason: 'Agreed.',
      source: { file: 'overrides.yml', startLine: 1 },
      message: 'Override OV-1 of user:a overrides 1 verdict.',
    };
    const unused = { ...override, status: 'unused', matched: 0, message: 'It is not needed.' } as const;
    const jobs = [unused, override, override].map((each, index) => job(`${index}`, decide([], { overrides: [each] })));
    expect(mergeDecisions(jobs, nothing).overrides).toEqual([
      { ...override, matched: 2, message: `${override.message} In other jobs it is for 1 more verdict.` },
    ]);
  });
});
