import type { PolicyTestReport, TestedCase } from '@tollgate/policy-engine';
import { type JUnitCase, type JUnitSaid, junitDocument, messagePhrase, plainText } from '@tollgate/reporting';
import { lacking, placeText } from './test-report-text.ts';

/** Writes a report on tests of policies as JUnit XML: a suite for each document of tests, and one for the coverage of rules. */
export function testsAsJUnit({ tests, coverage, coverageRequired }: PolicyTestReport): string {
  const suites = tests.map(({ name, policy, cases }) => ({
    name,
    properties: { policy },
    cases: cases.map((one) => testCase(policy, one)),
  }));
  const rules = coverage.map(
    (rule): JUnitCase => ({
      name: `${rule.policy}/${rule.rule} fails and passes in a case`,
      classname: `${rule.policy}.${rule.rule}`,
      place: rule.source,
      said: rule.isCovered
        ? undefined
        : { kind: coverageRequired ? 'failure' : 'skipped', message: `lacks ${lacking(rule)}`, lines: [] },
    }),
  );
  return junitDocument('Tollgate policy tests', [...suites, { name: 'coverage', properties: {}, cases: rules }]);
}

function testCase(policy: string, { name, source, failures }: TestedCase): JUnitCase {
  const lines = failures.map(({ source: at, message }) => `${placeText(at)}: ${plainText(messagePhrase(message))}`);
  const [first] = failures;
  const said: JUnitSaid | undefined =
    first === undefined ? undefined : { kind: 'failure', message: plainText(messagePhrase(first.message)), lines };
  return { name, classname: policy, place: source, said };
}
