import { TerraformError } from '../error.ts';
import { automaticFiles } from '../modules/input/root-variables.ts';
import { readManifest } from '../modules/module-manifest.ts';
import { relativeFolder, resolveFolder } from '../modules/module-path.ts';
import { isConfigurationName } from '../source/configuration-names.ts';
import { type ComparedTrees, compareTrees } from '../tree/compare-trees.ts';
import { firstDifference } from '../tree/first-difference.ts';
import type { SourceTree } from '../tree/source-tree.ts';
import { byCodeUnits, joinPath } from '../tree/tree-path.ts';
import { type FileRead, type ModuleReads, readModuleReads, templateReadsFiles } from './module-reads.ts';
import { modulePlace, type WrittenPath } from './written-path.ts';

/** A root module with what it is evaluated with: paths from the root of the tree. */
export interface RootModuleFiles {
  readonly folder: string;
  /** Files of variables beside those that Terraform loads by itself. */
  readonly varFiles: readonly string[];
}

/** Whether a change can make the evaluation of a root module another one, and the first file by which it can. */
export type RootModuleEffect = { readonly kind: 'affected'; readonly file: string } | { readonly kind: 'unaffected' };

/** Two states of a repository. */
export interface RepositoryChange {
  readonly head: SourceTree;
  readonly base: SourceTree;
  /** Files that matter to all root modules, such as one with usage. */
  readonly shared: readonly string[];
}

/**
 * Tells which root modules a change can affect, without evaluating any: those of which a file of configuration or variables
 * differs, of the root module or of a module that it calls, or a file that a function reads. Where the path of such a file is not
 * written out, every file counts whose name could be meant. One that is called unaffected has the same evaluation before and after
 * the change, with the same variables from elsewhere.
 */
export function affectedRootModules({
  head,
  base,
  shared,
}: RepositoryChange): (root: RootModuleFiles) => RootModuleEffect {
  const trees = compareTrees(head, base);
  const differences = remembered((folder: string) => differenceOfModule(trees, folder));
  const reads = remembered((folder: string) => readModuleReads(head, folder));
  const anywhere = remembered((end: string) => firstDifference(trees, '', end));
  const templates = remembered((path: string) => asksForFiles(head, path));

  const effectOf = (root: RootModuleFiles): string | null => {
    const given = [...shared, ...root.varFiles, ...automaticFilesOf(trees, root.folder)];
    const changed = given.find((path) => !trees.isSame(path));
    if (changed !== undefined) return changed;
    const called = new Map<string, ModuleReads['files']>();
    const found = new Set([root.folder]);
    // What is added while it is gone through is gone through too.
    for (const folder of found) {
      const difference = differences(folder) ?? addCalled(folder);
      if (difference !== null) return difference;
    }
    for (const [folder, files] of called) {
      for (const read of files) {
        const difference = differenceOfRead(read, folder);
        if (difference !== null) return difference;
      }
    }
    return null;

    /** Adds the folders of the modules that one calls. */
    function addCalled(folder: string): string | null {
      const { sources, files } = reads(folder);
      called.set(folder, files);
      for (const source of sources.filter(isLocal)) addFolder(resolveFolder(folder, source));
      if (sources.every(isLocal)) return null;
      const manifest = joinPath(root.folder, '.terraform/modules/modules.json');
      if (!trees.isSame(manifest)) return manifest;
      for (const installed of readManifest(head, root.folder).values())
        addFolder(resolveFolder(root.folder, installed));
      return null;
    }

    /** What is outside of the tree is not read. */
    function addFolder(folder: string | undefined): void {
      if (folder !== undefined) found.add(folder);
    }

    function differenceOfRead(read: FileRead, module: string): string | null {
      if (read.kind === 'any') return anywhere(read.end);
      const text = textOf(read.path, relativeFolder(root.folder, module));
      // Absolute paths, and those from the home folder, depend on the machine: as a rule they lead out of the tree.
      if (/^(?:\/|~.*\.\.)/s.test(text)) return anywhere('');
      const path = text.startsWith('~') ? undefined : resolveFolder(root.folder, text);
      if (path === undefined) return null;
      // In the path of a folder too, such characters are a pattern.
      if (read.kind === 'folder') return /[*?[\]{}\\]/.test(path) ? anywhere('') : firstDifference(trees, path, '');
      if (!trees.isSame(path) || isFolder(head, path) !== isFolder(base, path)) return path;
      return read.kind === 'template' && templates(path) ? anywhere('') : null;
    }
  };

  return (root) => {
    const file = unlessRefused(() => effectOf(root));
    return file === null ? { kind: 'unaffected' } : { kind: 'affected', file };
  };
}

/** The first file of configuration that a folder has otherwise. */
function differenceOfModule(trees: ComparedTrees, folder: string): string | null {
  const { head, base, isSame } = trees;
  if (isFolder(head, folder) !== isFolder(base, folder)) return folder === '' ? '.' : folder;
  const lost = (tree: SourceTree) => (tree.lostLinks?.(folder) ?? []).filter(isConfigurationName);
  const moved = [...new Set(lost(head)).symmetricDifference(new Set(lost(base)))].sort(byCodeUnits);
  const names = [head, base].flatMap((tree) =>
    (tree.listFolder(folder) ?? []).flatMap(({ name, kind }) =>
      kind === 'file' && isConfigurationName(name) ? [name] : [],
    ),
  );
  const different = names.sort(byCodeUnits).find((name) => !isSame(joinPath(folder, name))) ?? moved[0];
  return different === undefined ? null : joinPath(folder, different);
}

function automaticFilesOf({ head, base }: ComparedTrees, folder: string): readonly string[] {
  const names = new Set([...automaticFiles(head, folder), ...automaticFiles(base, folder)]);
  return [...names].map((name) => joinPath(folder, name));
}

function asksForFiles(tree: SourceTree, path: string): boolean {
  const bytes = tree.readFile(path);
  return bytes !== undefined && templateReadsFiles(Buffer.from(bytes).toString('utf8'));
}

function textOf(path: WrittenPath, module: string): string {
  return path.map((part) => (part === modulePlace ? module : part)).join('');
}

function isLocal(source: string): boolean {
  return /^\.\.?(?:\/|$)/.test(source);
}

function isFolder(tree: SourceTree, path: string): boolean {
  return tree.listFolder(path) !== undefined;
}

function remembered<Key, Result>(find: (key: Key) => Result): (key: Key) => Result {
  const known = new Map<Key, { readonly result: Result }>();
  return (key) => {
    const found = known.get(key) ?? { result: find(key) };
    known.set(key, found);
    return found.result;
  };
}

/** What cannot be read is left to the evaluation, which says why. */
function unlessRefused(find: () => string | null): string | null {
  try {
    return find();
  } catch (error) {
    if (error instanceof TerraformError) return error.file;
    throw error;
  }
}
