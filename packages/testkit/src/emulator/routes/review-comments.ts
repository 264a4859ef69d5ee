import { created, json, listed, NO_CONTENT } from '../answer.ts';
import { notFound } from '../api-error.ts';
import type { RepositoryRoutes } from '../context.ts';
import { findPull } from '../domain/pull-requests.ts';
import { linesNow } from '../domain/review-lines.ts';
import { createReviewComment, replyTo } from '../domain/reviews.ts';
import { checkBody } from '../limits.ts';
import { reviewComment } from '../shapes/review.ts';
import type { Repository } from '../state/repository.ts';
import type { ReviewComment } from '../state/review.ts';

function findReviewComment(repo: Repository, id: number): ReviewComment {
  const comment = repo.reviewComments.get(id);
  if (comment === undefined) throw notFound();
  return comment;
}

/** The comments that are not part of a pending review: nobody but its author sees those. */
function published(repo: Repository): ReviewComment[] {
  return [...repo.reviewComments.values()].filter((comment) => repo.reviews.get(comment.review)?.state !== 'PENDING');
}

interface Order {
  readonly sort?: string | undefined;
  readonly direction?: 'asc' | 'desc' | undefined;
  readonly since?: string | undefined;
}

function ordered(comments: readonly ReviewComment[], { sort, direction, since }: Order): ReviewComment[] {
  const time = (comment: ReviewComment) => (sort === 'updated' ? comment.updatedAt : comment.createdAt).getTime();
  const found = comments
    .filter((comment) => since === undefined || comment.updatedAt.getTime() >= Date.parse(since))
    .sort((a, b) => time(a) - time(b) || a.id - b.id);
  return direction === 'desc' ? found.reverse() : found;
}

/** Comments on lines and files of pull requests. */
export const reviewCommentRoutes: RepositoryRoutes = {
  'pulls/list-review-comments': async ({ state, repo, path, query }) => {
    const { number, pull } = findPull(repo, path.pull_number);
    const comments = published(repo).filter((comment) => comment.number === number);
    const lines = new Map(
      await Promise.all(
        comments.map(async (comment) => [comment, await linesNow(repo, comment, pull.head.sha)] as const),
      ),
    );
    return listed(ordered(comments, query), (comment) => reviewComment(state, repo, comment, lines.get(comment)));
  },

  'pulls/list-review-comments-for-repo': ({ state, repo, query }) =>
    listed(ordered(published(repo), query), (comment) => reviewComment(state, repo, comment)),

  'pulls/create-review-comment': async ({ state, repo, path, body, token }) => {
    const issue = findPull(repo, path.pull_number);
    const comment =
      body.in_reply_to === undefined
        ? await createReviewComment(state, repo, issue, body, token.actor)
        : replyTo(state, repo, issue, { id: body.in_reply_to, body: body.body, author: token.actor });
    return created(reviewComment(state, repo, comment));
  },

  'pulls/create-reply-for-review-comment': ({ state, repo, path, body, token }) => {
    const issue = findPull(repo, path.pull_number);
    const comment = replyTo(state, repo, issue, { id: path.comment_id, body: body.body, author: token.actor });
    return created(reviewComment(state, repo, comment));
  },

  'pulls/get-review-comment': ({ state, repo, path }) =>
    json(reviewComment(state, repo, findReviewComment(repo, path.comment_id))),

  'pulls/update-review-comment': ({ state, repo, path, body }) => {
    const comment = findReviewComment(repo, path.comment_id);
    checkBody(body.body, 'PullRequestReviewComment');
    comment.body = body.body;
    comment.updatedAt = state.clock.write();
    return json(reviewComment(state, repo, comment));
  },

  'pulls/delete-review-comment': ({ repo, path }) => {
    repo.reviewComments.delete(findReviewComment(repo, path.comment_id).id);
    return NO_CONTENT;
  },
};
