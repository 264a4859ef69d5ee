import { type ApiError, notFound, unprocessable, unprocessableEntity, validationFailed } from '../api-error.ts';
import { isAncestor, mergeBase } from '../git/commits.ts';
import { type ChangedFile, changedFiles } from '../git/diff.ts';
import { type DiffLine, findLine, hunkUpTo, parseDiffLines, type Side } from '../git/diff-lines.ts';
import { resolveCommit } from '../git/refs.ts';
import { checkBody } from '../limits.ts';
import type { Account } from '../state/account.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { PullIssue } from '../state/pull-request.ts';
import type { Repository } from '../state/repository.ts';
import type { Anchor, Review, ReviewComment, ReviewState } from '../state/review.ts';
import type { Token } from '../tokens.ts';

/** Where a client wants a comment. */
export interface Placement {
  readonly path: string;
  readonly line?: number | undefined;
  readonly side?: string | undefined;
  readonly start_line?: number | undefined;
  readonly start_side?: string | undefined;
  readonly position?: number | undefined;
  readonly subject_type?: 'line' | 'file' | undefined;
}

/** Why a comment cannot stand where the client wants it: the field, and the rest of the sentence about it. */
export interface PlacementProblem {
  readonly field: 'path' | 'line' | 'start_line';
  readonly message: string;
}

/** diffOfPull gives the files that a pull request changes up to a commit, as its "Files changed" page shows them. */
export async function diffOfPull(
  repo: Repository,
  { pull }: PullIssue,
  commit = pull.head.sha,
): Promise<ChangedFile[]> {
  const start = (await mergeBase(repo.dir, pull.base.sha, commit)) ?? pull.base.sha;
  return changedFiles(repo.dir, start, commit);
}

/** anchorOf finds the place of a comment in a diff: the line must be shown by it. */
export function anchorOf(files: readonly ChangedFile[], wanted: Placement): Anchor | PlacementProblem {
  const file = files.find(({ path }) => path === wanted.path);
  if (file === undefined) return { field: 'path', message: 'could not be resolved' };
  if (wanted.subject_type === 'file') return { kind: 'file' };
  const patch = file.patch ?? '';
  const lines = parseDiffLines(patch);
  const side: Side = wanted.side === 'LEFT' ? 'LEFT' : 'RIGHT';
  const line =
    wanted.line === undefined
      ? lines.find(({ position }) => position === wanted.position)
      : findLine(lines, side, wanted.line);
  if (line === undefined) return { field: 'line', message: 'could not be resolved' };
  const start = startOf(lines, wanted, side, line);
  if (start !== undefined && 'message' in start) return start;
  const shownSide = wanted.line === undefined && line.right === undefined ? 'LEFT' : side;
  return {
    kind: 'line',
    line: (shownSide === 'LEFT' ? line.left : line.right) ?? 0,
    side: shownSide,
    start,
    position: line.position,
    hunk: hunkUpTo(patch, line),
  };
}

function startOf(
  lines: readonly DiffLine[],
  { start_line, start_side }: Placement,
  side: Side,
  end: DiffLine,
): { line: number; side: Side } | PlacementProblem | undefined {
  if (start_line === undefined) return undefined;
  const startSide: Side = start_side === 'LEFT' ? 'LEFT' : start_side === 'RIGHT' ? 'RIGHT' : side;
  const start = findLine(lines, startSide, start_line);
  if (start === undefined || start.hunk !== end.hunk) {
    return { field: 'start_line', message: 'must be part of the same hunk as the line.' };
  }
  if (start.position >= end.position) return { field: 'start_line', message: 'must precede the end line.' };
  return { line: start_line, side: startSide };
}

/** commitOfPull gives the commit that a client names, which must belong to the pull request. */
export async function commitOfPull(repo: Repository, { pull }: PullIssue, named: string | undefined): Promise<string> {
  if (named === undefined) return pull.head.sha;
  const commit = await resolveCommit(repo.dir, named);
  if (commit === undefined || !(await isAncestor(repo.dir, commit, pull.head.sha))) {
    throw validationFailed({
      resource: 'PullRequestReviewComment',
      code: 'custom',
      field: 'commit_id',
      message: 'commit_id is not part of the pull request',
    });
  }
  return commit;
}

/** A review to create. */
export interface NewReview {
  readonly commit: string | undefined;
  readonly body: string;
  readonly event: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT' | undefined;
  readonly comments: readonly (Placement & { readonly body: string })[];
}

const STATES: Readonly<Record<'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT', ReviewState>> = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
};

