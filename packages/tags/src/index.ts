export { checkRequiredTags, type RequiredTagsCheck } from './check-required-tags.ts';
export { type EffectiveTags, effectiveTags } from './effective-tags.ts';
export type { NestedTags } from './nested-tags.ts';
export { judgeRequiredTags, type RequiredTags } from './required-tags.ts';
export { type ReportedTags, type TagReport, tagReport } from './tag-report.ts';
export { type Taggability, type TaggableKind, taggability } from './taggability.ts';
