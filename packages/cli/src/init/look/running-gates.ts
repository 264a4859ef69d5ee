import type { SourceTree } from '@tollgate/terraform';

const folder = '.github/workflows';

/** The workflows that use actions of Tollgate already, by the action: `tag-policy`. Of two the first counts; `own` does not count. */
export function runningGates(tree: SourceTree, own: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { name, kind } of tree.listFolder(folder) ?? []) {
    const path = `${folder}/${name}`;
    if (kind !== 'file' || !/\.ya?ml$/.test(name) || path === own) continue;
    const text = Buffer.from(tree.readFile(path) ?? []).toString('utf8');
    for (const [, action = ''] of text.matchAll(
      /^[ \t]*(?:-[ \t]+)?uses:[ \t]*["']?tollgate\/tollgate\/actions\/([a-z-]+)@/gm,
    )) {
      if (!found.has(action)) found.set(action, path);
    }
  }
  return found;
}
