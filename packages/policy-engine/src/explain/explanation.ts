import type { DecisionOutcome } from '../decide.ts';
import type { Explanation } from '../judge/explain.ts';
import type { Source, SubjectReference } from '../subject.ts';
import type { Verdict } from '../verdict.ts';

/** Why policies judge one subject as they do. Published schema: `schema/policy-explanation.json`. */
export interface PolicyExplanation {
  readonly kind: 'PolicyExplanation';
  readonly version: 1;
  readonly subject: SubjectReference;
  readonly source: Source | null;
  /** What the rules that are explained make of the subject, as in a decision. */
  readonly outcome: DecisionOutcome;
  /** Those that decide first, those that are not about the subject last. */
  readonly rules: readonly ExplainedRule[];
  /** Policies whose gate does not know the subject. */
  readonly elsewhere: readonly { readonly policy: string; readonly gate: string }[];
}

/** A rule with what it says of the subject, and what became of that. */
export interface ExplainedRule extends Explanation {
  readonly level: Verdict['level'];
  /** What the verdict does to the decision, after exceptions and overrides. */
  readonly effect: Verdict['effect'];
  readonly description: string | null;
  readonly remedy: string | null;
  /** The exception that excepts the subject, or the one that would if it counted. */
  readonly exception: NonNullable<Verdict['exception']> | null;
  readonly override: NonNullable<Verdict['override']> | null;
}
