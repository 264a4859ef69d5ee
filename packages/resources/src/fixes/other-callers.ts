import { staticString } from '@tollgate/hcl';
import { configurationFolders, type SourceTree, treePath } from '@tollgate/terraform';
import type { FileEdit } from './file-edit.ts';
import { folderOf, type ModuleText, moduleTexts } from './module-text.ts';

/** Folders of other configurations that get what is edited, sorted. */
export type OtherCallers = (edits: readonly FileEdit[]) => readonly string[];

/**
 * Finds who else calls the module that is edited: another root module of the repository, for whose resources nobody asked for the
 * edit. What stands below a module, such as its examples, counts as its own.
 */
export function otherCallers(tree: SourceTree, root: string): OtherCallers {
  const reachedFrom = calledFolders(tree);
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

/** The folders of a configuration: its own, and those of the modules that it calls. */
function calledFolders(tree: SourceTree): (folder: string) => ReadonlySet<string> {
  const textOf = moduleTexts(tree);
  const known = new Map<string, ReadonlySet<string>>();
  const calls = new Map<string, readonly string[]>();
  const callsOf = (folder: string) => {
    const called = calls.get(folder) ?? localCalls(folder, textOf(folder));
    calls.set(folder, called);
    return called;
  };
  return (folder) => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const all = new Set([folder]);
    for (const one of all) for (const called of callsOf(one)) all.add(called);
    known.set(folder, all);
    return all;
  };
}

function localCalls(folder: string, text: ModuleText): readonly string[] {
  return [...text.values()].flat().flatMap(({ block }) => {
    if (block.type !== 'module') return [];
    const source = block.body.attributes.find(({ name }) => name === 'source');
    const written = source === undefined ? undefined : staticString(source.expression);
    if (written?.startsWith('.') !== true) return [];
    const path = treePath(`${folder}/${written}`.replace(/^\//, ''));
    return path === undefined ? [] : [path];
  });
}
