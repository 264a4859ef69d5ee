import type { GitTree, SourceTree } from '@tollgate/terraform';

/** What was asked of a tree, and what it answered. */
export interface Reads {
  /** Hashes of files by the paths that were asked for; undefined where there was none. */
  readonly files: ReadonlyMap<string, string | undefined>;
  /** What was in folders; undefined where there was none. */
  readonly folders: ReadonlyMap<string, string | undefined>;
}

/**
 * Notes what is read of a tree. Whoever reads nothing but the tree comes to the same result with every other tree that gives
 * the same answers (`givesSame`), because the first question that could be another one is asked only after an answer that is.
 * That holds for files that are missing and for links too: both are answers.
 */
export function recordReads(tree: GitTree): { readonly tree: SourceTree; readonly reads: Reads } {
  const files = new Map<string, string | undefined>();
  const folders = new Map<string, string | undefined>();
  return {
    reads: { files, folders },
    tree: {
      readFile(path) {
        files.set(path, tree.hashOf(path));
        return tree.readFile(path);
      },
      listFolder(path) {
        folders.set(path, listing(tree, path));
        return tree.listFolder(path);
      },
      lostLinks: (path) => tree.lostLinks?.(path) ?? [],
    },
  };
}

/** Whether a tree answers all that was asked as the other one did. Reads no file. */
export function givesSame(tree: GitTree, { files, folders }: Reads): boolean {
  return (
    files.entries().every(([path, hash]) => tree.hashOf(path) === hash) &&
    folders.entries().every(([path, names]) => listing(tree, path) === names)
  );
}

function listing(tree: SourceTree, path: string): string | undefined {
  const entries = tree
    .listFolder(path)
    ?.map(({ name, kind, isLink }) => `${kind}${isLink === true ? ' link' : ''} ${name}`);
  return entries && [...entries, ...(tree.lostLinks?.(path) ?? []).map((name) => `lost ${name}`)].join('\0');
}
