import { created, json, listed, NO_CONTENT } from '../answer.ts';
import { notFound } from '../api-error.ts';
import type { RepositoryRoutes } from '../context.ts';
import { addComment, findIssue } from '../domain/issues.ts';
import { checkBody } from '../limits.ts';
import { issueComment } from '../shapes/issue.ts';
import type { IssueComment } from '../state/issue.ts';
import type { Repository } from '../state/repository.ts';

function findComment(repo: Repository, id: number): IssueComment {
  const comment = repo.comments.get(id);
  if (comment === undefined) throw notFound();
  return comment;
}

function changedSince(since: string | undefined): (comment: IssueComment) => boolean {
  return (comment) => since === undefined || comment.updatedAt.getTime() >= Date.parse(since);
}

/** Comments in the conversation of an issue or pull request. */
export const issueCommentRoutes: RepositoryRoutes = {
  'issues/list-comments': ({ state, repo, path, query }) => {
    const { number } = findIssue(repo, path.issue_number);
    const comments = [...repo.comments.values()].filter((comment) => comment.number === number);
    return listed(comments.filter(changedSince(query.since)), (comment) => issueComment(state, repo, comment));
  },

  'issues/list-comments-for-repo': ({ state, repo, query }) => {
    const time = (comment: IssueComment) =>
      (query.sort === 'updated' ? comment.updatedAt : comment.createdAt).getTime();
    const comments = [...repo.comments.values()]
      .filter(changedSince(query.since))
      .sort((a, b) => time(a) - time(b) || a.id - b.id);
    return listed(query.direction === 'desc' ? comments.reverse() : comments, (comment) =>
      issueComment(state, repo, comment),
    );
  },

  'issues/create-comment': ({ state, repo, path, body, token }) => {
    const issue = findIssue(repo, path.issue_number);
    const comment = addComment(state, repo, issue, { body: body.body, author: token.actor, app: token.app });
    return created(issueComment(state, repo, comment));
  },

  'issues/get-comment': ({ state, repo, path }) => json(issueComment(state, repo, findComment(repo, path.comment_id))),

  'issues/update-comment': ({ state, repo, path, body }) => {
    const comment = findComment(repo, path.comment_id);
    checkBody(body.body, 'IssueComment');
    comment.body = body.body;
    comment.updatedAt = state.clock.write();
    return json(issueComment(state, repo, comment));
  },

  'issues/delete-comment': ({ repo, path }) => {
    repo.comments.delete(findComment(repo, path.comment_id).id);
    return NO_CONTENT;
  },
};
