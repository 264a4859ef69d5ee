import { configurationFiles, configurationFolders, hasConfiguration, type SourceTree } from '@tollgate/terraform';

/** How much of two folders has to be the same for one to be the other under a new name: between 0 and 1. */
const leastLikeness = 0.6;

/** More pairs than this are not compared: a change that moves so much, and not as it is, is no renaming. */
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
  const now = added.map((path) => ({ path, lines: linesIn(head, path) }));
  const before = gone.map((path) => ({ path, lines: linesIn(base, path) }));
  const renamed = movedFolders(now, before);
  const taken = new Set(renamed.values());
  const others = now.filter(({ path }) => !renamed.has(path));
  const candidates = before.filter(({ path }) => !taken.has(path));
  if (others.length * candidates.length > mostPairs) return renamed;
  const pairs = others.flatMap(({ path, lines }) =>
    candidates.map((old) => ({ path, old: old.path, likeness: likenessOf(lines, old.lines) })),
  );
  for (const { path, old, likeness } of pairs.sort((a, b) => b.likeness - a.likeness)) {
    if (likeness < leastLikeness || renamed.has(path) || taken.has(old)) continue;
    renamed.set(path, old);
    taken.add(old);
  }
  return renamed;
}

/** A folder of configuration, with how often each line is in it. */
interface FolderLines {
  readonly path: string;
  readonly lines: ReadonlyMap<string, number>;
}

/** The folders whose configuration has the same lines as one that is gone: found by one look at each, however many there are. */
function movedFolders(now: readonly FolderLines[], before: readonly FolderLines[]): Map<string, string> {
  const textOf = ({ lines }: FolderLines) => JSON.stringify([...lines].sort());
  const byText = Map.groupBy(before, textOf);
  const moved = new Map<string, string>();
  for (const folder of now) {
    const old = folder.lines.size === 0 ? undefined : byText.get(textOf(folder))?.shift();
    if (old !== undefined) moved.set(folder.path, old.path);
  }
  return moved;
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
