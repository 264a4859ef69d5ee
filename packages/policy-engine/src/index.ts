export { type Decision, type DecisionOutcome, decide, type JudgedPolicy } from './decide.ts';
export { PolicyEngineError } from './error.ts';
export {
  type Block,
  type Column,
  code,
  codes,
  type Evidence,
  type Inline,
  type Phrase,
  type Section,
  text,
} from './evidence.ts';
export { identify, type PolicyHeader, type PolicyIdentity, type RuleHeader } from './policy.ts';
export type { Source, SourcePlace, SubjectReference } from './subject.ts';
export {
  type Effect,
  type Level,
  levels,
  type OnUnknown,
  type Outcome,
  onUnknownValues,
  type RuleResult,
  type Verdict,
  type VerdictEvidence,
} from './verdict.ts';
