import {
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  realpathSync,
  writeSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { syncUsageFile, type UsageNeed } from '@tollgate/pricing';
import { UsageError } from '../error.ts';

/** A usage file that is to be completed. */
export interface UsageSync {
  readonly file: string;
  /** Null when there is no file yet. */
  readonly text: string | null;
  /**
   * Adds the keys that are missing, and tells in a sentence what was done. Only the file is written, and never through a link.
   * @throws UsageError when it cannot be written, and PricingError when nothing can be added to it.
   */
  add(needs: readonly UsageNeed[]): string;
}

/**
 * Opens a usage file that is to be completed. `file` is from the working folder.
 * @throws UsageError when it is reached by a link, is no file, or is no text.
 */
export function openUsageSync(file: string, workingFolder: string): UsageSync {
  const path = resolve(workingFolder, file);
  refuseLinkedFolder(path, file, workingFolder);
  const text = readText(path, file);
  return {
    file,
    text,
    add(needs) {
      const synced = syncUsageFile(file, text, needs);
      if (synced.keys === 0) return `Nothing is missing in ${file}.`;
      write(path, file, text, synced.text);
      const keys = synced.keys === 1 ? '1 key' : `${synced.keys} keys`;
      return `Added ${keys} to ${file}. Write the usage of a month behind each that matters.`;
    },
  };
}

/** What is in the working folder can come from a pull request, and a folder of it can be a link to anywhere. */
function refuseLinkedFolder(path: string, file: string, workingFolder: string): void {
  const folder = dirname(path);
  const below = relative(workingFolder, folder);
  if (below.startsWith('..') || isAbsolute(below)) return;
  let real: string;
  try {
    real = realpathSync.native(folder);
  } catch {
    throw new UsageError(`There is no folder ${dirname(file)} for the usage file. Make it, or name another file.`);
  }
  if (real !== join(realpathSync.native(workingFolder), below)) throw linked(file);
}

function linked(file: string): UsageError {
  return new UsageError(`The usage file ${file} is reached by a link, and is not written. Name the file itself.`);
}

function readText(path: string, file: string): string | null {
  const handle = open(path, file, constants.O_RDONLY | constants.O_NONBLOCK);
  if (handle === null) return null;
  try {
    if (!fstatSync(handle).isFile()) throw new UsageError(`${file} is no file. Name a usage file with --sync-usage.`);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(handle));
  } catch (error) {
    if (error instanceof TypeError) {
      throw new UsageError(`The usage file ${file} is not UTF-8. Save it as UTF-8, and run again.`);
    }
    throw error;
  } finally {
    closeSync(handle);
  }
}

/** Null when there is no file. */
function open(path: string, file: string, flags: number): number | null {
  try {
    return openSync(path, flags | constants.O_NOFOLLOW, 0o644);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return null;
    if (code === 'ELOOP') throw linked(file);
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Cannot open the usage file ${file}: ${reason}. Give another one with --sync-usage.`);
  }
}

function write(path: string, file: string, before: string | null, text: string): void {
  const create = before === null ? constants.O_CREAT | constants.O_EXCL : 0;
  const handle = open(path, file, constants.O_RDWR | create);
  if (handle === null) throw new UsageError(`The usage file ${file} is gone, or its folder. Run again.`);
  try {
    if (before !== null && !readFileSync(handle).equals(Buffer.from(before))) {
      throw new UsageError(`The usage file ${file} was changed meanwhile, and is not written. Run again.`);
    }
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done, bytes.length - done, done);
    ftruncateSync(handle, bytes.length);
  } finally {
    closeSync(handle);
  }
}
