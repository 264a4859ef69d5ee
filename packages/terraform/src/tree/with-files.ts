import type { SourceTree } from './source-tree.ts';

/**
 * A tree with some files beside it that are read by exactly the given paths, whether or not these lie inside: files that the
 * caller names and the configuration does not, such as those of variables. They are in no folder.
 */
export function withFiles(tree: SourceTree, files: ReadonlyMap<string, Uint8Array>): SourceTree {
  if (files.size === 0) return tree;
  return {
    readFile: (path) => files.get(path) ?? tree.readFile(path),
    listFolder: (path) => tree.listFolder(path),
    lostLinks: (path) => tree.lostLinks?.(path) ?? [],
  };
}
