import type { SourceTree } from '@tollgate/terraform';

/** The usage files at the top of a repository and in the folders of its root modules. */
export function usageFiles(tree: SourceTree, folders: readonly string[]): readonly string[] {
  return [...new Set(['', ...folders])].flatMap((folder) =>
    (tree.listFolder(folder) ?? [])
      .filter(({ name, kind }) => kind === 'file' && /\.ya?ml$/.test(name))
      .map(({ name }) => (folder === '' ? name : `${folder}/${name}`))
      .filter((path) => isUsage(Buffer.from(tree.readFile(path) ?? []).toString('utf8'))),
  );
}

/** Whether a text is in the form of usage files that is in wide use. */
function isUsage(text: string): boolean {
  return /^version:[ \t]*["']?0\.1\b/m.test(text) && /^resource_(?:usage|type_default_usage):/m.test(text);
}
