import type { Git } from './git.ts';
import type { GitBlob } from './git-objects.ts';

/** A commit with the one that it is compared with. */
export interface ComparedCommit {
  readonly hash: string;
  readonly parent: string | null;
}

/** The files that commits have otherwise than their parents, of all commits in one go; none when git cannot tell. */
export function changedBlobs(git: Git, commits: readonly ComparedCommit[]): readonly GitBlob[] {
  const compared = commits.filter(({ parent }) => parent !== null).map(({ hash, parent }) => `${hash} ${parent}\n`);
  const options = ['--stdin', '-r', '-z', '--no-renames', '--no-commit-id', '--ignore-submodules'];
  const output = compared.length === 0 ? undefined : git.run(['diff-tree', ...options], compared.join(''));
  // `:OLD-MODE NEW-MODE OLD-HASH NEW-HASH STATUS`, then the path, each ended by a zero byte.
  const words = output?.toString('utf8').split('\0') ?? [];
  const blobs = new Map<string, GitBlob>();
  for (let at = 0; at + 1 < words.length; at += 2) {
    const hash = /^:\d+ 100\d+ \S+ ([0-9a-f]+) /.exec(words[at] ?? '')?.[1];
    if (hash !== undefined) blobs.set(hash, { path: words[at + 1] ?? '', hash });
  }
  return [...blobs.values()];
}
