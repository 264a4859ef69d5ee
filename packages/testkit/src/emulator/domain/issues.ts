import { notFound, validationFailed } from '../api-error.ts';
import { characters, checkBody, limit } from '../limits.ts';
import type { Account } from '../state/account.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Issue, IssueComment } from '../state/issue.ts';
import type { Repository } from '../state/repository.ts';
import type { App } from '../tokens.ts';

/** createIssue opens an issue; a pull request is opened on top of one. */
export function createIssue(
  state: GitHubState,
  repo: Repository,
  { title, body = null, author }: { title: string; body?: string | null; author: Account },
): Issue {
  checkTexts('Issue', { title, body });
  repo.lastNumber += 1;
  const createdAt = state.clock.write();
  const issue: Issue = {
    id: state.ids('issue'),
    number: repo.lastNumber,
    author,
    title,
    body,
    state: 'open',
    stateReason: null,
    labels: [],
    assignees: [],
    createdAt,
    updatedAt: createdAt,
    closedAt: undefined,
    closedBy: undefined,
    pull: undefined,
  };
  repo.issues.set(issue.number, issue);
  return issue;
}

/** checkTexts refuses a title or body that GitHub refuses. */
export function checkTexts(resource: 'Issue' | 'PullRequest', texts: { title?: string; body?: string | null }): void {
  const { title, body } = texts;
  if (title !== undefined && title.trim() === '') {
    throw validationFailed({ resource, code: 'missing_field', field: 'title' });
  }
  const longest = limit('issueTitle');
  if (title !== undefined && characters(title) > longest) {
    const message = `title is too long (maximum is ${longest} characters)`;
    throw validationFailed({ resource, code: 'custom', field: 'title', message });
  }
  const most = limit('issueBody');
  if (body !== undefined && body !== null && characters(body) > most) {
    const message = `body is too long (maximum is ${most} characters)`;
    throw validationFailed({ resource, code: 'custom', field: 'body', message });
  }
}

/** setIssueState opens or closes an issue or pull request. */
export function setIssueState(state: GitHubState, issue: Issue, wanted: 'open' | 'closed', actor: Account): void {
  if (issue.state === wanted) return;
  issue.state = wanted;
  issue.closedAt = wanted === 'closed' ? state.clock.write() : undefined;
  issue.closedBy = wanted === 'closed' ? actor : undefined;
}

/** findIssue gives the issue or pull request of a number, or throws GitHub's 404. */
export function findIssue(repo: Repository, number: number): Issue {
  const issue = repo.issues.get(number);
  if (issue === undefined) throw notFound();
  return issue;
}

/** addComment adds a comment to the conversation of an issue or pull request. */
export function addComment(
  state: GitHubState,
  repo: Repository,
  issue: Issue,
  { body, author, app }: { body: string; author: Account; app?: App | undefined },
): IssueComment {
  checkBody(body, 'IssueComment');
  const createdAt = state.clock.write();
  const comment: IssueComment = {
    id: state.ids('comment'),
    number: issue.number,
    author,
    app,
    body,
    createdAt,
    updatedAt: createdAt,
  };
  repo.comments.set(comment.id, comment);
  issue.updatedAt = createdAt;
  return comment;
}
