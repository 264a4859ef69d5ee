import { TerraformError } from '../error.ts';
import { isConfigurationFile } from './file-limits.ts';
import { findCommit } from './find-commit.ts';
import { findRepository } from './find-repository.ts';
import { openGit } from './git.ts';
import { readBlob, readBlobs } from './git-objects.ts';
import type { SourceTree } from './source-tree.ts';
import { type IndexedKind, indexedTree } from './tree-index.ts';

/** The tree of a commit. Its root is the top of the repository. */
export interface GitTree extends SourceTree {
  /** The hash of the commit. */
  readonly commit: string;
  /** The folder that was asked for, from the root; empty for the root itself. */
  readonly below: string;
}

/** A commit by its name, in the repository that a folder belongs to. */
export interface GitTreeOptions {
  readonly repository: string;
  readonly ref: string;
}

/**
 * Opens a commit as a tree, without a checkout. Links are followed inside of the tree; submodules are as not there, because
 * their files are in another repository.
 * @throws TerraformError when there is no such repository or commit.
 */
export function gitTree({ repository, ref }: GitTreeOptions): GitTree {
  const found = findRepository(repository);
  if (found === undefined) {
    throw new TerraformError(
      repository,
      `Cannot read a commit of ${repository}: it is in no git repository. Give a folder of a clone, with its .git beside the files.`,
    );
  }
  const { gitDirectory, below } = found;
  const git = openGit(gitDirectory);
  const commit = findCommit(git, ref);
  const listing = git.run(['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (listing === undefined) {
    throw new TerraformError(
      repository,
      `Cannot list the files of the commit ${ref}: the clone does not have all of its folders. Fetch them with "git fetch --refetch", or clone without a filter.`,
    );
  }
  const entries = readListing(listing);

  // Sources are read together: starting git once for each takes longer than all the rest.
  const ahead = (matches: (path: string, kind: IndexedKind) => boolean) => {
    let contents: ReadonlyMap<string, Uint8Array> | undefined;
    return (hash: string) => {
      contents ??= readBlobs(
        git,
        [...entries].filter(([path, { kind }]) => matches(path, kind)).map(([path, { hash }]) => ({ path, hash })),
      );
      return contents.get(hash);
    };
  };
  const configuration = ahead((path, kind) => kind === 'file' && isConfigurationFile(path));
  const links = ahead((_, kind) => kind === 'link');

  const hashOf = (path: string) => entries.get(path)?.hash ?? '';
  const tree = indexedTree(
    entries.entries().map(([path, { kind }]) => [path, kind] as const),
    {
      readFile: (path) => {
        const hash = hashOf(path);
        return (isConfigurationFile(path) ? configuration(hash) : undefined) ?? readBlob(git, { path, hash });
      },
      readLink: (path) => Buffer.from(links(hashOf(path)) ?? readBlob(git, { path, hash: hashOf(path) })).toString(),
    },
  );
  return { ...tree, commit, below };
}

/** The kinds of the modes that a tree of git can have; a submodule has another one. */
const kinds: Readonly<Record<string, IndexedKind>> = {
  '100644': 'file',
  '100755': 'file',
  '100664': 'file',
  '120000': 'link',
};

/** Reads `MODE TYPE HASH<tab>PATH`, each ended by a zero byte. */
function readListing(listing: Buffer): ReadonlyMap<string, { readonly kind: IndexedKind; readonly hash: string }> {
  const entries = new Map<string, { kind: IndexedKind; hash: string }>();
  for (const line of listing.toString('utf8').split('\0')) {
    const tab = line.indexOf('\t');
    const [mode = '', , hash = ''] = line.slice(0, tab).split(' ');
    const kind = kinds[mode];
    if (kind !== undefined) entries.set(line.slice(tab + 1), { kind, hash });
  }
  return entries;
}
