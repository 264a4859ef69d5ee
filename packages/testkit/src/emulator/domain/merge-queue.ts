import { branchTip, moveBranch } from '../git/bare-repository.ts';
import { mergeTrees } from '../git/merge.ts';
import { writeCommit } from '../git/objects.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Repository } from '../state/repository.ts';
import { githubSignature, signatureOf } from './identity.ts';
import { findPull } from './pull-requests.ts';

/** A merge group with the members of a `merge_group` event. */
export interface MergeGroup {
  /** For example `refs/heads/gh-readonly-queue/main/pr-7-<sha of the base>`. */
  readonly headRef: string;
  readonly headSha: string;
  readonly baseRef: string;
  readonly baseSha: string;
}

/**
 * createMergeGroup merges pull requests, one after the other, onto the base branch in a branch of the merge queue.
 *
 * @throws Error when two of them conflict
 */
export async function createMergeGroup(
  state: GitHubState,
  repo: Repository,
  { pullRequests, base = repo.defaultBranch }: { readonly pullRequests: readonly number[]; readonly base?: string },
): Promise<MergeGroup> {
  const baseSha = await branchTip(repo.dir, base);
  const last = pullRequests.at(-1);
  if (baseSha === undefined || last === undefined) {
    throw new Error(`A merge group needs a base branch (${base}) and at least one pull request.`);
  }
  let headSha = baseSha;
  for (const number of pullRequests) {
    const { pull, author, title } = findPull(repo, number);
    const merged = await mergeTrees(repo.dir, headSha, pull.head.sha);
    if (merged.kind === 'conflict') throw new Error(`Pull request ${number} conflicts in the merge group.`);
    const date = state.clock.write();
    headSha = await writeCommit(repo.dir, {
      tree: merged.tree,
      parents: [headSha, pull.head.sha],
      message: `Merge pull request #${number} from ${pull.head.repository.owner.login}/${pull.head.ref}\n\n${title}`,
      author: signatureOf(author, date),
      committer: githubSignature(date),
    });
  }
  const branch = `gh-readonly-queue/${base}/pr-${last}-${baseSha}`;
  await moveBranch(repo.dir, branch, headSha);
  return { headRef: `refs/heads/${branch}`, headSha, baseRef: `refs/heads/${base}`, baseSha };
}
