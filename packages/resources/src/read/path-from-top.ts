import { isAbsolute, relative, resolve, sep } from 'node:path';
import { findRepository, realPath } from '@tollgate/terraform';

/** The path of a file from the top of the repository that the working folder belongs to; null when it is elsewhere. */
export function pathFromTop(file: string, workingFolder: string): string | null {
  const here = realPath(workingFolder);
  const way = relative(findRepository(here)?.top ?? here, realPath(resolve(here, file)));
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? null : way.split(sep).join('/');
}
