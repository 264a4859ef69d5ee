export { TerraformError } from './error.ts';
export { isList, isObject, type JsonObject, type JsonValue, member } from './json/value.ts';
export {
  type EvaluatedOutput,
  type EvaluatedProvider,
  type EvaluatedResource,
  type EvaluateOptions,
  type Evaluation,
  type EvaluationDiagnostic,
  type ExpressionResult,
  type ExpressionResults,
  evaluateExpressions,
  evaluateModule,
  type SourceLines,
  type UnknownReason,
  type VariableArgument,
  type VariableInputs,
} from './modules/index.ts';
export type {
  DefaultTags,
  Plan,
  PlannedAction,
  PlannedResource,
  ProviderConfiguration,
  ProviderName,
} from './plan/plan.ts';
export { providerCandidates } from './plan/provider-candidates.ts';
export { readPlan } from './plan/read-plan.ts';
export { readPlanFile } from './plan/read-plan-file.ts';
export { isSensitive, redact, redacted } from './plan/redact.ts';
export { maxPlanBytes } from './plan/refusal.ts';
export {
  affectedRootModules,
  type ConfigurationFolder,
  configurationFolders,
  findRootModules,
  namedRootModules,
  type RepositoryChange,
  type RootModule,
  type RootModuleEffect,
  type RootModuleFiles,
  reachedFolders,
  readSettings,
  type SettingPath,
  type SettingProblem,
  type SettingsFile,
  settingsFile,
} from './roots/index.ts';
export { type ConfigurationFile, configurationFiles, hasConfiguration } from './source/configuration-files.ts';
export { type LocateOptions, locateResources, type ResourceSource } from './source/locate-resources.ts';
export type { SourceRange } from './source/module-source.ts';
export { type EvaluatedPlanResource, evaluationOfPlan, type PlanEvaluation } from './source/plan-evaluation.ts';
export { readPlanOrStateFile } from './state/read-plan-or-state.ts';
export { readState } from './state/read-state.ts';
export type { State, StateResource } from './state/state.ts';
export {
  byCodeUnits,
  type Commit,
  type CommitGraph,
  type CommitHistory,
  type CommitHistoryOptions,
  commitGraph,
  commitHistory,
  type DiffOptions,
  type FoundRepository,
  findRepository,
  folderTree,
  type GitTree,
  type GitTreeOptions,
  gitTree,
  gitTrees,
  memoryTree,
  realPath,
  type ShownLines,
  type SourceTree,
  shownLines,
  type TreeEntry,
  treePath,
  withFiles,
} from './tree/index.ts';
