export { type EffectivePolicy, mergeManagementPolicies } from './aws-organizations/index.ts';
export {
  type DecidingPolicy,
  type Decision,
  type DecisionOutcome,
  type DecisionRemarks,
  decide,
  type JudgedPolicy,
  vacuous,
} from './decide.ts';
export { isDay } from './documents/day.ts';
export type { ExceptionDocument, OverrideDocument } from './documents/exception.ts';
export type { LineColumn, Located, Path, Places } from './documents/places.ts';
export {
  type ExceptionTerms,
  type Layer,
  layers,
  type Match,
  type OverrideTerms,
  type Param,
  type ParamChange,
  type Policy,
  type Rule,
  type RuleLoosening,
} from './documents/policy.ts';
export type { ExpectedVerdict, PolicyTest, PolicyTestCase } from './documents/policy-test.ts';
export { readDecision, type SavedDecision } from './documents/read-decision.ts';
export { type DocumentFile, type Documents, readDocuments } from './documents/read-documents.ts';
export { parentPointer, propertyNames, schemaAt } from './documents/schema-node.ts';
export type { SchemaError, Validator } from './documents/validator.ts';
export { policyText } from './documents/yaml/policy-text.ts';
export { documentsError, PolicyEngineError } from './error.ts';
export {
  type Block,
  type Cell,
  type Chart,
  type ChartCategory,
  type ChartValue,
  type Column,
  code,
  codes,
  type Evidence,
  type Inline,
  messagePhrase,
  type Phrase,
  type RuleDescription,
  type Section,
  type SortableCell,
  type Table,
  type Tree,
  type TreeRow,
  text,
} from './evidence.ts';
export { exceptionsAddedSince } from './exceptions/added-since.ts';
export { type Baseline, readBaseline } from './exceptions/baseline/baseline.ts';
export { baselineText, type WrittenBaseline } from './exceptions/baseline/baseline-text.ts';
export type { Exception, ExceptionScope } from './exceptions/exception.ts';
export { exceptionOfDocument } from './exceptions/exception-of-document.ts';
export type { ExceptionReport } from './exceptions/exception-report.ts';
export {
  type ImportFormat,
  type ImportOptions,
  importExceptions,
  importFormats,
} from './exceptions/imports/import-exceptions.ts';
export { type InlineComment, type InlineExceptions, parseInlineExceptions } from './exceptions/inline-exceptions.ts';
export { type ExplainRequest, explainSubject } from './explain/explain-subject.ts';
export { type ExplainWork, explainWork } from './explain/explain-work.ts';
export type { ExplainedRule, PolicyExplanation } from './explain/explanation.ts';
export {
  type FormCheck,
  FormError,
  type FormPlace,
  type FormResult,
  type Gate,
  type GivenForm,
  type RuleForm,
} from './gates/gate.ts';
export type { Subject } from './gates/subject.ts';
export type { JsonObject, JsonValue } from './json.ts';
export { type CompilePolicyOptions, compilePolicy } from './judge/compile-policy.ts';
export type { CompiledPolicy, CompiledRule } from './judge/compiled-policy.ts';
export {
  type ExplainedClause,
  type ExplainedExpression,
  type ExplainedForm,
  type Explanation,
  explainResult,
  type LeftOut,
} from './judge/explain.ts';
export { judge } from './judge/judge.ts';
export { compilePathPatterns, matchesPathPattern } from './judge/path-pattern.ts';
export { compilePatterns, matchesPattern, type NamesMatcher } from './judge/pattern.ts';
export type { SmallestChanges, SubjectChange } from './judge/smallest-change.ts';
export { findConflicts } from './layers/find-conflicts.ts';
export { type LayeredPolicies, layerPolicies } from './layers/layer-policies.ts';
export type { LayerNotice } from './layers/layer-report.ts';
export type { Clause, LayeredParam, LayeredPolicy, LayeredRule } from './layers/layered-policy.ts';
export type { Conflict, ConflictGate } from './layers/prepared-clause.ts';
export { type ParamMistake, paramFromText, withParams } from './layers/with-params.ts';
export { lintPolicies } from './lint/lint-policies.ts';
export type { LintCheck, LintFinding, PolicyLintReport } from './lint/lint-report.ts';
export { mergeDecisions, type PartialDecision, type SubjectPlace } from './merge/merge-decisions.ts';
export { type Override, overrideOfDocument } from './overrides/override.ts';
export type { OverrideReport } from './overrides/override-report.ts';
export type { ReadBeside } from './packs/beside.ts';
export { lockFile } from './packs/lock.ts';
export { lockFileName } from './packs/pack-files.ts';
export type { CommitTree, PolicyTree } from './packs/policy-tree.ts';
export { type PolicySources, type ResolvedPack, resolvePolicyPaths } from './packs/resolve-policy-paths.ts';
export { identify, type PolicyHeader, type PolicyIdentity, type RuleHeader } from './policy.ts';
export { type Problem, problemText } from './problem.ts';
export { regoForm } from './rego/form.ts';
export { decideRun, type Run, type RunTerms } from './run/decide-run.ts';
export { type CompiledWork, type GateWork, gateWork } from './run/gate-work.ts';
export { loadPolicySet, type PolicyRequest, type PolicySet, readPolicySet } from './run/policy-set.ts';
export { type PreparedPolicies, preparePolicies } from './run/prepare-policies.ts';
export {
  compareDecisions,
  type DecisionComparison,
  type DifferenceKind,
  type QuietDifference,
  type VerdictFlip,
  type VerdictState,
} from './simulate/compare-decisions.ts';
export {
  type ChangeParts,
  type ChangeStatus,
  isNewlyBlocked,
  type PolicySimulation,
  policySimulation,
  type SimulatedChange,
  type SimulatedPart,
  type SimulatedPolicies,
  type SimulatedRule,
  type SimulationTotals,
} from './simulate/policy-simulation.ts';
export type { Source, SourcePlace, SubjectReference } from './subject.ts';
export { type TestGate, testGate } from './testing/test-gate.ts';
export { testPolicies } from './testing/test-policies.ts';
export type {
  FoundVerdict,
  PolicyTestReport,
  RuleCoverage,
  TestedCase,
  TestedPolicy,
  TestFailure,
} from './testing/test-report.ts';
export {
  type AppliedResult,
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
