import type { Outcome } from '@tollgate/policy-engine';

/** What a verdict, or all verdicts on a resource, come to. `error`: a rule could not be evaluated. */
export type ComplianceStatus = 'compliant' | 'excepted' | 'unknown' | 'error' | 'violating';

/** How many there are of each, and the share of those that comply. */
export interface ComplianceCounts {
  readonly compliant: number;
  readonly violating: number;
  /** It cannot be known before apply. Never counted as compliant. */
  readonly unknown: number;
  /** They violate a rule, or may do so, and an exception is for it. Never counted as compliant. */
  readonly excepted: number;
  readonly error: number;
  /** The percentage that is compliant, of all; a decimal with one place, rounded down. Null when there is none. */
  readonly percent: string | null;
}

/** What an outcome that applies comes to. */
export function statusOf(outcome: Outcome): ComplianceStatus {
  switch (outcome) {
    case 'pass':
    case 'not-applicable':
      return 'compliant';
    case 'fail':
      return 'violating';
    case 'unknown':
    case 'excepted':
    case 'error':
      return outcome;
  }
}

const weights: Readonly<Record<ComplianceStatus, number>> = {
  compliant: 0,
  excepted: 1,
  unknown: 2,
  error: 3,
  violating: 4,
};

/** The one that says more of a resource. */
export function worstOf(one: ComplianceStatus, other: ComplianceStatus): ComplianceStatus {
  return weights[one] >= weights[other] ? one : other;
}

/** Counts what there is of each. */
export function countsOf(statuses: readonly ComplianceStatus[]): ComplianceCounts {
  const counts = { compliant: 0, violating: 0, unknown: 0, excepted: 0, error: 0 };
  for (const status of statuses) counts[status] += 1;
  return { ...counts, percent: percentage(counts.compliant, statuses.length) };
}

/** A percentage as a decimal with one place, rounded down, so that 100.0 is all; null of nothing. */
export function percentage(part: number, whole: number): string | null {
  return whole === 0 ? null : (Math.floor((part * 1000) / whole) / 10).toFixed(1);
}
