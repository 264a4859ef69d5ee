import { json, listed, NO_CONTENT } from '../answer.ts';
import { notFound } from '../api-error.ts';
import type { GlobalRoutes } from '../context.ts';
import { simpleUser } from '../shapes/account.ts';
import { minimalRepository } from '../shapes/repository.ts';
import { organizationSimple, team, teamFull } from '../shapes/team.ts';
import type { Account } from '../state/account.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Team } from '../state/team.ts';

function organizationOf({ accounts }: GitHubState, login: string): Account {
  const account = accounts.find(login);
  if (account?.type !== 'Organization') throw notFound();
  return account;
}

function teamOf(state: GitHubState, { org, team_slug }: { org: string; team_slug: string }): Team {
  const organization = organizationOf(state, org);
  const found = state.teams.find((one) => one.organization === organization && one.slug === team_slug.toLowerCase());
  if (found === undefined) throw notFound();
  return found;
}

function belongs(state: GitHubState, organization: Account, login: string): boolean {
  return state.teams.some(
    (one) =>
      one.organization === organization &&
      one.members.some(({ account }) => account.login.toLowerCase() === login.toLowerCase()),
  );
}

/** Teams and members of organizations. A workflow's token never has the permission for them. */
export const teamRoutes: GlobalRoutes = {
  'teams/list': ({ state, path }) => {
    const organization = organizationOf(state, path.org);
    return listed(
      state.teams.filter((one) => one.organization === organization),
      (one) => team(state, one),
    );
  },

  'teams/get-by-name': ({ state, path }) => json(teamFull(state, teamOf(state, path))),

  'teams/list-members-in-org': ({ state, path, query }) => {
    const members = teamOf(state, path).members.filter(
      ({ role }) => query.role === undefined || query.role === 'all' || query.role === role,
    );
    return listed(members, ({ account, role }) => ({ ...simpleUser(state, account), role, inherited: false }));
  },

  'teams/get-membership-for-user-in-org': ({ state, path }) => {
    const found = teamOf(state, path);
    const member = found.members.find(({ account }) => account.login.toLowerCase() === path.username.toLowerCase());
    if (member === undefined) throw notFound();
    const url = `${team(state, found).url}/memberships/${member.account.login}`;
    return json({ url, role: member.role, state: 'active' });
  },

  'teams/list-repos-in-org': ({ state, path }) => {
    const names = [...teamOf(state, path).repositories.keys()];
    const repositories = state.repositories.all().filter((repo) => names.includes(repo.fullName.toLowerCase()));
    return listed(repositories, (repo) => minimalRepository(state, repo));
  },

  'orgs/check-membership-for-user': ({ state, path }) => {
    if (!belongs(state, organizationOf(state, path.org), path.username)) throw notFound();
    return NO_CONTENT;
  },

  'orgs/get-membership-for-user': ({ state, path }) => {
    const organization = organizationOf(state, path.org);
    const account = state.accounts.find(path.username);
    if (account === undefined || !belongs(state, organization, path.username)) throw notFound();
    const url = `${state.addresses.api}/orgs/${organization.login}`;
    return json({
      url: `${url}/memberships/${account.login}`,
      state: 'active',
      role: 'member',
      direct_membership: true,
      enterprise_teams_providing_indirect_membership: [],
      organization_url: url,
      organization: organizationSimple(state, organization),
      user: simpleUser(state, account),
    });
  },
};
