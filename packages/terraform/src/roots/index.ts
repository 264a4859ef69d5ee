export { findRootModules } from './find-root-modules.ts';
export type { RootModule } from './root-module.ts';
