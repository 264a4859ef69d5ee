import type { SourcePlace } from '../subject.ts';

/**
 * What became of an override.
 * - `used`: it is one of the approvals that override a verdict.
 * - `unused`: it would count, and nothing that blocks is in its scope.
 * - `too-few-approvals`: it counts, and other approvals are missing.
 * - `other-commit`: it approves another commit than the one that is judged.
 * - `not-listed`: the rule does not list its approver.
 * - `not-overridable`: the rule is not soft-mandatory, or names nobody who may override it.
 * - `out-of-scope`: it is for another repository or environment.
 * - `unknown-rule`: no policy of the run has its rule.
 */
export type OverrideStatus =
  | 'used'
  | 'unused'
  | 'too-few-approvals'
  | 'other-commit'
  | 'not-listed'
  | 'not-overridable'
  | 'out-of-scope'
  | 'unknown-rule';

/** An override with what became of it. Its texts can come from a pull request. */
export interface OverrideReport {
  readonly id: string;
  /** As the override names it. */
  readonly rule: string;
  readonly status: OverrideStatus;
  /** How many verdicts it overrides, alone or with others. */
  readonly matched: number;
  /** `user:name`. */
  readonly approver: string;
  /** When it was given, as a time of RFC 3339. */
  readonly at: string;
  readonly commit: string;
  readonly reason: string;
  readonly source: SourcePlace;
  /** What became of it and what to do, in sentences. */
  readonly message: string;
}
