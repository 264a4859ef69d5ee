import { TerraformError } from '../error.ts';
import { isConfigurationName } from '../source/configuration-names.ts';
import type { SourceTree } from '../tree/source-tree.ts';
import { joinPath } from '../tree/tree-path.ts';

/** A folder with what it has for Terraform. */
export interface ConfigurationFolder {
  /** From the root of the tree. */
  readonly path: string;
  readonly hasConfiguration: boolean;
  /** Names of the files of variables in it, sorted. */
  readonly variableFiles: readonly string[];
}

/** Folders in which nothing is one's own, or nothing is configuration. */
const skipped: ReadonlySet<string> = new Set(['.terraform', 'node_modules', 'vendor', '.terragrunt-cache']);

/** More folders than a repository has that people work in. */
const maxFolders = 200_000;

/**
 * Finds the folders that have configuration or variables, by their paths: a folder before those inside of it.
 * @throws TerraformError when there are too many folders.
 */
export function configurationFolders(tree: SourceTree): readonly ConfigurationFolder[] {
  const found: ConfigurationFolder[] = [];
  const ahead = [''];
  let count = 0;
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    if (++count > maxFolders) {
      throw new TerraformError(
        '.',
        `Cannot look for root modules: there are more than ${maxFolders.toLocaleString('en-US')} folders. Name the root modules in tollgate.yml.`,
      );
    }
    const entries = tree.listFolder(path) ?? [];
    const files = entries.filter(({ kind }) => kind === 'file').map(({ name }) => name);
    const variableFiles = files.filter((name) => /\.tfvars(?:\.json)?$/.test(name));
    const hasConfiguration = files.some(isConfigurationName);
    if (hasConfiguration || variableFiles.length > 0) found.push({ path, hasConfiguration, variableFiles });
    for (const { name, kind, isLink } of entries.toReversed())
      if (kind === 'folder' && isLink === undefined && !skipped.has(name)) ahead.push(joinPath(path, name));
  }
  return found;
}
