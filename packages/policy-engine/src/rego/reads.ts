/** What a policy may read: everything, or the named parts, `*` for all elements of a list and all keys of a map. */
export type Reads = 'all' | ReadonlyMap<string, Reads>;

/**
 * parseReads makes a tree of paths such as `resource.values.tags` or `resource.values.ingress.*.port`. A path stands for all
 * that is below it; a key with a dot in it cannot be named, but the map around it can.
 */
export function parseReads(paths: readonly string[]): Reads {
  const root: Branch = new Map();
  for (const path of paths) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    let branch: Branch | 'all' = root;
    for (const name of names) {
      if (branch === 'all') break;
      let next: Branch | 'all' | undefined = branch.get(name);
      if (next === undefined) {
        next = new Map();
        branch.set(name, next);
      }
      branch = next;
    }
    if (branch !== 'all') branch.set(last, 'all');
  }
  return root;
}

type Branch = Map<string, Branch | 'all'>;

/** The parts of a value under a name, those of `*` among them. */
export function readsBelow(reads: Reads, name: string): Reads | null {
  if (reads === 'all') return 'all';
  const named = reads.get(name);
  const all = reads.get('*');
  if (named === undefined || all === undefined) return named ?? all ?? null;
  return united(named, all);
}

function united(one: Reads, other: Reads): Reads {
  if (one === 'all' || other === 'all') return 'all';
  const both = new Map(one);
  for (const [name, reads] of other) {
    const known = both.get(name);
    both.set(name, known === undefined ? reads : united(known, reads));
  }
  return both;
}
