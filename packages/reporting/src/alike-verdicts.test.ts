import type { Verdict } from '@tollgate/policy-engine';
import { expect, it } from 'vitest';
import { alikeVerdicts } from './alike-verdicts.ts';

const source = { file: 'main.tf', startLine: 4 };

function verdict(id: string, more: Partial<Verdict> = {}): Verdict {
  return {
    policy: 'tags',
    rule: 'keys',
    level: 'advisory',
    outcome: 'fail',
    effect: 'warn',
    subject: { kind: 'resource', id },
    message: 'lacks `Owner`',
    source,
    ...more,
  };
}

const groups = (...verdicts: readonly Verdict[]) =>
  alikeVerdicts(verdicts).map((group) => group.map(({ subject }) => subject.id));

it('puts resources on the same lines together of which the same is said, in their order', () => {
  const other = verdict('b', { source: { file: 'main.tf', startLine: 20 } });
  expect(groups(verdict('a[0]'), other, verdict('a[1]'))).toEqual([['a[0]', 'a[1]'], ['b']]);
});

it.each<[string, Partial<Verdict>]>([
  ['another message', { message: 'lacks `Env`' }],
  ['other evidence', { evidence: [{ expression: 'cost', value: '$1.00' }] }],
  ['another rule', { rule: 'values' }],
  ['another call of the module', { source: { ...source, callers: [{ address: 'module.a', ...source }] } }],
])('tells %s apart', (_, more) => {
  expect(groups(verdict('a[0]'), verdict('a[1]', more))).toHaveLength(2);
});

it('names all that have no place, and all that are no resources', () => {
  const { source: _, ...placeless } = verdict('a');
  const finding = { subject: { kind: 'finding', id: 'CVE-2026-1' } };
  const another = { subject: { kind: 'finding', id: 'CVE-2026-2' } };
  expect(groups(placeless, { ...placeless, subject: { kind: 'resource', id: 'b' } })).toEqual([['a'], ['b']]);
  expect(groups(verdict('', finding), verdict('', another))).toHaveLength(2);
});
