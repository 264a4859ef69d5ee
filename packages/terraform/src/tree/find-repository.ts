import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** A git repository on disk. */
export interface FoundRepository {
  /** The folder `.git`, the file `.git` of a worktree or submodule, or a bare repository. */
  readonly gitDirectory: string;
  /** The top of the checkout, without links; the repository itself when it is bare. */
  readonly top: string;
  /** The folder that was asked for, from the top, with `/`; empty for the top. */
  readonly below: string;
}

/**
 * Finds the repository that a folder belongs to; undefined when it is in none. The folder itself need not be there: a commit
 * can have what the checkout does not. Git would also take a bare repository that lies about in a checkout, where a pull
 * request can put one with branches of its own making; here the checkout's `.git` counts, and a bare repository only when it
 * is no part of a checkout.
 */
export function findRepository(folder: string): FoundRepository | undefined {
  const start = realPath(resolve(folder));
  for (let top = start; ; top = dirname(top)) {
    const gitDirectory = join(top, '.git');
    if (existsSync(gitDirectory)) return { gitDirectory, top, below: relative(top, start).split(sep).join('/') };
    if (dirname(top) === top) break;
  }
  const isBare = ['HEAD', 'objects', 'refs'].every((name) => existsSync(join(start, name)));
  return isBare ? { gitDirectory: start, top: start, below: '' } : undefined;
}

/** A path without links, as far as it is there. */
export function realPath(path: string): string {
  if (existsSync(path)) return realpathSync.native(path);
  return dirname(path) === path ? path : join(realPath(dirname(path)), basename(path));
}
