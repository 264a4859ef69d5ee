import { isoTime } from '../clock.ts';
import { nodeId } from '../ids.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Repository } from '../state/repository.ts';
import type { Anchor, Review, ReviewComment } from '../state/review.ts';
import { simpleUser } from './account.ts';
import { authorAssociation, reactions } from './issue.ts';
import { repositoryPage, repositoryUrl } from './repository.ts';

/** The lines of a comment in the head of now; null when they have changed, so that it is outdated. */
export interface CommentLines {
  readonly line: number;
  readonly start: number | null;
}

/** A review (schema `pull-request-review`). */
export function review(state: GitHubState, repo: Repository, data: Review) {
  const pullUrl = `${repositoryUrl(state, repo)}/pulls/${data.number}`;
  const page = `${repositoryPage(state, repo)}/pull/${data.number}#pullrequestreview-${data.id}`;
  return {
    id: data.id,
    node_id: nodeId('PullRequestReview', data.id),
    user: simpleUser(state, data.author),
    body: data.body,
    state: data.state,
    html_url: page,
    pull_request_url: pullUrl,
    _links: { html: { href: page }, pull_request: { href: pullUrl } },
    ...(data.submittedAt === undefined ? {} : { submitted_at: isoTime(data.submittedAt) }),
    commit_id: data.commit,
    author_association: authorAssociation(state, repo, data.author),
  };
}

/**
 * A comment on a line or file (schemas `pull-request-review-comment` and `review-comment`). Without `lines` it stands where it was
 * written.
 */
export function reviewComment(state: GitHubState, repo: Repository, data: ReviewComment, lines?: CommentLines | null) {
  const api = repositoryUrl(state, repo);
  const url = `${api}/pulls/comments/${data.id}`;
  const pullUrl = `${api}/pulls/${data.number}`;
  const page = `${repositoryPage(state, repo)}/pull/${data.number}#discussion_r${data.id}`;
  return {
    url,
    pull_request_review_id: data.review,
    id: data.id,
    node_id: nodeId('PullRequestReviewComment', data.id),
    path: data.path,
    commit_id: data.commit,
    original_commit_id: data.commit,
    user: simpleUser(state, data.author),
    body: data.body,
    created_at: isoTime(data.createdAt),
    updated_at: isoTime(data.updatedAt),
    html_url: page,
    pull_request_url: pullUrl,
    author_association: authorAssociation(state, repo, data.author),
    _links: { self: { href: url }, html: { href: page }, pull_request: { href: pullUrl } },
    reactions: reactions(url),
    ...(data.replyTo === undefined ? {} : { in_reply_to_id: data.replyTo }),
    ...place(data.anchor, lines),
  };
}

function place(anchor: Anchor, lines: CommentLines | null | undefined) {
  if (anchor.kind === 'file') return { subject_type: 'file', diff_hunk: '', position: 1, original_position: 1 };
  const { line, side, start, position, hunk } = anchor;
  const written = {
    subject_type: 'line',
    diff_hunk: hunk,
    original_line: line,
    side,
    original_start_line: start?.line ?? null,
    start_side: start?.side ?? null,
    original_position: position,
  };
  // GitHub gives null for both of an outdated comment, which its description does not allow: here they are left out.
  if (lines === null) return { ...written, start_line: null };
  return { ...written, line: lines?.line ?? line, start_line: lines?.start ?? start?.line ?? null, position };
}
