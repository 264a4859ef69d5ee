import { quote } from '../documents/quote.ts';
import { readDocuments } from '../documents/read-documents.ts';
import { PolicyEngineError } from '../error.ts';
import type { BundleFile, PackFile } from './pack-files.ts';
import { joinPath, type PolicyTree, plainPath } from './policy-tree.ts';

/** The most bytes of bundles that one name of policies may stand for. */
const maxBytes = 64 * 1024 * 1024;

/**
 * Gives the bytes of a file that a rule names, by the file of its policy and the path from there: the same bytes for the same
 * file.
 * @throws PolicyEngineError when there is none, with the reason.
 */
export type ReadBeside = (file: string, path: string) => Uint8Array;

/** What rules name: of each file of policies, as problems name it, the paths as they are written. */
export type BesideFiles = ReadonlyMap<string, ReadonlyMap<string, BesideFile>>;

/** The bytes of a file, or why there are none, as a sentence. */
export type BesideFile =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly reason: string };

/** Where files of policies were found. */
export interface PolicyFolder {
  readonly tree: PolicyTree;
  /** The folder or the file that was named, from the root of the tree. */
  readonly path: string;
  readonly files: readonly PackFile[];
  /** The name of a file in problems. */
  readonly labelOf: (path: string) => string;
}

/**
 * Reads the bundles that rules of Rego name, from the tree that their policy is from: a pull request cannot change what a
 * policy of another commit or of a ready pack is compiled with. They lie in the folder of the policy or below it, so
 * that a pack is whole by itself.
 *
 * @returns with the paths from what was named, for its digest
 */
export async function readBundles(
  folder: PolicyFolder,
): Promise<{ readonly beside: BesideFiles; readonly bundles: readonly BundleFile[] }> {
  const { tree, path: root, files, labelOf } = folder;
  const beside = new Map<string, Map<string, BesideFile>>();
  const read = new Map<string, BesideFile>();
  let size = 0;
  for (const file of files) {
    for (const bundle of await bundlesNamedIn(file)) {
      const path = below(joinPath(root, file.path), bundle);
      const found = path === undefined ? outside(bundle) : (read.get(path) ?? readOne(tree, path, bundle));
      if (path !== undefined && found.kind === 'file' && !read.has(path)) size += found.bytes.length;
      if (size > maxBytes) throw tooLarge(labelOf(file.path));
      if (path !== undefined) read.set(path, found);
      const label = labelOf(file.path);
      beside.set(label, (beside.get(label) ?? new Map<string, BesideFile>()).set(bundle, found));
    }
  }
  const from = files.length === 1 && files[0]?.path === '' ? folderOf(root) : root;
  const bundles = [...read].flatMap(([path, found]) =>
    found.kind === 'file' ? [{ path: from === '' ? path : path.slice(from.length + 1), bytes: found.bytes }] : [],
  );
  return { beside, bundles };
}

/** Makes the reader of files that were read; `files` are the names of all files of policies that come from somewhere. */
export function readerOf(beside: BesideFiles, files: ReadonlySet<string>): ReadBeside {
  return (file, path) => {
    const found = beside.get(file)?.get(path);
    if (found?.kind === 'file') return found.bytes;
    if (found?.kind === 'refused') throw new PolicyEngineError(found.reason);
    if (!files.has(file)) {
      throw new PolicyEngineError(
        `${file} is no file of a folder, a pack or a commit, so that nothing lies beside it. Write the policy into a file, with the bundle beside it.`,
      );
    }
    throw new PolicyEngineError(
      `The bundle ${quote(path)} comes from a parameter. Write its path in the rule itself: what a policy is made of must not change with a parameter.`,
    );
  };
}

/** For policies that come from nowhere. */
export const noneBeside: ReadBeside = readerOf(new Map(), new Set());

/** The paths of bundles in a file, as they are written. What is wrong with its documents is told by those who use them. */
async function bundlesNamedIn({ text, path }: PackFile): Promise<readonly string[]> {
  // Reading documents takes time, and few files name bundles; a name that YAML writes in another way is refused later.
  if (!text.includes('bundle')) return [];
  const { policies } = await readDocuments([{ file: path, text }]);
  const rules = policies.flatMap(({ document }) => document.spec.rules);
  return [...new Set(rules.flatMap(({ rego }) => bundleIn(rego) ?? []))];
}

function bundleIn(rego: unknown): string | undefined {
  return typeof rego === 'object' && rego !== null && 'bundle' in rego && typeof rego.bundle === 'string'
    ? rego.bundle
    : undefined;
}

/** The path of a bundle from the root of the tree; undefined when it leads out of the folder of the policy. */
function below(policy: string, bundle: string): string | undefined {
  const path = plainPath(bundle);
  // On Windows, backslashes separate names, and a colon names a drive or a stream.
  if (path === undefined || path === '' || /[\\:]/.test(path)) return undefined;
  return joinPath(folderOf(policy), path);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function readOne(tree: PolicyTree, path: string, bundle: string): BesideFile {
  if (isBehindLink(tree, path)) {
    return refused(`The bundle ${quote(bundle)} is a link, which is not followed. Put what it leads to in its place.`);
  }
  const bytes = tree.readFile(path);
  if (bytes !== undefined) return { kind: 'file', bytes };
  return refused(`There is no file ${quote(bundle)} beside the policy. Give the path from the folder of the policy.`);
}

function isBehindLink(tree: PolicyTree, path: string): boolean {
  const names = path.split('/');
  return names.some((name, index) =>
    (tree.listFolder(names.slice(0, index).join('/')) ?? []).some((entry) => entry.name === name && entry.isLink),
  );
}

function outside(bundle: string): BesideFile {
  return refused(
    `The bundle ${quote(bundle)} lies outside of the folder of the policy. Put it there or below, and give the path from there.`,
  );
}

function refused(reason: string): BesideFile {
  return { kind: 'refused', reason };
}

function tooLarge(label: string): PolicyEngineError {
  return new PolicyEngineError(
    `${label} and the policies with it name bundles of more than ${maxBytes / 1024 / 1024} MiB. Leave out data that no rule reads.`,
  );
}
