import { findRepository } from './find-repository.ts';
import { openGit } from './git.ts';
import { readBatch } from './git-objects.ts';

/** How the commits of a clone hang together. A shallow clone has only some of them. */
export interface CommitGraph {
  /** The hash of a commit by its name; undefined when the clone does not have it. */
  find(name: string): string | undefined;
  /** The parents of a commit, in order, whether or not the clone has them; none of a commit that it does not have. */
  parents(commit: string): readonly string[];
  /** Where the histories of two commits part; undefined when the clone does not have that commit. */
  mergeBase(one: string, other: string): string | undefined;
}

/** Opens the commits of the repository that a folder belongs to; undefined when it belongs to none. */
export function commitGraph(folder: string): CommitGraph | undefined {
  const found = findRepository(folder);
  if (found === undefined) return undefined;
  const git = openGit(found.gitDirectory);
  const hashOf = (args: readonly string[]) =>
    git
      .run(args)
      ?.toString('latin1')
      .trim()
      .match(/^[0-9a-f]{40,64}$/m)?.[0];
  const find = (name: string) =>
    // A name with a hyphen in front would be an option of git.
    name === '' || name.startsWith('-') ? undefined : hashOf(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
  return {
    find,
    parents(commit) {
      const hash = find(commit);
      // The object itself: in a shallow clone git says of its oldest commits that they have no parents.
      const bytes = hash === undefined ? undefined : readBatch(git, [hash]).get(hash);
      const [head = ''] = Buffer.from(bytes ?? [])
        .toString('latin1')
        .split('\n\n');
      return [...head.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map(([, parent = '']) => parent);
    },
    mergeBase(one, other) {
      const [a, b] = [find(one), find(other)];
      return a === undefined || b === undefined ? undefined : hashOf(['merge-base', a, b]);
    },
  };
}
