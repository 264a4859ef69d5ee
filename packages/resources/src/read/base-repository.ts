import { relative, resolve } from 'node:path';
import {
  affectedRootModules,
  folderTree,
  hasConfiguration,
  type RootModuleEffect,
  type RootModuleFiles,
  realPath,
  type SourceTree,
} from '@tollgate/terraform';
import type { BaseOptions } from './base.ts';
import { type BasePlace, basePlace } from './base-place.ts';
import { folderPath } from './folder-path.ts';
import { type OpenedConfiguration, openConfiguration, openIfThere } from './open-configuration.ts';
import { renamedFolders } from './renamed-folders.ts';

/** A repository in the head and in the base. */
export interface BaseRepository {
  readonly head: SourceTree;
  readonly tree: SourceTree;
  readonly place: BasePlace;
  readonly effectOf: (root: RootModuleFiles) => RootModuleEffect;
  /** What folders of root modules were called in the base, by their folders in the head, from the top. */
  readonly renamed: () => ReadonlyMap<string, string>;
  /** Opens a folder of the base by its path on disk; null when it has no configuration. */
  readonly open: (folder: string) => OpenedConfiguration | null;
}

/**
 * Opens the head and the base of a repository by the root of its tree on disk. Every file is compared once for all root modules.
 * @throws TerraformError when the base cannot be read.
 */
export function openBaseRepository(root: string, options: BaseOptions, here: string): BaseRepository {
  const { base, ref, roots, followRenames, shared, openCommit } = options;
  const head = ref === undefined ? folderTree(root) : openCommit({ repository: root, ref });
  const place = basePlace(base, { root, here, isOnly: roots.length === 1 });
  const { from } = place;
  const tree = base.kind === 'commit' ? openCommit({ repository: root, ref: base.ref }) : folderTree(place.root);
  let renamed: ReadonlyMap<string, string> | null = null;
  return {
    head,
    tree,
    place,
    effectOf: affectedRootModules({ head, base: tree, shared }),
    renamed() {
      renamed ??= followRenames ? renamedFolders({ head, base: tree, folders: evaluatedFolders() }) : new Map();
      return renamed;
    },
    open(folder) {
      const at = { folder: relative(from, folder) || '.', workingFolder: from, openCommit };
      const opened =
        base.kind === 'commit' ? openIfThere({ ...at, ref: base.ref }) : openConfiguration({ ...at, ref: undefined });
      return opened !== null && hasConfiguration(opened.tree, opened.folder) ? opened : null;
    },
  };

  /** Those of which no plan tells what was before. */
  function evaluatedFolders(): readonly string[] {
    return roots.flatMap(({ plan, path }) => (plan === null ? [folderPath(root, realPath(resolve(here, path)))] : []));
  }
}
