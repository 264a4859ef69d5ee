import {
  code,
  type Phrase,
  type PolicyTestReport,
  type RuleCoverage,
  type Section,
  type SourcePlace,
  type TestedCase,
  type TestedPolicy,
  text,
} from '@tollgate/policy-engine';
import { type ArrangedReport, counted, messagePhrase } from '@tollgate/reporting';

/** Puts a report on tests of policies into reading order: what failed and why, all cases, what the tests do not show. */
export function arrangedTests(report: PolicyTestReport): ArrangedReport {
  const { outcome, tests, coverage, untested, notices } = report;
  return {
    outcome: outcome === 'passed' ? 'passed' : 'blocked',
    headline: [{ kind: 'strong', text: `Policy tests: ${outcome}.` }, text(` ${headline(report)}`)],
    sections: [
      ...tests.flatMap((test) => test.cases.flatMap((one) => failureSections(test, one))),
      ...tests.map(caseSection),
      ...coverageSections(coverage, report.coverageRequired),
      ...listSection(
        `${counted(untested.length, 'policy').replace(/ys$/, 'ies')} without a test`,
        untested.map(({ policy, source }) => [code(policy), text(` ${placeText(source)}`)]),
      ),
      ...listSection('Also to know', notices),
    ],
    footer: [],
  };
}

function headline({ summary: { cases, failed, rules, covered, tests } }: PolicyTestReport): string {
  const all = counted(cases, 'case');
  const shown = `${covered} of ${counted(rules, 'rule')} ${covered === 1 ? 'is' : 'are'} seen to fail and to pass.`;
  if (tests === 0) return `There is no test. ${shown}`;
  if (failed > 0) return `${failed} of ${all} ${failed === 1 ? 'fails' : 'fail'}. ${shown}`;
  return `${all} ${cases === 1 ? 'passes' : 'pass'}. ${shown}`;
}

function failureSections({ policy }: TestedPolicy, { name, failures }: TestedCase): Section[] {
  return listSection(
    `Failed: ${policy}, ${name}`,
    failures.map(({ source, message }) => [text(`${placeText(source)}: `), ...messagePhrase(message)]),
  );
}

function caseSection({ name, policy, source, cases }: TestedPolicy): Section {
  const title = `${policy}: ${counted(cases.length, 'case')} in ${name} (${placeText(source)})`;
  const rows = cases.map((one): Phrase[] => [
    one.outcome,
    [code(one.name)],
    String(one.verdicts),
    `line ${one.source.startLine}`,
  ]);
  const columns = [
    { title: 'Outcome', align: 'left' },
    { title: 'Case', align: 'left' },
    { title: 'Verdicts', align: 'right' },
    { title: 'Where', align: 'left' },
  ] as const;
  return { title, folded: false, blocks: [{ kind: 'table', columns, rows }] };
}

function coverageSections(coverage: readonly RuleCoverage[], isRequired: boolean): Section[] {
  if (coverage.length === 0) return [];
  const columns = [
    { title: 'Rule', align: 'left' },
    { title: 'Fail', align: 'right' },
    { title: 'Pass', align: 'right' },
    { title: 'Unknown', align: 'right' },
    { title: 'Lacks', align: 'left' },
    { title: 'Where', align: 'left' },
  ] as const;
  const sorted = [...coverage].sort((a, b) => Number(a.isCovered) - Number(b.isCovered));
  const rows = sorted.map((rule): Phrase[] => [
    [code(`${rule.policy}/${rule.rule}`)],
    String(rule.fail),
    String(rule.pass),
    String(rule.unknown),
    lacking(rule),
    placeText(rule.source),
  ]);
  const title = isRequired
    ? 'How often the cases see each rule; all must fail and pass'
    : 'How often the cases see each rule';
  return [{ title, folded: false, blocks: [{ kind: 'table', columns, rows }] }];
}

/** What no case shows of a rule. */
export function lacking({ fail, pass, isCovered }: Pick<RuleCoverage, 'fail' | 'pass' | 'isCovered'>): string {
  if (isCovered) return '';
  if (fail === 0 && pass === 0) return 'a failing and a passing case';
  return fail === 0 ? 'a failing case' : 'a passing case';
}

function listSection(title: string, items: readonly Phrase[]): Section[] {
  return items.length === 0 ? [] : [{ title, folded: false, blocks: [{ kind: 'list', items }] }];
}

/** A place as editors and terminals link it: `policies/tags.yml:8:16`. */
export function placeText({ file, startLine, startColumn }: SourcePlace): string {
  return `${file}:${startLine}${startColumn === undefined ? '' : `:${startColumn}`}`;
}
