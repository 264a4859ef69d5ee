import type { Decision } from '../../decide.ts';
import { compareText } from '../../text-order.ts';
import type { Verdict } from '../../verdict.ts';
import { daysAfter } from '../days.ts';
import { baselineId } from './baseline.ts';

/** A baseline as it is to be written. */
export interface WrittenBaseline {
  readonly text: string;
  /** How many violations it has. */
  readonly count: number;
}

/** How long a baseline holds unless somebody says otherwise: a debt without an end is one that nobody pays. */
const daysUnlessSaid = 365;

/**
 * Writes the violations of a decision as a baseline: what fails, what blocks because it is not known, and what a baseline excepts
 * already. An error is never a part of it. The same violations give the same bytes, whatever lines they are at.
 * @param now the day of the run, from which it counts.
 * @param expires the last day on which it holds; a year after `now` unless given.
 */
export function baselineText(
  { verdicts }: Pick<Decision, 'verdicts'>,
  { now, expires = daysAfter(now, daysUnlessSaid) }: { readonly now: string; readonly expires?: string },
): WrittenBaseline {
  const byRule = new Map<string, Set<string>>();
  for (const verdict of verdicts.filter(isKnownViolation)) {
    const rule = `${verdict.policy}/${verdict.rule}`;
    byRule.set(rule, (byRule.get(rule) ?? new Set()).add(verdict.subject.id));
  }
  const rules = [...byRule].sort(([a], [b]) => compareText(a, b));
  const lists = rules.flatMap(([rule, subjects]) => [
    `  ${JSON.stringify(rule)}:`,
    ...[...subjects].sort(compareText).map((subject) => `    - ${JSON.stringify(subject)}`),
  ]);
  const lines = [
    '# Violations that are known and do not block. Written by "tollgate check --write-baseline".',
    'apiVersion: tollgate/v1',
    'kind: Baseline',
    `created: ${JSON.stringify(now)}`,
    `expires: ${JSON.stringify(expires)}`,
    ...(lists.length === 0 ? ['violations: {}'] : ['violations:', ...lists]),
  ];
  return {
    text: `${lines.join('\n')}\n`,
    count: rules.reduce((sum, [, subjects]) => sum + subjects.size, 0),
  };
}

function isKnownViolation({ outcome, effect, exception }: Verdict): boolean {
  switch (outcome) {
    case 'fail':
      return true;
    case 'unknown':
      return effect === 'block';
    case 'excepted':
      return exception?.id === baselineId && exception.approver === null;
    default:
      return false;
  }
}
