import { isoTime } from '../clock.ts';
import { nodeId } from '../ids.ts';
import type { Account } from '../state/account.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Issue, IssueComment, Label } from '../state/issue.ts';
import type { Repository } from '../state/repository.ts';
import { nullableUser, simpleUser } from './account.ts';
import { nullableIntegration } from './app.ts';
import { repositoryPage, repositoryUrl } from './repository.ts';

/** How an account stands to a repository (schema `author-association`). */
export function authorAssociation(state: GitHubState, repo: Repository, account: Account): string {
  if (account === repo.owner) return 'OWNER';
  const inTeam = state.teams.some(
    (team) => team.organization === repo.owner && team.members.some((member) => member.account === account),
  );
  if (inTeam) return 'MEMBER';
  return repo.collaborators.has(account.login.toLowerCase()) ? 'COLLABORATOR' : 'NONE';
}

/** A label (schema `label`). */
export function label(state: GitHubState, repo: Repository, { id, name, color, description, isDefault }: Label) {
  return {
    id,
    node_id: nodeId('Label', id),
    url: `${repositoryUrl(state, repo)}/labels/${encodeURIComponent(name)}`,
    name,
    description,
    color,
    default: isDefault,
  };
}

/** The labels of an issue or pull request. */
export function labelsOf(state: GitHubState, repo: Repository, { labels }: Issue) {
  return labels.flatMap((key) => {
    const found = repo.labels.get(key);
    return found === undefined ? [] : [label(state, repo, found)];
  });
}

/** An issue, or a pull request seen as one (schema `issue`). */
export function issue(state: GitHubState, repo: Repository, data: Issue) {
  const url = `${repositoryUrl(state, repo)}/issues/${data.number}`;
  const page = repositoryPage(state, repo);
  const pullPage = `${page}/pull/${data.number}`;
  const comments = [...repo.comments.values()].filter((comment) => comment.number === data.number).length;
  return {
    id: data.id,
    node_id: nodeId('Issue', data.id),
    url,
    repository_url: repositoryUrl(state, repo),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: data.pull === undefined ? `${page}/issues/${data.number}` : pullPage,
    number: data.number,
    state: data.state,
    state_reason: data.stateReason,
    title: data.title,
    body: data.body,
    user: simpleUser(state, data.author),
    labels: labelsOf(state, repo, data),
    assignee: nullableUser(state, data.assignees[0]),
    assignees: data.assignees.map((account) => simpleUser(state, account)),
    milestone: null,
    locked: false,
    active_lock_reason: null,
    pinned_comment: null,
    comments,
    closed_at: data.closedAt === undefined ? null : isoTime(data.closedAt),
    closed_by: nullableUser(state, data.closedBy),
    created_at: isoTime(data.createdAt),
    updated_at: isoTime(data.updatedAt),
    author_association: authorAssociation(state, repo, data.author),
    performed_via_github_app: null,
    reactions: reactions(url),
    timeline_url: `${url}/timeline`,
    ...(data.pull === undefined
      ? {}
      : {
          draft: data.pull.draft,
          pull_request: {
            url: `${repositoryUrl(state, repo)}/pulls/${data.number}`,
            html_url: pullPage,
            diff_url: `${pullPage}.diff`,
            patch_url: `${pullPage}.patch`,
            merged_at: data.pull.mergedAt === undefined ? null : isoTime(data.pull.mergedAt),
          },
        }),
  };
}

/** A comment of a conversation (schema `issue-comment`). */
export function issueComment(state: GitHubState, repo: Repository, comment: IssueComment) {
  const url = `${repositoryUrl(state, repo)}/issues/comments/${comment.id}`;
  const kind = repo.issues.get(comment.number)?.pull === undefined ? 'issues' : 'pull';
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url,
    html_url: `${repositoryPage(state, repo)}/${kind}/${comment.number}#issuecomment-${comment.id}`,
    issue_url: `${repositoryUrl(state, repo)}/issues/${comment.number}`,
    user: simpleUser(state, comment.author),
    created_at: isoTime(comment.createdAt),
    updated_at: isoTime(comment.updatedAt),
    author_association: authorAssociation(state, repo, comment.author),
    body: comment.body,
    minimized: null,
    pin: null,
    reactions: reactions(url),
    performed_via_github_app: nullableIntegration(state, comment.app),
  };
}

/** Nobody reacts here (schema `reaction-rollup`). */
export function reactions(url: string) {
  return {
    url: `${url}/reactions`,
    total_count: 0,
    '+1': 0,
    '-1': 0,
    laugh: 0,
    hooray: 0,
    confused: 0,
    heart: 0,
    rocket: 0,
    eyes: 0,
  };
}
