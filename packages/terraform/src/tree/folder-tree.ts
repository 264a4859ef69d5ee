import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { TerraformError } from '../error.ts';
import { refuseLargeFile, sizeLimit } from './file-limits.ts';
import type { SourceTree, TreeEntry } from './source-tree.ts';
import { byCodeUnits, isSource, joinPath, treePath } from './tree-path.ts';

/**
 * Opens a folder on disk as a tree. Links are followed inside of it; one that leads outside is as not there, and so are
 * devices, pipes and sockets.
 * @throws TerraformError when there is no such folder.
 */
export function folderTree(root: string): SourceTree {
  const realRoot = openRoot(root);

  /** The path without links; undefined when it leads outside, to no source, or nowhere. */
  const resolve = (path: string): string | undefined => {
    const below = treePath(path);
    if (below === undefined) return undefined;
    const real = unlessMissing(path, () => realpathSync.native(join(realRoot, below)));
    return real !== undefined && isInside(realRoot, real) ? real : undefined;
  };

  return {
    readFile(path) {
      const real = resolve(path);
      return real === undefined ? undefined : unlessMissing(path, () => readRegularFile(real, path));
    },
    listFolder(path) {
      const real = resolve(path);
      if (real === undefined) return undefined;
      const entries = unlessMissing(path, () => readdirSync(real, { withFileTypes: true }));
      const below = treePath(path) ?? '';
      return entries
        ?.map((entry) => treeEntry(entry, joinPath(below, entry.name), resolve))
        .filter((entry) => entry !== undefined)
        .sort((a, b) => byCodeUnits(a.name, b.name));
    },
    lostLinks(path) {
      const real = resolve(path);
      const entries = real === undefined ? [] : unlessMissing(path, () => readdirSync(real, { withFileTypes: true }));
      const below = treePath(path) ?? '';
      return (entries ?? [])
        .filter(
          (entry) => entry.isSymbolicLink() && treeEntry(entry, joinPath(below, entry.name), resolve) === undefined,
        )
        .map(({ name }) => name)
        .sort(byCodeUnits);
    },
  };
}

function openRoot(root: string): string {
  const real = unlessMissing(root, () => realpathSync.native(root));
  if (real !== undefined && statSync(real).isDirectory()) return real;
  const problem = real === undefined ? 'there is no such folder' : 'it is no folder';
  throw new TerraformError(root, `Cannot read ${root}: ${problem}. Give the folder of the configuration.`);
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  if (way === '') return true;
  const names = way.split(sep);
  return names[0] !== '..' && !way.startsWith(sep) && isSource(names);
}

function treeEntry(entry: Dirent, path: string, resolve: (path: string) => string | undefined): TreeEntry | undefined {
  const { name } = entry;
  // A name that is not UTF-8 cannot be asked for again.
  if (name.includes('\ufffd') || treePath(path) === undefined) return undefined;
  if (entry.isFile()) return { name, kind: 'file' };
  if (entry.isDirectory()) return { name, kind: 'folder' };
  if (!entry.isSymbolicLink()) return undefined;
  const real = resolve(path);
  const stat = real === undefined ? undefined : unlessMissing(path, () => statSync(real));
  if (stat?.isFile() === true) return { name, kind: 'file', isLink: true };
  return stat?.isDirectory() === true ? { name, kind: 'folder', isLink: true } : undefined;
}

/** Without waiting for the other end of a pipe, and without following what has become a link since it was resolved. */
const openFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

function readRegularFile(real: string, path: string): Uint8Array | undefined {
  const descriptor = openSync(real, openFlags);
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return undefined;
    if (stat.size > sizeLimit(path)) throw refuseLargeFile(path, stat.size);
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** What the system says when something is not there, or is of another kind. */
const missing: ReadonlySet<string> = new Set([
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'ELOOP',
  'ENAMETOOLONG',
  'EINVAL',
  'ENXIO',
]);

/** @throws TerraformError when something is there and may not be read, which is no reason to go on without it. */
function unlessMissing<T>(path: string, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const code = String(error.code);
    if (missing.has(code)) return undefined;
    throw new TerraformError(path, `Cannot read ${path}: the system says ${code}. Make it readable for this user.`);
  }
}
