import type { SourceTree, TreeEntry } from './source-tree.ts';
import { byCodeUnits, folderOf, joinPath, treePath } from './tree-path.ts';

/** What a path of an indexed tree is. */
export type IndexedKind = 'file' | 'link';

/** Gives what the files and links of an indexed tree hold. */
export interface IndexedContent {
  /** Bytes of a file, by the path that the index has it under. */
  readonly readFile: (path: string) => Uint8Array;
  /** Where a link points to, as it was written. */
  readonly readLink: (path: string) => string;
}

/** More links than this on one way are a circle. Linux stops at the same number. */
const maxLinks = 40;

/** A longer path, in UTF-16 units, cannot be checked out on any system in use. */
const maxPathLength = 4096;

/** A tree that knows the paths of all its files. */
export interface IndexedTree extends SourceTree {
  lostLinks(path: string): readonly string[];
  /** The file that a path leads to, without links; undefined when there is none. */
  fileAt(path: string): string | undefined;
}

/** A tree of files and links whose paths are all known; their content is asked for when it is needed. */
export function indexedTree(paths: Iterable<readonly [string, IndexedKind]>, content: IndexedContent): IndexedTree {
  const folders = indexFolders(paths);

  /** The path without links, and its kind. A step up out of a link's target is one from where it leads, as on disk. */
  const resolve = (path: string): { path: string; kind: 'file' | 'folder' } | undefined => {
    const ahead = treePath(path)?.split('/').reverse();
    if (ahead === undefined) return undefined;
    let links = 0;
    let folder = '';
    for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
      if (name === '' || name === '.') continue;
      if (name === '..') {
        if (folder === '') return undefined;
        folder = folderOf(folder);
        continue;
      }
      const here = joinPath(folder, name);
      switch (folders.get(folder)?.get(name)) {
        case undefined:
          return undefined;
        case 'file':
          return ahead.length === 0 ? { path: here, kind: 'file' } : undefined;
        case 'folder':
          folder = here;
          break;
        case 'link': {
          const target = content.readLink(here);
          if (++links > maxLinks || target === '' || target.length > maxPathLength || target.startsWith('/'))
            return undefined;
          ahead.push(...target.split('/').reverse());
        }
      }
    }
    return treePath(folder) === undefined ? undefined : { path: folder, kind: 'folder' };
  };

  const fileAt = (path: string) => {
    // Nearly every path is written as the index has it.
    if (folders.get(folderOf(path))?.get(nameOf(path)) === 'file') return path;
    const found = resolve(path);
    return found?.kind === 'file' ? found.path : undefined;
  };

  return {
    fileAt,
    readFile(path) {
      const file = fileAt(path);
      return file === undefined ? undefined : content.readFile(file);
    },
    listFolder(path) {
      const found = resolve(path);
      if (found?.kind !== 'folder') return undefined;
      const entries: TreeEntry[] = [];
      for (const [name, kind] of folders.get(found.path) ?? []) {
        if (kind !== 'link') entries.push({ name, kind });
        else {
          const target = resolve(joinPath(found.path, name));
          if (target !== undefined) entries.push({ name, kind: target.kind, isLink: true });
        }
      }
      return entries.sort((a, b) => byCodeUnits(a.name, b.name));
    },
    lostLinks(path) {
      const found = resolve(path);
      const names = found?.kind === 'folder' ? [...(folders.get(found.path) ?? [])] : [];
      return names
        .filter(([name, kind]) => kind === 'link' && resolve(joinPath(found?.path ?? '', name)) === undefined)
        .map(([name]) => name)
        .sort(byCodeUnits);
    },
  };
}

/** The names in each folder. Paths that are no sources are left out. */
function indexFolders(
  paths: Iterable<readonly [string, IndexedKind]>,
): ReadonlyMap<string, ReadonlyMap<string, IndexedKind | 'folder'>> {
  const folders = new Map<string, Map<string, IndexedKind | 'folder'>>([['', new Map()]]);
  const folderAt = (path: string): Map<string, IndexedKind | 'folder'> => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const made = new Map<string, IndexedKind | 'folder'>();
    folders.set(path, made);
    folderAt(folderOf(path)).set(nameOf(path), 'folder');
    return made;
  };
  for (const [path, kind] of paths) {
    if (path === '' || path.length > maxPathLength || treePath(path) !== path) continue;
    folderAt(folderOf(path)).set(nameOf(path), kind);
  }
  return folders;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
