import { TerraformError } from '../error.ts';
import type { SourceTree } from '../tree/source-tree.ts';
import { joinPath, treePath } from '../tree/tree-path.ts';
import { configurationNames } from './configuration-names.ts';

/** A file of configuration in a folder. */
export interface ConfigurationFile {
  /** From the root of the tree, with forward slashes. */
  readonly path: string;
  readonly syntax: 'native' | 'json';
  readonly text: string;
}

/** The files of configuration in a folder by their names, overrides last. None when there is no such folder. */
function configurationFileNames(tree: SourceTree, folder: string): readonly string[] {
  const files = (tree.listFolder(folder) ?? []).filter(({ kind }) => kind === 'file');
  return configurationNames(
    files.map(({ name }) => name),
    false,
  );
}

/** Whether a folder has any configuration. */
export function hasConfiguration(tree: SourceTree, folder: string): boolean {
  return configurationFileNames(tree, folder).length > 0;
}

/** Reads them. One that cannot be read is left out: what needs these files goes on without its lines. */
export function configurationFiles(tree: SourceTree, folder: string): readonly ConfigurationFile[] {
  return configurationFileNames(tree, folder).flatMap((name) => {
    const path = joinPath(treePath(folder) ?? '', name);
    const bytes = unlessRefused(() => tree.readFile(path));
    if (bytes === undefined) return [];
    return [{ path, syntax: name.endsWith('.json') ? 'json' : 'native', text: Buffer.from(bytes).toString('utf8') }];
  });
}

function unlessRefused<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof TerraformError) return undefined;
    throw error;
  }
}
