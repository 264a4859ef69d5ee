import type { SourcePlace } from '../subject.ts';

/** An exception from a rule, however it was written. */
export interface Exception {
  /** `EX-7`; for a comment its place, `infra/main.tf:12`. */
  readonly id: string;
  /** `policy/rule`, `policy/*`, or the bare id of a rule in a comment. */
  readonly rule: string;
  readonly scope: ExceptionScope;
  readonly reason: string;
  /** Null for a comment: whoever approves the change approves it. */
  readonly approver: string | null;
  readonly evidence: string | null;
  /** `2026-09-01`; null when it does not say. */
  readonly created: string | null;
  /** The last day on which it holds, in UTC. */
  readonly expires: string;
  /** Where it is written. */
  readonly source: SourcePlace;
  readonly origin: 'document' | 'comment' | 'import' | 'baseline';
}

/** What an exception is for. What is not said is not limited. */
export interface ExceptionScope {
  /** Patterns of types and addresses. */
  readonly resources: readonly string[];
  /** Patterns of files, from the root of the repository. */
  readonly paths: readonly string[];
  /** Lines of a file that a comment is about: the block, or the module call, that it stands at. */
  readonly lines: SourcePlace | null;
  /** What stands at these lines, as its module names it: `aws_instance.a`, `module.b`. A comment is known by it when lines move. */
  readonly block?: string;
  /** The one subject that an entry of a baseline is for, by its id: an address can hold what patterns give a meaning. */
  readonly subject?: string;
  readonly repository: string | null;
  readonly environment: string | null;
}
