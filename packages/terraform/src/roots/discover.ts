import { type ModuleSource, readModuleSource } from '../source/module-source.ts';
import type { SourceTree } from '../tree/source-tree.ts';
import { calledFolders } from './called-folders.ts';
import { type ConfigurationFolder, configurationFolders } from './configuration-folders.ts';
import type { RootModule } from './root-module.ts';
import { variantsOf } from './variants.ts';

/**
 * Finds root modules: folders that no other one calls as a module, and that configure a provider, say where their state is, or
 * have variables. Where there is none, folders with resources count that only lack those signs. What is below `modules` or
 * `examples` counts only where nothing else does.
 */
export function discoverRootModules(tree: SourceTree): readonly RootModule[] {
  const folders = new Map(configurationFolders(tree).map((folder) => [folder.path, folder]));
  const modules = [...folders.values()]
    .filter(({ hasConfiguration }) => hasConfiguration)
    .map((folder) => ({ folder, source: readModuleSource(tree, folder.path) }));
  const called = new Set(modules.flatMap(({ folder, source }) => calledFolders(folder.path, source)));
  const candidates = modules
    .filter(({ folder }) => !called.has(folder.path))
    .map(({ folder, source }) => ({ folder, source, variants: variantsOf(folder, folders) }));

  const own = candidates.filter(({ folder }) => !isPartOfALibrary(folder.path));
  const aside = candidates.filter(({ folder }) => isPartOfALibrary(folder.path));
  const tiers = [own.filter(isMarked), own.filter(isUsable), aside.filter(isMarked), aside.filter(isUsable)];
  const roots = tiers.find((tier) => tier.length > 0) ?? [];
  return roots.flatMap(({ folder, variants }) => {
    const root = { path: folder.path, workspace: null };
    const name = folder.path === '' ? '.' : folder.path;
    if (variants.length === 0) return [{ ...root, name, varFiles: [] }];
    return variants.map((variant) => ({ ...root, name: `${name} (${variant.name})`, varFiles: variant.varFiles }));
  });
}

interface Candidate {
  readonly folder: ConfigurationFolder;
  readonly source: ModuleSource;
  readonly variants: readonly object[];
}

function isMarked({ folder, source, variants }: Candidate): boolean {
  const { configuresProviders, configuresState } = source;
  return configuresProviders || configuresState || folder.variableFiles.length > 0 || variants.length > 0;
}

function isUsable({ source }: Candidate): boolean {
  return source.resources.size > 0 || source.calls.size > 0;
}

function isPartOfALibrary(path: string): boolean {
  return path.split('/').some((name) => /^(?:modules?|examples?|tests?|fixtures)$/.test(name));
}
