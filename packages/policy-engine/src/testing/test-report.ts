import type { ExpectedVerdict } from '../documents/policy-test.ts';
import type { SourcePlace } from '../subject.ts';
import type { RuleResult } from '../verdict.ts';

/** What the tests of policies show. Published schema: `schema/policy-test-report.json`. */
export interface PolicyTestReport {
  readonly kind: 'PolicyTestReport';
  readonly version: 1;
  /** `failed`: a case fails, or coverage is required and a rule lacks it. */
  readonly outcome: 'passed' | 'failed';
  readonly coverageRequired: boolean;
  readonly summary: {
    readonly tests: number;
    readonly cases: number;
    readonly failed: number;
    readonly rules: number;
    readonly covered: number;
  };
  /** By place. */
  readonly tests: readonly TestedPolicy[];
  /** Every rule, by policy and id. */
  readonly coverage: readonly RuleCoverage[];
  /** Policies that no test is for, by name. */
  readonly untested: readonly { readonly policy: string; readonly source: SourcePlace }[];
  /** What a reader must know beside the tests, such as a policy that cannot be tested here. */
  readonly notices: readonly string[];
}

/** One document of tests. */
export interface TestedPolicy {
  readonly name: string;
  readonly policy: string;
  readonly source: SourcePlace;
  /** In the order of the document. */
  readonly cases: readonly TestedCase[];
}

export interface TestedCase {
  readonly name: string;
  readonly source: SourcePlace;
  readonly outcome: 'passed' | 'failed';
  /** How many verdicts the policy gave, not counting what does not apply. */
  readonly verdicts: number;
  readonly failures: readonly TestFailure[];
}

/** Where a case and the policy do not agree. */
export interface TestFailure {
  /**
   * - `different`: the verdict that an expectation is about is another one.
   * - `missing`: there is no verdict that it could be about.
   * - `unexpected`: the policy gives a verdict that the case does not name.
   */
  readonly kind: 'different' | 'missing' | 'unexpected';
  /** The expectation, or the case for a verdict that it does not name. */
  readonly source: SourcePlace;
  /** What was expected and what came, in sentences. Names from the case stand between back quotes. */
  readonly message: string;
  readonly expected: ExpectedVerdict | null;
  readonly found: readonly FoundVerdict[];
}

/** A verdict as a test sees it. */
export interface FoundVerdict {
  readonly rule: string;
  readonly subject: string;
  readonly outcome: RuleResult['outcome'];
  readonly message: string;
}

/** How often the cases saw each outcome of a rule. */
export interface RuleCoverage {
  readonly policy: string;
  readonly rule: string;
  readonly source: SourcePlace;
  readonly pass: number;
  readonly fail: number;
  readonly unknown: number;
  readonly error: number;
  readonly notApplicable: number;
  /** Whether there is a case in which it fails and one in which it passes, if it can. */
  readonly isCovered: boolean;
}
