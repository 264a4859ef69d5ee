import { tryGit } from './run-git.ts';

/** The result of a merge that git tried: a tree, or a conflict. */
export type Merge = { readonly kind: 'clean'; readonly tree: string } | { readonly kind: 'conflict' };

/** mergeTrees merges two commits without a working folder, as GitHub does for `refs/pull/N/merge`. */
export async function mergeTrees(dir: string, base: string, head: string): Promise<Merge> {
  const { exitCode, stdout } = await tryGit(dir, ['merge-tree', '--write-tree', '--no-messages', base, head]);
  const tree = /^[0-9a-f]{40}/.exec(stdout.toString())?.[0];
  return exitCode === 0 && tree !== undefined ? { kind: 'clean', tree } : { kind: 'conflict' };
}
