import type { SourceTree } from '@tollgate/terraform';

/** The files of a folder of a tree, with paths from that folder. */
export function treeBelow(tree: SourceTree, folder: string): SourceTree {
  if (folder === '') return tree;
  const at = (path: string) => (path === '' ? folder : `${folder}/${path}`);
  return {
    readFile: (path) => tree.readFile(at(path)),
    listFolder: (path) => tree.listFolder(at(path)),
    lostLinks: (path) => tree.lostLinks?.(at(path)) ?? [],
  };
}
