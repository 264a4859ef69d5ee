import type { Source, SubjectReference } from './subject.ts';

/**
 * How binding a rule is. `advisory` never blocks, `soft-mandatory` blocks until a listed approver overrides,
 * `hard-mandatory` blocks and only an exception helps.
 */
export type Level = 'advisory' | 'soft-mandatory' | 'hard-mandatory';

export const levels: readonly Level[] = ['advisory', 'soft-mandatory', 'hard-mandatory'];

/** What follows from a verdict that cannot be known yet. */
export type OnUnknown = 'pass' | 'warn' | 'fail';

export const onUnknownValues: readonly OnUnknown[] = ['pass', 'warn', 'fail'];

/** What a rule says about one subject. `unknown`: Terraform cannot know before apply. `error`: the rule could not be evaluated. */
export type Outcome = 'fail' | 'pass' | 'unknown' | 'excepted' | 'error' | 'not-applicable';

/** What a verdict does to the decision, weakest first. `fail`: the gate could not do its work. */
export type Effect = 'none' | 'warn' | 'block' | 'fail';

/** A value that was found or wanted, as evidence for a verdict. */
export interface VerdictEvidence {
  readonly expression: string;
  readonly value: string;
}

/** What a gate's rule found for one subject, before the engine weighs it. */
export interface RuleResult {
  readonly rule: string;
  readonly subject: SubjectReference;
  readonly outcome: Exclude<Outcome, 'excepted'>;
  /** One sentence for the person who has to act: what was found, what is wanted. */
  readonly message: string;
  readonly source?: Source;
  /** Tag keys or other names that the rule wanted and did not find. */
  readonly missing?: readonly string[];
  readonly evidence?: readonly VerdictEvidence[];
}

/** A result after exceptions and overrides were applied. Every `RuleResult` is one to which none applies. */
export interface AppliedResult extends Omit<RuleResult, 'outcome'> {
  readonly outcome: Outcome;
  /** What the rule said of a subject that is excepted. */
  readonly underlying?: Excepted;
  /** The exception that excepts it, or the one that would if it counted. */
  readonly exception?: VerdictException;
  /** Who overrides it. The outcome stays `fail` or `unknown`; what blocked is a warning. */
  readonly override?: VerdictOverride;
}

/** The outcomes that an exception can except. An error is never one of them. */
export type Excepted = 'fail' | 'unknown';

/** An exception as a verdict shows it. Its texts can come from a pull request. */
export interface VerdictException {
  readonly id: string;
  /** The last day on which it holds, in UTC. */
  readonly expires: string;
  /** `active`: it excepts the subject. Every other status says why it does not count, and the verdict stands. */
  readonly status: 'active' | 'expired' | 'not-yet' | 'too-long' | 'self-approved';
  readonly reason: string;
  readonly approver: string | null;
  /** One sentence about the status: `Exception EX-7 expired on 2026-10-01.` */
  readonly message: string;
}

/** The override of a verdict, with everybody whose approval counts, by name. */
export interface VerdictOverride {
  /** `user:name`, and the time of the approval. */
  readonly approvers: readonly { readonly name: string; readonly at: string }[];
  /** The commit that was approved, which is the one that is judged. */
  readonly commit: string;
}

/** A rule's result with the weight that its policy gives it. */
export interface Verdict extends AppliedResult {
  readonly policy: string;
  readonly level: Level;
  readonly effect: Effect;
}

/** What an outcome does to the decision, by the rule's level and its way with unknowns. An error is never a pass. */
export function effectOf(outcome: Outcome, level: Level, onUnknown: OnUnknown): Effect {
  switch (outcome) {
    case 'pass':
    case 'excepted':
    case 'not-applicable':
      return 'none';
    case 'error':
      return 'fail';
    case 'fail':
      return level === 'advisory' ? 'warn' : 'block';
    case 'unknown':
      if (onUnknown === 'pass') return 'none';
      if (onUnknown === 'warn') return 'warn';
      return effectOf('fail', level, onUnknown);
  }
}
