import { join, relative, resolve } from 'node:path';
import { findRepository, hasConfiguration, type RootModuleEffect, realPath } from '@tollgate/terraform';
import { type BaseRepository, openBaseRepository } from './base-repository.ts';
import { folderPath, isInside } from './folder-path.ts';
import type { OpenedConfiguration, OpenOptions } from './open-configuration.ts';
import { type OpenedFolder, readyFolder } from './open-folder.ts';
import type { ReadPlace } from './place.ts';
import { treeBelow } from './tree-below.ts';
import { lookedForRoots, type WantedRoot } from './wanted-roots.ts';

/** What a change is compared with: a commit of the repository, or a folder with another checkout of it, or with one root module. */
export type Base =
  | { readonly kind: 'commit'; readonly ref: string }
  | { readonly kind: 'folder'; readonly folder: string };

/** A root module in the base. */
export interface BaseFolder {
  readonly opened: OpenedFolder;
  /** What it was called before the change, when that is another name. */
  readonly renamedFrom: string | null;
}

/** The base of a run, in which root modules of the head are looked up. */
export interface OpenedBase {
  /**
   * Finds what a root module was before the change; null when it was not there.
   * @throws TerraformError when the base cannot be read.
   */
  readonly find: (root: WantedRoot, head: OpenedFolder) => BaseFolder | null;
  /** Whether the change can affect a root module. One that is in another folder of the base counts as affected. */
  readonly effectOf: (head: OpenedFolder, before: BaseFolder | null) => RootModuleEffect;
  /**
   * Finds the root modules to which `auto` and patterns lead in the base, and which the head does not have, not even under another
   * name.
   * @throws TerraformError when the base cannot be read.
   */
  readonly findGone: (paths: readonly string[]) => Promise<readonly GoneRoot[]>;
}

/** A root module that the change takes away. */
export interface GoneRoot {
  readonly root: WantedRoot;
  readonly opened: OpenedFolder;
}

/** How the base is read. */
export interface BaseOptions extends Required<Pick<OpenOptions, 'openCommit'>> {
  readonly base: Base;
  /** The commit that is the head; undefined for the working tree. */
  readonly ref: string | undefined;
  /** All root modules of the run: no two of them can have been the same one. */
  readonly roots: readonly WantedRoot[];
  /** Whether a root module that is new can be one that is gone, by what is in it. */
  readonly followRenames: boolean;
  /** Files that matter to all root modules, from the top of the repository. */
  readonly shared: readonly string[];
}

/** Opens the base of a run. Nothing is read before it is asked for. */
export function openBase(options: BaseOptions, place: ReadPlace): OpenedBase {
  const here = realPath(place.workingFolder);
  const ref = options.base.kind === 'commit' ? options.base.ref : undefined;
  const repositories = new Map<string, BaseRepository>();

  function repositoryAt(root: string): BaseRepository {
    const known = repositories.get(root) ?? openBaseRepository(root, options, here);
    repositories.set(root, known);
    return known;
  }

  function ready(opened: OpenedConfiguration, { path, workspace, variables }: WantedRoot, head: OpenedFolder) {
    const { from } = repositoryAt(head.root).place;
    return readyFolder(path, opened, { workspace, variables, ref }, place, (file) => {
      // A file of variables that is in the folder of the root module goes with it.
      const named = resolve(here, file);
      const beside = isInside(head.folderOnDisk, named)
        ? [resolve(opened.folderOnDisk, relative(head.folderOnDisk, named))]
        : [];
      const folders = [from, opened.folderOnDisk, here, head.folderOnDisk];
      return [...beside, ...folders.map((folder) => resolve(folder, file))];
    });
  }

  return {
    find(root, head) {
      const { place, open, renamed } = repositoryAt(head.root);
      for (const folder of place.foldersOf(head)) {
        const opened = open(folder);
        if (opened !== null) return { opened: ready(opened, root, head), renamedFrom: null };
      }
      const old = renamed().get(head.folder);
      const opened = old === undefined ? null : open(join(place.root, old));
      if (opened === null) return null;
      return { opened: ready(opened, root, head), renamedFrom: opened.nameOf(opened.folder) || '.' };
    },

    effectOf(head, before) {
      if (before?.opened.folder !== head.folder) return { kind: 'affected', file: head.folder || '.' };
      const varFiles = (head.options.variables?.arguments ?? []).flatMap((argument) =>
        argument.kind === 'file' ? [argument.path] : [],
      );
      return repositoryAt(head.root).effectOf({ folder: head.folder, varFiles });
    },

    async findGone(paths) {
      const top = findRepository(here)?.top ?? here;
      const { head, tree, place: where, open, renamed } = repositoryAt(top);
      const before = await lookedForRoots(treeBelow(tree, folderPath(where.root, where.from)), paths);
      const elsewhere = new Set(renamed().values());
      return before.flatMap((root) => {
        const opened = open(join(where.from, root.path));
        const inHead = folderPath(top, join(here, root.path));
        if (opened === null || hasConfiguration(head, inHead) || elsewhere.has(opened.folder)) return [];
        const { workspace, variables } = root;
        const folders = { ...place, workingFolder: where.from };
        return [{ root, opened: readyFolder(root.path, opened, { workspace, variables, ref }, folders) }];
      });
    },
  };
}
