import { posix } from 'node:path';
import type { Evaluation, SourceTree } from '@tollgate/terraform';
import { renameFiles } from './rename-files.ts';

/** Gives files the names by which people call them, and finds them again by these names. */
export interface NamedFiles {
  /** A place with the name of its file. */
  place<P extends { readonly file: string }>(place: P): P;
  evaluation(evaluation: Evaluation): Evaluation;
  /** The same files by the names that were given so far. */
  readonly tree: SourceTree;
  /** The path from the root of the tree that a name stands for. */
  readonly pathOf: (name: string) => string;
}

/** Names the files of a tree. */
export function namedFiles({
  tree,
  nameOf,
}: {
  readonly tree: SourceTree;
  readonly nameOf: (path: string) => string;
}): NamedFiles {
  const paths = new Map<string, string>();
  const folders = new Map<string, string>();
  const name = (path: string): string => {
    const given = nameOf(path);
    paths.set(given, path);
    // What is no file has a name of its own, and stands in no folder: `<value for var.region>`.
    if (!path.startsWith('<')) folders.set(posix.dirname(given), posix.dirname(path));
    return given;
  };
  const folderOf = (given: string) => folders.get(given === '' ? '.' : given) ?? given;
  const pathOf = (given: string) =>
    paths.get(given) ?? posix.join(folderOf(posix.dirname(given)), posix.basename(given));
  return {
    place: (place) => ({ ...place, file: name(place.file) }),
    evaluation: (evaluation) => renameFiles(evaluation, name),
    tree: {
      readFile: (given) => tree.readFile(pathOf(given)),
      listFolder: (given) => tree.listFolder(posix.normalize(folderOf(given)).replace(/^\.$/, '')),
    },
    pathOf,
  };
}
