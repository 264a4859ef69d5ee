import { type ModuleSource, readModuleSource } from '../source/module-source.ts';
import type { SourceTree } from '../tree/source-tree.ts';
import { joinPath, treePath } from '../tree/tree-path.ts';

/** The folders of a tree that one of its folders calls as modules. */
export function calledFolders(folder: string, { calls }: Pick<ModuleSource, 'calls'>): readonly string[] {
  return [...calls.values()].flatMap(({ source }) => {
    if (source === undefined || !/^\.\.?\//.test(source)) return [];
    const path = treePath(joinPath(folder, source));
    return path === undefined ? [] : [path];
  });
}

/** Gives the folders of a configuration: its own, and those of the modules that it calls. Each folder is read once. */
export function reachedFolders(tree: SourceTree): (folder: string) => ReadonlySet<string> {
  const calls = new Map<string, readonly string[]>();
  const reached = new Map<string, ReadonlySet<string>>();
  const callsOf = (folder: string) => {
    const called = calls.get(folder) ?? calledFolders(folder, readModuleSource(tree, folder));
    calls.set(folder, called);
    return called;
  };
  return (folder) => {
    const known = reached.get(folder);
    if (known !== undefined) return known;
    const all = new Set([folder]);
    // What is added while it is gone through is gone through too.
    for (const one of all) for (const called of callsOf(one)) all.add(called);
    reached.set(folder, all);
    return all;
  };
}
