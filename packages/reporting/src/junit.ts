import type { Decision, Verdict } from '@tollgate/policy-engine';
import type { Element, ElementContent, Root } from 'xast';
import { toXml } from 'xast-util-to-xml';
import type { Report } from './arrange.ts';
import { findingPhrase, wherePhrase } from './finding.ts';
import { messagePhrase, plainText } from './phrase.ts';
import { type DescribeRule, ruleLookup } from './rule-lookup.ts';
import { xmlText } from './xml-text.ts';

/**
 * Writes a report as JUnit XML: a suite for a policy, a case for each rule and subject. The format knows red or not, so red is
 * what blocks (a failure) or could not be evaluated (an error); what warns, is not known or is excepted is skipped, with the
 * reason. What does not apply is only counted. There are no times in it: the same report gives the same bytes.
 */
export function toJUnit(report: Report): string {
  const describe = ruleLookup(report.evidence);
  const byPolicy = Map.groupBy(report.decision.verdicts, ({ policy }) => policy);
  const suites = report.decision.policies.map((policy) => suiteOf(policy, byPolicy.get(policy.name) ?? [], describe));
  const all = report.decision.verdicts.flatMap((verdict) => caseKind(verdict) ?? []);
  const root: Root = {
    type: 'root',
    children: [
      { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"' },
      lineEnd(0),
      element(0, 'testsuites', { name: `Tollgate ${report.evidence.gate}`, ...tally(all) }, suites),
      lineEnd(0),
    ],
  };
  return toXml(root, { closeEmptyElements: true, tightClose: true });
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

function tally(kinds: readonly CaseKind[]): Record<string, string> {
  const count = (kind: CaseKind) => String(kinds.filter((one) => one === kind).length);
  return { tests: String(kinds.length), failures: count('failure'), errors: count('error'), skipped: count('skipped') };
}

function suiteOf(
  { name, version, digest }: Decision['policies'][number],
  verdicts: readonly Verdict[],
  describe: DescribeRule,
): Element {
  const kinds = verdicts.flatMap((verdict) => caseKind(verdict) ?? []);
  const properties = Object.entries({ version, digest, 'not-applicable': String(verdicts.length - kinds.length) });
  return element(1, 'testsuite', { name, ...tally(kinds) }, [
    element(
      2,
      'properties',
      {},
      properties.map(([name, value]) => element(3, 'property', { name, value })),
    ),
    ...verdicts.flatMap((verdict) => caseOf(verdict, describe)),
    ...(kinds.length > 0 ? [] : [element(2, 'system-out', {}, ['This policy matched nothing.'])]),
  ]);
}

function caseOf(verdict: Verdict, describe: DescribeRule): Element[] {
  const { policy, rule, subject, source } = verdict;
  const kind = caseKind(verdict);
  if (kind === undefined) return [];
  const attributes = {
    name: `${rule}: ${subject.id}`,
    classname: `${policy}.${rule}`,
    ...(source !== undefined && { file: source.file, line: String(source.startLine) }),
  };
  return [element(2, 'testcase', attributes, kind === 'passed' ? [] : [saidOf(verdict, kind, describe)])];
}

/** Why a case did not pass. */
function saidOf(verdict: Verdict, kind: Exclude<CaseKind, 'passed'>, describe: DescribeRule): Element {
  const finding = plainText(findingPhrase(verdict));
  if (kind === 'skipped') return element(3, 'skipped', { message: `${skippedBecause(verdict)}: ${finding}` });
  const where = verdict.source === undefined ? [] : [`Where: ${plainText(wherePhrase(verdict.source))}`];
  const remedy = verdict.outcome === 'fail' ? describe(verdict)?.remedy : undefined;
  const lines = [finding, ...where, ...(remedy === undefined ? [] : [`Way out: ${plainText(messagePhrase(remedy))}`])];
  const type = verdict.outcome === 'unknown' ? `${verdict.level}, not known before apply` : verdict.level;
  return element(3, kind, { message: finding, type }, [lines.map(xmlText).join('\n')]);
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

/** An element on lines of its own; a text stands in it as it is. */
function element(
  depth: number,
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (Element | string)[] = [],
): Element {
  const content = children.flatMap((child): ElementContent[] =>
    typeof child === 'string' ? [{ type: 'text', value: child }] : [lineEnd(depth + 1), child],
  );
  const nested = children.some((child) => typeof child !== 'string');
  return {
    type: 'element',
    name,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, xmlText(value)])),
    children: nested ? [...content, lineEnd(depth)] : content,
  };
}

function lineEnd(depth: number) {
  return { type: 'text' as const, value: `\n${'  '.repeat(depth)}` };
}
