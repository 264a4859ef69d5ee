/** Where a pack comes from: the ready ones, a folder of the repository, a commit. */
export type PackSource = 'ready' | 'folder' | 'git';

/** The packs in use with their digests, checked against `schema/lock.json`. */
export interface LockDocument {
  readonly apiVersion: 'tollgate/v1';
  readonly kind: 'Lock';
  readonly packs: readonly LockedPack[];
}

export interface LockedPack {
  /** As it is given to `--policy`: `tags/required`, `origin/main:policies`. */
  readonly name: string;
  readonly source: PackSource;
  /** The version of the pack; a path of git that is no pack has none. */
  readonly version?: string;
  /** The commit that it was read from, for a source of git. */
  readonly commit?: string;
  /** `sha256:` and the hash of its files. */
  readonly digest: string;
}
