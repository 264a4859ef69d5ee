import type { JsonValue } from '../json.ts';
import type { Outcome } from '../verdict.ts';

/** Tests of a policy as they are written in YAML, checked against `schema/policy-test.json`. */
export interface PolicyTest {
  readonly apiVersion: 'tollgate/v1';
  readonly kind: 'PolicyTest';
  readonly metadata: { readonly name: string };
  readonly spec: {
    /** The name of the policy. */
    readonly policy: string;
    /** Values of parameters, instead of those of the policy. */
    readonly params?: { readonly [name: string]: JsonValue };
    /** The day of the run; `2026-01-01` unless given. */
    readonly now?: string;
    readonly environment?: string;
    readonly cases: readonly PolicyTestCase[];
  };
}

export interface PolicyTestCase {
  readonly name: string;
  readonly params?: { readonly [name: string]: JsonValue };
  /** What is judged, in a form that the gate of the policy understands: `terraform: |`, `resources: [...]`. */
  readonly given: { readonly [form: string]: JsonValue };
  /** Every verdict that is not a pass must be named here, and everything named here must be there. */
  readonly expect: readonly ExpectedVerdict[];
}

export interface ExpectedVerdict {
  readonly rule: string;
  /** The id of the subject; any unless given. */
  readonly subject?: string;
  readonly outcome: Outcome;
  /** A part of the message. */
  readonly message?: string;
}
