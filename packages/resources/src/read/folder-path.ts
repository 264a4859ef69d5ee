import { isAbsolute, relative, sep } from 'node:path';

/** Whether a path on disk is a folder itself, or in it. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The way from a folder to a path on disk, as trees write it: with forward slashes, empty for the folder itself. */
export function folderPath(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}
