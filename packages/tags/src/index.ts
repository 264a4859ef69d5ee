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
  type JudgedResources,
  type ResourcesRun,
} from './check-resources.ts';
export type { EffectiveTags } from './effective-tags.ts';
export { defaultTagSubjects, defaultTagsGate, type TaggedProvider } from './gate/default-tags-gate.ts';
export { tagSubjects } from './gate/tag-subjects.ts';
export { tagsGate } from './gate/tags-gate.ts';
export type { NestedTags } from './nested-tags.ts';
export { type ReportedTags, type TagReport, tagReport } from './tag-report.ts';
export { type Taggability, type TaggableKind, taggability } from './taggability.ts';
export type { Tagged, TaggedResource } from './tagged.ts';
