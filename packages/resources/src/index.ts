export { type Address, type AddressStep, parseAddress, staticAddress } from './address.ts';
export { type AcceptedGroups, acceptInHalves, type Tried } from './fixes/accept-in-halves.ts';
export { applyEdits, type EditedTree } from './fixes/apply-edits.ts';
export { type Change, type FileEdit, fileEdit, made, refused } from './fixes/file-edit.ts';
export type { FileFix, Fix, FixPlan, ValueOrigin } from './fixes/fix-plan.ts';
export { follow, type Part } from './fixes/follow.ts';
export { type GroupedCandidates, groupCandidates } from './fixes/group-candidates.ts';
export { fixHunks, type Hunk } from './fixes/hunks.ts';
export { editedBytes, type LockedPlan, type Readout, readFixPlan } from './fixes/locked-plan.ts';
export {
  type FoundBlock,
  findBlocks,
  folderOf,
  lastAttribute,
  type ModuleText,
  moduleTexts,
  nestedBlocks,
} from './fixes/module-text.ts';
export { type OtherCallers, otherCallers } from './fixes/other-callers.ts';
export { type EditedTexts, editedPlaces, type PlannedFixes, placeOf, plannedFixes } from './fixes/planned-fixes.ts';
export { placeAt, type Scope, scopeOf, type World } from './fixes/scope.ts';
export { placeText, type WrittenPlace, within } from './fixes/written-place.ts';
export { type GivenInput, givenInput } from './given/given-input.ts';
export { resourceGivenSchema } from './given/given-schema.ts';
export { judgesOfGates } from './judges-of-gates.ts';
export type { Base } from './read/base.ts';
export { givenFile } from './read/given-file.ts';
export { givenFileBefore } from './read/given-file-before.ts';
export type { GivenVariable } from './read/given-variables.ts';
export { type ImportedFile, importedBefore, importedExceptions, importedFile } from './read/imported-exceptions.ts';
export { type KnownViolations, knownViolations } from './read/known-violations.ts';
export type { NamedFiles } from './read/named-files.ts';
export { type OpenedConfiguration, type OpenOptions, openConfiguration } from './read/open-configuration.ts';
export { environmentsOf, type FolderOptions, type OpenedFolder, openBefore, openFolder } from './read/open-folder.ts';
export { pathFromTop } from './read/path-from-top.ts';
export type { ReadPlace } from './read/place.ts';
export { documentsBefore, type PolicyPlace, policySources } from './read/policy-sources.ts';
export {
  type EvaluatedFolder,
  evaluateFolder,
  type PlanRequest,
  type ReadPlan,
  readPlanOrStateWithSources,
  readPlanWithSources,
} from './read/read-resources.ts';
export { type ReadRootModulesOptions, readRootModules } from './read/read-root-modules.ts';
export { renameFiles } from './read/rename-files.ts';
export { type PastNotice, pastText, type ReadRootModule, type RootModuleOutcome } from './read/root-module.ts';
export { treeBefore } from './read/tree-before.ts';
export { inputNames, type OptionNames, type WantedRoot, type WantedRoots, wantedRoots } from './read/wanted-roots.ts';
export { type ResourcesEvidence, resourcesEvidence } from './resource-evidence.ts';
export { resourceGate, resourceNameForms } from './resource-gate.ts';
export { resourceInput } from './resource-input.ts';
export { resourceProperties } from './resource-schema.ts';
export { resourceSubjects } from './resource-subjects.ts';
export type {
  ConfigurationInput,
  PlanInput,
  ResourceInput,
  ResourceView,
  StateInput,
} from './resource-view.ts';
export {
  type CommentedBase,
  type CommentedResources,
  type ForeignExceptions,
  runExceptions,
} from './run-exceptions.ts';
export { evaluatedPolicy, type UnreadRootModule, withUnreadRootModules } from './unread-root-modules.ts';
export { newAddresses } from './views/moved-addresses.ts';
export { type BasePairs, pairWithBase } from './views/pair-with-base.ts';
export { type ResourceOptions, resourceViews } from './views/resource-views.ts';
