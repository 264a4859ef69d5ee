export { type GivenInput, givenInput } from './given/given-input.ts';
export { resourceGivenSchema } from './given/given-schema.ts';
export { inlineComments } from './inline-comments.ts';
export { givenFile } from './read/given-file.ts';
export { type FoundVariables, findVariables, type GivenVariable } from './read/given-variables.ts';
export { type ImportedFile, importedBefore, importedExceptions, importedFile } from './read/imported-exceptions.ts';
export { type KnownViolations, knownViolations } from './read/known-violations.ts';
export type { NamedFiles } from './read/named-files.ts';
export { type OpenedConfiguration, type OpenOptions, openConfiguration } from './read/open-configuration.ts';
export { type FolderOptions, type OpenedFolder, openBefore, openFolder } from './read/open-folder.ts';
export type { ReadPlace } from './read/place.ts';
export { documentsBefore, type PolicyPlace, policySources } from './read/policy-sources.ts';
export {
  type EvaluatedFolder,
  evaluateFolder,
  type PlanRequest,
  type ReadPlan,
  readPlanWithSources,
} from './read/read-resources.ts';
export { renameFiles } from './read/rename-files.ts';
export {
  type ResourceEvidence,
  type ResourcesEvidence,
  resourceEvidence,
  resourcesEvidence,
} from './resource-evidence.ts';
export { resourceGate, resourceNameForms } from './resource-gate.ts';
export { resourceInput } from './resource-input.ts';
export { resourceProperties, resourceSchema } from './resource-schema.ts';
export { resourceSubject, resourceSubjects } from './resource-subjects.ts';
export type { ResourceInput, ResourceView } from './resource-view.ts';
export { type ResourceOptions, resourceViews } from './views/resource-views.ts';
export { type ExceptionPlaces, writtenExceptions } from './written-exceptions.ts';
