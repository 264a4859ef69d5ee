import type { PackSource } from '../documents/lock.ts';
import { suggestion } from '../documents/nearest.ts';
import { quote } from '../documents/quote.ts';
import { type DocumentFile, readDocuments } from '../documents/read-documents.ts';
import { PolicyEngineError } from '../error.ts';
import type { Problem } from '../problem.ts';
import { compareText } from '../text-order.ts';
import { type BesideFile, type BesideFiles, readBundles } from './beside.ts';
import { type BundleFile, digestOf, joinLabel, type PackFiles, packFile, readFolder, readOne } from './pack-files.ts';
import { type CommitTree, joinPath, type PolicyTree, plainPath } from './policy-tree.ts';

/** Where names of policies are looked up. */
export interface PolicySources {
  /** The folder that paths are relative to. */
  readonly files: PolicyTree;
  /** Opens a path that does not lie below the folder; without it there is none. Undefined when there is nothing. */
  readonly openOutside?: (path: string) => { readonly tree: PolicyTree; readonly path: string } | undefined;
  /** The ready packs: the folder `tags/required` with its `pack.yml` is the pack of that name. */
  readonly packs: PolicyTree;
  /** Opens a commit by its name; its root is the top of the repository. Throws for one that is not there. */
  readonly openCommit: (ref: string) => CommitTree;
}

/** A pack in use, or a path of a commit. */
export interface ResolvedPack {
  /** As it is named in the lock: `tags/required`, `origin/main:policies`. */
  readonly name: string;
  readonly source: PackSource;
  /** Null for a path of git that is no pack, and when `pack.yml` is broken, which is a problem of its own. */
  readonly version: string | null;
  readonly commit: string | null;
  /** `sha256:` and the hash of its files, with the bundles that its rules name. */
  readonly digest: string;
}

/** What names of policies stand for, in an order that does not depend on that of the names. */
export interface ResolvedPolicies {
  /** For `readDocuments`. */
  readonly files: readonly DocumentFile[];
  readonly packs: readonly ResolvedPack[];
  /** The bundles that rules name. */
  readonly beside: BesideFiles;
  /** Files that cannot be read as text. */
  readonly problems: readonly Problem[];
}

/**
 * Reads what names of policies stand for: a file, a folder (all `.yml` and `.yaml` below it), a ready pack
 * (`tags/required`, or `pack:tags/required`), or a path in a commit (`origin/main:policies/org.yml`).
 *
 * @throws PolicyEngineError for a name that stands for nothing, for two things, or for too much
 */
export async function resolvePolicyPaths(names: readonly string[], sources: PolicySources): Promise<ResolvedPolicies> {
  const files = new Map<string, DocumentFile>();
  const packs = new Map<string, ResolvedPack>();
  const problems = new Map<string, Problem>();
  const commits = new Map<string, CommitTree>();
  const beside = new Map<string, ReadonlyMap<string, BesideFile>>();
  const openCommit = (ref: string): CommitTree => {
    const tree = commits.get(ref) ?? sources.openCommit(ref);
    commits.set(ref, tree);
    return tree;
  };
  for (const name of new Set(names)) {
    const found = find(name, { ...sources, openCommit });
    const labelOf = (path: string) => joinLabel(found.label, path);
    for (const { path, text } of found.content.files) {
      const file = labelOf(path);
      files.set(file, { file, text });
    }
    for (const problem of found.content.problems) problems.set(problem.file, problem);
    const named = await readBundles({ ...found, files: found.content.files, labelOf });
    for (const [file, bundles] of named.beside) beside.set(file, bundles);
    const { pack, problem } = await packOf(found, named.bundles);
    if (pack !== null) packs.set(`${pack.source} ${pack.name}`, pack);
    if (problem !== null) problems.set(problem.file, problem);
  }
  return {
    files: [...files.values()].sort((a, b) => compareText(a.file, b.file)),
    packs: [...packs.values()].sort((a, b) => compareText(a.name, b.name) || compareText(a.source, b.source)),
    beside,
    problems: [...problems.values()].sort((a, b) => compareText(a.file, b.file)),
  };
}

/** What one name stands for. */
interface Found {
  readonly source: PackSource;
  /** As the lock names it. */
  readonly name: string;
  /** How problems name its root. */
  readonly label: string;
  /** Where it is. */
  readonly tree: PolicyTree;
  readonly path: string;
  readonly content: PackFiles;
  readonly commit: string | null;
}

