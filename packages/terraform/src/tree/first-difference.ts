import type { ComparedTrees } from './compare-trees.ts';
import { byCodeUnits, joinPath } from './tree-path.ts';

/**
 * Finds the first file below a folder that two trees have otherwise and whose name ends in the given way; null when there is
 * none. A link to a folder counts as a difference: what is behind it may be anywhere.
 */
export function firstDifference(trees: ComparedTrees, folder: string, end: string): string | null {
  const ahead = [folder];
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    const now = entriesOf(trees.head, path);
    const then = entriesOf(trees.base, path);
    const inside: string[] = [];
    for (const name of [...new Set([...now.keys(), ...then.keys()])].sort(byCodeUnits)) {
      const place = joinPath(path, name);
      const kinds = [now.get(name), then.get(name)];
      if (kinds.includes('link to a folder')) return place;
      if (name.endsWith(end) && (kinds[0] !== kinds[1] || !trees.isSame(place))) return place;
      if (kinds.includes('folder')) inside.push(place);
    }
    ahead.push(...inside.reverse());
  }
  return null;
}

function entriesOf(tree: ComparedTrees['head'], folder: string): ReadonlyMap<string, string> {
  return new Map(
    (tree.listFolder(folder) ?? []).map(({ name, kind, isLink }) => [
      name,
      kind === 'folder' && isLink === true ? 'link to a folder' : kind,
    ]),
  );
}
