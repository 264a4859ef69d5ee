import { byCodeUnits, folderOf, joinPath } from '../tree/tree-path.ts';
import type { ConfigurationFolder } from './configuration-folders.ts';

/** One set of variables that a root module is used with. */
export interface Variant {
  /** The environment: `prod`. */
  readonly name: string;
  /** Files of variables, from the root of the tree. */
  readonly varFiles: readonly string[];
}

/** Folders in which people keep the variables of environments. */
const environmentFolders: ReadonlySet<string> = new Set([
  'env',
  'envs',
  'environment',
  'environments',
  'vars',
  'tfvars',
  'config',
  'configs',
  'workspaces',
]);

/**
 * The variants of a root module, by the files of variables that Terraform does not load by itself: `prod.tfvars` beside it,
 * `env/prod.tfvars`, or `env/prod/…` with everything in that folder. Sorted by name. `folders` are all folders of the repository.
 */
export function variantsOf(
  root: ConfigurationFolder,
  folders: ReadonlyMap<string, ConfigurationFolder>,
): readonly Variant[] {
  const files = new Map<string, string[]>();
  const add = (name: string, file: string) => files.set(name, [...(files.get(name) ?? []), file]);
  for (const file of root.variableFiles) if (isGiven(file)) add(stem(file), joinPath(root.path, file));
  for (const folder of folders.values()) {
    const name = environmentOf(root.path, folder);
    if (name === undefined) continue;
    for (const file of folder.variableFiles) {
      if (!isForBackend(file)) add(name === '' ? stem(file) : name, joinPath(folder.path, file));
    }
  }
  return [...files].map(([name, varFiles]) => ({ name, varFiles })).sort((a, b) => byCodeUnits(a.name, b.name));
}

/** Empty for a folder of environments, the name of the environment for one inside of it, undefined for any other. */
function environmentOf(root: string, { path, hasConfiguration }: ConfigurationFolder): string | undefined {
  if (hasConfiguration || path === root) return undefined;
  const parent = folderOf(path);
  const name = path.slice(parent === '' ? 0 : parent.length + 1);
  if (parent === root && environmentFolders.has(name)) return '';
  const isInside =
    environmentFolders.has(parent.slice(parent.lastIndexOf('/') + 1)) && folderOf(parent) === root && parent !== root;
  return isInside ? name : undefined;
}

/** Terraform loads the others by itself. */
function isGiven(file: string): boolean {
  return !/^terraform\.tfvars(?:\.json)?$|\.auto\.tfvars(?:\.json)?$/.test(file) && !isForBackend(file);
}

/** The arguments of a backend are kept in files of the same ending: `backend-prod.tfvars`. */
function isForBackend(file: string): boolean {
  return /(?:^|[.\-_])backend(?:[.\-_]|$)/.test(file);
}

function stem(file: string): string {
  return file.replace(/(?:\.auto)?\.tfvars(?:\.json)?$/, '');
}
