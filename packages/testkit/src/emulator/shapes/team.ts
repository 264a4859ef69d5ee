import { isoTime } from '../clock.ts';
import { nodeId } from '../ids.ts';
import type { Account } from '../state/account.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Role, Team } from '../state/team.ts';

const PERMISSION: Readonly<Record<Role, string>> = {
  read: 'pull',
  triage: 'triage',
  write: 'push',
  maintain: 'maintain',
  admin: 'admin',
};

const ROLES: readonly Role[] = ['read', 'triage', 'write', 'maintain', 'admin'];

/** What a role allows, as the API spells it. */
export function rolePermissions(role: Role) {
  const reaches = (least: Role) => ROLES.indexOf(role) >= ROLES.indexOf(least);
  return {
    admin: reaches('admin'),
    maintain: reaches('maintain'),
    push: reaches('write'),
    triage: reaches('triage'),
    pull: true,
  };
}

/** A team (schema `team`), with its permission in a repository if one is meant. */
export function team({ addresses }: GitHubState, data: Team, role: Role = 'read') {
  const url = `${addresses.api}/organizations/${data.organization.id}/team/${data.id}`;
  return {
    id: data.id,
    node_id: nodeId('Team', data.id),
    url,
    html_url: `${addresses.server}/orgs/${data.organization.login}/teams/${data.slug}`,
    name: data.name,
    slug: data.slug,
    description: '',
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: PERMISSION[role],
    permissions: rolePermissions(role),
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: 'organization',
    organization_id: data.organization.id,
    parent: null,
  };
}

/** A team in full (schema `team-full`). */
export function teamFull(state: GitHubState, data: Team) {
  const { permissions: _, ...simple } = team(state, data);
  return {
    ...simple,
    created_at: isoTime(data.createdAt),
    updated_at: isoTime(data.createdAt),
    members_count: data.members.length,
    repos_count: data.repositories.size,
    organization: teamOrganization(state, data.organization),
  };
}

/** The addresses and name of an organization (schema `organization-simple`). */
export function organizationSimple({ addresses }: GitHubState, { login, id }: Account) {
  const url = `${addresses.api}/orgs/${login}`;
  return {
    login,
    id,
    node_id: nodeId('Organization', id),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${addresses.server}/avatars/u/${id}`,
    description: null,
  };
}

function teamOrganization(state: GitHubState, organization: Account) {
  return {
    ...organizationSimple(state, organization),
    has_organization_projects: true,
    has_repository_projects: true,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    html_url: `${state.addresses.server}/${organization.login}`,
    type: 'Organization',
    archived_at: null,
    created_at: isoTime(state.clock.now()),
    updated_at: isoTime(state.clock.now()),
  };
}
