import type { Account } from './account.ts';

/** An uploaded SARIF file. */
export interface SarifUpload {
  readonly id: string;
  readonly commit: string;
  readonly ref: string;
  /** The file itself, unpacked. */
  readonly sarif: string;
  readonly errors: readonly string[];
  /** How often the status will still be answered with `pending`. */
  pendingReads: number;
}

/** The results of one tool and category in one upload. */
export interface Analysis {
  readonly id: number;
  readonly sarif: string;
  readonly ref: string;
  readonly commit: string;
  readonly category: string;
  readonly tool: Tool;
  readonly rules: number;
  readonly results: number;
  readonly createdAt: Date;
}

export interface Tool {
  readonly name: string;
  readonly version: string | null;
  readonly guid: string | null;
}

/** A finding as GitHub tracks it over uploads. */
export interface Alert {
  readonly number: number;
  /** Tool, rule and fingerprint: what makes two results the same finding. */
  readonly key: string;
  readonly tool: Tool;
  readonly rule: Rule;
  readonly createdAt: Date;
  updatedAt: Date;
  dismissal: Dismissal | undefined;
  /** One for each ref and category that showed it. */
  readonly instances: AlertInstance[];
}

export interface Rule {
  readonly id: string;
  readonly name: string;
  readonly severity: 'none' | 'note' | 'warning' | 'error';
  readonly securitySeverity: 'low' | 'medium' | 'high' | 'critical' | null;
  readonly description: string;
  readonly fullDescription: string;
  readonly help: string | null;
  readonly helpUri: string | null;
  readonly tags: readonly string[];
}

export interface Dismissal {
  readonly by: Account;
  readonly at: Date;
  readonly reason: string;
  readonly comment: string | null;
}

/** Where and when an alert was seen. */
export interface AlertInstance {
  readonly ref: string;
  readonly category: string;
  state: 'open' | 'fixed';
  fixedAt: Date | undefined;
  readonly commit: string;
  readonly message: string;
  readonly location: {
    readonly path: string;
    readonly startLine: number;
    readonly endLine: number;
    readonly startColumn: number;
    readonly endColumn: number;
  };
}
