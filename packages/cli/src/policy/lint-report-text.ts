import { styleText } from 'node:util';
import type { LintFinding, PolicyLintReport } from '@tollgate/policy-engine';
import { counted, visible } from '@tollgate/reporting';

/** Writes what is wrong with policies: the count, then a line for each finding as compilers write them, errors first. */
export function lintText({ summary, findings }: PolicyLintReport, { color }: { readonly color: boolean }): string {
  const { errors, warnings, rules, tests } = summary;
  const policies = counted(summary.policies, 'policy').replace(/ys$/, 'ies');
  const looked = `${policies} with ${counted(rules, 'rule')} and ${counted(tests, 'test')}`;
  const verdict = errors > 0 ? 'failed' : warnings > 0 ? 'warned' : 'passed';
  const counts = [
    ...(errors === 0 ? [] : [counted(errors, 'error')]),
    ...(warnings === 0 ? [] : [counted(warnings, 'warning')]),
  ];
  const found = counts.length === 0 ? 'Nothing to mend' : counts.join(' and ');
  const head = `Policy lint: ${verdict}. ${found} in ${looked}.`;
  const look = errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'green';
  const lines = (['error', 'warning'] as const).flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity).map(findingLine),
  );
  const title = color ? styleText([look, 'bold'], head, { validateStream: false }) : head;
  return `${[title, ...(lines.length === 0 ? [] : ['', ...lines])].join('\n')}\n`;
}

function findingLine({ file, line, column, severity, check, message }: LintFinding): string {
  // A message about the cases of a test can have lines of its own.
  const [first = '', ...others] = message.split('\n').map(visible);
  return [
    `${visible(file)}:${line}:${column}: ${severity}: ${first} (${check})`,
    ...others.map((one) => `    ${one}`),
  ].join('\n');
}
