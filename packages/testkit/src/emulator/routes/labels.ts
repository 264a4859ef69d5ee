import { type Answer, created, json, listed, NO_CONTENT } from '../answer.ts';
import { ApiError, notFound } from '../api-error.ts';
import type { RepositoryRoutes } from '../context.ts';
import { findIssue } from '../domain/issues.ts';
import { createLabel, deleteLabel, setLabels, updateLabel } from '../domain/labels.ts';
import { label, labelsOf } from '../shapes/issue.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Issue, Label } from '../state/issue.ts';
import type { Repository } from '../state/repository.ts';

function findLabel(repo: Repository, name: string): Label {
  const found = repo.labels.get(name.toLowerCase());
  if (found === undefined) throw notFound();
  return found;
}

function names(wanted: { labels?: readonly (string | { name: string })[] } | undefined): string[] {
  return (wanted?.labels ?? []).map((one) => (typeof one === 'string' ? one : one.name));
}

function shown(state: GitHubState, repo: Repository, issue: Issue): Answer {
  return json(labelsOf(state, repo, issue));
}

/** Labels of a repository and of its issues and pull requests. */
export const labelRoutes: RepositoryRoutes = {
  'issues/list-labels-for-repo': ({ state, repo }) =>
    listed([...repo.labels.values()], (one) => label(state, repo, one)),

  'issues/create-label': ({ state, repo, body }) => created(label(state, repo, createLabel(state, repo, body))),

  'issues/get-label': ({ state, repo, path }) => json(label(state, repo, findLabel(repo, path.name))),

  'issues/update-label': ({ state, repo, path, body }) => {
    const found = findLabel(repo, path.name);
    const { new_name, color, description } = body;
    updateLabel(repo, found, {
      ...(new_name === undefined ? {} : { name: new_name }),
      ...(color === undefined ? {} : { color }),
      ...(description === undefined ? {} : { description }),
    });
    return json(label(state, repo, found));
  },

  'issues/delete-label': ({ repo, path }) => {
    deleteLabel(repo, findLabel(repo, path.name));
    return NO_CONTENT;
  },

  'issues/list-labels-on-issue': ({ state, repo, path }) =>
    listed(labelsOf(state, repo, findIssue(repo, path.issue_number)), (one) => one),

  'issues/add-labels': ({ state, repo, path, body }) => {
    const issue = findIssue(repo, path.issue_number);
    const present = issue.labels.map((key) => repo.labels.get(key)?.name ?? key);
    setLabels(state, repo, issue, [...present, ...names(body)]);
    return shown(state, repo, issue);
  },

  'issues/set-labels': ({ state, repo, path, body }) => {
    const issue = findIssue(repo, path.issue_number);
    setLabels(state, repo, issue, names(body));
    return shown(state, repo, issue);
  },

  'issues/remove-label': ({ state, repo, path }) => {
    const issue = findIssue(repo, path.issue_number);
    const key = path.name.toLowerCase();
    if (!issue.labels.includes(key)) throw new ApiError(404, 'Label does not exist');
    issue.labels = issue.labels.filter((other) => other !== key);
    issue.updatedAt = state.clock.write();
    return shown(state, repo, issue);
  },

  'issues/remove-all-labels': ({ state, repo, path }) => {
    setLabels(state, repo, findIssue(repo, path.issue_number), []);
    return NO_CONTENT;
  },
};
