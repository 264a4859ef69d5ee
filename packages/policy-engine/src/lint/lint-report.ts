import type { Problem } from '../problem.ts';

/** What is wrong with policies, or should be better. Published schema: `schema/policy-lint-report.json`. */
export interface PolicyLintReport {
  readonly kind: 'PolicyLintReport';
  readonly version: 1;
  readonly summary: {
    readonly errors: number;
    readonly warnings: number;
    readonly policies: number;
    readonly rules: number;
    readonly tests: number;
  };
  /** By file and place. */
  readonly findings: readonly LintFinding[];
}

/** One thing to mend, at its place. With an error nothing may be judged; a warning is advice. */
export interface LintFinding extends Problem {
  readonly severity: 'error' | 'warning';
  readonly check: LintCheck;
}

/**
 * What found it.
 * - `document`: the files, their structure, the lock, and what layers may not say.
 * - `condition`: conditions, messages and forms of rules that do not compile.
 * - `conflict`: rules that contradict each other, conditions that are always true or false.
 * - `test`: tests that cannot be run.
 * - `gate`: a policy for a gate that is not known here.
 * - `ignored`: what a lower layer says and the layers above do not allow.
 * - `unused-param`, `unknown-type`, `undescribed`, `untested`, `unknown-rule`, `exception`, `no-approver`, `duplicate`: advice of that name.
 */
export type LintCheck =
  | 'document'
  | 'condition'
  | 'conflict'
  | 'test'
  | 'gate'
  | 'ignored'
  | 'unused-param'
  | 'unknown-type'
  | 'undescribed'
  | 'untested'
  | 'unknown-rule'
  | 'exception'
  | 'no-approver'
  | 'duplicate';

/** Makes findings of problems. */
export function findings(
  severity: LintFinding['severity'],
  check: LintCheck,
  problems: readonly Problem[],
): readonly LintFinding[] {
  return problems.map(({ file, line, column, message }) => ({ severity, check, file, line, column, message }));
}
