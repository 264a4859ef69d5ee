import type { Account } from './account.ts';
import type { Issue } from './issue.ts';
import type { Repository } from './repository.ts';
import type { Team } from './team.ts';

/** What a pull request has beyond an issue. */
export interface PullRequest {
  readonly head: { readonly repository: Repository; readonly ref: string; sha: string };
  /** `sha` is the tip of the base branch when the head was last pushed, as on GitHub: it may be behind. */
  base: { readonly ref: string; sha: string };
  draft: boolean;
  maintainerCanModify: boolean;
  /** The test merge behind `refs/pull/N/merge`; after the merge, the commit that merged it. */
  mergeCommit: string | undefined;
  /** The two tips that the test merge was last tried with. */
  tested: { readonly head: string; readonly base: string } | undefined;
  /** Whether git can merge it; undefined when it is closed. */
  mergeable: boolean | undefined;
  mergedAt: Date | undefined;
  mergedBy: Account | undefined;
  requestedReviewers: Account[];
  requestedTeams: Team[];
}

/** An issue that is a pull request. */
export type PullIssue = Issue & { readonly pull: PullRequest };

/** isPull says whether an issue is a pull request. */
export function isPull(issue: Issue): issue is PullIssue {
  return issue.pull !== undefined;
}
