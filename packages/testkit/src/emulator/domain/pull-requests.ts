import { ApiError, conflict, notFound, validationFailed } from '../api-error.ts';
import { branchTip, moveBranch } from '../git/bare-repository.ts';
import { countCommits, isAncestor, listCommits, mergeBase } from '../git/commits.ts';
import { mergeTrees } from '../git/merge.ts';
import { writeCommit } from '../git/objects.ts';
import type { Account } from '../state/account.ts';
import type { GitHubState } from '../state/github-state.ts';
import { isPull, type PullIssue, type PullRequest } from '../state/pull-request.ts';
import type { Repository } from '../state/repository.ts';
import { githubSignature, signatureOf } from './identity.ts';
import { createIssue, setIssueState } from './issues.ts';
import { bringCommits, tipsOf, updateTestMerge } from './pull-refs.ts';

/** A pull request to open. */
export interface NewPullRequest {
  readonly head: { readonly repository: Repository; readonly ref: string };
  readonly base: string;
  readonly title: string;
  readonly body?: string | null;
  readonly draft?: boolean;
  readonly maintainerCanModify?: boolean;
  readonly author: Account;
}

/** findPull gives the pull request of a number, or throws GitHub's 404. */
export function findPull(repo: Repository, number: number): PullIssue {
  const issue = repo.issues.get(number);
  if (issue === undefined || !isPull(issue)) throw notFound();
  return issue;
}

/** openPullRequest opens a pull request, with its refs made by git, and refuses what GitHub refuses. */
export async function openPullRequest(
  state: GitHubState,
  repo: Repository,
  wanted: NewPullRequest,
): Promise<PullIssue> {
  const { head, base } = wanted;
  const tips = await tipsOf(repo, { head, base: { ref: base } });
  if (tips.head === undefined) throw validationFailed({ resource: 'PullRequest', code: 'invalid', field: 'head' });
  if (tips.base === undefined) throw validationFailed({ resource: 'PullRequest', code: 'invalid', field: 'base' });
  const same = [...repo.issues.values()].some(
    ({ state: open, pull }) =>
      open === 'open' &&
      pull?.head.repository === head.repository &&
      pull.head.ref === head.ref &&
      pull.base.ref === base,
  );
  if (same) throw refusal(`A pull request already exists for ${head.repository.owner.login}:${head.ref}.`);
  await bringCommits(repo, head);
  const nothingNew = (await countCommits(repo.dir, `${tips.base}..${tips.head}`)) === 0;
  if (nothingNew) throw refusal(`No commits between ${base} and ${head.ref}`);
  const pull: PullRequest = {
    head: { ...head, sha: tips.head },
    base: { ref: base, sha: tips.base },
    draft: wanted.draft ?? false,
    maintainerCanModify: wanted.maintainerCanModify ?? head.repository !== repo,
    mergeCommit: undefined,
    mergeable: undefined,
    tested: undefined,
    mergedAt: undefined,
    mergedBy: undefined,
    requestedReviewers: [],
    requestedTeams: [],
  };
  const issue = createIssue(state, repo, { title: wanted.title, body: wanted.body ?? null, author: wanted.author });
  issue.pull = pull;
  const opened = findPull(repo, issue.number);
  await updateTestMerge(state, repo, opened, { head: tips.head, base: tips.base });
  return opened;
}

function refusal(message: string): ApiError {
  return new ApiError(422, 'Validation Failed', { errors: [{ resource: 'PullRequest', code: 'custom', message }] });
}

/** refreshPullRequests follows a push: heads, test merges and merged states of all open pull requests it may touch. */
export async function refreshPullRequests(state: GitHubState, pushed: Repository): Promise<void> {
  pushed.pushedAt = state.clock.now();
  for (const repo of state.repositories.all()) {
    for (const issue of repo.issues.values()) {
      if (issue.state !== 'open' || !isPull(issue)) continue;
      if (repo === pushed || issue.pull.head.repository === pushed) await updatePullRefs(state, repo, issue);
    }
  }
}

