export {
  affectedRootModules,
  type RepositoryChange,
  type RootModuleEffect,
  type RootModuleFiles,
} from './affected-root-modules.ts';
export { reachedFolders } from './called-folders.ts';
export { type ConfigurationFolder, configurationFolders } from './configuration-folders.ts';
export { findRootModules } from './find-root-modules.ts';
export { namedRootModules } from './named-root-modules.ts';
export type { RootModule } from './root-module.ts';
export {
  readSettings,
  type SettingPath,
  type SettingProblem,
  type SettingsFile,
  settingsFile,
} from './settings-file.ts';
