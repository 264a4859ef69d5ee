import { isoTime, START } from '../clock.ts';
import { nodeId } from '../ids.ts';
import type { Account } from '../state/account.ts';
import type { GitHubState } from '../state/github-state.ts';

/** A user or bot as other objects carry it (schema `simple-user`). */
export function simpleUser({ addresses }: GitHubState, { login, id, type }: Account) {
  const name = encodeURIComponent(login);
  const url = `${addresses.api}/users/${name}`;
  // A bot's page is that of its app.
  const page = type === 'Bot' ? `apps/${login.replace(/\[bot\]$/, '')}` : name;
  return {
    login,
    id,
    node_id: nodeId(type, id),
    avatar_url: `${addresses.server}/avatars/u/${id}`,
    gravatar_id: '',
    url,
    html_url: `${addresses.server}/${page}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    user_view_type: 'public',
    site_admin: false,
  };
}

/** A user or bot, or null (schema `nullable-simple-user`). */
export function nullableUser(state: GitHubState, account: Account | undefined) {
  return account === undefined ? null : simpleUser(state, account);
}

/** The page of a user (schema `public-user`). */
export function publicUser(state: GitHubState, account: Account) {
  return {
    ...simpleUser(state, account),
    name: null,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: isoTime(START),
    updated_at: isoTime(START),
  };
}

/** A user as the user itself sees it (schema `private-user`). */
export function privateUser(state: GitHubState, account: Account) {
  return {
    ...publicUser(state, account),
    user_view_type: 'private',
    private_gists: 0,
    total_private_repos: 0,
    owned_private_repos: 0,
    disk_usage: 0,
    collaborators: 0,
    two_factor_authentication: true,
  };
}
