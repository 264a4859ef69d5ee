import { linkSync, lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../error.ts';

/** A file that is not there yet. */
export interface NewFile {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/**
 * Writes new files below a folder, with the folders that they need. A file appears whole or not at all, nothing that is there is ever
 * replaced, and nothing is written through a link.
 * @throws UsageError when a file cannot be written, with what was written before it.
 */
export function writeNewFiles(root: string, files: readonly NewFile[]): void {
  for (const { path } of files) refuseWhatIsThere(root, path, []);
  const written: string[] = [];
  for (const { path, text } of files) {
    const target = join(root, path);
    const temporary = `${target}.tollgate-init`;
    try {
      mkdirSync(dirname(target), { recursive: true });
      refuseWhatIsThere(root, path, written);
      writeFileSync(temporary, text, { flag: 'wx' });
      try {
        // Unlike a rename, a link never takes the place of a file that has come meanwhile.
        linkSync(temporary, target);
      } finally {
        rmSync(temporary);
      }
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw refusal(path, `the system says ${error instanceof Error ? error.message : String(error)}`, written);
    }
    written.push(path);
  }
}

/** Every folder on the way must be one, and the file must not be there, not even as a link that leads nowhere. */
function refuseWhatIsThere(root: string, path: string, written: readonly string[]): void {
  const names = path.split('/');
  for (let length = 1; length <= names.length; length++) {
    const part = names.slice(0, length).join('/');
    const found = lstatSync(join(root, part), { throwIfNoEntry: false });
    if (found === undefined) return;
    if (found.isSymbolicLink()) throw refusal(path, `${part} is a link`, written);
    if (length === names.length) throw refusal(path, 'it is there already', written);
    if (!found.isDirectory()) throw refusal(path, `${part} is no folder`, written);
  }
}

function refusal(path: string, reason: string, written: readonly string[]): UsageError {
  const before = written.length === 0 ? 'Nothing was written.' : `Written before it: ${written.join(', ')}.`;
  return new UsageError(`Cannot write ${path}: ${reason}. ${before} Mend this, and run tollgate init again.`);
}
