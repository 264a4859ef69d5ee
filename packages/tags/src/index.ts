export { type ImportedPolicy, type ImportOptions, importTagPolicies } from './aws-organizations/import-tag-policies.ts';
export type { TagPolicyFile } from './aws-organizations/tag-policy-file.ts';
export {
  checkRequiredTags,
  judgeRequiredTags,
  type RequiredTagsCheck,
  requiredTagsDocument,
} from './check-required-tags.ts';
export {
  type BaseResources,
  checkResources,
  checkRootModules,
  type JudgedResources,
  measureCompliance,
  type PreparedResources,
  prepareResources,
  type ResourcesRun,
  type RootModulesToJudge,
} from './check-resources.ts';
export { complianceSection, complianceText } from './compliance/compliance-section.ts';
export type { TagCompliance } from './compliance/tag-compliance.ts';
export type { EffectiveTags } from './effective-tags.ts';
export { TagsError } from './error.ts';
export { type FixOptions, planFixes } from './fixes/plan-fixes.ts';
export { defaultTagSubjects, defaultTagsGate, type TaggedProvider } from './gate/default-tags-gate.ts';
export { type TagOptions, tagSubjects } from './gate/tag-subjects.ts';
export { tagsGate } from './gate/tags-gate.ts';
export type { NestedTags, NestedUnknown } from './nested-tags.ts';
export { ownersOfFiles } from './owners-of-files.ts';
export { readProviderSchema } from './provider-schema/read-provider-schema.ts';
export { findCodeOwners, type OwnersOf } from './suggestions/code-owners.ts';
export { suggestValue, type ValueSuggestion, type WantedValue } from './suggestions/suggest-value.ts';
export { type TagPeer, tagPeers } from './suggestions/tag-peer.ts';
export { type ValueUses, valueUses } from './suggestions/value-uses.ts';
export { tagLookup } from './tag-lookup.ts';
export { type ReportedTags, type TagReport, tagReport } from './tag-report.ts';
export { knownTypes, type Taggability, type TaggabilityOf, type TaggableKind, taggability } from './taggability.ts';
export type { Tagged, TaggedResource } from './tagged.ts';
