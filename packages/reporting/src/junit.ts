import type { Decision, Verdict } from '@tollgate/policy-engine';
import type { Report } from './arrange.ts';
import { findingPhrase, wherePhrase } from './finding.ts';
import { type JUnitCase, type JUnitSaid, type JUnitSuite, junitDocument } from './junit-document.ts';
import { messagePhrase, plainText } from './phrase.ts';
import { type DescribeRule, ruleLookup } from './rule-lookup.ts';

/**
 * Writes a report as JUnit XML: a suite for a policy, a case for each rule and subject. The format knows red or not, so red is
 * what blocks (a failure) or could not be evaluated (an error); what warns, is not known or is excepted is skipped, with the
 * reason. What does not apply is only counted. There are no times in it: the same report gives the same bytes.
 */
export function toJUnit(report: Report): string {
  const describe = ruleLookup(report.evidence);
  const byPolicy = Map.groupBy(report.decision.verdicts, ({ policy }) => policy);
  const suites = report.decision.policies.map((policy) => suiteOf(policy, byPolicy.get(policy.name) ?? [], describe));
  return junitDocument(`Tollgate ${report.evidence.gate}`, suites);
}

type CaseKind = 'passed' | 'failure' | 'error' | 'skipped';

/** What becomes of a verdict; nothing when its rule does not apply to the subject. */
function caseKind({ outcome, effect }: Verdict): CaseKind | undefined {
  switch (outcome) {
    case 'not-applicable':
      return undefined;
    case 'pass':
      return 'passed';
    case 'error':
      return 'error';
    case 'excepted':
      return 'skipped';
    case 'fail':
    case 'unknown':
      return effect === 'block' ? 'failure' : 'skipped';
  }
}

function suiteOf(
  { name, version, digest }: Decision['policies'][number],
  verdicts: readonly Verdict[],
  describe: DescribeRule,
): JUnitSuite {
  const cases = verdicts.flatMap((verdict) => caseOf(verdict, describe));
  return {
    name,
    properties: { version, digest, 'not-applicable': String(verdicts.length - cases.length) },
    cases,
    ...(cases.length > 0 ? {} : { output: 'This policy matched nothing.' }),
  };
}

function caseOf(verdict: Verdict, describe: DescribeRule): JUnitCase[] {
  const { policy, rule, subject, source } = verdict;
  const kind = caseKind(verdict);
  if (kind === undefined) return [];
  return [
    {
      name: `${rule}: ${subject.id}`,
      classname: `${policy}.${rule}`,
      place: source,
      said: kind === 'passed' ? undefined : saidOf(verdict, kind, describe),
    },
  ];
}

/** Why a case did not pass. */
function saidOf(verdict: Verdict, kind: JUnitSaid['kind'], describe: DescribeRule): JUnitSaid {
  const finding = plainText(findingPhrase(verdict));
  if (kind === 'skipped') return { kind, message: `${skippedBecause(verdict)}: ${finding}`, lines: [] };
  const where = verdict.source === undefined ? [] : [`Where: ${plainText(wherePhrase(verdict.source))}`];
  const remedy = verdict.outcome === 'fail' ? describe(verdict)?.remedy : undefined;
  const lines = [finding, ...where, ...(remedy === undefined ? [] : [`Way out: ${plainText(messagePhrase(remedy))}`])];
  const type = verdict.outcome === 'unknown' ? `${verdict.level}, not known before apply` : verdict.level;
  return { kind, message: finding, type, lines };
}

function skippedBecause({ outcome, underlying, exception, override }: Verdict): string {
  if (outcome === 'excepted') {
    const approved = exception?.approver ? `, approved by ${exception.approver}` : '';
    const what = underlying === 'unknown' ? 'not known before apply' : 'fails';
    return `excepted by ${exception?.id ?? 'an exception'} until ${exception?.expires ?? 'an unknown day'}${approved}, ${what}`;
  }
  if (override !== undefined) return `overridden by ${override.approvers.map(({ name }) => name).join(', ')}`;
  return outcome === 'unknown' ? 'not known before apply' : 'advisory, fails';
}
