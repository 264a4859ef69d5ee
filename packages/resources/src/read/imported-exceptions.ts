import {
  documentsError,
  type Exception,
  type ImportFormat,
  importExceptions,
  importFormats,
  PolicyEngineError,
} from '@tollgate/policy-engine';
import { gitTree } from '@tollgate/terraform';
import { givenFile } from './given-file.ts';
import { pathFromTop } from './path-from-top.ts';

/** A file with exceptions of another tool. */
export interface ImportedFile {
  readonly format: ImportFormat;
  readonly file: string;
}

/** Reads `FORMAT:FILE`; undefined when it is none. */
export function importedFile(text: string): ImportedFile | undefined {
  const [, name, file] = /^(\w+):(.+)$/s.exec(text) ?? [];
  const format = importFormats.find((known) => known === name);
  return format === undefined || file === undefined ? undefined : { format, file };
}

/**
 * Reads exceptions of other tools.
 * @throws PolicyEngineError for a file that is not there, and for mistakes in one, each at its place.
 */
export async function importedExceptions(
  files: readonly ImportedFile[],
  workingFolder: string,
): Promise<readonly Exception[]> {
  const all: Exception[] = [];
  for (const { format, file } of files) {
    const { exceptions, problems } = await importExceptions(format, { file, text: textOf(file, workingFolder) });
    if (problems.length > 0) throw documentsError(problems);
    all.push(...exceptions);
  }
  return all;
}

/**
 * Reads the same files as they are in the commit before the change. What was not there yet, or could not be read, held no
 * exceptions; a file elsewhere is no part of the change.
 * @throws TerraformError when there is no such commit.
 */
export async function importedBefore(
  files: readonly ImportedFile[],
  ref: string,
  workingFolder: string,
): Promise<readonly Exception[]> {
  if (files.length === 0) return [];
  const tree = gitTree({ repository: workingFolder, ref });
  const all: Exception[] = [];
  for (const { format, file } of files) {
    const path = pathFromTop(file, workingFolder);
    if (path === null) {
      all.push(...(await importedExceptions([{ format, file }], workingFolder)));
      continue;
    }
    const bytes = tree.readFile(path);
    if (bytes === undefined) continue;
    all.push(...(await importExceptions(format, { file, text: new TextDecoder().decode(bytes) })).exceptions);
  }
  return all;
}

function textOf(file: string, workingFolder: string): string {
  const text = givenFile(file, workingFolder);
  if (text !== undefined) return text;
  throw new PolicyEngineError(`There is no file ${file} that can be read. Give the file of exceptions.`);
}
