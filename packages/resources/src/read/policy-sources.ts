import { existsSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import {
  PolicyEngineError,
  type PolicySet,
  type PolicySources,
  readDocuments,
  resolvePolicyPaths,
} from '@tollgate/policy-engine';
import { findRepository, folderTree, gitTree, memoryTree } from '@tollgate/terraform';
import { treeBelow } from './tree-below.ts';

/** Where policies are. */
export interface PolicyPlace {
  /** The folder that paths are relative to; commits are those of its repository. */
  readonly workingFolder: string;
  /** The folder of the ready packs. */
  readonly packsFolder: string;
}

/** Where names of policies are looked up: in the working folder, the ready packs, and commits of the clone. */
export function policySources({ workingFolder, packsFolder }: PolicyPlace): PolicySources {
  return {
    files: folderTree(workingFolder),
    openOutside: (path) => openOutside(resolve(workingFolder, path)),
    // What was built without packs has none.
    packs: existsSync(packsFolder) ? folderTree(packsFolder) : memoryTree({}),
    openCommit: (ref) => gitTree({ repository: workingFolder, ref }),
  };
}

/** A folder or a file elsewhere on the disk: whoever names it may read it. */
function openOutside(path: string): ReturnType<NonNullable<PolicySources['openOutside']>> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  return found.isDirectory()
    ? { tree: folderTree(path), path: '' }
    : { tree: folderTree(dirname(path)), path: basename(path) };
}

/**
 * Reads policies, and what is written beside them, as they are in the commit before the change. What was not there yet, or could
 * not be read, held no exceptions.
 * @throws TerraformError when there is no such commit.
 */
export async function documentsBefore(
  ref: string,
  names: readonly string[],
  place: PolicyPlace,
): Promise<PolicySet['documents']> {
  const tree = gitTree({ repository: place.workingFolder, ref });
  const below = findRepository(place.workingFolder)?.below ?? '';
  const sources = { ...policySources(place), files: treeBelow(tree, below) };
  const found = await Promise.all(
    names.map(async (name) => {
      try {
        return (await resolvePolicyPaths([name], sources)).files;
      } catch (error) {
        if (error instanceof PolicyEngineError) return [];
        throw error;
      }
    }),
  );
  return readDocuments(found.flat());
}
