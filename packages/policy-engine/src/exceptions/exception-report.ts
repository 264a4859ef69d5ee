import type { SourcePlace } from '../subject.ts';
import type { Exception } from './exception.ts';

/**
 * What became of an exception.
 * - `used`: it excepts at least one verdict.
 * - `unused`: it counts, and there is nothing to except.
 * - `expired`, `not-yet` (made after the day of the run), `too-long` (longer than the policy allows): it does not count.
 * - `self-approved`: the change that it is for adds it. Whether it counts is the policy's to say: see `counts`.
 * - `over-broad`: it is used, and nothing limits it, or it covers every subject of the rule.
 * - `out-of-scope`: it is for another repository or environment.
 * - `unknown-rule`: no policy of the run has its rule.
 */
export type ExceptionStatus =
  | 'used'
  | 'unused'
  | 'expired'
  | 'not-yet'
  | 'too-long'
  | 'self-approved'
  | 'over-broad'
  | 'out-of-scope'
  | 'unknown-rule';

/** An exception with what became of it. Its texts can come from a pull request. */
export interface ExceptionReport {
  readonly id: string;
  /** As the exception names it. */
  readonly rule: string;
  readonly status: ExceptionStatus;
  /** Whether it may except at all. With rules of several policies it may count for some of them only. */
  readonly counts: boolean;
  /** How many verdicts it is for: those that it excepts, or would if it counted. */
  readonly matched: number;
  /** The last day on which it holds, in UTC. */
  readonly expires: string;
  readonly reason: string;
  readonly approver: string | null;
  /** Where the approval can be read. */
  readonly evidence: string | null;
  readonly source: SourcePlace;
  readonly origin: Exception['origin'];
  /** What became of it and what to do, in sentences. */
  readonly message: string;
}
