import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** folderFiles reads the texts of all files below a folder, by their path in it with forward slashes, sorted. */
export function folderFiles(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    paths.map((path) => [relative(folder, path).replaceAll(sep, '/'), readFileSync(path, 'utf8')]),
  );
}
