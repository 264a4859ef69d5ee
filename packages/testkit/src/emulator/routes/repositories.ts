import { json, listed, NO_CONTENT } from '../answer.ts';
import { notFound } from '../api-error.ts';
import type { RepositoryRoutes } from '../context.ts';
import { roleOf, teamsOf } from '../domain/roles.ts';
import { simpleUser } from '../shapes/account.ts';
import { fullRepository } from '../shapes/repository.ts';
import { rolePermissions, team } from '../shapes/team.ts';
import type { Account } from '../state/account.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Repository } from '../state/repository.ts';
import type { Role } from '../state/team.ts';

/** Roles as the older member `permission` knows them: triage is read there, maintain is write. */
const LEGACY: Readonly<Record<Role, string>> = {
  read: 'read',
  triage: 'read',
  write: 'write',
  maintain: 'write',
  admin: 'admin',
};

function collaborators(state: GitHubState, repo: Repository): { account: Account; role: Role }[] {
  const accounts = new Set([
    ...[...repo.collaborators.values()].map(({ account }) => account),
    ...teamsOf(state, repo).flatMap(({ members }) => members.map(({ account }) => account)),
    ...(repo.owner.type === 'User' ? [repo.owner] : []),
  ]);
  return [...accounts].flatMap((account) => {
    const role = roleOf(state, repo, account);
    return role === undefined ? [] : [{ account, role }];
  });
}

/** The repository itself and who may do what in it. */
export const repositoryRoutes: RepositoryRoutes = {
  'repos/get': ({ state, repo, token }) => json(fullRepository(state, repo, token)),

  'repos/list-teams': ({ state, repo }) =>
    listed(teamsOf(state, repo), (one) => team(state, one, one.repositories.get(repo.fullName.toLowerCase()))),

  'repos/list-collaborators': ({ state, repo }) =>
    listed(collaborators(state, repo), ({ account, role }) => ({
      ...simpleUser(state, account),
      permissions: rolePermissions(role),
      role_name: role,
    })),

  'repos/check-collaborator': ({ state, repo, path }) => {
    const account = state.accounts.find(path.username);
    if (account === undefined || roleOf(state, repo, account) === undefined) throw notFound();
    return NO_CONTENT;
  },

  'repos/get-collaborator-permission-level': ({ state, repo, path }) => {
    const account = state.accounts.find(path.username);
    if (account === undefined) throw notFound();
    const role = roleOf(state, repo, account) ?? (repo.private ? undefined : 'read');
    const permission = role === undefined ? 'none' : LEGACY[role];
    const permissions =
      role === undefined
        ? { admin: false, maintain: false, push: false, triage: false, pull: false }
        : rolePermissions(role);
    return json({
      permission,
      user: { ...simpleUser(state, account), permissions, role_name: role ?? 'none' },
      role_name: role ?? 'none',
    });
  },
};
