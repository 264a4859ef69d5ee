import type { FileEntry, FileReader } from '../src/functions/index.ts';

/** memoryFiles gives files that exist only in memory, by their paths. */
export function memoryFiles(files: Readonly<Record<string, Uint8Array | string>>): FileReader {
  const contents = new Map(Object.entries(files).map(([path, content]) => [path, Buffer.from(content)]));
  return {
    readFile: (path) => contents.get(path),
    listDirectory: (path) => {
      const prefix = path === '' ? '' : `${path}/`;
      const entries = new Map<string, FileEntry>();
      for (const file of contents.keys()) {
        if (!file.startsWith(prefix)) continue;
        const [name = '', ...rest] = file.slice(prefix.length).split('/');
        entries.set(name, { name, kind: rest.length > 0 ? 'directory' : 'file' });
      }
      return entries.size > 0 || path === '' ? [...entries.values()] : undefined;
    },
  };
}
