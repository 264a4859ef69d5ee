import { decide, type Evidence, type Level } from '@tollgate/policy-engine';
import { describe, expect, it } from 'vitest';
import { arrange } from './arrange.ts';
import type { RuleDescription } from './rule-lookup.ts';
import { toTerminal } from './terminal.ts';

type Given = Parameters<typeof decide>[0][number]['results'][number];
type Remarks = NonNullable<Parameters<typeof decide>[1]>;

interface Case {
  readonly results: readonly Partial<Given>[];
  readonly level?: Level;
  readonly rule?: Partial<RuleDescription>;
  readonly remarks?: Remarks;
}

/** What a reader sees in a terminal, but for the first and the last line. */
function shown({ results, level = 'hard-mandatory', rule, remarks }: Case): string {
  const policy = { name: 'p', version: '1.0.0', rules: [{ id: 'r', level, onUnknown: 'warn' as const }], document: {} };
  const base = { rule: 'r', subject: { kind: 'resource', id: 'a.b' }, outcome: 'fail', message: 'is wrong' } as const;
  const evidence: Evidence = {
    gate: 'Resources',
    headline: 'Judged.',
    remedies: [],
    sections: [],
    unknowns: [],
    sources: [],
    ...(rule !== undefined && { rules: [{ policy: 'p', rule: 'r', level, ...rule }] }),
  };
  const decision = decide([{ policy, results: results.map((result) => ({ ...base, ...result })) }], remarks);
  return toTerminal(arrange({ decision, evidence }), { color: false }).split('\n\n').slice(1, -1).join('\n\n');
}

describe('the finding of a verdict', () => {
  const cases: [string, Partial<Given>, string][] = [
    ['shows the value behind it', { evidence: [{ expression: 'x.size', value: '12' }] }, 'is wrong (x.size is 12)'],
    [
      'leaves out a value that the message names',
      { message: 'not `big`', evidence: [{ expression: 'x', value: '"big"' }] },
      'not big',
    ],
    [
      'shows two values, however many there are',
      { evidence: ['x.a', 'x.b', 'x.c'].map((expression) => ({ expression, value: '1' })) },
      'is wrong (x.a is 1, x.b is 1)',
    ],
    [
      'leaves out parameters, names inside of the condition, and the values of what is unknown',
      { evidence: ['params.sizes', 's'].map((expression) => ({ expression, value: '1' })) },
      'is wrong',
    ],
    [
      'says that an exception does not count any more',
      {
        exception: {
          id: 'EX-1',
          expires: '2026-10-01',
          status: 'expired',
          reason: '',
          approver: null,
          message: 'Exception EX-1 expired on 2026-10-01.',
        },
      },
      'is wrong. Exception EX-1 expired on 2026-10-01.',
    ],
  ];
  it.each(cases)('%s', (_, result, expected) => {
    expect(
      shown({ results: [result] })
        .split('\n')
        .at(-1),
    ).toBe(`  a.b       ${expected}`);
  });
});

describe('the way out of a rule', () => {
  const remedy = 'Set `encrypted`';
  const owners = ['platform'];
  const approvers = ['team:finops', 'user:li'];
  const cases: [string, Case, string | undefined][] = [
    ['the remedy', { results: [{}], rule: { remedy } }, 'Set encrypted'],
    [
      'an exception of the owners',
      { results: [{}], rule: { remedy, owners } },
      'Set encrypted. Or ask platform for an exception from p/r.',
    ],
    [
      'an override of the approvers',
      { results: [{}], level: 'soft-mandatory', rule: { owners, approvers } },
      'Ask team:finops or user:li for an override.',
    ],
    [
      'nobody to ask about what does not block',
      { results: [{}], level: 'advisory', rule: { remedy, owners } },
      'Set encrypted',
    ],
    [
      'mending the policy',
      { results: [{ outcome: 'error' }], rule: { remedy, owners } },
      'Ask platform to mend the policy.',
    ],
    ['nothing where nothing is known', { results: [{}] }, undefined],
  ];
  it.each(cases)('is %s', (_, given, expected) => {
    expect(/Way out: (.*)/.exec(shown(given))?.[1]).toBe(expected);
  });
});

describe('a long report', () => {
  const many = <Item>(item: (index: number) => Item) => Array.from({ length: 25 }, (_, index) => item(index));

  it('folds the violations after the first twenty, with their count', () => {
    const results = many((index) => ({ subject: { kind: 'resource', id: `a.b${index}` } }));
    expect(shown({ results })).toContain('\n\n5 more violations of r\n');
  });

  it('folds what is to know of exceptions after the first twenty', () => {
    const exceptions = many((index) => ({
      id: `EX-${index}`,
      rule: 'p/r',
      status: 'unused' as const,
      counts: true,
      matched: 0,
      expires: '2026-12-01',
      reason: '',
      approver: null,
      evidence: null,
      source: { file: 'exceptions.yaml', startLine: index + 1 },
      origin: 'document' as const,
      message: `Exception EX-${index} excepts nothing.`,
    }));
    const text = shown({ results: [{ outcome: 'pass' }], remarks: { exceptions } });
    expect(text).toContain(
      '- Exception EX-19 excepts nothing. (exceptions.yaml:20)\n\n5 more on exceptions and overrides\n',
    );
  });

  it('does not tell of entries of a baseline that this run does not judge', () => {
    const entry = (status: 'out-of-scope' | 'unused', id: string) => ({
      id: 'baseline',
      rule: 'p/r',
      status,
      counts: true,
      matched: 0,
      expires: '2026-12-01',
      reason: '',
      approver: null,
      evidence: null,
      source: { file: 'baseline.yml', startLine: 7 },
      origin: 'baseline' as const,
      message: `The baseline has ${id}.`,
    });
    const exceptions = [entry('out-of-scope', 'a.elsewhere'), entry('unused', 'a.mended')];
    const text = shown({ results: [{ outcome: 'pass' }], remarks: { exceptions } });
    expect(text).toContain('- The baseline has a.mended. (baseline.yml:7)');
    expect(text).not.toContain('a.elsewhere');
  });

  it('counts what does not apply, and shows none of it', () => {
    expect(shown({ results: [{ outcome: 'not-applicable' }, { outcome: 'pass' }] })).toBe('');
  });
});