function find(name: string, sources: PolicySources): Found {
  if (name.startsWith('pack:')) return findReady(name.slice('pack:'.length), sources) ?? refusePack(name, sources);
  const colon = name.indexOf(':');
  if (colon > 0 && !/^\.{0,2}\//.test(name)) return findInCommit(name, colon, sources);
  const path = findPath(name, sources);
  // A pull request could put a folder in the place of a ready pack, and so take its rules away.
  const ready = /^\.{0,2}\//.test(name) ? undefined : findReady(name, sources);
  if (path !== undefined && ready !== undefined) {
    throw new PolicyEngineError(
      `${quote(name)} is a path and a ready pack. Write ${quote(`./${name}`)} or ${quote(`pack:${name}`)}.`,
    );
  }
  return path ?? ready ?? refusePack(name, sources);
}

function findPath(name: string, { files, openOutside }: PolicySources): Found | undefined {
  const path = plainPath(name);
  if (path === undefined) return findOutside(name, openOutside);
  const content = read(files, path, path);
  if (content === undefined) return undefined;
  return { source: 'folder', name: path || '.', label: path, tree: files, path, content, commit: null };
}

function findOutside(name: string, openOutside: PolicySources['openOutside']): Found | undefined {
  const opened = openOutside?.(name);
  if (opened === undefined) return undefined;
  const label = name.replace(/\/+$/, '');
  const content = read(opened.tree, opened.path, label);
  return content === undefined ? undefined : { source: 'folder', name: label, label, ...opened, content, commit: null };
}

function findReady(name: string, { packs }: PolicySources): Found | undefined {
  const path = plainPath(name);
  if (path === undefined || path === '' || packs.readFile(joinPath(path, packFile)) === undefined) return undefined;
  const label = `pack:${path}`;
  const content = readFolder(packs, path, label);
  return { source: 'ready', name: path, label, tree: packs, path, content, commit: null };
}

function findInCommit(name: string, colon: number, { openCommit }: PolicySources): Found {
  const ref = name.slice(0, colon);
  const path = plainPath(name.slice(colon + 1));
  // A name that begins with a hyphen would be an option of git.
  if (path === undefined || ref.startsWith('-')) {
    throw new PolicyEngineError(
      `${quote(name)} is no path in a commit. Write REF:PATH with a path from the top of the repository, such as origin/main:policies.`,
    );
  }
  const tree = openCommit(ref);
  const label = `${ref}:${path}`;
  const content = read(tree, path, label);
  if (content === undefined) {
    throw new PolicyEngineError(
      `The commit ${quote(ref)} has no file or folder ${quote(path)}. Write the path from the top of the repository.`,
    );
  }
  return { source: 'git', name: label, label, tree, path, content, commit: tree.commit };
}

/** The file or the folder at a path. */
function read(tree: PolicyTree, path: string, label: string): PackFiles | undefined {
  if (tree.listFolder(path) !== undefined) return readFolder(tree, path, label);
  return path === '' ? undefined : readOne(tree, path, label);
}

/** Says which packs there are, when a name stands for nothing. */
function refusePack(name: string, { packs }: PolicySources): never {
  const wanted = name.replace(/^pack:/, '');
  const all = readyPacks(packs, '');
  const below = all.filter((one) => one.startsWith(`${wanted}/`));
  const mend =
    below.length > 0
      ? ` Name one of the packs in it: ${below.join(', ')}.`
      : suggestion(wanted, all).replace('Choose among', 'The ready packs are');
  throw new PolicyEngineError(`There is no file, folder or pack ${quote(name)}.${mend || ' Mend the name.'}`);
}

/** The names of the packs below a folder, in order. */
function readyPacks(packs: PolicyTree, folder: string): readonly string[] {
  if (folder.split('/').length > 8) return [];
  const entries = packs.listFolder(folder) ?? [];
  if (folder !== '' && entries.some(({ name }) => name === packFile)) return [folder];
  return entries
    .filter(({ kind, isLink }) => kind === 'folder' && isLink !== true)
    .flatMap(({ name }) => readyPacks(packs, joinPath(folder, name)))
    .toSorted(compareText);
}

/** What the lock says of something that was found; null for files of the working folder that are no pack. */
async function packOf(
  found: Found,
  bundles: readonly BundleFile[],
): Promise<{ pack: ResolvedPack | null; problem: Problem | null }> {
  const { source, name, label, content, commit } = found;
  const description = content.files.find(({ path }) => path === packFile);
  if (description === undefined && source === 'folder') return { pack: null, problem: null };
  const file = joinLabel(label, packFile);
  const { packs } = await readDocuments(description === undefined ? [] : [{ file, text: description.text }]);
  const [located] = packs;
  const pack = {
    name,
    source,
    version: located?.document.metadata.version ?? null,
    commit,
    digest: digestOf(content.files, bundles),
  };
  const own = located?.document.metadata.name;
  if (located === undefined || source !== 'ready' || own === undefined || own === name) return { pack, problem: null };
  const place = located.places.at(['metadata', 'name']);
  return {
    pack,
    problem: {
      file,
      ...place,
      message: `The pack is named ${quote(own)}, and its folder ${quote(name)}. Mend one of them.`,
    },
  };
}
