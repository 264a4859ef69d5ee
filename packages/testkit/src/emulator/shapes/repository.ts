import { isoTime } from '../clock.ts';
import { nodeId } from '../ids.ts';
import { covers } from '../permissions.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Repository } from '../state/repository.ts';
import type { Token } from '../tokens.ts';
import { simpleUser } from './account.ts';

/** The address of a repository in the API. */
export function repositoryUrl({ addresses }: GitHubState, { fullName }: Repository): string {
  return `${addresses.api}/repos/${fullName}`;
}

/** The page of a repository. */
export function repositoryPage({ addresses }: GitHubState, { fullName }: Repository): string {
  return `${addresses.server}/${fullName}`;
}

/** A repository as other objects carry it (schemas `minimal-repository` and `repository`). */
export function minimalRepository(state: GitHubState, repo: Repository) {
  const url = repositoryUrl(state, repo);
  const page = repositoryPage(state, repo);
  const openIssues = [...repo.issues.values()].filter((issue) => issue.state === 'open').length;
  const forks = state.repositories.all().filter((other) => other.forkOf === repo).length;
  return {
    id: repo.id,
    node_id: nodeId('Repository', repo.id),
    name: repo.name,
    full_name: repo.fullName,
    private: repo.private,
    owner: simpleUser(state, repo.owner),
    html_url: page,
    description: null,
    fork: repo.forkOf !== undefined,
    url,
    ...linksOf(url),
    created_at: isoTime(repo.createdAt),
    updated_at: isoTime(repo.pushedAt),
    pushed_at: isoTime(repo.pushedAt),
    git_url: `git://${new URL(page).host}/${repo.fullName}.git`,
    ssh_url: `git@${new URL(page).hostname}:${repo.fullName}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    homepage: null,
    size: 0,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: true,
    has_projects: true,
    has_downloads: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    forks_count: forks,
    mirror_url: null,
    archived: false,
    disabled: false,
    open_issues_count: openIssues,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: repo.private ? 'private' : 'public',
    forks,
    open_issues: openIssues,
    watchers: 0,
    default_branch: repo.defaultBranch,
    allow_squash_merge: true,
    allow_merge_commit: true,
    allow_rebase_merge: true,
    allow_auto_merge: false,
    delete_branch_on_merge: false,
    allow_update_branch: false,
    use_squash_pr_title_as_default: false,
    subscribers_count: 0,
    network_count: forks,
  };
}

/** A repository in full, with what the token may do (schema `full-repository`). */
export function fullRepository(state: GitHubState, repo: Repository, token: Token) {
  const own = token.repositories.has(repo.fullName.toLowerCase());
  const push = own && covers(token.permissions, new Map([['contents', 'write']]));
  const admin = own && covers(token.permissions, new Map([['administration', 'write']]));
  const parent = repo.forkOf === undefined ? undefined : minimalRepository(state, repo.forkOf);
  return {
    ...minimalRepository(state, repo),
    permissions: { admin, maintain: admin, push, triage: push, pull: true },
    temp_clone_token: '',
    ...(repo.owner.type === 'Organization' ? { organization: simpleUser(state, repo.owner) } : {}),
    ...(parent === undefined ? {} : { parent, source: parent }),
  };
}

function linksOf(url: string) {
  return {
    archive_url: `${url}/{archive_format}{/ref}`,
    assignees_url: `${url}/assignees{/user}`,
    blobs_url: `${url}/git/blobs{/sha}`,
    branches_url: `${url}/branches{/branch}`,
    collaborators_url: `${url}/collaborators{/collaborator}`,
    comments_url: `${url}/comments{/number}`,
    commits_url: `${url}/commits{/sha}`,
    compare_url: `${url}/compare/{base}...{head}`,
    contents_url: `${url}/contents/{+path}`,
    contributors_url: `${url}/contributors`,
    deployments_url: `${url}/deployments`,
    downloads_url: `${url}/downloads`,
    events_url: `${url}/events`,
    forks_url: `${url}/forks`,
    git_commits_url: `${url}/git/commits{/sha}`,
    git_refs_url: `${url}/git/refs{/sha}`,
    git_tags_url: `${url}/git/tags{/sha}`,
    hooks_url: `${url}/hooks`,
    issue_comment_url: `${url}/issues/comments{/number}`,
    issue_events_url: `${url}/issues/events{/number}`,
    issues_url: `${url}/issues{/number}`,
    keys_url: `${url}/keys{/key_id}`,
    labels_url: `${url}/labels{/name}`,
    languages_url: `${url}/languages`,
    merges_url: `${url}/merges`,
    milestones_url: `${url}/milestones{/number}`,
    notifications_url: `${url}/notifications{?since,all,participating}`,
    pulls_url: `${url}/pulls{/number}`,
    releases_url: `${url}/releases{/id}`,
    stargazers_url: `${url}/stargazers`,
    statuses_url: `${url}/statuses/{sha}`,
    subscribers_url: `${url}/subscribers`,
    subscription_url: `${url}/subscription`,
    tags_url: `${url}/tags`,
    teams_url: `${url}/teams`,
    trees_url: `${url}/git/trees{/sha}`,
  };
}
