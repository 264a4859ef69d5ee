import { createHash } from 'node:crypto';
import { decodeText } from '../documents/decode-text.ts';
import { quote } from '../documents/quote.ts';
import { PolicyEngineError } from '../error.ts';
import type { Problem } from '../problem.ts';
import { compareText } from '../text-order.ts';
import { joinPath, type PolicyTree } from './policy-tree.ts';

/** The file that makes a folder a pack. */
export const packFile = 'pack.yml';

/** The file of digests. It is read by itself, never as one of the policies. */
export const lockFileName = 'tollgate.lock.yml';

/** The most files, and names in folders, that one name may stand for, and how deep its folders may go. */
const limits = { files: 5_000, entries: 50_000, depth: 32 };

/** The most bytes that one name may stand for. */
const maxBytes = 16 * 1024 * 1024;

/** A file as it was read, by its path from the folder that was named; empty for a file that was named itself. */
export interface PackFile {
  readonly path: string;
  readonly text: string;
}

/** A file that a rule names, by its path from the folder that was named. */
export interface BundleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The files below a folder, in the order of their paths, and those that cannot be read. */
export interface PackFiles {
  readonly files: readonly PackFile[];
  readonly problems: readonly Problem[];
}

/**
 * Reads all files of YAML below a folder. Links are not followed; one that would be read is a problem, since policies
 * must not go missing without a word.
 *
 * @param label how problems name the folder
 * @throws PolicyEngineError when there is too much in it
 */
export function readFolder(tree: PolicyTree, folder: string, label: string): PackFiles {
  const files: PackFile[] = [];
  const problems: Problem[] = [];
  const found = { entries: 0, bytes: 0 };
  const refuse = (what: string): never => {
    throw new PolicyEngineError(
      `Cannot read the policies in ${quote(label)}: there are ${what}. Name a smaller folder.`,
    );
  };
  const walk = (below: string, depth: number): void => {
    if (depth > limits.depth) refuse(`folders more than ${limits.depth} deep`);
    for (const { name, kind, isLink } of tree.listFolder(joinPath(folder, below)) ?? []) {
      found.entries += 1;
      if (found.entries > limits.entries) refuse(`more than ${limits.entries} names in it`);
      const path = joinPath(below, name);
      const isWanted = kind === 'folder' || (/\.ya?ml$/i.test(name) && name !== lockFileName);
      if (!isWanted) continue;
      if (isLink === true) {
        problems.push(startOf(label, path, 'A link is not followed. Put what it leads to in its place.'));
      } else if (kind === 'folder') walk(path, depth + 1);
      else {
        const bytes = tree.readFile(joinPath(folder, path));
        if (bytes === undefined) {
          problems.push(startOf(label, path, 'The file is in its folder and cannot be read. Make it readable.'));
          continue;
        }
        found.bytes += bytes.length;
        if (found.bytes > maxBytes) refuse(`more than ${maxBytes / 1024 / 1024} MiB of files`);
        if (files.length + problems.length >= limits.files) refuse(`more than ${limits.files} files`);
        const text = decodeText(bytes, joinLabel(label, path));
        if (typeof text === 'string') files.push({ path, text });
        else problems.push(text);
      }
    }
  };
  walk('', 0);
  return {
    files: files.sort((a, b) => compareText(a.path, b.path)),
    problems: problems.sort((a, b) => compareText(a.file, b.file)),
  };
}

/** Reads one file that was named; undefined when there is none. */
export function readOne(tree: PolicyTree, path: string, label: string): PackFiles | undefined {
  const bytes = tree.readFile(path);
  if (bytes === undefined) return undefined;
  const text = decodeText(bytes, label);
  return typeof text === 'string' ? { files: [{ path: '', text }], problems: [] } : { files: [], problems: [text] };
}

/**
 * `sha256:` and the hash of files: of each its path, its length and its text in UTF-8, in the order of the paths, and then the
 * same of the bundles that rules name. Line ends of texts and a byte order mark do not count, so that a checkout gives the
 * same digest on every system.
 */
export function digestOf(files: readonly PackFile[], bundles: readonly BundleFile[]): string {
  const hash = createHash('sha256');
  const texts = files.map(({ path, text }) => ({
    path,
    bytes: Buffer.from(text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n')),
  }));
  const inOrder = (all: readonly BundleFile[]) => all.toSorted((a, b) => compareText(a.path, b.path));
  for (const { path, bytes } of [...inOrder(texts), ...inOrder(bundles)]) {
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return `sha256:${hash.digest('hex')}`;
}

/** How a file is named in problems: `policies/tags.yml`, `pack:tags/required/keys.yml`, `origin/main:policies/tags.yml`. */
export function joinLabel(label: string, path: string): string {
  if (path === '') return label;
  return label === '' || label.endsWith(':') ? label + path : `${label}/${path}`;
}

function startOf(label: string, path: string, message: string): Problem {
  return { file: joinLabel(label, path), line: 1, column: 1, message };
}
