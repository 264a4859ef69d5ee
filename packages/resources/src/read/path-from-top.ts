import { resolve } from 'node:path';
import { findRepository, realPath } from '@tollgate/terraform';
import { folderPath, isInside } from './folder-path.ts';

/**
 * The path of a file from the top of the repository that the working folder belongs to; null when it is elsewhere. A link has the
 * path of its own name: a change can make it lead to another file.
 */
export function pathFromTop(file: string, workingFolder: string): string | null {
  const here = realPath(workingFolder);
  const top = findRepository(here)?.top ?? here;
  const written = resolve(here, file);
  const found = [written, realPath(written)].find((path) => isInside(top, path));
  return found === undefined ? null : folderPath(top, found);
}
