import type { SourcePlace } from '../subject.ts';
import { compareText } from '../text-order.ts';

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

/** The parts of an override that order it among others. */
type Placed = Pick<OverrideReport, 'id' | 'rule' | 'approver' | 'source'>;

/** Orders overrides by where they are written, so that the order in which they were read does not show. */
export function compareOverrides(a: Placed, b: Placed): number {
  return (
    compareText(a.source.file, b.source.file) ||
    a.source.startLine - b.source.startLine ||
    (a.source.startColumn ?? 0) - (b.source.startColumn ?? 0) ||
    compareText(a.id, b.id) ||
    compareText(a.rule, b.rule) ||
    compareText(a.approver, b.approver) ||
    // Only what stands twice in one place comes here: what else differs has to order it.
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}
