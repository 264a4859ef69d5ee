import type { Account } from '../state/account.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Repository } from '../state/repository.ts';
import type { Role, Team } from '../state/team.ts';

const ROLES: readonly Role[] = ['read', 'triage', 'write', 'maintain', 'admin'];

/** The teams that have a role in a repository. */
export function teamsOf({ teams }: GitHubState, repo: Repository): Team[] {
  return teams.filter(({ repositories }) => repositories.has(repo.fullName.toLowerCase()));
}

/** roleOf gives the highest role that an account has as owner, as collaborator or by a team; undefined for none. */
export function roleOf(state: GitHubState, repo: Repository, account: Account): Role | undefined {
  if (repo.owner === account) return 'admin';
  const direct = repo.collaborators.get(account.login.toLowerCase())?.role;
  const byTeam = teamsOf(state, repo)
    .filter(({ members }) => members.some((member) => member.account === account))
    .map(({ repositories }) => repositories.get(repo.fullName.toLowerCase()));
  const held = new Set([direct, ...byTeam]);
  return ROLES.findLast((role) => held.has(role));
}
