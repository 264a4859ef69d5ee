import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { realPath, treePath } from '@tollgate/terraform';
import { folderPath } from './folder-path.ts';

/**
 * The text of a file that an option or an input names; undefined when there is none. One inside of the folder must not lead out of
 * it by a link, or to the data of git, as a pull request could have it do; whoever names one elsewhere may read it.
 */
export function givenFile(name: string, workingFolder: string): string | undefined {
  const path = realPath(resolve(workingFolder, name));
  const way = folderPath(realPath(workingFolder), path);
  if (treePath(name) !== undefined && treePath(way) === undefined) return undefined;
  try {
    // A pipe would be waited for.
    return statSync(path).isFile() ? readFileSync(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
