import { decide, type RuleResult } from '@tollgate/policy-engine';
import { expect, it } from 'vitest';
import { annotationsOf } from './annotations.ts';

const source = { file: 'main.tf', startLine: 4, endLine: 8 };

function found(id: string, more: Partial<RuleResult> = {}): RuleResult {
  const subject = { kind: 'resource', id };
  return { rule: 'keys', subject, outcome: 'fail', message: 'lacks `Owner`', source, ...more };
}

function messages(results: readonly RuleResult[]): readonly string[] {
  const policy = {
    name: 'tags',
    version: '1.0.0',
    rules: [{ id: 'keys', level: 'advisory' as const, onUnknown: 'warn' as const }],
    document: {},
  };
  const decision = decide([{ policy, results }]);
  const evidence = { gate: 'Tags', headline: '', remedies: [], sections: [], unknowns: [], sources: [] };
  return annotationsOf({ report: { decision, evidence } }).map(({ message }) => message);
}

it('says once what is found of instances that are written on the same lines', () => {
  expect(messages([found('aws_vpc.a[0]'), found('aws_vpc.a[1]'), found('aws_vpc.a[2]')])).toEqual([
    'aws_vpc.a[0] and 2 more: lacks Owner',
  ]);
});

it('keeps what is found of other lines, or in other words, apart', () => {
  const elsewhere = { source: { ...source, startLine: 9 } };
  const results = [found('a'), found('b', elsewhere), found('c', { message: 'lacks `Env`' })];
  expect(messages(results)).toHaveLength(3);
});

it('shows characters that would act on a terminal or turn the direction', () => {
  expect(messages([found('a["\u001b[31m\u202e"]')])).toEqual(['a["\\u{1b}[31m\\u{202e}"]: lacks Owner']);
});

it('leaves out what has no place', () => {
  const { source: _, ...placeless } = found('a');
  expect(messages([placeless])).toEqual([]);
});
