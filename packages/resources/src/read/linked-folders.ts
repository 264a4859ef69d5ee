import { hasConfiguration, type SourceTree, TerraformError } from '@tollgate/terraform';

/** More folders behind links than anybody means. */
const maxFolders = 10_000;

/**
 * Finds the folders with configuration that are reached through a link, by the names of the links. No path goes through two of
 * them, so that links in circles come to an end.
 * @throws TerraformError when there are too many.
 */
export function linkedFolders(tree: SourceTree): readonly string[] {
  const found: string[] = [];
  let count = 0;
  const ahead = [{ path: '', isBehindLink: false }];
  for (let folder = ahead.pop(); folder !== undefined; folder = ahead.pop()) {
    const { path, isBehindLink } = folder;
    if (isBehindLink && ++count > maxFolders) {
      throw new TerraformError(
        '.',
        `There are more than ${maxFolders.toLocaleString('en-US')} folders behind links. Name the root modules without patterns.`,
      );
    }
    if (isBehindLink && hasConfiguration(tree, path)) found.push(path);
    for (const { name, kind, isLink = false } of tree.listFolder(path) ?? []) {
      if (kind !== 'folder' || skipped.has(name) || (isLink && isBehindLink)) continue;
      ahead.push({ path: path === '' ? name : `${path}/${name}`, isBehindLink: isLink || isBehindLink });
    }
  }
  return found;
}

/** Folders of tools, in which nobody keeps a root module. */
const skipped: ReadonlySet<string> = new Set(['.git', '.terraform', '.terragrunt-cache', 'node_modules']);
