import { readFileSync, statSync } from 'node:fs';
import { type DocumentKind, refuseDocument, refuseSize } from './refusal.ts';

/** The path that stands for standard input. */
const standardInput = '-';

/** A file that was read, with its name for messages. */
export interface DocumentFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Why a file cannot be opened, by the system's code. */
const problems: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of its path is a file and not a folder',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
  ELOOP: 'its symbolic links lead in a circle',
};

/**
 * Reads a file, or standard input when the path is `-`.
 * @throws TerraformError when there is no such file, or it is larger than its kind is read.
 */
export function readDocumentFile(kind: DocumentKind, path: string): DocumentFile {
  if (path === standardInput) return { file: 'standard input', bytes: readFileSync(0) };
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw refuseDocument(kind, path, 'it is a folder');
    if (stat.size > kind.maxBytes) throw refuseSize(kind, path, stat.size);
    return { file: path, bytes: readFileSync(path) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    throw refuseDocument(kind, path, problems[code] ?? `the system says ${code}`);
  }
}
