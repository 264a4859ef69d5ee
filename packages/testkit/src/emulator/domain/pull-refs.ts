import { fetchCommits } from '../git/bare-repository.ts';
import { mergeTrees } from '../git/merge.ts';
import { writeCommit } from '../git/objects.ts';
import { listRefs, updateRefs } from '../git/refs.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { PullIssue } from '../state/pull-request.ts';
import type { Repository } from '../state/repository.ts';
import { githubSignature, signatureOf } from './identity.ts';

/** The two branches of a pull request. */
export interface PullBranches {
  readonly head: { readonly repository: Repository; readonly ref: string };
  readonly base: { readonly ref: string };
}

/** tipsOf gives the newest commits of the two branches, undefined for a branch that is gone. */
export async function tipsOf(
  repo: Repository,
  { head, base }: PullBranches,
): Promise<{ head: string | undefined; base: string | undefined }> {
  const baseName = `refs/heads/${base.ref}`;
  const headName = `refs/heads/${head.ref}`;
  const own = await listRefs(repo.dir, baseName, headName);
  const theirs = head.repository === repo ? own : await listRefs(head.repository.dir, headName);
  return {
    base: own.find(({ name }) => name === baseName)?.commit,
    head: theirs.find(({ name }) => name === headName)?.commit,
  };
}

/** bringCommits makes the commits of a fork known to the repository, as GitHub's network of forks does. */
export async function bringCommits(repo: Repository, head: PullBranches['head']): Promise<void> {
  if (head.repository === repo) return;
  await fetchCommits(repo.dir, head.repository.dir, `refs/heads/${head.ref}`);
}

/** updateTestMerge makes `refs/pull/N/head` and `refs/pull/N/merge`, or records the conflict. */
export async function updateTestMerge(
  state: GitHubState,
  repo: Repository,
  { pull, number, author }: PullIssue,
  { head, base }: { readonly head: string; readonly base: string },
): Promise<void> {
  const merged = await mergeTrees(repo.dir, base, head);
  const date = state.clock.now();
  pull.tested = { head, base };
  pull.mergeable = merged.kind === 'clean';
  pull.mergeCommit =
    merged.kind === 'conflict'
      ? undefined
      : await writeCommit(repo.dir, {
          tree: merged.tree,
          parents: [base, head],
          message: `Merge ${head} into ${base}`,
          author: signatureOf(author, date),
          committer: githubSignature(date),
        });
  await updateRefs(repo.dir, {
    [`refs/pull/${number}/head`]: head,
    [`refs/pull/${number}/merge`]: pull.mergeCommit,
  });
}
