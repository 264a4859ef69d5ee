import { resolve } from 'node:path';
import { gitTree, realPath } from '@tollgate/terraform';
import type { Base } from './base.ts';
import { givenFile } from './given-file.ts';
import { pathFromTop } from './path-from-top.ts';

/**
 * The text that a file had before the change, which an option or an input names; undefined when it was not there. A file elsewhere,
 * and one that a folder to compare with does not have, is no part of the change.
 * @throws TerraformError when there is no such commit.
 */
export function givenFileBefore(name: string, base: Base, workingFolder: string): string | undefined {
  const path = pathFromTop(name, workingFolder);
  if (path === null) return givenFile(name, workingFolder);
  switch (base.kind) {
    case 'commit': {
      const bytes = gitTree({ repository: realPath(workingFolder), ref: base.ref }).readFile(path);
      return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
    }
    case 'folder':
      return givenFile(name, resolve(workingFolder, base.folder)) ?? givenFile(name, workingFolder);
  }
}
