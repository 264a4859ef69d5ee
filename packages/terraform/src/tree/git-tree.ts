import { TerraformError } from '../error.ts';
import { type ComparedCommit, changedBlobs } from './changed-blobs.ts';
import { isConfigurationFile } from './file-limits.ts';
import { findCommit } from './find-commit.ts';
import type { Git } from './git.ts';
import { readBlob, readBlobs } from './git-objects.ts';
import { openRepository } from './open-repository.ts';
import type { SourceTree } from './source-tree.ts';
import { type IndexedKind, indexedTree } from './tree-index.ts';

/** The tree of a commit. Its root is the top of the repository. */
export interface GitTree extends SourceTree {
  /** The hash of the commit. */
  readonly commit: string;
  /** The folder that was asked for, from the root; empty for the root itself. */
  readonly below: string;
  /** A text that is the same only for files with the same content; undefined when the path leads to no file. Reads nothing. */
  hashOf(path: string): string | undefined;
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
  const { git, below } = openRepository(repository);
  return commitTree({ git, below, blobs: new Map() }, findCommit(git, ref));
}

/**
 * Opens commits of one repository, by their hashes, as `gitTree` does. What a file holds is read once, however many of the
 * commits have it. What `ahead` names is read in one go: git takes longer to start than to read.
 * @throws TerraformError when there is no such repository; the function that is given, when there is no such commit.
 */
export function gitTrees(repository: string, ahead: readonly ComparedCommit[] = []): (commit: string) => GitTree {
  const { git, below } = openRepository(repository);
  const changed = changedBlobs(git, ahead).filter(({ path }) => isConfigurationFile(path));
  const blobs = new Map(changed.length === 0 ? [] : readBlobs(git, changed));
  return (commit) => commitTree({ git, below, blobs }, commit);
}

interface OpenedRepository {
  readonly git: Git;
  readonly below: string;
  /** What was read, by hash. */
  readonly blobs: Map<string, Uint8Array>;
}

function commitTree({ git, below, blobs }: OpenedRepository, commit: string): GitTree {
  const listing = git.run(['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (listing === undefined) {
    throw new TerraformError(
      commit,
      `Cannot list the files of the commit ${commit}: the clone does not have all of its folders. Fetch them with "git fetch --refetch", or clone without a filter.`,
    );
  }
  const entries = readListing(listing);

  // Sources are read together: starting git once for each takes longer than all the rest.
  const ahead = (matches: (path: string, kind: IndexedKind) => boolean) => {
    let isRead = false;
    return (hash: string) => {
      if (!isRead) {
        const wanted = [...entries]
          .filter(([path, { kind, hash }]) => matches(path, kind) && !blobs.has(hash))
          .map(([path, { hash }]) => ({ path, hash }));
        for (const [found, bytes] of wanted.length === 0 ? [] : readBlobs(git, wanted)) blobs.set(found, bytes);
        isRead = true;
      }
      return blobs.get(hash);
    };
  };
  const configuration = ahead((path, kind) => kind === 'file' && isConfigurationFile(path));
  const links = ahead((_, kind) => kind === 'link');

  const hashOf = (path: string) => entries.get(path)?.hash ?? '';
  const { fileAt, readFile, listFolder, lostLinks } = indexedTree(
    entries.entries().map(([path, { kind }]) => [path, kind] as const),
    {
      readFile: (path) => {
        const hash = hashOf(path);
        return (isConfigurationFile(path) ? configuration(hash) : undefined) ?? readBlob(git, { path, hash });
      },
      readLink: (path) => Buffer.from(links(hashOf(path)) ?? readBlob(git, { path, hash: hashOf(path) })).toString(),
    },
  );
  return {
    readFile,
    listFolder,
    lostLinks,
    commit,
    below,
    hashOf: (path) => {
      const file = fileAt(path);
      return file === undefined ? undefined : hashOf(file);
    },
  };
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
