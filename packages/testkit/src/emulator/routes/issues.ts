import { created, json, listed } from '../answer.ts';
import { validationFailed } from '../api-error.ts';
import type { RepositoryRoutes } from '../context.ts';
import { checkTexts, createIssue, findIssue, setIssueState } from '../domain/issues.ts';
import { setLabels } from '../domain/labels.ts';
import { issue } from '../shapes/issue.ts';
import type { Account } from '../state/account.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Issue } from '../state/issue.ts';

type Named = string | { readonly name?: string };

function labelNames(labels: readonly Named[]): string[] {
  return labels.flatMap((label) => (typeof label === 'string' ? label : (label.name ?? [])));
}

function assigneesOf({ accounts }: GitHubState, logins: readonly string[]): Account[] {
  return logins.map((login) => {
    const account = accounts.find(login);
    if (account !== undefined) return account;
    throw validationFailed({ resource: 'Issue', code: 'invalid', field: 'assignees', value: login });
  });
}

/** sorted orders issues and pull requests as the query asks. */
export function sorted<T extends Issue>(
  issues: Iterable<T>,
  { sort = 'created', direction = 'desc' }: { sort?: string | undefined; direction?: 'asc' | 'desc' | undefined },
): T[] {
  const time = (item: T) => (sort === 'updated' ? item.updatedAt : item.createdAt).getTime();
  const ascending = [...issues].sort((a, b) => time(a) - time(b) || a.number - b.number);
  return direction === 'asc' ? ascending : ascending.reverse();
}

/** Issues; a pull request is one too. */
export const issueRoutes: RepositoryRoutes = {
  'issues/list-for-repo': ({ state, repo, query }) => {
    const labels = query.labels?.split(',').map((name) => name.trim().toLowerCase()) ?? [];
    const since = query.since === undefined ? 0 : Date.parse(query.since);
    const found = [...repo.issues.values()]
      .filter((one) => query.state === 'all' || one.state === (query.state ?? 'open'))
      .filter((one) => labels.every((name) => one.labels.includes(name)))
      .filter((one) => query.creator === undefined || one.author.login === query.creator)
      .filter((one) => one.updatedAt.getTime() >= since);
    return listed(sorted(found, query), (one) => issue(state, repo, one));
  },

  'issues/create': ({ state, repo, body, token }) => {
    const made = createIssue(state, repo, {
      title: String(body.title),
      body: body.body ?? null,
      author: token.actor,
    });
    made.assignees = assigneesOf(state, body.assignees ?? []);
    if (body.labels !== undefined) setLabels(state, repo, made, labelNames(body.labels));
    return created(issue(state, repo, made));
  },

  'issues/get': ({ state, repo, path }) => json(issue(state, repo, findIssue(repo, path.issue_number))),

  'issues/update': ({ state, repo, path, body, token }) => {
    const found = findIssue(repo, path.issue_number);
    const title = body.title === undefined || body.title === null ? undefined : String(body.title);
    checkTexts('Issue', { ...(title === undefined ? {} : { title }), body: body.body ?? null });
    found.title = title ?? found.title;
    if (body.body !== undefined) found.body = body.body;
    if (body.state !== undefined) setIssueState(state, found, body.state, token.actor);
    if (body.state_reason !== undefined) found.stateReason = body.state_reason;
    if (body.labels !== undefined) setLabels(state, repo, found, labelNames(body.labels));
    if (body.assignees !== undefined) {
      const logins = body.assignees.flatMap((one) => (typeof one === 'string' ? one : (one.login ?? [])));
      found.assignees = assigneesOf(state, logins);
    }
    found.updatedAt = state.clock.write();
    return json(issue(state, repo, found));
  },
};
