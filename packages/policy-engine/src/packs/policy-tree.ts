/** Files below one root, of which nothing outside is read: a folder, a commit, the packs that come with Tollgate. */
export interface PolicyTree {
  /** Bytes of a file by its path from the root, with forward slashes; undefined when there is none. */
  readFile(path: string): Uint8Array | undefined;
  /** What is in a folder, the empty path being the root; undefined when there is no such folder. */
  listFolder(path: string): readonly PolicyTreeEntry[] | undefined;
}

/** A name in a folder. */
export interface PolicyTreeEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
  readonly isLink?: boolean;
}

/** The tree of a commit. */
export interface CommitTree extends PolicyTree {
  /** The hash of the commit. */
  readonly commit: string;
}

/** Joins a folder and what is in it. */
export function joinPath(folder: string, path: string): string {
  return folder === '' || path === '' ? folder + path : `${folder}/${path}`;
}

/** A path in its plain form: `./a//b/` is `a/b`, the root is empty. Undefined for one that is not below the root. */
export function plainPath(path: string): string | undefined {
  if (path.startsWith('/') || path.includes('\0')) return undefined;
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  return names.includes('..') ? undefined : names.join('/');
}
