import { statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import {
  findRepository,
  folderTree,
  type GitTree,
  gitTree,
  realPath,
  type SourceTree,
  TerraformError,
} from '@tollgate/terraform';
import { folderPath, isInside } from './folder-path.ts';

/** A folder of configuration, in the tree that it belongs to. */
export interface OpenedConfiguration {
  readonly tree: SourceTree;
  /** The root of the tree on disk; with a commit, where a checkout has it. */
  readonly root: string;
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
  /** What relative paths are from. */
  readonly workingFolder: string;
  /** Opens a commit; who opens many folders of one commit gives its tree to all of them. */
  readonly openCommit?: (options: { readonly repository: string; readonly ref: string }) => GitTree;
}

/**
 * Opens a folder of configuration. The modules that it calls may be anywhere in its repository, and nowhere else; outside of a
 * repository they may be in the working folder, or, for a folder elsewhere, in that folder.
 * @throws TerraformError when there is no such folder.
 */
export function openConfiguration(options: OpenOptions): OpenedConfiguration {
  const { folder, ref } = options;
  const opened = openAt(options);
  if (opened.tree.listFolder(opened.folder) !== undefined) return opened;
  throw new TerraformError(folder, `The commit ${ref} has no folder ${folder}. Give one that it has.`);
}

/**
 * Opens a folder of configuration in a commit that may not have it.
 * @throws TerraformError when there is no such commit.
 */
export function openIfThere(options: OpenOptions & { readonly ref: string }): OpenedConfiguration | null {
  const opened = openAt(options);
  return opened.tree.listFolder(opened.folder) === undefined ? null : opened;
}

function openAt({ folder, ref, workingFolder, openCommit = gitTree }: OpenOptions): OpenedConfiguration {
  const here = realPath(workingFolder);
  const folderOnDisk = realPath(resolve(workingFolder, folder));
  const top = findRepository(folderOnDisk)?.top;
  if (ref === undefined && statSync(folderOnDisk, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new TerraformError(
      folder,
      `There is no folder ${folder}. Give the folder of a root module, or a plan as JSON.`,
    );
  }
  const root = top ?? (isInside(here, folderOnDisk) ? here : folderOnDisk);
  // Names are from the working folder; those of an absolute folder elsewhere, from that folder.
  const base = isInside(here, folderOnDisk) || !isAbsolute(folder) ? here : folderOnDisk;
  return {
    tree: ref === undefined ? folderTree(root) : openCommit({ repository: folderOnDisk, ref }),
    root,
    folder: folderPath(root, folderOnDisk),
    folderOnDisk,
    pathOf: (onDisk) => folderPath(root, realPath(onDisk)),
    // What is no file has a name of its own: `<value for var.region>`.
    nameOf: (path) => (path.startsWith('<') ? path : folderPath(base, join(root, path))),
  };
}
