import { createHash } from 'node:crypto';
import type { OverrideTerms } from './documents/policy.ts';
import type { Level, OnUnknown } from './verdict.ts';

/** A rule as the engine needs it: who it is and how binding. What it checks is the gate's. */
export interface RuleHeader {
  readonly id: string;
  readonly level: Level;
  readonly onUnknown: OnUnknown;
  /** What the rule is for. */
  readonly description?: string;
  /** How to mend a violation: a sentence for the report. */
  readonly remedy?: string;
  /** Identifiers of the controls that it serves: `CIS-AWS-2.1.1`. */
  readonly controls?: readonly string[];
  /** Who may override it when it is soft-mandatory; nobody unless given. */
  readonly override?: OverrideTerms;
}

/** A policy as the engine needs it; `document` is the whole of it, for the digest. */
export interface PolicyHeader {
  readonly name: string;
  readonly version: string;
  readonly rules: readonly RuleHeader[];
  readonly document: unknown;
}

/** Names a policy in a decision. */
export interface PolicyIdentity {
  readonly name: string;
  readonly version: string;
  /** `sha256:` and the hash of the document in canonical JSON, so that two decisions can be compared. */
  readonly digest: string;
}

/** Gives name, version and digest of a policy. */
export function identify(policy: PolicyHeader): PolicyIdentity {
  const digest = createHash('sha256').update(canonicalJson(policy.document)).digest('hex');
  return { name: policy.name, version: policy.version, digest: `sha256:${digest}` };
}

/** JSON with sorted keys and no spaces: the same document gives the same text however it was written. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
