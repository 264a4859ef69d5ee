import type { SourceTree } from '../tree/source-tree.ts';
import { discoverRootModules } from './discover.ts';
import { namedRootModules } from './named-root-modules.ts';
import type { RootModule } from './root-module.ts';

/**
 * The root modules of a repository: those that `tollgate.yml` at its top names, in that order, or else those that are found
 * by themselves, in the order of their paths.
 * @throws TerraformError when `tollgate.yml` cannot be used, with line and column of every mistake.
 */
export async function findRootModules(tree: SourceTree): Promise<readonly RootModule[]> {
  return (await namedRootModules(tree)) ?? discoverRootModules(tree);
}