/** createReview writes a review with its comments, all or nothing as on GitHub. */
export async function createReview(
  state: GitHubState,
  repo: Repository,
  issue: PullIssue,
  wanted: NewReview,
  token: Token,
): Promise<Review> {
  checkEvent(state, issue, token, wanted.event, wanted.body === '' && wanted.comments.length === 0);
  const pending = [...repo.reviews.values()].some(
    (review) => review.number === issue.number && review.author === token.actor && review.state === 'PENDING',
  );
  if (wanted.event === undefined && pending) {
    throw unprocessableEntity('User can only have one pending review per pull request');
  }
  if (wanted.body !== '') checkBody(wanted.body, 'PullRequestReview');
  const commit = await commitOfPull(repo, issue, wanted.commit);
  const files = wanted.comments.length === 0 ? [] : await diffOfPull(repo, issue, commit);
  const anchors = wanted.comments.map((comment) => {
    checkBody(comment.body, 'PullRequestReviewComment');
    const anchor = anchorOf(files, comment);
    if ('message' in anchor) throw unprocessableEntity(reviewSentence(anchor));
    return anchor;
  });
  const review: Review = {
    id: state.ids('review'),
    number: issue.number,
    author: token.actor,
    commit,
    body: wanted.body,
    state: wanted.event === undefined ? 'PENDING' : STATES[wanted.event],
    submittedAt: wanted.event === undefined ? undefined : state.clock.write(),
  };
  repo.reviews.set(review.id, review);
  wanted.comments.forEach((comment, index) => {
    const anchor = anchors[index];
    if (anchor !== undefined) addReviewComment(state, repo, review, { ...comment, anchor, commit });
  });
  return review;
}

/** submitReview publishes a pending review. */
export function submitReview(
  state: GitHubState,
  issue: PullIssue,
  review: Review,
  { event, body }: { event: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT'; body: string | undefined },
  token: Token,
): void {
  checkEvent(state, issue, token, event, false);
  review.body = body ?? review.body;
  review.state = STATES[event];
  review.submittedAt = state.clock.write();
}

function checkEvent(
  { settings }: GitHubState,
  issue: PullIssue,
  token: Token,
  event: NewReview['event'],
  empty: boolean,
): void {
  const own = issue.author === token.actor;
  if (event === 'APPROVE' && token.kind === 'actions' && !settings.actionsMayApprove) {
    throw unprocessableEntity('GitHub Actions is not permitted to approve pull requests.');
  }
  if (event === 'APPROVE' && own) throw unprocessableEntity('Can not approve your own pull request');
  if (event === 'REQUEST_CHANGES' && own) throw unprocessableEntity('Can not request changes on your own pull request');
  if ((event === 'REQUEST_CHANGES' || event === 'COMMENT') && empty) {
    throw unprocessableEntity('Review body can not be blank');
  }
}

function reviewSentence({ field, message }: PlacementProblem): string {
  if (field === 'start_line') return `Pull request review thread start line ${message}`;
  return `${field === 'path' ? 'Path' : 'Line'} ${message}`;
}

/** addReviewComment adds a comment to a review. */
export function addReviewComment(
  state: GitHubState,
  repo: Repository,
  review: Review,
  {
    path,
    body,
    anchor,
    commit,
    replyTo,
  }: { path: string; body: string; anchor: Anchor; commit: string; replyTo?: number },
): ReviewComment {
  const createdAt = state.clock.write();
  const comment: ReviewComment = {
    id: state.ids('reviewComment'),
    number: review.number,
    review: review.id,
    author: review.author,
    body,
    path,
    commit,
    anchor,
    replyTo,
    createdAt,
    updatedAt: createdAt,
  };
  repo.reviewComments.set(comment.id, comment);
  return comment;
}

/** createReviewComment puts one comment on a line or file, in a review of its own. */
export async function createReviewComment(
  state: GitHubState,
  repo: Repository,
  issue: PullIssue,
  wanted: Placement & { readonly body: string; readonly commit_id: string },
  author: Account,
): Promise<ReviewComment> {
  checkBody(wanted.body, 'PullRequestReviewComment');
  if (wanted.line === undefined && wanted.position === undefined && wanted.subject_type !== 'file') {
    throw unprocessable(
      'Invalid request.\n\nNo subschema in "oneOf" matched.\n"position" wasn\'t supplied.\n"line" wasn\'t supplied.',
    );
  }
  const commit = await commitOfPull(repo, issue, wanted.commit_id);
  const anchor = anchorOf(await diffOfPull(repo, issue, commit), wanted);
  if ('message' in anchor) throw threadProblem(anchor);
  return addReviewComment(state, repo, singleReview(state, repo, issue, commit, author), { ...wanted, anchor, commit });
}

/** replyTo answers a review comment, in its thread. */
export function replyTo(
  state: GitHubState,
  repo: Repository,
  issue: PullIssue,
  { id, body, author }: { id: number; body: string; author: Account },
): ReviewComment {
  checkBody(body, 'PullRequestReviewComment');
  const parent = repo.reviewComments.get(id);
  if (parent === undefined || parent.number !== issue.number) throw notFound();
  const { path, anchor, commit } = parent;
  const review = singleReview(state, repo, issue, commit, author);
  return addReviewComment(state, repo, review, { path, body, anchor, commit, replyTo: parent.replyTo ?? parent.id });
}

function singleReview(state: GitHubState, repo: Repository, issue: PullIssue, commit: string, author: Account): Review {
  const review: Review = {
    id: state.ids('review'),
    number: issue.number,
    author,
    commit,
    body: '',
    state: 'COMMENTED',
    submittedAt: state.clock.write(),
  };
  repo.reviews.set(review.id, review);
  return review;
}

function threadProblem({ field, message }: PlacementProblem): ApiError {
  return validationFailed({
    resource: 'PullRequestReviewComment',
    code: 'custom',
    field: `pull_request_review_thread.${field}`,
    message: `pull_request_review_thread.${field} ${message}`,
  });
}
