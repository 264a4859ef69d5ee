import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../error.ts';

/** A file that is to be written: its text from what it is now. */
export interface FileRewrite {
  /** From the root of the repository, with forward slashes. */
  readonly file: string;
  /** @throws UsageError when the file is not what the edits were made for. */
  readonly edit: (bytes: Uint8Array) => Uint8Array;
}

/**
 * Writes files below a folder, all or none: each is written beside itself first and then takes its place, and what was replaced
 * is put back when a later one fails. Never through links, and never anything that is no file yet.
 * @throws UsageError when nothing was written, with the reason.
 */
export function writeFiles(root: string, rewrites: readonly FileRewrite[]): void {
  const realRoot = realpathSync.native(root);
  const prepared = rewrites.map(({ file, edit }) => {
    const path = join(realRoot, file);
    refuseUnwritable(path, file);
    const before = readFileSync(path);
    return { path, file, temporary: `${path}.tollgate-fix`, before, after: edit(before), mode: lstatSync(path).mode };
  });
  const written: string[] = [];
  const replaced: typeof prepared = [];
  try {
    for (const { temporary, after, mode } of prepared) {
      const handle = openSync(temporary, 'wx');
      // From here on it is there, and goes again also when the disk is too small for its text.
      written.push(temporary);
      try {
        writeFileSync(handle, after);
      } finally {
        closeSync(handle);
      }
      chmodSync(temporary, mode & 0o7777);
    }
    for (const one of prepared) {
      renameSync(one.temporary, one.path);
      replaced.push(one);
    }
  } catch (error) {
    for (const { path, before } of replaced) writeFileSync(path, before);
    throw nothingWritten(error instanceof Error ? error.message : String(error));
  } finally {
    for (const temporary of written) rmSync(temporary, { force: true });
  }
}

function refuseUnwritable(path: string, file: string): void {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw nothingWritten(`there is no file ${file}`);
  if (stat.isSymbolicLink() || realpathSync.native(path) !== path) throw nothingWritten(`${file} is reached by a link`);
  if (!stat.isFile()) throw nothingWritten(`${file} is no file`);
  for (const [place, name] of [
    [path, file],
    [dirname(path), `the folder of ${file}`],
  ] as const) {
    try {
      accessSync(place, constants.W_OK);
    } catch {
      throw nothingWritten(`${name} cannot be written by this user`);
    }
  }
}

/** Nothing was written, because of something. */
export function nothingWritten(reason: string): UsageError {
  return new UsageError(`Nothing was written: ${reason.replace(/\.$/, '')}. Mend this, and run tollgate fix again.`);
}
