export { TerraformError } from './error.ts';
export { isList, isObject, type JsonObject, type JsonValue, member } from './json/value.ts';
export type {
  DefaultTags,
  Plan,
  PlannedAction,
  PlannedResource,
  ProviderConfiguration,
  ProviderName,
} from './plan/plan.ts';
export { providerCandidates } from './plan/provider-candidates.ts';
export { maxPlanBytes, readPlan } from './plan/read-plan.ts';
export { readPlanFile } from './plan/read-plan-file.ts';
export { isSensitive, redact, redacted } from './plan/redact.ts';
export { type LocateOptions, locateResources, type ResourceSource } from './source/locate-resources.ts';
export type { SourceRange } from './source/module-source.ts';
