import { TerraformError } from '../error.ts';
import type { SourceTree } from '../tree/source-tree.ts';
import { byCodeUnits, joinPath, treePath } from '../tree/tree-path.ts';

/** A file of configuration in a folder. */
export interface ConfigurationFile {
  /** From the root of the tree, with forward slashes. */
  readonly path: string;
  readonly syntax: 'native' | 'json';
  readonly text: string;
}

/**
 * The files of configuration in a folder by their names, with override files last: a block is defined where it is not
 * overridden. A file of OpenTofu stands for the one of Terraform that has its name. None when there is no such folder.
 */
function configurationFileNames(tree: SourceTree, folder: string): readonly string[] {
  const names = (tree.listFolder(folder) ?? [])
    .filter(({ name, kind }) => kind === 'file' && isConfigurationName(name))
    .map(({ name }) => name);
  const present = new Set(names);
  return names
    .filter((name) => !present.has(name.replace(/\.tf(\.json)?$/, '.tofu$1')) || isOfOpenTofu(name))
    .sort(primaryFirst);
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

/** Whether a file of this name is configuration. */
export function isConfigurationName(name: string): boolean {
  return configurationName.test(name) && !ignoredName.test(name);
}

const configurationName = /\.(?:tf|tofu)(?:\.json)?$/;

/** Names that editors give to what is no file of its own. */
const ignoredName = /^\.|~$|^#.*#$/;

function isOfOpenTofu(name: string): boolean {
  return /\.tofu(?:\.json)?$/.test(name);
}

function primaryFirst(a: string, b: string): number {
  const weight = (name: string) => (/(?:^|_)override\.(?:tf|tofu)(?:\.json)?$/.test(name) ? 1 : 0);
  return weight(a) - weight(b) || byCodeUnits(a, b);
}

function unlessRefused<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof TerraformError) return undefined;
    throw error;
  }
}
