import { statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { findRepository, folderTree, gitTree, realPath, type SourceTree } from '@tollgate/terraform';
import { UsageError } from '../error.ts';

/** A folder of configuration, in the tree that it belongs to. */
export interface OpenedConfiguration {
  readonly tree: SourceTree;
  /** The folder, from the root of the tree. */
  readonly folder: string;
  /** The folder on disk; with a commit, where a checkout has it. */
  readonly folderOnDisk: string;
  /** The path from the root of the tree of what is on disk; it begins with `..` outside of the tree. */
  readonly pathOf: (onDisk: string) => string;
  /** How messages call a file of the tree. */
  readonly nameOf: (path: string) => string;
}

/** The folder to open: as it is on disk, or in a commit. */
export interface OpenOptions {
  readonly folder: string;
  readonly ref: string | undefined;
  /** Where the command runs. */
  readonly workingFolder: string;
}

/**
 * Opens a folder of configuration. The modules that it calls may be anywhere in its repository, and nowhere else; outside of a
 * repository they may be in the current folder, or, for a folder elsewhere, in that folder.
 * @throws UsageError when there is no such folder.
 */
export function openConfiguration({ folder, ref, workingFolder }: OpenOptions): OpenedConfiguration {
  const here = realPath(workingFolder);
  const folderOnDisk = realPath(resolve(workingFolder, folder));
  const top = findRepository(folderOnDisk)?.top;
  if (ref === undefined && statSync(folderOnDisk, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError(`There is no folder ${folder}. Give the folder of a root module, or a plan as JSON.`);
  }
  const root = top ?? (isInside(here, folderOnDisk) ? here : folderOnDisk);
  const tree = ref === undefined ? folderTree(root) : gitTree({ repository: folderOnDisk, ref });
  const below = posixRelative(root, folderOnDisk);
  if (tree.listFolder(below) === undefined)
    throw new UsageError(`The commit ${ref} has no folder ${folder}. Give one that it has.`);
  // Names are from where the command runs; those of an absolute folder elsewhere, from that folder.
  const base = isInside(here, folderOnDisk) || !isAbsolute(folder) ? here : folderOnDisk;
  return {
    tree,
    folder: below,
    folderOnDisk,
    pathOf: (onDisk) => posixRelative(root, realPath(onDisk)),
    // What is no file has a name of its own: `<value for var.region>`.
    nameOf: (path) => (path.startsWith('<') ? path : posixRelative(base, join(root, path))),
  };
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function posixRelative(from: string, to: string): string {
  return relative(from, to).split(sep).join('/');
}
