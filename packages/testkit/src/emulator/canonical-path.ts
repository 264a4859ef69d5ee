import type { GitHubState } from './state/github-state.ts';
import type { Repository } from './state/repository.ts';

/**
 * canonicalPath turns the numbered addresses that GitHub puts into `Link` headers and team URLs
 * (`/repositories/1/issues`, `/organizations/2/team/3/members`) into the named ones that its description has.
 */
export function canonicalPath({ repositories, teams }: GitHubState, path: string): string {
  const [, repositoryId, inRepository = ''] = /^\/repositories\/(\d+)(\/.*)?$/.exec(path) ?? [];
  if (repositoryId !== undefined) {
    const repo = repositories.byId(Number(repositoryId));
    return repo === undefined ? path : `/repos/${repo.fullName}${inRepository}`;
  }
  const [, organizationId, teamId, inTeam = ''] = /^\/organizations\/(\d+)\/team\/(\d+)(\/.*)?$/.exec(path) ?? [];
  const team = teams.find(
    ({ id, organization }) => id === Number(teamId) && organization.id === Number(organizationId),
  );
  return team === undefined ? path : `/orgs/${team.organization.login}/teams/${team.slug}${inTeam}`;
}

/** numericPath gives the address of a repository's list by the number of the repository, for `Link` headers. */
export function numericPath(path: string, repo: Repository | undefined): string {
  return repo === undefined ? path : path.replace(/^\/repos\/[^/]+\/[^/]+/, `/repositories/${repo.id}`);
}
