import type { SourceTree } from '../tree/source-tree.ts';
import { joinPath, treePath } from '../tree/tree-path.ts';
import type { NamedRoot, RootModule } from './root-module.ts';
import { readSettings, type SettingsFile, settingsFile } from './settings-file.ts';

/**
 * The root modules that `tollgate.yml` names; undefined when there is no such file, or it names none.
 * @throws TerraformError with line and column of every mistake in it.
 */
export async function namedRootModules(tree: SourceTree): Promise<readonly RootModule[] | undefined> {
  const bytes = tree.readFile(settingsFile);
  if (bytes === undefined) return undefined;
  const settings = readSettings(settingsFile, Buffer.from(bytes).toString('utf8'));
  // A validator is large, and most repositories have no such file.
  const { isRoots, problemsOf } = await import('./roots-schema.ts');
  const { content } = settings;
  if (!isRoots(content)) throw settings.refusal(problemsOf(content));
  if (content.roots === undefined) return undefined;
  const roots = content.roots.map((root, index) => readRoot(tree, root, index, settings));
  settings.check();
  const names = new Map<string, number>();
  for (const [index, { name }] of roots.entries()) {
    const first = names.get(name);
    if (first !== undefined)
      settings.report(
        ['roots', index],
        `has the name "${name}", which roots[${first}] has too; give it another with "name"`,
      );
    else names.set(name, index);
  }
  settings.check();
  return roots;
}

function readRoot(tree: SourceTree, root: NamedRoot, index: number, settings: SettingsFile): RootModule {
  const at = ['roots', index];
  const path = treePath(root.path);
  if (path === undefined) settings.report([...at, 'path'], `is "${root.path}", which is outside of the repository`);
  else if (tree.listFolder(path) === undefined)
    settings.report([...at, 'path'], `is "${root.path}", and there is no such folder`);
  const varFiles = (root.varFiles ?? []).map((file, position) => {
    const found = treePath(joinPath(path ?? '', file));
    const problem = found === undefined ? 'which is outside of the repository' : 'and there is no such file';
    if (path !== undefined && (found === undefined || tree.readFile(found) === undefined))
      settings.report([...at, 'varFiles', position], `is "${file}", ${problem}`);
    return found ?? '';
  });
  return {
    name: root.name ?? (path === '' ? '.' : (path ?? '')),
    path: path ?? '',
    workspace: root.workspace ?? null,
    varFiles,
  };
}
