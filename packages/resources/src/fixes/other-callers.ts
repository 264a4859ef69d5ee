import { configurationFolders, reachedFolders, type SourceTree } from '@tollgate/terraform';
import type { FileEdit } from './file-edit.ts';
import { folderOf } from './module-text.ts';

/** Folders of other configurations that get what is edited, sorted. */
export type OtherCallers = (edits: readonly FileEdit[]) => readonly string[];

/**
 * Finds who else calls the module that is edited: another root module of the repository, for whose resources nobody asked for the
 * edit. What stands below a module, such as its examples, counts as its own.
 */
export function otherCallers(tree: SourceTree, root: string): OtherCallers {
  const reachedFrom = reachedFolders(tree);
  let folders: readonly string[] | undefined;
  return (edits) => {
    const edited = new Set(edits.map(({ path }) => folderOf(path)));
    edited.delete(root);
    if (edited.size === 0) return [];
    const own = reachedFrom(root);
    folders ??= configurationFolders(tree).flatMap(({ path, hasConfiguration }) => (hasConfiguration ? [path] : []));
    return folders
      .filter((folder) => !own.has(folder))
      .filter((folder) =>
        [...edited].some((module) => !folder.startsWith(`${module}/`) && reachedFrom(folder).has(module)),
      )
      .sort();
  };
}
