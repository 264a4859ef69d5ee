/** An exception as it is written in YAML, checked against `schema/exception.json`. */
export interface ExceptionDocument {
  readonly apiVersion: 'tollgate/v1';
  readonly kind: 'Exception';
  readonly metadata: {
    /** Its id: `EX-7`. */
    readonly name: string;
    /** The day on which it was asked for, `2026-09-01`. */
    readonly created?: string;
  };
  readonly spec: {
    /** `policy/rule`, or `policy/*` for all rules of a policy. */
    readonly rule: string;
    readonly scope?: {
      /** Patterns of types and addresses, as in a policy. */
      readonly resources?: readonly string[];
      /** Patterns of files, from the root of the repository. */
      readonly paths?: readonly string[];
      readonly repository?: string;
      readonly environment?: string;
    };
    readonly reason: string;
    readonly approver: string;
    /** Where the approval can be read: an address, a ticket. */
    readonly evidence?: string;
    /** The last day on which it holds, in UTC: `2026-12-20`. */
    readonly expires: string;
  };
}

/** The override of a soft-mandatory rule as it is written in YAML, checked against `schema/override.json`. */
export interface OverrideDocument {
  readonly apiVersion: 'tollgate/v1';
  readonly kind: 'Override';
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly rule: string;
    readonly scope?: ExceptionDocument['spec']['scope'];
    readonly reason: string;
    /** `user:name`. */
    readonly approver: string;
    /** The teams that the approver speaks for: `team:finops`. */
    readonly teams?: readonly string[];
    /** When, as a time of RFC 3339. */
    readonly at: string;
    /** The commit that was approved. An override of another commit does not count. */
    readonly commit: string;
  };
}
