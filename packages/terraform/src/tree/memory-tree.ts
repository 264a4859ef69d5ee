import { refuseLargeFile, sizeLimit } from './file-limits.ts';
import type { SourceTree } from './source-tree.ts';
import { indexedTree } from './tree-index.ts';
import { treePath } from './tree-path.ts';

/** A tree of files that exist only in memory, by their paths from the root. Texts are UTF-8. */
export function memoryTree(files: Readonly<Record<string, Uint8Array | string>>): SourceTree {
  const contents = new Map(
    Object.entries(files).map(([path, content]) => [
      treePath(path) ?? '',
      typeof content === 'string' ? Buffer.from(content) : content,
    ]),
  );
  return indexedTree(
    [...contents.keys()].map((path) => [path, 'file'] as const),
    {
      readFile: (path) => {
        const bytes = contents.get(path) ?? new Uint8Array();
        if (bytes.length > sizeLimit(path)) throw refuseLargeFile(path, bytes.length);
        return bytes;
      },
      readLink: () => '',
    },
  );
}
