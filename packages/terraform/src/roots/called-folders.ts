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

/** The folders of a tree that some of its folders call as modules, and what these call: none of the first unless it is called too. */
export function reachedFolders(tree: SourceTree, folders: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const ahead = [...folders];
  for (let folder = ahead.pop(); folder !== undefined; folder = ahead.pop()) {
    const called = calledFolders(folder, readModuleSource(tree, folder)).filter((path) => !reached.has(path));
    for (const path of called) reached.add(path);
    ahead.push(...called);
  }
  return reached;
}
