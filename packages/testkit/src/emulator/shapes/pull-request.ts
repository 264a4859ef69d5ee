import { isoTime } from '../clock.ts';
import { countCommits, mergeBase } from '../git/commits.ts';
import { changedFiles } from '../git/diff.ts';
import { nodeId } from '../ids.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { PullIssue } from '../state/pull-request.ts';
import type { Repository } from '../state/repository.ts';
import { nullableUser, simpleUser } from './account.ts';
import { authorAssociation, labelsOf } from './issue.ts';
import { minimalRepository, repositoryPage, repositoryUrl } from './repository.ts';
import { team } from './team.ts';

/** A pull request in a list (schema `pull-request-simple`). */
export function pullRequestSimple(state: GitHubState, repo: Repository, issue: PullIssue) {
  const { pull, number } = issue;
  const api = repositoryUrl(state, repo);
  const url = `${api}/pulls/${number}`;
  const page = `${repositoryPage(state, repo)}/pull/${number}`;
  const issueUrl = `${api}/issues/${number}`;
  const statuses = `${api}/statuses/${pull.head.sha}`;
  return {
    url,
    id: issue.id,
    node_id: nodeId('PullRequest', issue.id),
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issueUrl,
    number,
    state: issue.state,
    locked: false,
    title: issue.title,
    user: simpleUser(state, issue.author),
    body: issue.body,
    created_at: isoTime(issue.createdAt),
    updated_at: isoTime(issue.updatedAt),
    closed_at: issue.closedAt === undefined ? null : isoTime(issue.closedAt),
    merged_at: pull.mergedAt === undefined ? null : isoTime(pull.mergedAt),
    merge_commit_sha: pull.mergeCommit ?? null,
    assignee: nullableUser(state, issue.assignees[0]),
    assignees: issue.assignees.map((account) => simpleUser(state, account)),
    requested_reviewers: pull.requestedReviewers.map((account) => simpleUser(state, account)),
    requested_teams: pull.requestedTeams.map((requested) => team(state, requested)),
    labels: labelsOf(state, repo, issue).map((label) => ({ ...label, description: label.description ?? '' })),
    milestone: null,
    draft: pull.draft,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    comments_url: `${issueUrl}/comments`,
    statuses_url: statuses,
    head: end(state, pull.head.repository, pull.head),
    base: end(state, repo, pull.base),
    _links: {
      self: { href: url },
      html: { href: page },
      issue: { href: issueUrl },
      comments: { href: `${issueUrl}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${api}/pulls/comments{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: statuses },
    },
    author_association: authorAssociation(state, repo, issue.author),
    auto_merge: null,
    active_lock_reason: null,
  };
}

function end(state: GitHubState, repo: Repository, { ref, sha }: { readonly ref: string; readonly sha: string }) {
  return {
    label: `${repo.owner.login}:${ref}`,
    ref,
    sha,
    user: simpleUser(state, repo.owner),
    repo: minimalRepository(state, repo),
  };
}

/** A pull request in full (schema `pull-request`); git counts its commits and lines. */
export async function pullRequest(state: GitHubState, repo: Repository, issue: PullIssue) {
  const { pull, number } = issue;
  const [start, commits] = await Promise.all([
    mergeBase(repo.dir, pull.base.sha, pull.head.sha),
    countCommits(repo.dir, `${pull.base.sha}..${pull.head.sha}`),
  ]);
  const files = await changedFiles(repo.dir, start ?? pull.base.sha, pull.head.sha);
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return {
    ...pullRequestSimple(state, repo, issue),
    merged: pull.mergedAt !== undefined,
    mergeable: pull.mergeable ?? null,
    rebaseable: pull.mergeable ?? null,
    mergeable_state: mergeableState(issue),
    merged_by: nullableUser(state, pull.mergedBy),
    comments: [...repo.comments.values()].filter((comment) => comment.number === number).length,
    review_comments: [...repo.reviewComments.values()].filter((comment) => comment.number === number).length,
    maintainer_can_modify: pull.maintainerCanModify,
    commits,
    additions: sum(files.map((file) => file.additions)),
    deletions: sum(files.map((file) => file.deletions)),
    changed_files: files.length,
  };
}

function mergeableState({ pull }: PullIssue): string {
  if (pull.mergeable === undefined) return 'unknown';
  if (!pull.mergeable) return 'dirty';
  return pull.draft ? 'draft' : 'clean';
}

/** A pull request as checks and runs name it (schema `pull-request-minimal`). */
export function pullRequestMinimal(state: GitHubState, repo: Repository, { id, number, pull }: PullIssue) {
  const named = (repository: Repository) => ({
    id: repository.id,
    url: repositoryUrl(state, repository),
    name: repository.name,
  });
  return {
    url: `${repositoryUrl(state, repo)}/pulls/${number}`,
    id,
    number,
    head: { ref: pull.head.ref, sha: pull.head.sha, repo: named(pull.head.repository) },
    base: { ref: pull.base.ref, sha: pull.base.sha, repo: named(repo) },
  };
}