async function updatePullRefs(state: GitHubState, repo: Repository, issue: PullIssue): Promise<void> {
  const { pull } = issue;
  const { head, base } = await tipsOf(repo, pull);
  if (head === undefined || base === undefined) {
    // GitHub closes a pull request whose branch is gone.
    setIssueState(state, issue, 'closed', issue.author);
    return;
  }
  if (pull.tested?.head === head && pull.tested.base === base) return;
  if (head !== pull.head.sha) {
    pull.head.sha = head;
    pull.base.sha = base;
    issue.updatedAt = state.clock.now();
  }
  await bringCommits(repo, pull.head);
  if (await isAncestor(repo.dir, head, base)) markMerged(state, issue, base, issue.author);
  else await updateTestMerge(state, repo, issue, { head, base });
}

export type MergeMethod = 'merge' | 'squash' | 'rebase';

/** mergePullRequest merges a pull request into its base branch and gives the new tip. */
export async function mergePullRequest(
  state: GitHubState,
  repo: Repository,
  issue: PullIssue,
  wanted: { method?: MergeMethod; title?: string; message?: string; sha?: string; actor: Account },
): Promise<string> {
  const { pull } = issue;
  if (issue.state !== 'open' || pull.draft) throw new ApiError(405, 'Pull Request is not mergeable');
  if (wanted.sha !== undefined && wanted.sha !== pull.head.sha) {
    throw conflict('Head branch was modified. Review and try the merge again.');
  }
  const baseTip = await branchTip(repo.dir, pull.base.ref);
  if (baseTip === undefined || pull.mergeable !== true) throw new ApiError(405, 'Pull Request is not mergeable');
  const tip = await mergeBy(state, repo, issue, { ...wanted, baseTip });
  await moveBranch(repo.dir, pull.base.ref, tip);
  markMerged(state, issue, tip, wanted.actor);
  await refreshPullRequests(state, repo);
  return tip;
}

async function mergeBy(
  state: GitHubState,
  repo: Repository,
  { pull, number, title }: PullIssue,
  wanted: { method?: MergeMethod; title?: string; message?: string; actor: Account; baseTip: string },
): Promise<string> {
  const date = state.clock.write();
  const { baseTip, actor } = wanted;
  const signed = { author: signatureOf(actor, date), committer: githubSignature(date) };
  if (wanted.method === 'rebase') return rebase(state, repo, pull, baseTip, actor);
  const merged = await mergeTrees(repo.dir, baseTip, pull.head.sha);
  if (merged.kind === 'conflict') throw new ApiError(405, 'Pull Request is not mergeable');
  const squash = wanted.method === 'squash';
  const subject =
    wanted.title ??
    (squash
      ? `${title} (#${number})`
      : `Merge pull request #${number} from ${pull.head.repository.owner.login}/${pull.head.ref}`);
  const text = wanted.message ?? (squash ? '' : title);
  return writeCommit(repo.dir, {
    tree: merged.tree,
    parents: squash ? [baseTip] : [baseTip, pull.head.sha],
    message: text === '' ? subject : `${subject}\n\n${text}`,
    ...signed,
  });
}

/** Puts each commit of the head on top of the base, as GitHub's "rebase and merge" does. */
async function rebase(
  state: GitHubState,
  repo: Repository,
  pull: PullRequest,
  baseTip: string,
  actor: Account,
): Promise<string> {
  const from = await mergeBase(repo.dir, baseTip, pull.head.sha);
  const commits = (await listCommits(repo.dir, [`${from ?? baseTip}..${pull.head.sha}`, '--no-merges'])).reverse();
  let tip = baseTip;
  for (const commit of commits) {
    const merged = await mergeTrees(repo.dir, tip, commit.sha);
    if (merged.kind === 'conflict') throw new ApiError(405, "This branch can't be rebased");
    tip = await writeCommit(repo.dir, {
      tree: merged.tree,
      parents: [tip],
      message: commit.message,
      author: commit.author,
      committer: signatureOf(actor, state.clock.now()),
    });
  }
  return tip;
}

function markMerged(state: GitHubState, issue: PullIssue, tip: string, actor: Account): void {
  const { pull } = issue;
  setIssueState(state, issue, 'closed', actor);
  pull.mergedAt = issue.closedAt;
  pull.mergedBy = actor;
  pull.mergeCommit = tip;
  pull.mergeable = undefined;
}
