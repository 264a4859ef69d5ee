import { statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { findRepository, realPath, TerraformError } from '@tollgate/terraform';
import type { Base } from './base.ts';
import { isInside } from './folder-path.ts';
import type { OpenedFolder } from './open-folder.ts';

/** Where root modules of the head are in a base, as paths on disk; with a commit, where a checkout would have them. */
export interface BasePlace {
  /** The root of the tree of the base. */
  readonly root: string;
  /** What the paths that people give, and the names of files, are relative to. */
  readonly from: string;
  /** The folders that can be a root module before the change, the likeliest first. */
  readonly foldersOf: (head: OpenedFolder) => readonly string[];
}

/** What is known of the head: the root of its tree, the working folder, and whether there is only one root module. */
interface HeadPlace {
  readonly root: string;
  readonly here: string;
  readonly isOnly: boolean;
}

/**
 * Finds where the base is. Root modules have the same paths in a commit; in a folder they have them from the folder, or from the
 * top of its repository, and a single one can also be the folder itself.
 * @throws TerraformError when there is no such folder.
 */
export function basePlace(base: Base, { root, here, isOnly }: HeadPlace): BasePlace {
  if (base.kind === 'commit') return { root, from: here, foldersOf: (head) => [head.folderOnDisk] };
  const from = realPath(resolve(here, base.folder));
  if (!isFolder(from)) {
    throw new TerraformError(
      base.folder,
      `There is no folder ${base.folder} to compare with. Give a folder with another checkout, or a commit.`,
    );
  }
  const top = findRepository(from)?.top ?? from;
  return {
    root: top,
    from,
    foldersOf(head) {
      const folders = [
        ...(isInside(here, head.folderOnDisk) ? [join(from, relative(here, head.folderOnDisk))] : []),
        // In the repository of the head that would be the head itself.
        ...(top === root ? [] : [join(top, head.folder)]),
        ...(isOnly ? [from] : []),
      ];
      return folders.filter(isFolder);
    },
  };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
