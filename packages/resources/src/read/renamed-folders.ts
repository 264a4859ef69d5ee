import { configurationFiles, configurationFolders, hasConfiguration, type SourceTree } from '@tollgate/terraform';

/** How much of two folders has to be the same for one to be the other under a new name: between 0 and 1. */
const leastLikeness = 0.6;

/** More pairs than this are not compared: a change that moves so much is no renaming. */
const mostPairs = 100_000;

/** The head and the base of a repository, with the folders of root modules in the head. */
export interface RenamedFoldersRequest {
  readonly head: SourceTree;
  readonly base: SourceTree;
  readonly folders: readonly string[];
}

/**
 * Finds what folders of root modules were called before a change: a folder that is new, and one that is gone whose configuration
 * is the most alike, one to one. Of pairs that are equally alike the first ones by name count.
 */
export function renamedFolders({ head, base, folders }: RenamedFoldersRequest): ReadonlyMap<string, string> {
  const added = [...new Set(folders)].filter((path) => !hasConfiguration(base, path)).sort();
  if (added.length === 0) return new Map();
  const gone = configurationFolders(base)
    .filter(({ path, hasConfiguration: hadAny }) => hadAny && !hasConfiguration(head, path))
    .map(({ path }) => path)
    .sort();
  if (added.length * gone.length > mostPairs) return new Map();
  const before = gone.map((path) => ({ path, lines: linesIn(base, path) }));
  const pairs = added.flatMap((path) => {
    const lines = linesIn(head, path);
    return before.map((old) => ({ path, old: old.path, likeness: likenessOf(lines, old.lines) }));
  });
  const renamed = new Map<string, string>();
  const taken = new Set<string>();
  for (const { path, old, likeness } of pairs.sort((a, b) => b.likeness - a.likeness)) {
    if (likeness < leastLikeness || renamed.has(path) || taken.has(old)) continue;
    renamed.set(path, old);
    taken.add(old);
  }
  return renamed;
}

/** How often each line is in the configuration of a folder. Brackets alone say nothing. */
function linesIn(tree: SourceTree, folder: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of configurationFiles(tree, folder)) {
    for (const line of text.split('\n').map((one) => one.trim())) {
      if (/\w/.test(line)) counts.set(line, (counts.get(line) ?? 0) + 1);
    }
  }
  return counts;
}

/** The part of the lines of both that they have in common. */
function likenessOf(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const all = sum(one.values()) + sum(other.values());
  const common = sum(one.entries().map(([line, count]) => Math.min(count, other.get(line) ?? 0)));
  return all === 0 ? 0 : (2 * common) / all;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
