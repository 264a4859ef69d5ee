import { json, listed } from '../answer.ts';
import { notFound, unprocessable } from '../api-error.ts';
import type { RepositoryRoutes } from '../context.ts';
import { findPull } from '../domain/pull-requests.ts';
import { createReview, submitReview } from '../domain/reviews.ts';
import { checkBody } from '../limits.ts';
import { review, reviewComment } from '../shapes/review.ts';
import type { Repository } from '../state/repository.ts';
import type { Review } from '../state/review.ts';

function findReview(repo: Repository, path: { pull_number: number; review_id: number }): Review {
  const found = repo.reviews.get(path.review_id);
  if (found === undefined || found.number !== path.pull_number) throw notFound();
  return found;
}

/** Reviews of pull requests. */
export const reviewRoutes: RepositoryRoutes = {
  'pulls/list-reviews': ({ state, repo, path }) => {
    const { number } = findPull(repo, path.pull_number);
    const reviews = [...repo.reviews.values()].filter((one) => one.number === number);
    return listed(reviews, (one) => review(state, repo, one));
  },

  'pulls/create-review': async ({ state, repo, path, body, token }) => {
    const issue = findPull(repo, path.pull_number);
    const made = await createReview(
      state,
      repo,
      issue,
      { commit: body.commit_id, body: body.body ?? '', event: body.event, comments: body.comments ?? [] },
      token,
    );
    return json(review(state, repo, made));
  },

  'pulls/get-review': ({ state, repo, path }) => json(review(state, repo, findReview(repo, path))),

  'pulls/update-review': ({ state, repo, path, body }) => {
    const found = findReview(repo, path);
    checkBody(body.body, 'PullRequestReview');
    found.body = body.body;
    return json(review(state, repo, found));
  },

  'pulls/submit-review': ({ state, repo, path, body, token }) => {
    const found = findReview(repo, path);
    if (found.state !== 'PENDING') throw unprocessable('Could not submit a review that is not pending');
    submitReview(state, findPull(repo, path.pull_number), found, { event: body.event, body: body.body }, token);
    return json(review(state, repo, found));
  },

  'pulls/dismiss-review': ({ state, repo, path }) => {
    const found = findReview(repo, path);
    if (found.state !== 'APPROVED' && found.state !== 'CHANGES_REQUESTED') {
      throw unprocessable('Can not dismiss a review that neither approves nor requests changes');
    }
    found.state = 'DISMISSED';
    return json(review(state, repo, found));
  },

  'pulls/delete-pending-review': ({ state, repo, path }) => {
    const found = findReview(repo, path);
    if (found.state !== 'PENDING') throw unprocessable('Can not delete a non-pending pull request review');
    repo.reviews.delete(found.id);
    return json(review(state, repo, found));
  },

  'pulls/list-comments-for-review': ({ state, repo, path }) => {
    const { id } = findReview(repo, path);
    const comments = [...repo.reviewComments.values()].filter((comment) => comment.review === id);
    return listed(comments, (comment) => reviewComment(state, repo, comment));
  },
};
